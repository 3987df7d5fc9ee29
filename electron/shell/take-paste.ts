import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '../../shared/errors.ts';
import { type Reply, toWireError } from '../../shared/rpc/reply.ts';
import { disk, ensureFolder } from '../files.ts';

/** Largest file that a page may hand over without a path, in bytes: a pasted picture, not a video. */
const largestPaste = 200 * 1024 ** 2;

/**
 * Writes what the page hands over without a path (a pasted screenshot) into the staging folder and answers with its
 * path. The engine copies it from there, and sweeps the folder at its next start.
 */
export async function takePaste(workspace: string, body: ReadableStream<Uint8Array> | null): Promise<Reply> {
  const staging = path.join(workspace, 'staging');
  const target = path.join(staging, randomUUID());
  try {
    if (!body) throw new AppError('refused', 'The pasted file is empty and was not taken in.');
    await ensureFolder(staging);
    const handle = await disk.open(target, 'wx');
    try {
      let size = 0;
      for await (const chunk of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) {
        const bytes = chunk as Uint8Array;
        size += bytes.length;
        if (size > largestPaste)
          throw new AppError('too-large', 'The pasted file is larger than 200 MB and was not taken in.');
        await handle.write(bytes);
      }
    } finally {
      await handle.close();
    }
    return { ok: true, value: { path: target } };
  } catch (error) {
    await disk.unlink(target).catch(() => undefined);
    return { ok: false, error: toWireError(error) };
  }
}
