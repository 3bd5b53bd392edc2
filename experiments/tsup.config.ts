import { defineConfig } from 'tsup';

/** One bundle of this workspace and the packages' sources, for this machine only. */
export default defineConfig({
  entry: { main: 'src/main.ts', worker: 'src/worker.ts' },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  clean: true,
  tsconfig: '../tsconfig.json',
  noExternal: [/^@konsul\//],
});
