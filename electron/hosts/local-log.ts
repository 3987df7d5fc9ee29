import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Log } from '../../shared/rpc/dispatch.ts';

const largestLog = 1024 ** 2;

/** A text without the folders and file names of the person who runs the program. */
export function redactPaths(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        // A frame of the stack keeps the name of the source file.
        .replace(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s()]+[\\/])+([^\s()\\/]+\.[cm]?[jt]sx?:\d+:\d+)/g, '$1')
        .replace(/(['"`])[^'"`]*[\\/][^'"`]*\1/g, '$1<path>$1')
        .replaceAll(homedir(), '~')
        .replace(/(^|[\s(=])(?:[A-Za-z]:\\|\\\\|~?\/)[^\s()'"]+/g, '$1<path>'),
    )
    .join('\n');
}

/** What of an error may stand in a log or be copied into a message: its kind, words and place, without names of files. */
export function describeForLog(error: unknown): string {
  return redactPaths(error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error));
}

/** A log in a file of this computer that never leaves it. At 1 MB it starts anew and keeps the one before. */
export function createLocalLog(file: string): Log {
  return (error, context) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${context}: ${describeForLog(error)}\n`);
    } catch {
      // A log that cannot be written must not be what breaks the program.
    }
  };
}
