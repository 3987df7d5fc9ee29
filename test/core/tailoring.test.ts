import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/contract.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

const systems: NonNullable<Input<'audits.create'>['aiSystems']> = [
  { name: 'Claims triage', role: 'producer', sampled: true, samplingReason: 'High impact.' },
  { name: 'Broker assist', role: 'provider', sampled: true, samplingReason: 'New.' },
  { name: 'Fraud flag', role: 'customer', sampled: true, samplingReason: 'Bought.' },
];

const stageTwo: Input<'audits.create'> = {
  title: 'Stage 2',
  type: 'stage-2',
  organization: 'Invented Ltd',
  startsOn: '2026-11-30',
  endsOn: '2026-12-02',
  aiSystems: systems,
  team: [{ name: 'Ada Beispiel', role: 'lead-auditor' }],
};

const newest = async (api: Api, audit: string) => {
  const [change] = await api.call('changes.list', { audit, limit: 1 });
  return change?.id ?? '';
};
const open = (api: Api, audit: string) => api.call('audits.open', { audit });

describe('a new audit', () => {
  it('is one step with its systems, team, plan and questions per system, and undoing that step takes all of it away', async () => {
    const { api } = await anEngine();
    const { id } = await api.call('audits.create', stageTwo);
    const whole = await open(api, id);
    expect(whole.audit).toMatchObject({ template: 'stage-2', leftOut: [], leftOutReason: '' });
    expect(whole.aiSystems.map(({ name }) => name)).toEqual(systems.map(({ name }) => name));
    expect(whole.team).toHaveLength(1);
    expect(whole.planSlots.length).toBeGreaterThan(5);
    expect(whole.planSlots[0]?.on).toBe('2026-11-30');
    expect(whole.meetings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['opening', 'closing']));
    const tests = whole.checklist.filter(({ questionId }) => questionId === 'Q-A.6.2.4-01');
    expect(tests.length).toBeGreaterThan(1);
    expect(new Set(tests.map(({ aiSystem }) => aiSystem)).size).toBe(tests.length);
    const changes = await api.call('changes.list', { audit: id, limit: 5_000 });
    expect(new Set(changes.map(({ step }) => step)).size).toBe(1);
    await api.call('changes.undo', { audit: id, change: changes[0]?.id ?? '' });
    expect(await api.call('audits.list', {})).toEqual([]);
  });

  it('says what it leaves out and why, and takes it in later', async () => {
    const { api } = await anEngine();
    const { id } = await api.call('audits.create', { title: 'S', type: 'surveillance', organization: 'Invented Ltd' });
    const { audit, checklist } = await open(api, id);
    expect(audit.leftOut).toContain('A.2.2');
    expect(audit.leftOutReason).not.toBe('');
    expect(checklist.some(({ requirement }) => requirement === 'A.2.2')).toBe(false);
    const taken = await api.call('checklist.takeIn', { audit: id, requirement: 'A.2.2' });
    expect(taken.length).toBeGreaterThan(0);
    expect((await open(api, id)).audit.leftOut).not.toContain('A.2.2');
    await api.call('changes.undo', { audit: id, change: await newest(api, id) });
    expect((await open(api, id)).audit.leftOut).toContain('A.2.2');
  });

  it('can be cut to requirements and roles, without the proposals of the template', async () => {
    const { api } = await anEngine();
    const { id } = await api.call('audits.create', {
      ...stageTwo,
      aiSystems: [],
      requirements: ['8.4', 'A.6.2.4'],
      leftOutReason: 'Asked for by the client.',
      aiRoles: ['customer'],
      proposals: false,
    });
    const { audit, checklist, planSlots, meetings } = await open(api, id);
    expect(new Set(checklist.map(({ requirement }) => requirement))).toEqual(new Set(['8.4', 'A.6.2.4']));
    expect(audit.leftOut).toHaveLength(68);
    expect(audit.leftOutReason).toBe('Asked for by the client.');
    expect([planSlots, meetings]).toEqual([[], []]);
  });

  it('refuses what its catalogue does not have, and makes nothing then', async () => {
    const { api } = await anEngine();
    for (const wrong of [{ template: 'none' }, { requirements: ['8.9'] }, { catalogue: 'none' }]) {
      await expect(api.call('audits.create', { ...stageTwo, ...wrong })).rejects.toThrow(
        /no (template|requirement)|There is no catalogue/,
      );
    }
    expect(await api.call('audits.list', {})).toEqual([]);
  });
});

