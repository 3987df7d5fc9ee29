import { onTestFinished } from 'vitest';
import type { Reply, Transport } from '../../shared/rpc/reply.ts';
import { serveLoopback } from '../../electron/hosts/loopback.ts';
import { aFolder, anEngine } from '../support/workspace.ts';
import { describeContract } from './suite.ts';

const token = 'a-token-for-tests';

async function aHost() {
  const engine = await anEngine(aFolder(), { allowsPaths: false, hostKind: 'browser' });
  const host = await serveLoopback({ engine, pageFolder: aFolder(), token });
  onTestFinished(() => host.close());
  return `http://127.0.0.1:${host.port}`;
}

const upload = (address: string) => async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const answer = await fetch(`${address}/files`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'X-File-Name': encodeURIComponent(name) },
    body: content,
  });
  const reply = (await answer.json()) as { value: { staging: string } };
  return { staging: reply.value.staging, name };
};

describeContract('POST /rpc', async () => {
  const address = await aHost();
  const transport: Transport = async (method, input) => {
    const answer = await fetch(`${address}/rpc`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ method, input }),
    });
    return (await answer.json()) as Reply;
  };
  return { transport, upload: upload(address) };
});

describeContract('a WebSocket', async () => {
  const address = await aHost();
  const session = await fetch(`${address}/session`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`, {
    headers: { Cookie: cookie, Origin: address },
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  onTestFinished(() => socket.terminate());
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.on('message', (data) => {
    const message = JSON.parse((data as Buffer).toString()) as { id?: number; reply?: Reply };
    if (message.id !== undefined && message.reply) waiting.get(message.id)?.(message.reply);
  });
  let id = 0;
  const transport: Transport = (method, input) =>
    new Promise((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, input }));
    });
  return { transport, upload: upload(address) };
});
