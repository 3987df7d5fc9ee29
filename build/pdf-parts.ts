// What the PDF view reads while it works: its worker, fonts and character maps, and the decoders that need no WebAssembly,
// because the page's policy allows none. They keep their names, since the package asks for them by name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const parts = [
  { from: 'build', to: 'pdf', wanted: /^pdf\.worker\.min\.mjs$/ },
  { from: 'wasm', to: 'pdf/decoders', wanted: /_nowasm_fallback\.js$/ },
  { from: 'standard_fonts', to: 'pdf/fonts', wanted: /\.(?:pfb|ttf)$/ },
  { from: 'cmaps', to: 'pdf/maps', wanted: /\.bcmap$/ },
] as const;

/** Puts the parts of the PDF view beside the page. */
export function pdfParts(project: string): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      for (const { from, to, wanted } of parts) {
        const folder = path.join(project, 'node_modules/pdfjs-dist', from);
        for (const name of readdirSync(folder).filter((one) => wanted.test(one))) {
          this.emitFile({ type: 'asset', fileName: `${to}/${name}`, source: readFileSync(path.join(folder, name)) });
        }
      }
    },
  };
}
