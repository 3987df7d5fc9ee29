import { describe, expect, it } from 'vitest';
import {
  askedFilter,
  evidencedItems,
  type Filter,
  filterItems,
  isNoFilter,
  noFilter,
  readFilter,
  requirementsOf,
} from '../../renderer/features/checklist/checklist-filter.ts';
import { nameOfFilter, roomFilters, withFilter, withoutFilter } from '../../renderer/api/saved-filters.ts';
import {
  findSelected,
  questionFinder,
  startOf,
  viewChecklist,
} from '../../renderer/features/checklist/checklist-view.ts';
import { groupQuestions, movesFor } from '../../renderer/features/checklist/question-groups.ts';
import { repetitionsDue, whyNotRepeated } from '../../renderer/features/checklist/tailor-checklist.ts';
import { countAudit } from '../../shared/domain/summary.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

async function aView() {
  const { api } = await anEngine();
  const { id } = await anAudit(api, ['Q-8.4-01', 'Q-8.4-02', 'Q-5.2-01', 'Q-A.6.2.4-01', 'Q-A.7.2-01']);
  const items = (await api.call('audits.open', { audit: id })).checklist;
  const itemOf = (questionId: string) => items.find((item) => item.questionId === questionId)?.id ?? '';
  const answer = (questionId: string, fields: object) =>
    api.call('checklist.update', { audit: id, item: itemOf(questionId), fields });
  await answer('Q-8.4-01', { verdict: 'conforms', notes: 'The register is complete.' });
  await answer('Q-8.4-02', { verdict: 'nonconforming', interviewees: ['Head of claims'] });
  await api.call('soa.updateEntry', {
    audit: id,
    control: 'A.7.2',
    fields: { applicable: false, justification: 'No data of its own.' },
  });
  const open = await api.call('audits.open', { audit: id });
  const catalogue = await api.call('catalogues.read', { hash: open.audit.catalogue });
  const view = viewChecklist(catalogue, open);
  const questionOf = questionFinder(catalogue);
  const facts = {
    questionOf,
    systems: open.aiSystems,
    mine: requirementsOf(open.planSlots, 'Ines Example'),
    evidenced: evidencedItems(open.links),
  };
  const fitting = (filter: Partial<Filter>) =>
    [...filterItems(view, facts, { ...noFilter, ...filter })]
      .map((item) => view.itemById.get(item)?.questionId ?? '')
      .toSorted((one, other) => one.localeCompare(other));
  const again = async () => viewChecklist(catalogue, await api.call('audits.open', { audit: id }));
  return { api, id, open, catalogue, view, again, fitting, itemOf, answer, questionOf };
}

