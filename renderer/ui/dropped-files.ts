// The files of a drop, with those in dropped folders. Bounded: a folder can hold anything. Knows nothing of the page.

export interface LeftOut {
  name: string;
  /** A folder with more files than are taken at once, one nested too deeply, or something that cannot be read. */
  reason: 'too-many' | 'too-deep' | 'unreadable';
}

export interface DroppedFiles {
  files: File[];
  left: LeftOut[];
}

/** Most files that one drop brings, and how deep folders are followed. */
export const mostDropped = 2_000;
const deepest = 12;

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject);
  });
const nextOf = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });

/** Walks entries in the order they come; folders are taken with their files or, if that is too much, left out whole. */
export async function walkEntries(entries: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const taken: DroppedFiles = { files: [], left: [] };

  const walk = async (entry: FileSystemEntry, depth: number): Promise<File[]> => {
    if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
    if (depth >= deepest) throw { name: entry.name, reason: 'too-deep' } satisfies LeftOut;
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const files: File[] = [];
    // A reader gives a hundred at a time, and none at the end.
    for (;;) {
      const some = await nextOf(reader);
      if (some.length === 0) return files;
      for (const one of some) {
        // What the system keeps for itself in a folder is nobody's evidence.
        if (/^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(one.name)) continue;
        files.push(...(await walk(one, depth + 1)));
        if (taken.files.length + files.length > mostDropped)
          throw { name: entry.name, reason: 'too-many' } satisfies LeftOut;
      }
    }
  };

  for (const entry of entries) {
    try {
      taken.files.push(...(await walk(entry, 0)));
    } catch (error) {
      const reason = (error as Partial<LeftOut>).reason ?? 'unreadable';
      taken.left.push({ name: entry.name, reason });
    }
  }
  return taken;
}

/** Reads a drop. Has to be called while the event is there; what it answers comes later. */
export function readDrop(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  const files = [...transfer.files];
  // Files that are made by a page have no entry.
  return entries.length < files.length ? Promise.resolve({ files, left: [] }) : walkEntries(entries);
}
