import path from 'node:path';
import type { IncomingFile } from '../../shared/contract/files.ts';
import { AppError } from '../../shared/errors.ts';
import { removeFile } from '../files.ts';
import type { StagedFile } from '../vault/vault.ts';
import type { Context } from './context.ts';

/** A file from outside, copied beside the vault, with the name its owner gave it and its true type. */
export interface ReceivedFile extends StagedFile {
  name: string;
  mediaType: string;
}

const withoutFolders = (name: string) => name.split(/[\\/]/).at(-1)?.trim() || 'file';

/** Receives a file that a call names: an upload that was staged before, or a path where paths are allowed. */
export async function receiveFile(context: Context, file: IncomingFile, signal?: AbortSignal): Promise<ReceivedFile> {
  if ('path' in file) {
    if (!context.allowsPaths) {
      throw new AppError('refused', 'Files are sent to this host by upload, not by path.', { path: file.path });
    }
    const source = path.resolve(file.path);
    const name = withoutFolders(file.name ?? path.basename(source));
    const staged = await context.workers.run('stage-file', { staging: context.folders.staging, source, name }, signal);
    // What the shell put beside the vault for a paste has been copied and is not needed any more.
    if (path.dirname(source) === context.folders.staging) await removeFile(source);
    return { ...staged, name };
  }
  const staged = context.staged.get(file.staging);
  if (!staged)
    throw new AppError('not-found', 'This upload is no longer there; send the file again.', { staging: file.staging });
  const name = withoutFolders(file.name ?? staged.name);
  const mediaType = await context.workers.run('detect-type', { file: staged.path, name }, signal);
  return { ...staged, name, mediaType };
}

/** Takes away the copy of a file that came by path; an upload stays, because its owner may use it in the next call. */
export async function discardCopy(given: IncomingFile, file: ReceivedFile): Promise<void> {
  if ('path' in given) await removeFile(file.path).catch(() => undefined);
}

/** Receives a file and reads it; its copy is discarded where it cannot be read. */
export async function readReceived<T>(
  context: Context,
  given: IncomingFile,
  read: (file: ReceivedFile) => Promise<T>,
): Promise<{ file: ReceivedFile; reading: T }> {
  const file = await receiveFile(context, given);
  try {
    return { file, reading: await read(file) };
  } catch (error) {
    await discardCopy(given, file);
    throw error;
  }
}