describe('the checklist', () => {
  it('rolls up questions to requirements and groups', async () => {
    const { view } = await aView();
    expect(view.rowById.get('8.4')).toMatchObject({ answered: 2, result: { verdict: 'nonconforming' } });
    expect(view.rowById.get('A.7.2')).toMatchObject({ isExcluded: true, result: { verdict: 'not-applicable' } });
    expect(view.groups.find(({ id }) => id === '8')).toMatchObject({ answered: 2, total: 2 });
    expect(view.counts).toEqual({ all: 6, open: 3, nonconforming: 1, 'not-audited': 0, parked: 0 });
  });

  it('is filtered by answer, words and people', async () => {
    const { fitting } = await aView();
    expect(fitting({ kind: 'nonconforming' })).toEqual(['Q-8.4-02']);
    expect(fitting({ kind: 'open' })).toEqual(['Q-5.2-01', 'Q-6.1.3-X-A.7.2', 'Q-A.6.2.4-01']);
    expect(fitting({ text: 'REGISTER complete' })).toEqual(['Q-8.4-01']);
    expect(fitting({ text: 'head of claims' })).toEqual(['Q-8.4-02']);
    expect(fitting({ text: 'nothing has these words' })).toEqual([]);
    expect(fitting({})).toHaveLength(6);
  });

  it('is filtered by what answers lack, and by what the plan gives to somebody', async () => {
    const { api, id, catalogue, again, questionOf } = await aView();
    const fields = { title: 'Trail', auditor: 'Bo Sample and Ines Example', requirements: ['8.4'] };
    await api.call('planSlots.create', { audit: id, fields });
    const open = await api.call('audits.open', { audit: id });
    const view = await again();
    const facts = (name: string) => ({
      questionOf,
      systems: open.aiSystems,
      mine: requirementsOf(open.planSlots, name),
      evidenced: evidencedItems(open.links),
    });
    const fitting = (name: string, filter: Partial<Filter>) =>
      [...filterItems(view, facts(name), { ...noFilter, ...filter })].map((one) => view.itemById.get(one)?.questionId);
    expect(fitting('ines example', { isMine: true })).toEqual(['Q-8.4-01', 'Q-8.4-02']);
    expect(fitting('Example', { isMine: true })).toEqual([]);
    expect(fitting('', { lacking: 'notes', kind: 'nonconforming' })).toEqual(['Q-8.4-02']);
    expect(fitting('', { lacking: 'people' })).toHaveLength(5);
    expect(fitting('', { lacking: 'evidence' })).toHaveLength(6);
    expect(catalogue.requirements.length).toBeGreaterThan(60);
  });

  it('keeps filters under names, and reads back only what it knows', () => {
    const open = { ...noFilter, kind: 'open' as const, text: 'drift' };
    const one = withFilter([{ room: 'plan', name: 'Mine', filter: {} }], 'checklist', ' Mine ', { ...open });
    expect(roomFilters(one, 'checklist').map(({ name }) => name)).toEqual(['Mine']);
    expect(nameOfFilter(one, 'checklist', { ...open })).toBe('Mine');
    expect(readFilter(roomFilters(one, 'checklist')[0] ?? { filter: {} })).toEqual(open);
    const again = withFilter(one, 'checklist', 'mine', { ...noFilter });
    expect(again).toHaveLength(2);
    expect(withoutFilter(again, 'checklist', 'MINE')).toEqual([{ room: 'plan', name: 'Mine', filter: {} }]);
    expect(isNoFilter(readFilter({ filter: { kind: 'nonsense', isMine: 'yes', theme: true, odd: 'x' } }))).toBe(true);
    expect(askedFilter('filter-Mine', { themes: [] }, roomFilters(one, 'checklist'))).toEqual(open);
    expect(askedFilter('filter-Gone', { themes: [] }, one)).toBeUndefined();
  });

  it('is entered at an item, at a requirement, or at the first open question', async () => {
    const { view, itemOf } = await aView();
    expect(findSelected(view, itemOf('Q-8.4-02'))?.item?.questionId).toBe('Q-8.4-02');
    expect(findSelected(view, 'A.6.2.4')?.item?.questionId).toBe('Q-A.6.2.4-01');
    expect(findSelected(view, '8.4')?.item?.questionId).toBe('Q-8.4-01');
    expect(findSelected(view, '4.1')).toMatchObject({ row: { requirement: { id: '4.1' } }, item: undefined });
    expect(findSelected(view, undefined)?.item?.questionId).toBe('Q-5.2-01');
    expect(findSelected(view, 'nonsense')?.item?.questionId).toBe('Q-5.2-01');
    const asked = ['Q-8.4-01', 'Q-8.4-02', 'Q-A.7.2-01', 'Q-A.6.2.4-01'].map(itemOf);
    expect(startOf(view, new Set(asked))).toBe(itemOf('Q-A.6.2.4-01'));
    expect(startOf(view, new Set(asked.slice(0, 3)))).toBe(itemOf('Q-8.4-01'));
    expect(startOf(view, new Set())).toBeUndefined();
  });

  it('is filtered by an address that names a theme of the catalogue', () => {
    const themes = [{ id: 'T4', title: 'Human oversight' }];
    expect(askedFilter('theme-T4', { themes })).toEqual({ ...noFilter, theme: 'T4' });
    expect(askedFilter('theme-T77', { themes })).toBeUndefined();
    expect(askedFilter('8.4', { themes })).toBeUndefined();
  });
});

