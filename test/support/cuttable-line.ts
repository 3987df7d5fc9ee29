// A line between a page and its host that a test can cut, mend, or make swallow the answers.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface CuttableLine {
  /** The host's address by way of this line. */
  url: string;
  /** Ends every connection and takes no new ones. */
  cut(): void;
  /** Takes connections again. */
  mend(): void;
  /** From now on requests arrive and answers do not, until the next cut. Resolves with the first that was swallowed. */
  swallowAnswers(): Promise<void>;
}

/** A line to a host at this address. It ends with the test. */
export async function aCuttableLine(url: string): Promise<CuttableLine> {
  const host = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  let isSwallowing = false;
  let swallowed = () => {};
  let own = '';

  // The host answers only to its own address. Both have a port of five digits, so that lengths stay as announced.
  const renamed = (chunk: Buffer, from: string, to: string) =>
    Buffer.from(chunk.toString('latin1').replaceAll(from, to), 'latin1');

  const server = createServer((page) => {
    if (isCut) {
      page.destroy();
      return;
    }
    const engine = connect(Number(host.port), host.hostname);
    for (const [one, other] of [
      [page, engine],
      [engine, page],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    page.on('data', (chunk) => engine.write(renamed(chunk, own, host.host)));
    engine.on('data', (chunk) => {
      if (isSwallowing) swallowed();
      else page.write(renamed(chunk, host.host, own));
    });
  });
  const listen = () => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  do {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
    await listen();
    own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  } while (own.length !== host.host.length);

  const end = () => {
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    end();
    server.close();
  });
  return {
    url: url.replace(host.host, own),
    cut() {
      isCut = true;
      isSwallowing = false;
      end();
    },
    mend() {
      isCut = false;
    },
    swallowAnswers() {
      isSwallowing = true;
      return new Promise((resolve) => {
        swallowed = resolve;
      });
    },
  };
}
