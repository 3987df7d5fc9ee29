// What a browser loads before the first usable page, from the manifest that the build writes beside the page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../../electron/hosts/ensure-built.ts';

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  isEntry?: boolean;
}

/** The files of the built page: those of the first view, and each room with what it adds. */
export interface BuiltPage {
  /** The frame and the list of audits. */
  firstView: string[];
  /** Source file of a room → the files that it adds to the first view. */
  rooms: Map<string, string[]>;
  /** Bytes of files, each packed by itself as a host would. */
  packed: (files: readonly string[]) => number;
}

/** Reads the page that was built last. */
export function readBuiltPage(): BuiltPage {
  const folder = path.join(projectFolder, 'dist', 'page');
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;

  /** A chunk with everything that has to be there before it runs. */
  const reach = (key: string, found = new Set<string>()): Set<string> => {
    const chunk = manifest[key];
    if (!chunk || found.has(key)) return found;
    found.add(key);
    for (const other of chunk.imports ?? []) reach(other, found);
    return found;
  };
  const filesOf = (keys: Iterable<string>) => [
    ...new Set([...keys].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])])),
  ];

  const first = reach('index.html');
  const firstView = ['index.html', ...filesOf(first)];
  const rooms = Object.keys(manifest).filter((key) => /^features\/[\w-]+\/room\.tsx$/.test(key));
  return {
    firstView,
    rooms: new Map(rooms.map((key) => [key, filesOf(reach(key)).filter((file) => !firstView.includes(file))])),
    packed: (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0),
  };
}
