import path from 'node:path';
import type { InlineConfig } from 'vite';

const project = path.resolve(import.meta.dirname, '..');
const source = (name: string) => path.join(project, 'electron', name);

const shared = { configFile: false, root: project, publicDir: false, logLevel: 'warn' } as const;

/** Main process, engine and its worker threads: ES modules for the Node in Electron; packages stay in node_modules. */
export function desktopConfig(outDir: string): InlineConfig {
  return {
    ...shared,
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: source('main.ts'), engine: source('engine.ts'), worker: source('worker.ts') },
        external: ['electron', 'better-sqlite3', 'sharp'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/** The preload: a sandboxed one has to be a single CommonJS file. */
export function preloadConfig(outDir: string): InlineConfig {
  return {
    ...shared,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { preload: source('preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}
