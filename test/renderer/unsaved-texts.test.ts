import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AuditSession, openAuditSession } from '../../renderer/api/audit-session.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

/** What a browser keeps for pages of one address. */
function aBrowserStorage(): Storage {
  const kept = {} as Record<string, string>;
  const functions = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  for (const [name, value] of Object.entries(functions)) Object.defineProperty(kept, name, { value });
  return kept as unknown as Storage;
}

beforeEach(() => {
  vi.stubGlobal('localStorage', aBrowserStorage());
  return () => vi.unstubAllGlobals();
});

/** Windows of one browser on one audit. While `away` names an error, nothing can be stored. */
async function anAuditInWindows() {
  const engine = await anEngine();
  const { id } = await anAudit(engine.api, ['Q-8.4-01', 'Q-8.4-02']);
  const read = () => engine.api.call('audits.open', { audit: id });
  const item = (await read()).checklist[0]?.id ?? '';
  const trouble: { away: ErrorCode | undefined } = { away: undefined };
  const api = createApi(async (method, input) =>
    trouble.away !== undefined && /\.(update|add)$/.test(method)
      ? { ok: false, error: { code: trouble.away, message: 'Not now.' } }
      : engine.call(method, structuredClone(input)),
  );
  const open = async () => {
    const subscribe = (listener: (event: EngineEvent) => void) => engine.subscribe(listener);
    const session = await openAuditSession({ api, subscribe }, id);
    onTestFinished(() => session.close());
    return session;
  };
  return { open, read, item, trouble, engine, id };
}

const type = (session: AuditSession, item: string, fields: { notes?: string; sampled?: string }) =>
  session.edit('checklistItem', item, fields, { label: Object.keys(fields).join(), typing: true });
const shown = (session: AuditSession, item: string) =>
  session.store.getState().open.checklist.find(({ id }) => id === item);

describe('text that could not be stored', () => {
  it('of two windows is kept for each, and both are stored by the next one', async () => {
    const { open, read, item, trouble } = await anAuditInWindows();
    const [one, other] = [await open(), await open()];
    trouble.away = 'unavailable';
    type(one, item, { notes: 'Of one' });
    one.addLine('Line of one');
    one.draftLine('Half of one');
    type(other, item, { sampled: 'Of the other' });
    other.addLine('Line of the other');
    await Promise.all([one.flush(), other.flush()]);
    for (const session of [one, other]) session.close();
    trouble.away = undefined;
    const next = await open();
    await vi.waitFor(() => expect(next.store.getState().draft).toBe('Half of one'));
    await vi.waitFor(async () => expect((await read()).notes).toHaveLength(2));
    await next.flush();
    const { checklist, notes } = await read();
    expect(checklist.find(({ id }) => id === item)).toMatchObject({ notes: 'Of one', sampled: 'Of the other' });
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['Line of one', 'Line of the other']);
  });

  it('of a window that lives is left to that window', async () => {
    const { open, item, trouble } = await anAuditInWindows();
    const one = await open();
    trouble.away = 'unavailable';
    type(one, item, { notes: 'Mine' });
    await one.flush();
    const other = await open();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown(other, item)?.notes).toBe('');
    one.close();
    await vi.waitFor(() => expect(shown(other, item)?.notes).toBe('Mine'));
  });

  it('because it was refused is shown again by the next window, and not put in place of what others stored', async () => {
    const { open, read, item } = await anAuditInWindows();
    const [one, other] = [await open(), await open()];
    const long = 'x'.repeat(250_001);
    type(one, item, { notes: long });
    await one.flush();
    one.close();
    type(other, item, { notes: 'Of somebody else' });
    await other.flush();
    other.close();
    const next = await open();
    await vi.waitFor(() => expect(shown(next, item)?.notes).toBe(long));
    await next.flush();
    expect(next.store.getState().refusals).toMatchObject([{ field: 'notes', isKept: true }]);
    expect((await read()).checklist.find(({ id }) => id === item)?.notes).toBe('Of somebody else');
  });

  it('is forgotten by the browser once it is stored', async () => {
    const { open, item, trouble } = await anAuditInWindows();
    const session = await open();
    trouble.away = 'unavailable';
    type(session, item, { notes: 'Soon stored' });
    await session.flush();
    expect(Object.keys(localStorage)).toHaveLength(1);
    trouble.away = undefined;
    expect(await session.flush()).toBe(true);
    expect(Object.keys(localStorage)).toEqual([]);
  });
});

describe('a line that is refused', () => {
  it('becomes the draft again, with a sentence, and holds nothing up', async () => {
    const { open, read, item, engine, id } = await anAuditInWindows();
    const session = await open();
    session.addLine('x'.repeat(250_001));
    type(session, item, { notes: 'Behind it' });
    expect(await session.flush()).toBe(true);
    expect(session.store.getState().draft).toHaveLength(250_001);
    expect(session.store.getState().waitingLines).toEqual([]);
    expect(session.store.getState().refusals).toHaveLength(1);
    expect((await read()).checklist.find((one) => one.id === item)?.notes).toBe('Behind it');
    expect(await engine.api.call('audits.open', { audit: id })).toMatchObject({ notes: [] });
  });
});

describe('a choice between two versions', () => {
  it('is between what is typed and what is stored now', async () => {
    const { open, item } = await anAuditInWindows();
    const [one, other] = [await open(), await open()];
    type(other, item, { notes: 'Theirs' });
    type(one, item, { notes: 'Mine' });
    await other.flush();
    await one.flush();
    type(other, item, { notes: 'Theirs, and more' });
    await other.flush();
    expect(one.store.getState().conflicts).toMatchObject([{ mine: 'Mine', theirs: 'Theirs, and more' }]);
    type(other, item, { notes: 'Mine' });
    await other.flush();
    expect(one.store.getState().conflicts).toEqual([]);
  });
});
