import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const packagesDirectory = fileURLToPath(new URL('../packages', import.meta.url));

/** Sibling packages resolve to their source, so a test never sees a stale build. */
export const sourceAliases: { find: RegExp; replacement: string }[] = [
  {
    find: /^@konsul\/([^/]+)\/(core|command-line|testing|protobuf|report|simulated)$/,
    replacement: `${packagesDirectory}/$1/src/$2/index.ts`,
  },
  { find: /^@konsul\/([^/]+)$/, replacement: `${packagesDirectory}/$1/src/index.ts` },
];

/** The one way every package is tested. */
export function packageTests(name: string): ViteUserConfig {
  return defineConfig({
    resolve: { alias: sourceAliases },
    test: {
      name,
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', '*.test.ts'],
      // Packages keep no state in their modules, so test files can share them; loading is most of the time.
      isolate: false,
      // A test that needs the wall clock to pass is a defect; this bounds one that hangs.
      testTimeout: 30_000,
      hookTimeout: 30_000,
    },
  });
}
