import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openAuditSession } from '../../renderer/api/audit-session.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

async function aSession() {
  const engine = await anEngine();
  const { id } = await anAudit(engine.api, ['Q-8.4-01', 'Q-8.4-02']);
  const session = await openAuditSession({ api: engine.api, subscribe: (listener) => engine.subscribe(listener) }, id);
  onTestFinished(() => session.close());
  const shown = (questionId: string) =>
    session.store.getState().open.checklist.find((item) => item.questionId === questionId);
  return { engine, id, session, shown };
}

describe('the wording of a question', () => {
  it('is its own where it has one, also after it is worded anew', async () => {
    const { engine, id, session, shown } = await aSession();
    const own = await session.run('checklist.addQuestion', { requirement: '8.4', question: 'Who signed?' }, 'question');
    expect(shown('O-8.4-01')?.question).toBe('Who signed?');
    await engine.api.call('checklist.reword', { audit: id, item: own.id, question: 'Who signed, and when?' });
    expect(shown('O-8.4-01')?.question).toBe('Who signed, and when?');
    await session.run('checklist.reword', { item: own.id, question: 'Who?' }, 'wording');
    expect(shown('O-8.4-01')?.question).toBe('Who?');
    expect(await session.undo()).toBe('wording');
    expect(shown('O-8.4-01')?.question).toBe('Who signed, and when?');
  });

  it('is that of the catalogue for a question that comes in, and comes back with an undo', async () => {
    const { engine, id, session, shown } = await aSession();
    const { catalogue } = session.store.getState();
    const text = catalogue.questions.find((question) => question.id === 'Q-8.4-02')?.question;
    const { id: system } = await engine.api.call('aiSystems.create', {
      audit: id,
      fields: { name: 'A', sampled: true },
    });
    const { id: other } = await engine.api.call('aiSystems.create', {
      audit: id,
      fields: { name: 'B', sampled: true },
    });
    const item = shown('Q-8.4-02')?.id ?? '';
    await session.run('checklist.repeat', { items: [item], aiSystems: [system, other] }, 'for each AI system');
    const copies = session.store.getState().open.checklist.filter(({ questionId }) => questionId === 'Q-8.4-02');
    expect(copies.map(({ question }) => question)).toEqual([text, text]);
    const copy = copies.find((one) => one.id !== item)?.id ?? '';
    await session.run('checklist.remove', { item: copy }, 'taking out');
    expect(await session.undo()).toBe('taking out');
    expect(session.store.getState().open.checklist.find((one) => one.id === copy)?.question).toBe(text);
  });
});

/** The engine, with a newer version of its catalogue that says it is in force for an audit as soon as it is told. */
async function aNewerCatalogue() {
  const engine = await anEngine();
  const { id } = await anAudit(engine.api, ['Q-8.4-01', 'Q-8.4-02']);
  const hash = 'newer';
  const change = { isTaken: false };
  const reword = (text: string) => text.replace(/\?$/, ', and since when?');
  const newer = (catalogue: Catalogue): Catalogue => ({
    ...catalogue,
    version: '99',
    questions: catalogue.questions.map((one) =>
      one.id === 'Q-8.4-01' ? { ...one, question: reword(one.question) } : one,
    ),
  });
  const calls: string[] = [];
  const { audit: before } = await engine.api.call('audits.open', { audit: id });
  const api = createApi(async (method, input) => {
    calls.push(method);
    if (method === 'catalogues.read' && (input as { hash: string }).hash === hash) {
      const reply = await engine.call(method, { hash: before.catalogue });
      return reply.ok ? { ok: true, value: newer(reply.value as Catalogue) } : reply;
    }
    const reply = await engine.call(method, input);
    if (method !== 'audits.open' || !change.isTaken || !reply.ok) return reply;
    const open = reply.value as Awaited<ReturnType<typeof engine.api.call<'audits.open'>>>;
    const checklist = open.checklist.map((item) =>
      item.questionId === 'Q-8.4-01' ? { ...item, question: reword(item.question) } : item,
    );
    return { ok: true, value: { ...open, audit: { ...open.audit, catalogue: hash }, checklist } };
  });
  const listeners = new Set<Parameters<typeof engine.subscribe>[0]>();
  const session = await openAuditSession(
    {
      api,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    id,
  );
  onTestFinished(() => session.close());
  const tell = (catalogue: string) => {
    change.isTaken = catalogue === hash;
    const fields = { catalogue };
    for (const listener of listeners) {
      listener({
        type: 'changes',
        changes: [
          {
            id: crypto.randomUUID(),
            auditId: id,
            noun: 'audit',
            recordId: id,
            kind: 'set',
            fields,
            step: 'a step of somebody',
            actor: 'Somebody',
            at: '2026-11-24T10:00:00+01:00',
            clock: '0',
            device: 'd',
          } as never,
        ],
      });
    }
  };
  return { session, calls, hash, before: before.catalogue, tell };
}

describe('another version of the catalogue', () => {
  it('is read as soon as it is taken into the audit, and again when that is undone; what is typed stays', async () => {
    const { session, calls, hash, before, tell } = await aNewerCatalogue();
    const item = () => session.store.getState().open.checklist.find(({ questionId }) => questionId === 'Q-8.4-01');
    const old = item()?.question ?? '';
    session.edit('checklistItem', item()?.id ?? '', { notes: 'Being typed' }, { label: 'notes', typing: true });
    tell(hash);
    await vi.waitFor(() => expect(session.store.getState().catalogue.version).toBe('99'));
    expect(item()?.question).toBe(old.replace('?', ', and since when?'));
    expect(item()?.notes).toBe('Being typed');
    expect(calls.filter((method) => method === 'catalogues.read')).toHaveLength(2);
    tell(before);
    await vi.waitFor(() => expect(session.store.getState().catalogue.version).not.toBe('99'));
    expect(item()?.question).toBe(old);
  });
});
