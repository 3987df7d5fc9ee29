import { expect, onTestFinished, test, vi } from 'vitest';
import { createEngineLink, type EngineProcess, type LinkOptions } from '../../electron/hosts/engine-link.ts';
import type { FromEngine, ToEngine } from '../../electron/hosts/engine-messages.ts';
import { serveShell } from '../../electron/hosts/engine-side.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors.ts';
import { FakeEngine, vaultHash } from '../support/fake-engine.ts';

/** A process that only notes what it is told; the test plays its part. */
class FakeProcess implements EngineProcess {
  sent: ToEngine[] = [];
  hear: (message: FromEngine) => void = () => undefined;
  exit: (code: number) => void = () => undefined;
  isKilled = false;
  postMessage = (message: ToEngine) => void this.sent.push(message);
  onMessage = (listener: (message: FromEngine) => void) => void (this.hear = listener);
  onExit = (listener: (code: number) => void) => void (this.exit = listener);
  kill = () => {
    this.isKilled = true;
    this.exit(1);
  };
}

function makeLink() {
  const processes: FakeProcess[] = [];
  const onStopped = vi.fn<LinkOptions['onStopped']>();
  const clock = { now: 0 };
  const link = createEngineLink({
    fork: () => {
      const process = new FakeProcess();
      processes.push(process);
      return process;
    },
    print: () => Promise.resolve(),
    onStopped,
    now: () => clock.now,
  });
  const events: EngineEvent[] = [];
  link.subscribe((event) => events.push(event));
  link.start();
  const latest = () => processes.at(-1) as FakeProcess;
  return { link, processes, latest, onStopped, clock, events };
}

const unavailable = { ok: false, error: { code: 'unavailable' } };

test('calls wait until the engine is ready and are answered by their ids', async () => {
  const { link, latest } = makeLink();
  const [one, two] = [link.call('a', { n: 1 }), link.call('b', {})];
  expect(latest().sent).toEqual([]);
  latest().hear({ type: 'ready' });
  expect(latest().sent).toEqual([
    { type: 'call', method: 'a', input: { n: 1 }, id: 1 },
    { type: 'call', method: 'b', input: {}, id: 2 },
  ]);
  latest().hear({ type: 'answer', id: 2, value: { ok: true, value: 'second' } });
  latest().hear({ type: 'answer', id: 1, value: { ok: true, value: 'first' } });
  expect(await one).toEqual({ ok: true, value: 'first' });
  expect(await two).toEqual({ ok: true, value: 'second' });
});

test('events come through', () => {
  const { latest, events } = makeLink();
  const event: EngineEvent = { type: 'progress', job: 'j', done: 1, total: 2, label: '' };
  latest().hear({ type: 'event', event });
  expect(events).toEqual([event]);
});

test('when the engine dies, its calls are refused and another one is started', async () => {
  const { link, processes, latest, events, onStopped } = makeLink();
  latest().hear({ type: 'ready' });
  const call = link.call('a', {});
  const file = link.findVaultFile(vaultHash);
  processes[0]?.exit(139);
  expect(await call).toMatchObject(unavailable);
  expect(await file).toBeUndefined();
  expect(processes).toHaveLength(2);
  const next = link.call('b', {});
  latest().hear({ type: 'ready' });
  latest().hear({ type: 'answer', id: 3, value: { ok: true, value: 1 } });
  expect(await next).toEqual({ ok: true, value: 1 });
  expect(events.map((event) => event.type === 'engine' && event.state)).toEqual(['restarting', 'ready']);
  expect(onStopped).not.toHaveBeenCalled();
  // A late word of the dead process is nobody's.
  processes[0]?.hear({ type: 'ready' });
  processes[0]?.exit(1);
  expect(processes).toHaveLength(2);
});

test('a second death within a minute stops it, with a sentence; a later one does not', async () => {
  const { link, processes, latest, onStopped, clock, events } = makeLink();
  latest().exit(1);
  clock.now = 60_000;
  latest().exit(1);
  expect(processes).toHaveLength(3);
  clock.now = 119_999;
  latest().exit(1);
  expect(processes).toHaveLength(3);
  expect(onStopped).toHaveBeenCalledExactlyOnceWith(link.failure());
  expect(link.failure()?.message).toContain('stopped twice within a minute');
  expect(await link.call('a', {})).toMatchObject(unavailable);
  expect(events.at(-1)).toMatchObject({ type: 'engine', state: 'stopped' });
  link.start();
  expect(processes).toHaveLength(4);
  expect(link.failure()).toBeUndefined();
});

