import { defineConfig, type Options } from 'tsup';

/** The one way every package is built: ESM and CommonJS, each with its own declarations. */
export function packageBuild(entry: Record<string, string>): ReturnType<typeof defineConfig> {
  const options: Options = {
    entry,
    format: ['esm', 'cjs'],
    target: 'node20',
    platform: 'node',
    sourcemap: true,
    clean: true,
    tsconfig: 'tsconfig.build.json',
    // tsup sets baseUrl for its declaration step, which TypeScript 6 reports as deprecated.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  };
  return defineConfig(options);
}