describe('the checklist of an audit under way', () => {
  it('takes questions of one’s own, which can be reworded and taken out and are found by their words', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const own = await api.call('checklist.addQuestion', {
      audit,
      requirement: '8.4',
      question: 'Who signed for the Quokka release?',
    });
    expect(own).toMatchObject({ questionId: 'O-8.4-01', position: 1, question: 'Who signed for the Quokka release?' });
    const hits = await api.call('search.find', { text: 'quokka', audit });
    expect(hits.map(({ id }) => id)).toEqual([own.id]);
    await api.call('checklist.reword', { audit, item: own.id, question: 'Who signed?' });
    expect((await open(api, audit)).checklist[1]?.question).toBe('Who signed?');
    const [ours] = (await open(api, audit)).checklist;
    await expect(api.call('checklist.reword', { audit, item: ours?.id ?? '', question: 'x' })).rejects.toThrow(/own/);
    await expect(api.call('checklist.remove', { audit, item: ours?.id ?? '' })).rejects.toThrow(/stays in the audit/);
    await expect(api.call('checklist.addQuestion', { audit, requirement: '9.9', question: 'x' })).rejects.toThrow(
      /no requirement 9.9/,
    );
    await api.call('checklist.remove', { audit, item: own.id });
    await api.call('changes.undo', { audit, change: await newest(api, audit) });
    expect((await open(api, audit)).checklist).toHaveLength(2);
  });

  it('puts questions in another order', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01', 'Q-8.4-02', 'Q-8.4-03', 'Q-9.1-01']);
    const items = (await open(api, audit)).checklist;
    const [first, second, third, other] = items.map(({ id }) => id);
    await api.call('checklist.move', { audit, item: third!, before: first! });
    const order = async () =>
      (await open(api, audit)).checklist.filter(({ requirement }) => requirement === '8.4').map(({ id }) => id);
    expect(await order()).toEqual([third, first, second]);
    await api.call('checklist.move', { audit, item: third!, before: null });
    expect(await order()).toEqual([first, second, third]);
    await expect(api.call('checklist.move', { audit, item: first!, before: other! })).rejects.toThrow(
      /another requirement/,
    );
    await api.call('changes.undo', { audit, change: await newest(api, audit) });
    expect(await order()).toEqual([third, first, second]);
  });

  it('puts a question once for each sampled system, and leaves what is answered as it is', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01', 'Q-8.4-02']);
    const [a, b] = [
      (await api.call('aiSystems.create', { audit, fields: { name: 'A', sampled: true } })).id,
      (await api.call('aiSystems.create', { audit, fields: { name: 'B', sampled: true } })).id,
    ];
    const [first, second] = (await open(api, audit)).checklist.map(({ id }) => id);
    await api.call('checklist.update', { audit, item: second!, fields: { notes: 'Seen for all.' } });
    const made = await api.call('checklist.repeat', { audit, items: [first!, second!], aiSystems: [a, b] });
    expect(made).toHaveLength(4);
    const { checklist } = await open(api, audit);
    expect(checklist.map(({ questionId, aiSystem }) => [questionId, aiSystem])).toEqual([
      ['Q-8.4-01', a],
      ['Q-8.4-01', b],
      ['Q-8.4-02', null],
      ['Q-8.4-02', a],
      ['Q-8.4-02', b],
    ]);
    expect(await api.call('checklist.repeat', { audit, items: [first!], aiSystems: [a, b] })).toEqual([]);
    const { id: c } = await api.call('aiSystems.create', { audit, fields: { name: 'C', sampled: true } });
    await api.call('checklist.repeat', { audit, items: [first!], aiSystems: [a, b, c] });
    expect((await open(api, audit)).checklist.slice(0, 3).map(({ aiSystem }) => aiSystem)).toEqual([a, b, c]);
    await api.call('changes.undo', { audit, change: await newest(api, audit) });
    await api.call('checklist.remove', { audit, item: checklist[1]?.id ?? '' });
    await api.call('changes.undo', { audit, change: await newest(api, audit) });
    expect((await open(api, audit)).checklist).toHaveLength(5);
  });

  it('keeps a parked question open, and the report names it', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const [item] = (await open(api, audit)).checklist;
    await api.call('checklist.update', { audit, item: item?.id ?? '', fields: { parked: true } });
    const { warnings } = await api.call('reports.check', { audit });
    expect(warnings.map(({ message }) => message)).toContain(
      'Q-8.4-01 is parked. Answer it, or say why it was not audited.',
    );
  });
});

