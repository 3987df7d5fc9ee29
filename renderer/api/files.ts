// Files beside the calls: up as one streamed request each, down by the hash of their content.
import type { IncomingFile } from '../../shared/contract/files.ts';
import { AppError } from '../../shared/errors.ts';
import { fromWireError, type Reply } from '../../shared/rpc/reply.ts';
import type { StageOptions } from './connection.ts';

/** The address of a file in the vault. */
export function fileUrl(sha256: string): string {
  return `files/${sha256}`;
}

/** The address of an exported document. */
export function exportUrl(name: string): string {
  return `exports/${encodeURIComponent(name)}`;
}

function readReply(text: string): Reply {
  try {
    return JSON.parse(text) as Reply;
  } catch {
    return { ok: false, error: { code: 'unavailable', message: 'Plumbline did not take the file. Try again.' } };
  }
}

/** Sends one file to the host. XMLHttpRequest, because fetch does not report how far an upload is. */
export function postFile(file: File, { onProgress, signal }: StageOptions = {}): Promise<IncomingFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancelled = () => reject(new AppError('cancelled', `${file.name} was not added: cancelled.`));
    if (signal?.aborted === true) {
      cancelled();
      return;
    }
    request.open('POST', 'files');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(loaded, total));
    request.addEventListener('abort', cancelled);
    request.addEventListener('error', () => {
      reject(new AppError('unavailable', `${file.name} did not reach Plumbline. Nothing was added; try again.`));
    });
    request.addEventListener('load', () => {
      const reply = readReply(request.responseText);
      if (reply.ok) resolve({ ...(reply.value as IncomingFile), name: file.name });
      else reject(fromWireError(reply.error));
    });
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
