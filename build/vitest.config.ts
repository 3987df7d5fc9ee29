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
    setupFiles: ['test/support/own-configuration.ts'],
  },
});
