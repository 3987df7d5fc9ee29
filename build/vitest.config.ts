import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A browser and a served workbench wait much: two files at a time are quicker even where there are two cores only.
    maxWorkers: 2,
    // Where everything runs at once on a small machine, a wait of a browser test may be too short for once. What is
    // found by chance, a property that fails, is never tried again.
    ...(process.env.CI === 'true' ? { retry: { count: 1, condition: /^(?!Property failed)/ } } : {}),
    globalSetup: ['test/support/kept-samples.ts'],
    setupFiles: ['test/support/own-configuration.ts'],
  },
});
