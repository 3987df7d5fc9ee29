import { onTestFinished, describe, expect, it, vi } from 'vitest';
import { type AuditSession, openAuditSession } from '../../renderer/api/audit-session.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Method } from '../../shared/contract/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';
import type { Reply, Transport } from '../../shared/rpc/reply.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

/** A page of its own on an engine: its calls can be held up, counted and refused. */
interface Line {
  api: Api;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** What was called, newest last. */
  calls: { method: string; input: Record<string, unknown> }[];
  /** While set, calls of this method answer with this error; 'lost' carries the call out and loses the answer. */
  trouble: Partial<Record<Method, ErrorCode | 'lost'>>;
  tell(event: EngineEvent): void;
  /** Whether events reach the page. */
  hears: boolean;
}

function aLine(engine: { call: Transport; subscribe: Line['subscribe'] }): Line {
  const listeners = new Set<(event: EngineEvent) => void>();
  const line: Line = {
    calls: [],
    trouble: {},
    hears: true,
    tell: (event) => listeners.forEach((listener) => listener(event)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    api: createApi(async (method, input): Promise<Reply> => {
      line.calls.push({ method, input: input as Record<string, unknown> });
      const trouble = line.trouble[method as Method];
      if (trouble !== undefined && trouble !== 'lost') {
        return { ok: false, error: { code: trouble, message: `No: ${trouble}.` } };
      }
      const reply = await engine.call(method, structuredClone(input));
      return trouble === 'lost' ? { ok: false, error: { code: 'unavailable', message: 'Lost.' } } : reply;
    }),
  };
  onTestFinished(
    engine.subscribe((event) => {
      if (line.hears) line.tell(event);
    }),
  );
  return line;
}

async function aPage() {
  const engine = await anEngine();
  const { id } = await anAudit(engine.api, ['Q-8.4-01', 'Q-8.4-02', 'Q-5.2-01']);
  const open = async () => {
    const line = aLine(engine);
    const session = await openAuditSession(line, id);
    onTestFinished(() => session.close());
    return { line, session };
  };
  const item = (await engine.api.call('audits.open', { audit: id })).checklist[0]?.id ?? '';
  const stored = async () =>
    (await engine.api.call('audits.open', { audit: id })).checklist.find((one) => one.id === item);
  return { engine, id, open, item, stored };
}

const shown = (session: AuditSession, item: string) =>
  session.store.getState().open.checklist.find(({ id }) => id === item);
const type = (session: AuditSession, item: string, notes: string) =>
  session.edit('checklistItem', item, { notes }, { label: 'notes', typing: true });
const history = (api: Api, audit: string, record: string) =>
  api.call('changes.list', { audit, record }).then((changes) => changes.filter(({ kind }) => kind === 'set'));

describe('an edit', () => {
  it('shows in the same turn and is stored after', async () => {
    const { open, item, stored } = await aPage();
    const { session } = await open();
    session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    expect(shown(session, item)?.verdict).toBe('conforms');
    expect(session.store.getState().save.kind).toBe('saving');
    expect(await session.flush()).toBe(true);
    expect((await stored())?.verdict).toBe('conforms');
    expect(session.store.getState().save).toMatchObject({ kind: 'saved', at: expect.any(Date) });
  });

  it('waits for more text, but never longer than a second', async () => {
    const { open, item, stored } = await aPage();
    const { session, line } = await open();
    const text = 'Inventory reconciled with cloud billing';
    for (let length = 1; length <= text.length; length += 1) {
      type(session, item, text.slice(0, length));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    const sent = line.calls.filter(({ method }) => method === 'checklist.update').length;
    expect(sent).toBeGreaterThanOrEqual(1);
    expect(sent).toBeLessThanOrEqual(3);
    await session.flush();
    expect((await stored())?.notes).toBe(text);
  });

  it('is one step for one stay in a field, and another step for the next', async () => {
    const { engine, id, open, item } = await aPage();
    const { session } = await open();
    type(session, item, 'One');
    await session.flush();
    type(session, item, 'One two');
    await session.flush();
    session.leaveField();
    type(session, item, 'One two three');
    await session.flush();
    const steps = (await history(engine.api, id, item)).map(({ step }) => step);
    expect(steps).toHaveLength(3);
    expect(new Set(steps).size).toBe(2);
  });

  it('goes out behind the text that was typed before it', async () => {
    const { open, item } = await aPage();
    const { session, line } = await open();
    type(session, item, 'Seen');
    session.edit('checklistItem', item, { verdict: 'improvement' }, { label: 'verdict' });
    await session.flush();
    const sent = line.calls.filter(({ method }) => method === 'checklist.update').map(({ input }) => input.fields);
    expect(sent).toEqual([{ notes: 'Seen' }, { verdict: 'improvement' }]);
  });
});

describe('an engine that cannot save', () => {
  it('leaves the text on the page, says so, and stores it later', async () => {
    const { open, item, stored } = await aPage();
    const { session, line } = await open();
    line.trouble['checklist.update'] = 'disk-full';
    type(session, item, 'Kept');
    expect(await session.flush()).toBe(false);
    expect(session.store.getState().save).toEqual({ kind: 'failing', sentence: 'No: disk-full.' });
    type(session, item, 'Kept, and more');
    expect(shown(session, item)?.notes).toBe('Kept, and more');
    line.trouble = {};
    session.retry();
    await vi.waitFor(() => expect(session.store.getState().save.kind).toBe('saved'));
    expect((await stored())?.notes).toBe('Kept, and more');
  });

  it('stores exactly once what was committed before the answer was lost', async () => {
    const { engine, id, open, item } = await aPage();
    const { session, line } = await open();
    line.trouble['checklist.update'] = 'lost';
    line.trouble['notes.add'] = 'lost';
    type(session, item, 'Once');
    await session.flush();
    session.addLine('One line');
    line.trouble = {};
    session.retry();
    expect(await session.flush()).toBe(true);
    expect(await history(engine.api, id, item)).toHaveLength(1);
    const { notes } = await engine.api.call('audits.open', { audit: id });
    expect(notes.map(({ text }) => text)).toEqual(['One line']);
    expect(session.store.getState().waitingLines).toEqual([]);
  });

  it('keeps a correction of a line while it is away, and can take it back', async () => {
    const { engine, id, open } = await aPage();
    const { session, line } = await open();
    session.addLine('Seen on Monday');
    await session.flush();
    const notes = async () => (await engine.api.call('audits.open', { audit: id })).notes;
    const [older] = await notes();
    line.trouble['notes.add'] = 'unavailable';
    session.addLine('Seen on Tuesday', { corrects: older?.id ?? '', label: 'correction' });
    expect(session.store.getState().waitingLines).toMatchObject([{ text: 'Seen on Tuesday', corrects: older?.id }]);
    expect(await session.flush()).toBe(false);
    line.trouble = {};
    expect(await session.flush()).toBe(true);
    expect(await notes()).toMatchObject([{ corrects: null }, { text: 'Seen on Tuesday', corrects: older?.id }]);
    expect(await session.undo()).toBe('correction');
    expect(await notes()).toEqual([older]);
    expect(session.store.getState().open.notes).toHaveLength(1);
  });

  it('loses nothing while it is away, in order', async () => {
    const { engine, id, open, item, stored } = await aPage();
    const { session, line } = await open();
    line.tell({ type: 'engine', state: 'restarting', message: 'Restarting.' });
    line.trouble = { 'checklist.update': 'unavailable', 'notes.add': 'unavailable', 'findings.create': 'unavailable' };
    type(session, item, 'While away');
    session.addLine('First');
    session.addLine('Second');
    const raised = session.run(
      'findings.create',
      { fields: { grade: 'minor', requirement: '8.4', evidence: 'x', nature: 'y', requirements: ['8.4'] } },
      'finding',
    );
    expect(session.store.getState().engineAway).toBe('Restarting.');
    line.trouble = {};
    line.tell({ type: 'engine', state: 'ready', message: '' });
    expect((await raised).number).toBe('F-001');
    const { notes, findings } = await engine.api.call('audits.open', { audit: id });
    expect(notes.map(({ text }) => text)).toEqual(['First', 'Second']);
    expect(findings).toHaveLength(1);
    expect((await stored())?.notes).toBe('While away');
    await vi.waitFor(() => expect(session.store.getState().engineAway).toBeUndefined());
    expect(shown(session, item)?.notes).toBe('While away');
  });
});

describe('a refused edit', () => {
  it('puts a choice back and says why', async () => {
    const { open, item } = await aPage();
    const { session } = await open();
    session.edit('checklistItem', item, { verdict: 'not-applicable' }, { label: 'verdict' });
    await session.flush();
    expect(shown(session, item)?.verdict).toBe('not-started');
    const [refusal] = session.store.getState().refusals;
    expect(refusal).toMatchObject({ field: 'verdict', isKept: false });
    expect(refusal?.sentence).toMatch(/cannot be "not applicable"/);
  });

  it('keeps a text on the page until it is given up', async () => {
    const { open, item } = await aPage();
    const { session } = await open();
    type(session, item, 'x'.repeat(250_001));
    await session.flush();
    const [refusal] = session.store.getState().refusals;
    expect(refusal).toMatchObject({ field: 'notes', isKept: true, stored: '' });
    expect(shown(session, item)?.notes).toHaveLength(250_001);
    if (refusal) session.giveUp(refusal);
    expect(shown(session, item)?.notes).toBe('');
    expect(session.store.getState().refusals).toEqual([]);
  });
});

describe('two pages on one audit', () => {
  it('see what the other stores', async () => {
    const { open, item } = await aPage();
    const [one, other] = [await open(), await open()];
    one.session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    one.session.addLine('Heard by both');
    await one.session.flush();
    expect(shown(other.session, item)?.verdict).toBe('conforms');
    expect(other.session.store.getState().open.notes.map(({ text }) => text)).toEqual(['Heard by both']);
  });

  it('are asked where both changed a text, and both texts are kept', async () => {
    const { open, item, stored } = await aPage();
    const [one, other] = [await open(), await open()];
    type(other.session, item, 'Theirs');
    type(one.session, item, 'Mine');
    await other.session.flush();
    await one.session.flush();
    const [conflict] = one.session.store.getState().conflicts;
    expect(conflict).toMatchObject({ field: 'notes', mine: 'Mine', theirs: 'Theirs' });
    expect(shown(one.session, item)?.notes).toBe('Mine');
    expect((await stored())?.notes).toBe('Theirs');
    if (conflict) one.session.resolveConflict(conflict, 'Theirs\n\nMine');
    await one.session.flush();
    expect((await stored())?.notes).toBe('Theirs\n\nMine');
    expect(shown(other.session, item)?.notes).toBe('Theirs\n\nMine');
    expect(one.session.store.getState().conflicts).toEqual([]);
  });

  it('are not asked about different fields', async () => {
    const { open, item, stored } = await aPage();
    const [one, other] = [await open(), await open()];
    type(one.session, item, 'Notes');
    other.session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    await Promise.all([one.session.flush(), other.session.flush()]);
    expect(await stored()).toMatchObject({ notes: 'Notes', verdict: 'conforms' });
    expect(one.session.store.getState().conflicts).toEqual([]);
  });

  it('a page is not asked about its own saves, even if it does not hear of them', async () => {
    const { open, item, stored } = await aPage();
    const { session, line } = await open();
    line.hears = false;
    for (const text of ['A', 'A b', 'A b c']) {
      type(session, item, text);
      await session.flush();
    }
    expect(session.store.getState().conflicts).toEqual([]);
    expect((await stored())?.notes).toBe('A b c');
  });
});

describe('undo', () => {
  it('takes back whole steps, newest first, and repeats them', async () => {
    const { open, item, stored } = await aPage();
    const { session } = await open();
    type(session, item, 'Some');
    await session.flush();
    type(session, item, 'Some text');
    session.leaveField();
    session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    expect(await session.undo()).toBe('verdict');
    expect(shown(session, item)).toMatchObject({ verdict: 'not-started', notes: 'Some text' });
    expect(await session.undo()).toBe('notes');
    expect(shown(session, item)?.notes).toBe('');
    expect(await session.undo()).toBeUndefined();
    expect(await session.redo()).toBe('notes');
    expect(await session.redo()).toBe('verdict');
    expect(await stored()).toMatchObject({ verdict: 'conforms', notes: 'Some text' });
    expect(await session.undo()).toBe('verdict');
    expect((await stored())?.verdict).toBe('not-started');
  });

  it('is done once where the answer to it was lost, and can be taken back', async () => {
    const { open, item, stored } = await aPage();
    const { session, line } = await open();
    session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    await session.flush();
    line.trouble['changes.undo'] = 'lost';
    await expect(session.undo()).rejects.toMatchObject({ code: 'unavailable' });
    line.trouble = {};
    expect(await session.undo()).toBe('verdict');
    expect((await stored())?.verdict).toBe('not-started');
    expect(await session.redo()).toBe('verdict');
    expect((await stored())?.verdict).toBe('conforms');
  });

  it('takes back a raised finding with its number', async () => {
    const { open } = await aPage();
    const { session } = await open();
    const fields = { grade: 'minor', requirement: '', evidence: '', nature: '', requirements: ['8.4'] } as const;
    await session.run('findings.create', { fields: { ...fields, requirements: ['8.4'] } }, 'finding');
    expect(session.store.getState().open.findings).toHaveLength(1);
    await session.undo();
    expect(session.store.getState().open.findings).toHaveLength(0);
  });

  it('is refused with a sentence where somebody changed the same since', async () => {
    const { open, item, stored } = await aPage();
    const [one, other] = [await open(), await open()];
    one.session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    await one.session.flush();
    other.session.edit('checklistItem', item, { verdict: 'nonconforming' }, { label: 'verdict' });
    await other.session.flush();
    await expect(one.session.undo()).rejects.toThrow(/cannot be undone/);
    expect((await stored())?.verdict).toBe('nonconforming');
  });

  it('leaves out steps that changed nothing', async () => {
    const { open, item } = await aPage();
    const { session } = await open();
    session.edit('checklistItem', item, { verdict: 'conforms' }, { label: 'verdict' });
    type(session, item, '');
    await session.flush();
    expect(await session.undo()).toBe('verdict');
  });
});
