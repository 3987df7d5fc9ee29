import { describe, expect, it } from 'vitest';
import {
  askedFilter,
  type Filter,
  filterItems,
  findSelected,
  noFilter,
  startOf,
  viewChecklist,
} from '../../renderer/features/checklist/checklist-view.ts';
import type { Question } from '../../shared/domain/catalogue.ts';
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
  const questions = new Map(catalogue.questions.map((question): [string, Question] => [question.id, question]));
  const fitting = (filter: Partial<Filter>) =>
    [...filterItems(view, questions, open.aiSystems, { ...noFilter, ...filter })]
      .map((item) => view.itemById.get(item)?.questionId ?? '')
      .toSorted((one, other) => one.localeCompare(other));
  return { view, fitting, itemOf };
}

describe('the checklist', () => {
  it('rolls up questions to requirements and groups', async () => {
    const { view } = await aView();
    expect(view.rowById.get('8.4')).toMatchObject({ answered: 2, result: { verdict: 'nonconforming' } });
    expect(view.rowById.get('A.7.2')).toMatchObject({ isExcluded: true, result: { verdict: 'not-applicable' } });
    expect(view.groups.find(({ id }) => id === '8')).toMatchObject({ answered: 2, total: 2 });
    expect(view.counts).toEqual({ all: 5, open: 3, nonconforming: 1, 'not-audited': 0 });
  });

  it('is filtered by answer, words and people', async () => {
    const { fitting } = await aView();
    expect(fitting({ kind: 'nonconforming' })).toEqual(['Q-8.4-02']);
    expect(fitting({ kind: 'open' })).toEqual(['Q-5.2-01', 'Q-A.6.2.4-01', 'Q-A.7.2-01']);
    expect(fitting({ text: 'REGISTER complete' })).toEqual(['Q-8.4-01']);
    expect(fitting({ text: 'head of claims' })).toEqual(['Q-8.4-02']);
    expect(fitting({ text: 'nothing has these words' })).toEqual([]);
    expect(fitting({})).toHaveLength(5);
  });

  it('is entered at an item, at a requirement, or at the first open question', async () => {
    const { view, itemOf } = await aView();
    expect(findSelected(view, itemOf('Q-8.4-02'))?.item?.questionId).toBe('Q-8.4-02');
    expect(findSelected(view, 'A.6.2.4')?.item?.questionId).toBe('Q-A.6.2.4-01');
    expect(findSelected(view, '8.4')?.item?.questionId).toBe('Q-8.4-01');
    expect(findSelected(view, '4.1')).toMatchObject({ row: { requirement: { id: '4.1' } }, item: undefined });
    expect(findSelected(view, undefined)?.item?.questionId).toBe('Q-5.2-01');
    expect(findSelected(view, 'nonsense')?.item?.questionId).toBe('Q-5.2-01');
    const asked = ['Q-8.4-01', 'Q-8.4-02', 'Q-A.7.2-01'].map(itemOf);
    expect(startOf(view, new Set(asked))).toBe(itemOf('Q-A.7.2-01'));
    expect(startOf(view, new Set(asked.slice(0, 2)))).toBe(itemOf('Q-8.4-01'));
    expect(startOf(view, new Set())).toBeUndefined();
  });

  it('is filtered by an address that names a theme of the catalogue', () => {
    const themes = [{ id: 'T4', title: 'Human oversight' }];
    expect(askedFilter('theme-T4', { themes })).toEqual({ ...noFilter, theme: 'T4' });
    expect(askedFilter('theme-T77', { themes })).toBeUndefined();
    expect(askedFilter('8.4', { themes })).toBeUndefined();
  });
});