describe('what is not asked now', () => {
  it('is a control that the statement excludes, by the rule that counts the audit', async () => {
    const { view, open, catalogue, itemOf, questionOf } = await aView();
    const row = view.rowById.get('A.7.2');
    expect(row).toMatchObject({ answered: 1, aboutExclusion: { requirement: '6.1.3', control: 'A.7.2' } });
    expect(view.openIds.has(itemOf('Q-A.7.2-01'))).toBe(false);
    expect(view.groups.reduce((sum, { answered }) => sum + answered, 0)).toBe(
      countAudit(catalogue, open).questions.answered,
    );
    expect(row?.aboutExclusion && questionOf(row.aboutExclusion)?.pitfall).toMatch(/risk treatment/);
  });

  it('is a parked question, which stays open and is no place to start', async () => {
    const { answer, again, itemOf, catalogue, api, id } = await aView();
    await answer('Q-5.2-01', { parked: true });
    const view = await again();
    expect(view.counts).toMatchObject({ open: 2, parked: 1 });
    expect(view.openIds.has(itemOf('Q-5.2-01'))).toBe(true);
    expect(findSelected(view, undefined)?.item?.requirement).toBe('6.1.3');
    await answer('Q-5.2-01', { verdict: 'conforms' });
    expect((await again()).counts.parked).toBe(0);
    expect(countAudit(catalogue, await api.call('audits.open', { audit: id })).questions.answered).toBe(4);
  });

  it('is a requirement outside the scope', async () => {
    const { api, id, again } = await aView();
    await api.call('audits.update', { audit: id, fields: { leftOut: ['9.1'], leftOutReason: 'Seen last year.' } });
    expect((await again()).rowById.get('9.1')).toMatchObject({ isLeftOut: true, result: { verdict: 'not-audited' } });
  });
});

describe('the questions of a requirement', () => {
  it('stand in their order, and the neighbour takes the place of one that goes', async () => {
    const { api, id, again, itemOf } = await aView();
    const own = await api.call('checklist.addQuestion', { audit: id, requirement: '8.4', question: 'Who signed?' });
    await api.call('checklist.move', { audit: id, item: own.id, before: itemOf('Q-8.4-02') });
    const order = (await again()).rowById.get('8.4')?.items.map(({ questionId }) => questionId);
    expect(order).toEqual(['Q-8.4-01', 'O-8.4-01', 'Q-8.4-02']);
    await api.call('checklist.remove', { audit: id, item: own.id });
    const last = { record: own.id, requirement: '8.4', index: 1 };
    expect(findSelected(await again(), own.id, last)?.item?.questionId).toBe('Q-8.4-02');
    expect(findSelected(await again(), own.id)?.item?.questionId).toBe('Q-5.2-01');
  });

  it('stand once with a row per AI system where they are put for several, and move as one', async () => {
    const { api, id, again, itemOf, questionOf } = await aView();
    const system = async (name: string, role: 'provider' | 'customer') =>
      (await api.call('aiSystems.create', { audit: id, fields: { name, role, sampled: true } })).id;
    const systems = [await system('A', 'provider'), await system('B', 'provider')];
    const { aiSystems } = await api.call('audits.open', { audit: id });
    const before = (await again()).rowById.get('A.6.2.4');
    if (!before) throw new Error('no row');
    expect(repetitionsDue(before, questionOf, aiSystems)).toEqual([
      { items: [itemOf('Q-A.6.2.4-01')], aiSystems: systems },
    ]);
    await api.call('checklist.repeat', { audit: id, items: [itemOf('Q-A.6.2.4-01')], aiSystems: systems });
    await api.call('checklist.addQuestion', { audit: id, requirement: 'A.6.2.4', question: 'Who signed?' });
    const row = (await again()).rowById.get('A.6.2.4');
    const [first, second, own] = row?.items ?? [];
    if (!row || !first || !second || !own) throw new Error('no questions');
    expect(groupQuestions(row.items).map(({ items }) => items.length)).toEqual([2, 1]);
    expect(repetitionsDue(row, questionOf, aiSystems)).toEqual([]);
    expect(whyNotRepeated(row, first, aiSystems)).toMatch(/every sampled/);
    expect(whyNotRepeated(row, first, [])).toMatch(/No AI system/);
    expect(whyNotRepeated(row, own, aiSystems)).toBeUndefined();
    expect(movesFor(row.items, second.id, 1)).toEqual([{ item: own.id, before: first.id }]);
    expect(movesFor(row.items, own.id, -1)).toEqual([{ item: own.id, before: first.id }]);
    expect(movesFor(row.items, own.id, 1)).toEqual([]);
    const longer = [own, first, second];
    expect(movesFor(longer, own.id, 1)).toEqual([{ item: own.id, before: null }]);
  });
});
