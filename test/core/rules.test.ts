import { describe, expect, it } from 'vitest';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

const questions = ['Q-8.4-01', 'Q-A.6.2.4-01'];

describe('the rules of an audit', () => {
  it('let only an excluded control be not applicable', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const { checklist } = await api.call('audits.open', { audit });
    const [clause, control] = checklist;
    const say = (item: string | undefined) =>
      api.call('checklist.update', { audit, item: item ?? '', fields: { verdict: 'not-applicable' } });
    await expect(say(clause?.id)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('8.4') });
    await expect(say(control?.id)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('A.6.2.4'),
    });
    await api.call('soa.updateEntry', {
      audit,
      control: 'A.6.2.4',
      fields: { applicable: false, justification: 'No development.' },
    });
    expect(await say(control?.id)).toMatchObject({ verdict: 'not-applicable' });
  });

  it('never let one audit reach into another', async () => {
    const { api } = await anEngine();
    const one = await anAudit(api, questions);
    const other = await anAudit(api, questions);
    const { checklist } = await api.call('audits.open', { audit: other.id });
    const call = api.call('checklist.update', {
      audit: one.id,
      item: checklist[0]?.id ?? '',
      fields: { notes: 'wrong audit' },
    });
    await expect(call).rejects.toMatchObject({ code: 'not-found' });
  });

  it('give every audit a reference that is never used twice', async () => {
    const { api } = await anEngine();
    const one = await anAudit(api, questions);
    const [change] = await api.call('changes.list', { audit: one.id, limit: 1 });
    await api.call('changes.undo', { audit: one.id, change: change?.id ?? '' });
    const other = await anAudit(api, questions);
    expect(other.ref).not.toBe(one.ref);
    expect(await api.call('audits.list', {})).toMatchObject([
      { ref: other.ref, items: 2, organization: 'Invented Ltd' },
    ]);
  });

  it('refuse requirements that the catalogue does not have', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const fields = { grade: 'minor' as const, requirement: '', evidence: '', nature: 'n', requirements: ['A.6.2.9'] };
    await expect(api.call('findings.create', { audit, fields })).rejects.toMatchObject({
      message: expect.stringContaining('A.6.2.9'),
    });
  });

  it('refuse a second process, and say who holds the workspace', async () => {
    const folder = aFolder();
    const first = await anEngine(folder, { program: 'Plumbline' });
    await expect(anEngine(folder)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(String(process.pid)),
    });
    const reader = await anEngine(folder, { readOnly: true });
    expect(await reader.api.call('audits.list', {})).toEqual([]);
    await expect(anAudit(reader.api)).rejects.toMatchObject({ code: 'read-only' });
    await first.close();
    await anEngine(folder);
  });

  it('start every type of audit with a question for each requirement that it does not leave out with a reason', async () => {
    const { api } = await anEngine();
    const [catalogue] = await api.call('catalogues.list', {});
    for (const type of [
      'internal',
      'supplier',
      'stage-1',
      'stage-2',
      'surveillance',
      'recertification',
      'special',
      'follow-up',
    ] as const) {
      const { id: audit } = await api.call('audits.create', { title: type, type, organization: 'Invented Ltd' });
      const { audit: made, checklist, soa } = await api.call('audits.open', { audit });
      const covered = new Set([...checklist.map(({ requirement }) => requirement), ...made.leftOut]);
      expect(covered.size, type).toBe(catalogue?.requirements);
      expect(made.leftOutReason.length > 0, type).toBe(made.leftOut.length > 0);
      expect(soa.entries).toHaveLength(38);
      expect(soa.entries.every(({ applicable, stated }) => applicable && !stated)).toBe(true);
    }
  });

  it('find questions, notes, findings, people and systems by any of their words, newest first', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    await api.call('notes.add', { audit, text: 'Drift threshold of Käferwald missing' });
    await api.call('notes.add', { audit, text: 'drift seen again' });
    await api.call('teamMembers.create', { audit, fields: { name: 'Ines Example', competence: 'Model validation' } });
    const texts = async (text: string) => (await api.call('search.find', { text, audit })).map((hit) => hit.text);
    expect(await texts('drift')).toEqual(
      expect.arrayContaining(['drift seen again', 'Drift threshold of Käferwald missing']),
    );
    expect((await texts('drift'))[0]).toBe('drift seen again');
    expect(await texts('kaferw thresh')).toEqual(['Drift threshold of Käferwald missing']);
    expect((await api.call('search.find', { text: 'validat', audit })).some(({ noun }) => noun === 'teamMember')).toBe(
      true,
    );
    expect((await api.call('search.find', { text: 'impact assessment', audit })).some(({ ref }) => ref === '8.4')).toBe(
      true,
    );
    expect(await texts('" OR * NEAR(')).toEqual([]);
    const { checklist } = await api.call('audits.open', { audit });
    await api.call('checklist.update', {
      audit,
      item: checklist[0]?.id ?? '',
      fields: { notes: 'The impact assessment of May' },
    });
    const ids = (await api.call('search.find', { text: 'impact assessment', audit })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
