import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { type Reply, toWireError } from '../../shared/rpc/reply.ts';
import type { Answer } from './answer.ts';
import type { EngineAccess } from './engine-access.ts';
import { maximumInput } from './loopback-wire.ts';

/** Calls of one page that may wait for their answers; more are read once there is room. */
const maximumWaiting = 64;
/** Bytes that may wait for a slow page. Beyond it, it is cut off, comes back and reads everything anew. */
const maximumBacklog = 64 * 1024 ** 2;

const callSchema = z.object({
  id: z.union([z.int(), z.string().max(100)]),
  method: z.string().max(200),
  input: z.unknown(),
});
type Call = z.output<typeof callSchema>;

function readCall(text: string): Call | undefined {
  try {
    return callSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function deliver(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > maximumBacklog) socket.terminate();
  else socket.send(text);
}

export interface PageSockets {
  /** Takes over a connection that the guard has let through. */
  accept(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  /** Takes no more calls, waits for the answers that are due, and says goodbye. */
  close(): Promise<void>;
}

/** The pages' WebSockets: `{id, method, input}` in, `{id, reply}` and `{event}` out. `pingMs`: how often life is checked. */
export function createPageSockets(engine: EngineAccess, pingMs = 30_000): PageSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maximumInput, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>();
  const due = new Set<Promise<void>>();
  let isClosing = false;

  async function answer(socket: WebSocket, { id, method, input }: Call): Promise<void> {
    let reply: Reply;
    try {
      reply = await engine.call(method, input);
    } catch (error) {
      reply = { ok: false, error: toWireError(error) };
    }
    deliver(socket, JSON.stringify({ id, reply }));
  }

  function listen(socket: WebSocket): void {
    let waiting = 0;
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    // Wrong frames and oversized messages: the socket closes itself with the fitting code.
    socket.on('error', () => undefined);
    socket.on('message', (data, isBinary) => {
      if (isClosing) return;
      const call = isBinary ? undefined : readCall((data as Buffer).toString('utf8'));
      if (!call) {
        socket.close(1008, 'Messages are JSON: id, method, input.');
        return;
      }
      waiting += 1;
      if (waiting >= maximumWaiting) socket.pause();
      const answering = answer(socket, call).finally(() => {
        due.delete(answering);
        waiting -= 1;
        if (waiting < maximumWaiting && socket.isPaused) socket.resume();
      });
      due.add(answering);
    });
  }

  const stopEvents = engine.subscribe((event) => {
    const text = JSON.stringify({ event });
    for (const socket of server.clients) deliver(socket, text);
  });
  const pinging = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingMs);
  pinging.unref();

  return {
    accept(request, connection, head) {
      server.handleUpgrade(request, connection, head, listen);
    },
    async close() {
      isClosing = true;
      clearInterval(pinging);
      await Promise.allSettled(due);
      stopEvents();
      for (const socket of server.clients) socket.close(1001, 'Plumbline has ended.');
      const late = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, 1_000);
      while (server.clients.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      clearTimeout(late);
      server.close();
    },
  };
}

/** Refuses a WebSocket before it is one. */
export function refuseUpgrade(connection: Duplex, { status, body }: Answer): void {
  const text = typeof body === 'string' ? body : '';
  connection.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
  connection.once('error', () => connection.destroy());
}
