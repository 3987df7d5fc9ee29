// Files on their way in: what they are called when they come from the clipboard, and the hash of their content.
import { texts } from './texts.ts';

/** Largest file that the page hashes itself, in bytes: it has to be in memory for that. */
const largestHashed = 64_000_000;

const twoDigits = (count: number) => String(count).padStart(2, '0');

/** Day and time as they may stand in the name of a file. */
function stampOf(at: Date): string {
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('.')}`;
}

/** Pictures from the clipboard are all called `image.png`; each gets a name that says when it was taken in. */
export function namePasted(files: readonly File[], at = new Date()): File[] {
  return files.map((file, place) => {
    const ending = /^image(\.\w+)$/.exec(file.name)?.[1];
    if (ending === undefined) return file;
    const name = texts.intake.pastedName(place === 0 ? stampOf(at) : `${stampOf(at)} ${place + 1}`);
    return new File([file], `${name}${ending}`, { type: file.type, lastModified: file.lastModified });
  });
}

/** The SHA-256 of a file's content; undefined where the file is too large to be read at once. */
export async function hashFile(file: File): Promise<string | undefined> {
  if (file.size > largestHashed) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
