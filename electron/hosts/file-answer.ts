import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { disk } from '../files.ts';
import { type Answer, textAnswer, withCommonHeaders } from './answer.ts';
import type { EngineAccess, FoundFile } from './engine-access.ts';

/** What of a request matters for sending a file. */
export interface FileRequest {
  method: string;
  range: string | undefined;
  /** `If-Range`: there is nothing to compare it with, so that the whole file is sent. */
  ifRange: string | undefined;
}

type Range = { start: number; end: number };

/** The one range that is asked for; `whole` where there is none that we serve. Bytes, both ends included. */
export function parseRange(header: string | undefined, size: number): Range | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  const [, from = '', to = ''] = match;
  const range =
    from === ''
      ? { start: Math.max(0, size - Number(to)), end: size - 1 }
      : { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'whole';
  return range.start > range.end ? 'unsatisfiable' : range;
}

/** `Content-Disposition: attachment` for a name from outside (RFC 6266, RFC 5987). */
export function describeAttachment(name: string): string {
  const safe = name.toWellFormed().replace(/\p{Cc}/gu, '_');
  const plain = safe.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const mediaType = /^[a-z]+\/[\w.+-]+$/;

/**
 * Sends a file that came from outside, whole or in part: always as an attachment in a sandbox, so that nothing in it
 * runs as part of the page.
 */
export async function answerFile(request: FileRequest, file: FoundFile): Promise<Answer> {
  let handle: FileHandle;
  try {
    handle = await disk.open(file.path, 'r');
  } catch {
    return textAnswer(404, 'This file is no longer there.');
  }
  try {
    const { size } = await handle.stat();
    const range = request.ifRange === undefined ? parseRange(request.range, size) : 'whole';
    const headers = withCommonHeaders({
      'Content-Type': mediaType.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
      'Content-Disposition': describeAttachment(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Accept-Ranges': 'bytes',
    });
    if (range === 'unsatisfiable') {
      await handle.close();
      return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` }, body: undefined };
    }
    if (range !== 'whole') headers['Content-Range'] = `bytes ${range.start}-${range.end}/${size}`;
    headers['Content-Length'] = String(range === 'whole' ? size : range.end - range.start + 1);
    const status = range === 'whole' ? 200 : 206;
    if (request.method === 'HEAD' || size === 0) {
      await handle.close();
      return { status, headers, body: undefined };
    }
    return { status, headers, body: handle.createReadStream(range === 'whole' ? {} : range) };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}

const exportTypes: Record<string, string> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `/files/HASH` and `/exports/NAME`, from the parts of the path. Undefined where the path is something else. */
export async function answerWorkspaceFile(
  request: FileRequest,
  parts: readonly string[],
  engine: EngineAccess,
): Promise<Answer | undefined> {
  const [folder, name, ...more] = parts;
  if ((folder !== 'files' && folder !== 'exports') || name === undefined || more.length > 0) return undefined;
  if (folder === 'files') {
    const file = await engine.findVaultFile(name);
    return file ? answerFile(request, file) : textAnswer(404, 'There is no such file in this workspace.');
  }
  const file = await engine.findExport(name);
  if (file === undefined) return textAnswer(404, 'There is no such file among the exports.');
  const type = exportTypes[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
  return answerFile(request, { path: file, name, mediaType: type });
}