describe('a control that the statement excludes', () => {
  const questions = ['Q-6.1.3-01', 'Q-A.7.2-01', 'Q-A.7.2-02'];
  const exclude = (api: Api, audit: string, applicable: boolean) =>
    api.call('soa.updateEntry', {
      audit,
      control: 'A.7.2',
      fields: { applicable, justification: 'Nothing is trained.' },
    });

  it('is no longer open; its exclusion is asked about under the risk treatment', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    await exclude(api, audit, false);
    const { checklist } = await open(api, audit);
    const about = checklist.find(({ control }) => control === 'A.7.2');
    expect(about).toMatchObject({ requirement: '6.1.3', verdict: 'not-started' });
    expect(about?.question).toContain('A.7.2');
    const own = checklist.filter(({ requirement }) => requirement === 'A.7.2');
    expect(own.map(({ verdict }) => verdict)).toEqual(['not-applicable', 'not-applicable']);
    const [row] = await api.call('audits.list', {});
    expect(row).toMatchObject({ items: 4, answered: 2 });
    const { counts } = await api.call('reports.check', { audit });
    expect(counts).toMatchObject({ questions: { total: 4, answered: 2 } });
  });

  it('is asked about again once it applies, and an answer about its exclusion stays', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const [, first] = (await open(api, audit)).checklist;
    await api.call('checklist.update', { audit, item: first?.id ?? '', fields: { notes: 'Begun.' } });
    await exclude(api, audit, false);
    await exclude(api, audit, true);
    const again = (await open(api, audit)).checklist;
    expect(again.map(({ control, verdict }) => [control, verdict])).toEqual([
      ['', 'not-started'],
      ['', 'in-progress'],
      ['', 'not-started'],
    ]);
    await exclude(api, audit, false);
    const about = (await open(api, audit)).checklist.find(({ control }) => control === 'A.7.2');
    await api.call('checklist.update', { audit, item: about?.id ?? '', fields: { verdict: 'nonconforming' } });
    await exclude(api, audit, true);
    expect((await open(api, audit)).checklist.some(({ control }) => control === 'A.7.2')).toBe(true);
  });

  it('is asked about once the requirement on risk treatment is taken in', async () => {
    const { api } = await anEngine();
    const { id: audit } = await api.call('audits.create', {
      title: 'Part of it',
      type: 'internal',
      organization: 'Invented Ltd',
      requirements: ['8.4', 'A.7.2'],
    });
    await exclude(api, audit, false);
    expect((await open(api, audit)).checklist.some(({ control }) => control !== '')).toBe(false);
    const taken = await api.call('checklist.takeIn', { audit, requirement: '6.1.3' });
    expect(taken.at(-1)).toMatchObject({ requirement: '6.1.3', control: 'A.7.2' });
    await api.call('changes.undo', { audit, change: await newest(api, audit) });
    expect((await open(api, audit)).checklist.some(({ requirement }) => requirement === '6.1.3')).toBe(false);
  });

  it('comes back with an undo of the exclusion', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    await exclude(api, audit, false);
    await api.call('changes.undo', { audit, change: await newest(api, audit) });
    const { checklist, soa } = await open(api, audit);
    expect(checklist).toHaveLength(3);
    expect(soa.entries.find(({ control }) => control === 'A.7.2')?.applicable).toBe(true);
  });
});

describe('licensed text', () => {
  const edition = { standard: 'ISO/IEC 42001', edition: '2023' };

  it('stays on this machine: in no change, in no file of the workspace, and for every workspace of the user', async () => {
    const folder = aFolder();
    const engine = await anEngine(folder);
    const { api } = engine;
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const before = await api.call('changes.list', { audit, limit: 100 });
    await api.call('licensedTexts.write', {
      ...edition,
      requirement: '8.4',
      text: 'Invented licensed words.',
      holder: 'Ada',
    });
    expect(await api.call('changes.list', { audit, limit: 100 })).toEqual(before);
    expect((await engine.verify()).ok).toBe(true);
    const { readdirSync, readFileSync, statSync } = await import('node:fs');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name}`;
      if (statSync(file).isFile()) expect(readFileSync(file).includes('Invented licensed words')).toBe(false);
    }
    const { api: other } = await anEngine();
    expect(await other.call('licensedTexts.read', edition)).toEqual({
      holder: 'Ada',
      texts: { '8.4': 'Invented licensed words.' },
    });
    await other.call('licensedTexts.write', { ...edition, requirement: '8.4', text: '' });
    expect((await api.call('licensedTexts.read', edition)).texts).toEqual({});
  });
});
