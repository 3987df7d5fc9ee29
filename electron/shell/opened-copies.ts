import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { FoundFile } from '../hosts/engine-access.ts';
import { disk } from '../files.ts';

// What programs only show. Everything else may run on opening: programs, scripts, shortcuts, web pages, macros.
const shownTypes = new Set(
  [
    'pdf txt text md log csv tsv json jsonl ndjson xml yaml yml toml ini sql tex',
    'png jpg jpeg jfif gif bmp webp tif tiff heic heif avif',
    'doc docx dotx xls xlsx xltx ppt pptx rtf odt ods odp odg vsdx mpp pages numbers key epub',
    'eml msg mbox ics vcf',
    'mp3 m4a wav ogg oga opus flac aac mp4 m4v mov webm mkv avi',
    'zip 7z gz tar tgz bz2 xz rar',
    'ipynb parquet sqlite db drawio bpmn dwg dxf',
  ]
    .join(' ')
    .split(' '),
);

const longestName = 120;
const reservedName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The name of a file from outside as one that every system takes and that hides nothing, such as its true ending. */
export function safeFileName(name: string): string {
  const bare = name.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = bare
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const ending = path.extname(plain);
  const stem = path.basename(plain, ending).slice(0, longestName).toWellFormed() || 'file';
  return `${reservedName.test(`${stem}${ending}`) ? '_' : ''}${stem}${ending}`;
}

/** Refuses a name by whose ending a system may run the file instead of showing it. */
export function refuseRunning(name: string): void {
  const ending = path.extname(name).slice(1).toLowerCase();
  if (shownTypes.has(ending)) return;
  throw new AppError(
    'refused',
    `${name} is not opened from here: files of this type can run as a program, or are not known. ` +
      'Save a copy, and open it where that is safe.',
  );
}

/** Copies of vault files for other programs, in a folder of this run that goes with it. */
export function createOpenedCopies(temporary: string) {
  let folder: Promise<string> | undefined;
  return {
    /** The path of a read-only copy of a vault file, under the name it came with. */
    async make(file: FoundFile, name: string): Promise<string> {
      const safe = safeFileName(name);
      refuseRunning(safe);
      folder ??= mkdtemp(path.join(temporary, 'plumbline-'));
      // By content: the same file is copied once, and two of one name lie apart.
      const place = path.join(await folder, path.basename(file.path).slice(0, 16));
      const copy = path.join(place, safe);
      await mkdir(place, { recursive: true });
      const isThere = await disk.stat(copy).then(
        () => true,
        () => false,
      );
      if (isThere) return copy;
      try {
        await copyFile(file.path, copy);
        await chmod(copy, 0o400);
      } catch {
        await rm(copy, { force: true }).catch(() => undefined);
        throw new AppError('unavailable', `${safe} could not be copied for its program. Save a copy instead.`);
      }
      return copy;
    },
    /** Takes the copies away. One that a program still holds stays until the system tidies up. */
    async remove(): Promise<void> {
      if (folder) await rm(await folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    },
  };
}
export type OpenedCopies = ReturnType<typeof createOpenedCopies>;
