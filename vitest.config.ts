import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'tools', 'examples', 'interop', 'experiments'],
    passWithNoTests: true,
    // Two cores are the reference machine; real-process suites share them with the rest.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/gen/**', '**/*.test.ts'],
    },
  },
});
