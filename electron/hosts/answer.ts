import type { Readable } from 'node:stream';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Reply, WireError } from '../../shared/rpc/reply.ts';

/** An answer to a request of the page, before a host puts it on its own wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Readable | Buffer | string | undefined;
}

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The headers that no answer goes without. Nothing is kept by a cache unless `more` says so. */
export function withCommonHeaders(more: Record<string, string>): Record<string, string> {
  return { ...always, 'Cache-Control': 'no-store', ...more };
}

/** A plain-text answer, for people who look at an address by hand. */
export function textAnswer(status: number, text: string): Answer {
  const headers = withCommonHeaders({
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
  });
  return { status, headers, body: `${text}\n` };
}

/** A Reply as an answer. */
export function replyAnswer(status: number, reply: Reply): Answer {
  return {
    status,
    headers: withCommonHeaders({ 'Content-Type': 'application/json; charset=utf-8' }),
    body: JSON.stringify(reply),
  };
}

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthorised: 401,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  locked: 423,
  internal: 500,
  damaged: 500,
  unavailable: 503,
  'read-only': 507,
  'disk-full': 507,
};

/** An error as an answer with the fitting status. */
export function errorAnswer(error: WireError, status = statuses[error.code] ?? 400): Answer {
  return replyAnswer(status, { ok: false, error });
}
