import path from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClock, tickClock } from '../../shared/domain/clock.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

const someQuestions = ['Q-4.1-01', 'Q-8.4-01', 'Q-8.4-02', 'Q-A.6.2.4-01'];

/** What a user can do in any order. Numbers pick a record among those there are. */
const action = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    at: fc.nat(),
    verdict: fc.constantFrom('conforms', 'improvement', 'nonconforming', 'not-audited'),
  }),
  fc.record({
    kind: fc.constant('write' as const),
    at: fc.nat(),
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  }),
  fc.record({
    kind: fc.constant('people' as const),
    at: fc.nat(),
    names: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('note' as const), text: fc.string({ minLength: 1, maxLength: 30 }) }),
  fc.record({ kind: fc.constant('raise' as const), grade: fc.constantFrom('major', 'minor', 'observation') }),
  fc.record({ kind: fc.constant('withdraw' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('exclude' as const), at: fc.nat(), applicable: fc.boolean() }),
  fc.record({ kind: fc.constant('undo' as const), at: fc.nat() }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

async function perform(api: Awaited<ReturnType<typeof anEngine>>['api'], audit: string, one: Action): Promise<void> {
  const open = await api.call('audits.open', { audit });
  const pick = <T>(list: readonly T[], at: number) => list[at % Math.max(1, list.length)];
  const item = 'at' in one ? pick(open.checklist, one.at) : undefined;
  switch (one.kind) {
    case 'answer':
      if (item)
        await api.call('checklist.update', { audit, item: item.id, fields: { verdict: one.verdict as 'conforms' } });
      break;
    case 'write':
      if (item) await api.call('checklist.update', { audit, item: item.id, fields: { notes: one.text } });
      break;
    case 'people':
      if (item) await api.call('checklist.update', { audit, item: item.id, fields: { interviewees: one.names } });
      break;
    case 'note':
      await api.call('notes.add', { audit, text: `x ${one.text}` });
      break;
    case 'raise':
      await api.call('findings.create', {
        audit,
        fields: { grade: one.grade, requirement: 'r', evidence: 'e', nature: 'n', requirements: ['8.4'] },
      });
      break;
    case 'withdraw': {
      const finding = pick(open.findings, one.at);
      if (finding) await api.call('findings.remove', { audit, finding: finding.id });
      break;
    }
    case 'exclude': {
      const entry = pick(open.soa.entries, one.at);
      if (entry)
        await api.call('soa.updateEntry', { audit, control: entry.control, fields: { applicable: one.applicable } });
      break;
    }
    case 'undo': {
      const changes = await api.call('changes.list', { audit, limit: 1000 });
      const made = changes.at(-1)?.step;
      const change = pick(
        changes.filter(({ step }) => step !== made),
        one.at,
      );
      if (change) await api.call('changes.undo', { audit, change: change.id }).catch(refusalsOnly);
      break;
    }
  }
}

function refusalsOnly(error: { code?: string }): void {
  if (!['conflict', 'refused', 'not-found'].includes(error.code ?? '')) throw error;
}

describe('the change log', () => {
  it('replays to the tables whatever was done in whatever order, and the chain holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
        const engine = await anEngine(aFolder(), { log: () => undefined });
        try {
          const { api } = engine;
          const { id } = await anAudit(api, someQuestions);
          for (const one of actions) await perform(api, id, one);
          const { ok, problems } = await engine.verify();
          expect(problems).toEqual([]);
          expect(ok).toBe(true);
        } finally {
          await engine.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is undone step by step to where it began, and redone by undoing the undo', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const strip = async () => {
      const { head: _head, ...rest } = await api.call('audits.open', { audit });
      return rest;
    };
    const before = await strip();
    const [item] = before.checklist;
    await api.call('checklist.update', {
      audit,
      item: item?.id ?? '',
      fields: { notes: 'first', verdict: 'conforms', interviewees: ['System owner'] },
    });
    const finding = await api.call('findings.create', {
      audit,
      fields: { grade: 'minor', requirement: 'r', evidence: 'e', nature: 'n', requirements: ['8.4'] },
    });
    await api.call('findings.update', {
      audit,
      finding: finding.id,
      fields: { requirements: ['8.4', 'A.6.2.4'], nature: 'more' },
    });
    const after = await strip();
    const undone: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      const changes = await api.call('changes.list', { audit, limit: 100 });
      const target = changes.find((change) => !undone.includes(change.step));
      const { step: own } = await api.call('changes.undo', { audit, change: target?.id ?? '' });
      undone.push(target?.step ?? '', own);
    }
    expect(await strip()).toEqual(before);
    const undos = undone.filter((_, index) => index % 2 === 1).toReversed();
    for (const step of undos) {
      const change = (await api.call('changes.list', { audit, limit: 200 })).find((one) => one.step === step);
      await api.call('changes.undo', { audit, change: change?.id ?? '' });
    }
    expect(await strip()).toEqual(after);
  });

  it('undoes the making of an audit as one step, and redoes it', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const before = await api.call('audits.open', { audit });
    const [change] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('changes.undo', { audit, change: change?.id ?? '' });
    expect(await api.call('audits.list', {})).toEqual([]);
    const [undo] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('changes.undo', { audit, change: undo?.id ?? '' });
    const { head: _head, ...after } = await api.call('audits.open', { audit });
    expect({ ...after, head: before.head }).toEqual(before);
  });

  it('refuses to undo what a later step changed, and names who and when', async () => {
    const { api } = await anEngine();
    await api.call('settings.write', { name: 'Ines Example' });
    const { id: audit } = await anAudit(api, someQuestions);
    const { checklist } = await api.call('audits.open', { audit });
    const item = checklist[0]?.id ?? '';
    await api.call('checklist.update', { audit, item, fields: { notes: 'one' } });
    const [first] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('checklist.update', { audit, item, fields: { notes: 'two' } });
    await expect(api.call('changes.undo', { audit, change: first?.id ?? '' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ines Example'),
    });
    const { checklist: same } = await api.call('audits.open', { audit });
    expect(same[0]?.notes).toBe('two');
  });

  it('undoes one field of a step that changed more, as a step that can itself be undone', async () => {
    const { api } = await anEngine();
    await api.call('settings.write', { name: 'Ines Example' });
    const { id: audit } = await anAudit(api, someQuestions);
    const stored = async () => (await api.call('audits.open', { audit })).checklist[0];
    const item = (await stored())?.id ?? '';
    const newest = async () => (await api.call('changes.list', { audit, limit: 1 }))[0]?.id ?? '';
    await api.call('checklist.update', { audit, item, fields: { interviewees: ['Ada'] } });
    await api.call('checklist.update', {
      audit,
      item,
      fields: { verdict: 'conforms', notes: 'one', interviewees: ['Ada', 'Ben'] },
    });
    const all = await newest();
    const undone = await api.call('changes.undo', { audit, change: all, fields: ['verdict', 'interviewees'] });
    expect(undone.changes.map(({ fields }) => fields)).toEqual([{ verdict: 'not-started', interviewees: ['Ada'] }]);
    expect(await stored()).toMatchObject({ verdict: 'not-started', notes: 'one', interviewees: ['Ada'] });
    await api.call('changes.undo', { audit, change: undone.changes[0]?.id ?? '' });
    expect(await stored()).toMatchObject({ verdict: 'conforms', notes: 'one', interviewees: ['Ada', 'Ben'] });

    await api.call('checklist.update', { audit, item, fields: { notes: 'two' } });
    await expect(api.call('changes.undo', { audit, change: all, fields: ['notes'] })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^notes cannot be undone: Ines Example changed the same \(notes\)/),
    });
    await api.call('changes.undo', { audit, change: all, fields: ['verdict'] });
    expect(await stored()).toMatchObject({ verdict: 'not-started', notes: 'two', interviewees: ['Ada', 'Ben'] });
    await expect(api.call('changes.undo', { audit, change: all, fields: ['reason'] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('undoes what made a record only as a whole', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const { checklist } = await api.call('audits.open', { audit });
    const item = checklist[0]?.id ?? '';
    await api.call('samples.create', { audit, fields: { item, population: 'Changes', size: 3 } });
    const [made] = await api.call('changes.list', { audit, limit: 1 });
    const undo = (fields?: string[]) =>
      api.call('changes.undo', { audit, change: made?.id ?? '', ...(fields ? { fields } : {}) });
    await expect(undo(['size'])).rejects.toMatchObject({ code: 'refused' });
    await undo();
    expect((await api.call('audits.open', { audit })).samples).toEqual([]);
  });

  it('never gives a number twice, whether its finding was withdrawn or undone', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const raise = () =>
      api.call('findings.create', {
        audit,
        fields: { grade: 'minor', requirement: '', evidence: '', nature: 'n', requirements: [] },
      });
    const one = await raise();
    await api.call('findings.remove', { audit, finding: one.id });
    const two = await raise();
    const [change] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('changes.undo', { audit, change: change?.id ?? '' });
    const three = await raise();
    expect([one.number, two.number, three.number]).toEqual(['F-001', 'F-002', 'F-003']);
  });

  it('answers a repeated creating call with the stored record', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const first = await api.call('notes.add', { audit, id, text: 'kept once' });
    const again = await api.call('notes.add', { audit, id, text: 'kept once' });
    expect(again).toEqual(first);
    expect((await api.call('audits.open', { audit })).notes).toHaveLength(1);
  });

  it('refuses a stale base with both values, and takes a fresh one', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const { checklist, head } = await api.call('audits.open', { audit });
    const item = checklist[0]?.id ?? '';
    await api.call('checklist.update', { audit, item, fields: { notes: 'theirs' } });
    const base = { notes: head ?? '' };
    await expect(api.call('checklist.update', { audit, item, fields: { notes: 'mine' }, base })).rejects.toMatchObject({
      code: 'conflict',
      details: expect.objectContaining({ mine: 'mine', theirs: 'theirs' }),
    });
    const { head: fresh } = await api.call('audits.open', { audit });
    const stored = await api.call('checklist.update', {
      audit,
      item,
      fields: { notes: 'mine' },
      base: { notes: fresh ?? '' },
    });
    expect(stored.notes).toBe('mine');
  });

  it('writes nothing for a value that is already there', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, someQuestions);
    const { checklist } = await api.call('audits.open', { audit });
    const item = checklist[0]?.id ?? '';
    await api.call('checklist.update', { audit, item, fields: { verdict: 'conforms' } });
    const count = async () => (await api.call('changes.list', { audit, limit: 1000 })).length;
    const before = await count();
    await api.call('checklist.update', { audit, item, fields: { verdict: 'conforms' } });
    expect(await count()).toBe(before);
  });

  it('keeps one chain per audit, so that an audit can be handed over alone', async () => {
    const { api, folder } = await anEngine();
    await anAudit(api, someQuestions);
    await anAudit(api, someQuestions);
    const db = new Sqlite(path.join(folder, 'workbench.sqlite'), { readonly: true });
    const rows = db.prepare('SELECT audit_id, prev FROM change WHERE prev IS NULL').all();
    db.close();
    expect(rows).toHaveLength(3);
  });
});

describe('the clock', () => {
  it('never goes backwards, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 41 }), { minLength: 2, maxLength: 60 }), (wall) => {
        let last: string | undefined;
        for (const now of wall) {
          const next = tickClock(last, now, 'device-1');
          expect(last === undefined || next > last).toBe(true);
          expect(parseClock(next)?.milliseconds).toBeGreaterThanOrEqual(now);
          last = next;
        }
      }),
    );
  });
});
