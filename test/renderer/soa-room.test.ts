import { describe, expect, it } from 'vitest';
import { changedParts, groupIssues } from '../../renderer/features/soa/reading.ts';
import { withoutRow } from '../../renderer/parts/import-places.ts';
import { filterGroups, groupEntries } from '../../renderer/features/soa/soa-rows.ts';
import { texts } from '../../renderer/features/soa/texts.ts';
import { soaIssueCodes } from '../../shared/contract/soa.ts';
import { aRecord, smallCatalogue } from '../support/open-audit.ts';

const entries = [
  aRecord('soaEntry', 's1', { control: 'A.2.2', stated: true, justification: 'Needed' }),
  aRecord('soaEntry', 's2', { control: 'A.10.3', stated: true, applicable: false }),
  aRecord('soaEntry', 's3', { control: 'OWN-1', title: 'Own rule', additional: true }),
];
const results = new Map([['A.2.2', { verdict: 'conforms' as const, partial: false }]]);
const groups = groupEntries(entries, smallCatalogue, results, 'Own');
const ids = (list: typeof groups) => list.map(({ title, rows }) => [title, rows.map(({ entry }) => entry.control)]);

const left = (...filter: Parameters<typeof filterGroups> extends [unknown, ...infer R] ? R : never) =>
  filterGroups(groups, ...filter).flatMap(({ rows }) => rows.map(({ entry }) => entry.control));
const issue = (row: number | null, code: (typeof soaIssueCodes)[number]) => ({
  row,
  code,
  control: '',
  message: '',
});

describe('the statement', () => {
  it('stands under the groups of the catalogue, own controls last, with titles and results', () => {
    expect(ids(groups)).toEqual([
      ['Policies', ['A.2.2']],
      ['Third parties', ['A.10.3']],
      ['Own', ['OWN-1']],
    ]);
    expect(groups[0]?.rows[0]).toMatchObject({ title: 'AI policy', result: { verdict: 'conforms' } });
    expect(groups[2]?.rows[0]).toMatchObject({ title: 'Own rule', result: undefined });
  });

  it('is filtered by what is excluded, unjustified, not stated, own, and by words', () => {
    expect(left('excluded', '')).toEqual(['A.10.3']);
    expect(left('unjustified', '')).toEqual(['A.10.3']);
    expect(left('unstated', '')).toEqual(['OWN-1']);
    expect(left('additional', '')).toEqual(['OWN-1']);
    expect(left('all', 'POLICY needed')).toEqual(['A.2.2']);
    expect(left('all', 'nothing such')).toEqual([]);
  });
});

describe('the preview of an import', () => {
  it('orders issues by kind and row and has words for every kind', () => {
    const grouped = groupIssues([
      issue(9, 'duplicate'),
      issue(30, 'missing-control'),
      issue(null, 'missing-control'),
      issue(2, 'contradicting-duplicate'),
    ]);
    expect(grouped.map(({ code, issues }) => [code, issues.map(({ row }) => row)])).toEqual([
      ['contradicting-duplicate', [2]],
      ['missing-control', [null, 30]],
      ['duplicate', [9]],
    ]);
    expect(groupIssues(soaIssueCodes.map((code) => issue(1, code)))).toHaveLength(soaIssueCodes.length);
    expect(Object.keys(texts.issueKinds).toSorted()).toEqual(soaIssueCodes.toSorted());
  });

  it('says what would change in a control', () => {
    const state = { applicable: true, stated: false, justification: '', implementation: '' };
    const difference = { control: 'A.2.2', title: '', before: state, after: { ...state, stated: true } };
    expect(changedParts(difference)).toEqual({ applicable: true, justification: false, implementation: false });
    expect(changedParts({ ...difference, after: { ...state, implementation: 'x' } })).toEqual({
      applicable: false,
      justification: false,
      implementation: true,
    });
  });

  it('does not say the row twice', () => {
    expect(withoutRow('Row 37: A.7.2 is excluded.', 37)).toBe('A.7.2 is excluded.');
    expect(withoutRow('Row 37: A.7.2 is excluded.', 3)).toBe('Row 37: A.7.2 is excluded.');
  });
});
