import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { pdfParts } from './pdf-parts.ts';

const project = path.resolve(import.meta.dirname, '..');

/** The page: plain files that any of the hosts serves, under a policy that allows no inline script and no data address. */
export function pageConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: path.join(project, 'renderer'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), pdfParts(project)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Not for the page, whose hosts serve no folder with a dot: it says which files belong to the first view.
      manifest: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
              // Loaded when the first PDF is shown, never before.
              { name: 'pdf', test: /node_modules[\\/]pdfjs-dist[\\/]/, priority: 1 },
              { name: 'packages', test: /node_modules[\\/]/ },
            ],
          },
        },
      },
    },
  };
}
