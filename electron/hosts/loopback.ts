import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { toWireError } from '../../shared/rpc/reply.ts';
import { type Answer, errorAnswer, replyAnswer, textAnswer } from './answer.ts';
import type { UploadAccess } from './engine-access.ts';
import { answerWorkspaceFile } from './file-answer.ts';
import { createGuard, createToken, type Guard } from './loopback-guard.ts';
import { createPageSockets, refuseUpgrade } from './loopback-socket.ts';
import { openBody, readText, send } from './loopback-wire.ts';
import { answerPage, splitPath } from './page-answer.ts';

export interface LoopbackOptions {
  engine: UploadAccess;
  /** The folder of the built page. */
  pageFolder: string;
  /** A free one where none is named. */
  port?: number;
  /** A random one where none is named. */
  token?: string;
  /** Where unexpected errors go. */
  log?: Log;
}

export interface Loopback {
  /** The address of the page, with the token in its fragment. */
  url: string;
  port: number;
  /** Takes nothing more, lets what is under way finish for ten seconds, and closes. The engine stays open. */
  close(): Promise<void>;
}

const call = z.object({ method: z.string().max(200), input: z.unknown() });

async function answerCall(request: IncomingMessage, engine: UploadAccess): Promise<Answer> {
  const text = await readText(request);
  let parsed: z.output<typeof call> | undefined;
  try {
    parsed = call.safeParse(JSON.parse(text)).data;
  } catch {
    parsed = undefined;
  }
  if (!parsed) throw new AppError('invalid-input', 'A call is JSON: {"method": …, "input": …}.');
  return replyAnswer(200, await engine.call(parsed.method, parsed.input));
}

async function answerUpload(request: IncomingMessage, engine: UploadAccess): Promise<Answer> {
  const header = request.headers['x-file-name'];
  let name: string;
  try {
    name = decodeURIComponent(String(header ?? '')).slice(0, 1_000);
  } catch {
    throw new AppError('invalid-input', 'X-File-Name takes the name of the file, percent-encoded.');
  }
  return replyAnswer(200, { ok: true, value: await engine.stageUpload(openBody(request), name || 'file') });
}

function answerSession(guard: Guard): Answer {
  const answer = replyAnswer(200, { ok: true, value: {} });
  return { ...answer, headers: { ...answer.headers, 'Set-Cookie': guard.cookie } };
}

/** Serves the page, its calls and its files on 127.0.0.1. Throws an AppError where the port cannot be had. */
export async function serveLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { engine, pageFolder, token = createToken(), log = () => undefined } = options;
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000 });
  const port = await listen(server, options.port ?? 0);
  const guard = createGuard(port, token);
  const sockets = createPageSockets(engine);

  async function answerPost(request: IncomingMessage, path: string): Promise<Answer> {
    if (path === '/session') return guard.refuseWithoutToken(request) ?? answerSession(guard);
    const refusal = guard.refuseStranger(request);
    if (refusal) return refusal;
    if (path === '/rpc') return answerCall(request, engine);
    if (path === '/files') return answerUpload(request, engine);
    return errorAnswer({ code: 'not-found', message: 'POST goes to /rpc, /files or /session.' });
  }

  async function answerGet(request: IncomingMessage, target: string): Promise<Answer> {
    const parts = splitPath(target);
    if (!parts) return textAnswer(400, 'This is not an address of Plumbline.');
    if (parts[0] !== 'files' && parts[0] !== 'exports')
      return answerPage(pageFolder, parts, `ws://${request.headers.host}`);
    const { range, 'if-range': ifRange } = request.headers;
    const asked = { method: request.method ?? 'GET', range, ifRange: ifRange as string | undefined };
    const refusal = guard.refuseStranger(request);
    return refusal ?? (await answerWorkspaceFile(asked, parts, engine)) ?? textAnswer(404, 'There is no such file.');
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method, url = '' } = request;
    try {
      const refusal = guard.refuseForeign(request);
      if (refusal) return refusal;
      if (method === 'POST') return await answerPost(request, url.split('?', 1)[0] ?? '');
      if (method === 'GET' || method === 'HEAD') return await answerGet(request, url);
      const refused = textAnswer(405, 'Only GET, HEAD and POST are answered here.');
      return { ...refused, headers: { ...refused.headers, Allow: 'GET, HEAD, POST' } };
    } catch (error) {
      const wire = toWireError(error);
      if (wire.code === 'internal' && !request.socket.destroyed) log(error, `${method} ${url.split(/[?#]/, 1)[0]}`);
      return errorAnswer(wire);
    }
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.on('error', () => undefined);
    void answer(request).then((answered) => send(request, response, answered));
  });
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const isSocket = request.url?.split('?', 1)[0] === '/socket';
    const refusal = guard.refuseForeign(request) ?? guard.refuseStranger(request);
    if (refusal) refuseUpgrade(connection, refusal);
    else if (isSocket) sockets.accept(request, connection, head);
    else refuseUpgrade(connection, textAnswer(404, 'The socket is at /socket.'));
  });

  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close();
      const tidying = setInterval(() => server.closeIdleConnections(), 50);
      const impatient = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearInterval(tidying);
      clearTimeout(impatient);
    },
  };
}

/** Binds to 127.0.0.1 and answers with the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is used by another program' : 'cannot be used';
      reject(
        new AppError('unavailable', `Port ${port} ${reason}. Name another one, or none for a free one.`, { port }),
      );
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });
}
