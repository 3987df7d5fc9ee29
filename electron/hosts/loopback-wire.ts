import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/errors.ts';
import type { Answer } from './answer.ts';

/** Longest silence of a sender in the middle of a body, in milliseconds. */
const silenceMs = 60_000;

/** Largest input of a call, in bytes. */
export const maximumInput = 4 * 1024 ** 2;

export const tooLarge = new AppError('too-large', 'This call is larger than 4 MB and was not read.');

/** Puts an answer on the wire. A reader that goes away is no error. */
export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers, body } = answer;
  if (request.method === 'POST' && !request.complete) leaveBody(request, response);
  const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, isWhole ? { ...headers, 'Content-Length': Buffer.byteLength(body) } : headers);
  if (body === undefined || isWhole) response.end(request.method === 'HEAD' ? undefined : body);
  else await pipeline(body, response).catch(() => response.destroy());
}

/** Answers before the body has come: it is let pass for a moment, so that the sender can read why, and not kept. */
function leaveBody(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  request.resume();
  const timer = setTimeout(() => request.destroy(), 2_000);
  request.once('close', () => clearTimeout(timer));
}

/**
 * The body as a stream of its own: whoever reads it may stop without closing the connection that the answer needs.
 * A sender that is silent for a minute is dropped, and reading fails.
 */
export function openBody(request: IncomingMessage): Readable {
  request.setTimeout(silenceMs, () => request.destroy());
  request.once('end', () => request.setTimeout(0));
  return Readable.from(request.iterator({ destroyOnReturn: false }), { objectMode: false });
}

/** The whole body as text. Throws `too-large` before more than the limit is kept. */
export async function readText(request: IncomingMessage, limit = maximumInput): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of openBody(request)) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