test('a workspace that cannot be opened is told as what it is, and can be tried again', async () => {
  const { link, processes, latest, onStopped } = makeLink();
  const call = link.call('a', {});
  const error = { code: 'locked', message: 'Open elsewhere.' } as const;
  latest().hear({ type: 'failed', error });
  expect(await call).toEqual({ ok: false, error });
  expect(link.failure()).toEqual(error);
  expect(onStopped).toHaveBeenCalledExactlyOnceWith(error);
  latest().exit(1);
  expect(processes).toHaveLength(1);
  link.start();
  latest().hear({ type: 'ready' });
  expect(link.failure()).toBeUndefined();
});

test('closing asks once, waits for the end, and starts nothing again', async () => {
  const { link, processes, latest } = makeLink();
  latest().hear({ type: 'ready' });
  const due = link.call('a', {});
  const ends = Promise.all([link.close(), link.close()]);
  expect(latest().sent.filter(({ type }) => type === 'close')).toHaveLength(1);
  expect(await link.call('b', {})).toMatchObject(unavailable);
  latest().hear({ type: 'answer', id: 1, value: { ok: true, value: 'done' } });
  expect(await due).toEqual({ ok: true, value: 'done' });
  latest().exit(0);
  await ends;
  link.start();
  expect(processes).toHaveLength(1);
});

test('closing ends an engine by force that does not end by itself', async () => {
  const { link, latest } = makeLink();
  await link.close(20);
  expect(latest().isKilled).toBe(true);
});

/** Both ends of the link with a real message channel between them. */
function joinWithEngine(open: (engine: FakeEngine) => Promise<FakeEngine & { close(): Promise<void> }>) {
  const engine = new FakeEngine();
  const exits: number[] = [];
  const onStopped = vi.fn<LinkOptions['onStopped']>();
  const link = createEngineLink({
    print: () => Promise.resolve(),
    fork: () => {
      const { port1, port2 } = new MessageChannel();
      let ended: ((code: number) => void) | undefined;
      const port = {
        postMessage: (message: FromEngine) => port2.postMessage(message),
        on: (_: 'message', listener: (message: { data: ToEngine }) => void) =>
          port2.addEventListener('message', ({ data }) => listener({ data: data as ToEngine })),
      };
      port2.start();
      onTestFinished(() => port1.close());
      void serveShell(
        port,
        () => open(engine),
        // As in the product: a last answer is still on its way out.
        (code) => {
          exits.push(code);
          setTimeout(() => ended?.(code), 20);
        },
      );
      return {
        postMessage: (message) => port1.postMessage(message),
        onMessage: (listener) => {
          port1.addEventListener('message', ({ data }) => listener(data as FromEngine));
          port1.start();
        },
        onExit: (listener) => {
          ended = listener;
        },
        kill: () => undefined,
      };
    },
    onStopped,
  });
  link.start();
  return { link, engine, exits, onStopped };
}

test('both ends together: calls, events, files, errors, and the end', async () => {
  const close = vi.fn<() => Promise<void>>(async () => undefined);
  const { link, engine, exits } = joinWithEngine(async (fake) => Object.assign(fake, { close }));
  expect(await link.call('audits.list', { a: 1 })).toEqual({
    ok: true,
    value: { method: 'audits.list', input: { a: 1 } },
  });
  expect(await link.findVaultFile(vaultHash)).toMatchObject({ mediaType: 'text/html' });
  expect(await link.findVaultFile('other')).toBeUndefined();
  expect(await link.findExport('Report.docx')).toContain('Report.docx');
  engine.answer = () => Promise.reject(new AppError('disk-full', 'Full.'));
  expect(await link.call('a', {})).toEqual({ ok: false, error: { code: 'disk-full', message: 'Full.' } });
  const events: EngineEvent[] = [];
  link.subscribe((event) => events.push(event));
  engine.push({ type: 'progress', job: 'j', done: 1, total: 1, label: '' });
  await vi.waitFor(() => expect(events).toHaveLength(1));
  await link.close();
  expect(close).toHaveBeenCalledOnce();
  expect(exits).toEqual([0]);
});

test('both ends together: an engine that does not open', async () => {
  const { link, exits, onStopped } = joinWithEngine(() => Promise.reject(new AppError('newer-store', 'Too new.')));
  expect(await link.call('a', {})).toEqual({ ok: false, error: { code: 'newer-store', message: 'Too new.' } });
  expect(onStopped).toHaveBeenCalledOnce();
  expect(exits).toEqual([1]);
});
