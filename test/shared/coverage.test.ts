import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverAudit, coverSystems } from '../../shared/domain/coverage.ts';
import { resultsByRequirement } from '../../shared/domain/summary.ts';
import { type Verdict, verdicts } from '../../shared/domain/vocabulary.ts';
import { smallCatalogue } from '../support/open-audit.ts';

const ids = smallCatalogue.requirements.map(({ id }) => id);
const verdict = fc.constantFrom(...(Object.keys(verdicts) as Verdict[]));
const checklist = fc.array(fc.record({ requirement: fc.constantFrom(...ids), verdict }));
const soaOf = (excluded: boolean) => ({
  entries: [{ control: 'A.10.3', applicable: !excluded, additional: false }],
});

describe('the coverage', () => {
  it('has every requirement and every question once, under its group, with the result that is counted', () => {
    fc.assert(
      fc.property(checklist, fc.boolean(), (items, excluded) => {
        const audit = { audit: { leftOut: [] }, checklist: items, soa: soaOf(excluded) };
        const groups = coverAudit(smallCatalogue, audit);
        const covered = groups.flatMap(({ requirements }) => requirements);
        expect(covered.map(({ requirement }) => requirement.id)).toEqual(ids);
        expect(covered.flatMap((one) => one.items)).toHaveLength(items.length);
        const results = resultsByRequirement(smallCatalogue, audit);
        for (const { requirement, result } of covered) expect(result).toEqual(results.get(requirement.id));
        expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(items.length);
        expect(covered.filter(({ isExcluded }) => isExcluded).map(({ requirement }) => requirement.id)).toEqual(
          excluded ? ['A.10.3'] : [],
        );
      }),
    );
  });

  it('counts answers', () => {
    const [operation] = coverAudit(smallCatalogue, {
      audit: { leftOut: [] },
      checklist: [
        { requirement: '8.4', verdict: 'conforms' },
        { requirement: '8.4', verdict: 'in-progress' },
        { requirement: '8.4', verdict: 'not-started' },
      ],
      soa: { entries: [] },
    });
    expect(operation).toMatchObject({ id: '8', answered: 1, total: 3 });
    expect(operation?.requirements[1]).toMatchObject({ answered: 1, result: { verdict: 'in-progress' } });
  });
});

describe('the coverage by AI system', () => {
  const aiSystems = [
    { id: 'a', sampled: true, inScope: true },
    { id: 'b', sampled: false, inScope: true },
    { id: 'c', sampled: true, inScope: false },
  ];
  const asked = fc.array(
    fc.record({ requirement: fc.constantFrom(...ids), verdict, aiSystem: fc.constantFrom('a', 'b', 'c', null) }),
  );

  it('has every question that is asked per system in one cell, and the same columns for every system', () => {
    fc.assert(
      fc.property(asked, (list) => {
        const rows = coverSystems(smallCatalogue, { aiSystems, checklist: list, soa: soaOf(false) });
        const perSystem = list.filter(({ aiSystem }) => aiSystem !== null);
        expect(rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items))).toHaveLength(perSystem.length);
        const columns = ids.filter((id) => perSystem.some(({ requirement }) => requirement === id));
        for (const { cells } of rows) expect(cells.map(({ requirement }) => requirement.id)).toEqual(columns);
        expect(rows.map(({ system }) => system.id)).toEqual(
          ['a', 'b', 'c'].filter((id) => id === 'a' || perSystem.some(({ aiSystem }) => aiSystem === id)),
        );
        for (const { system, cells } of rows)
          for (const { items, answered } of cells) {
            expect(items.every(({ aiSystem }) => aiSystem === system.id)).toBe(true);
            expect(answered).toBeLessThanOrEqual(items.length);
          }
      }),
    );
  });

  it('says the worst answer for the system alone', () => {
    const item = (aiSystem: string, of: Verdict) => ({ requirement: '8.4', verdict: of, aiSystem });
    const answers = [item('a', 'conforms'), item('a', 'conforms'), item('b', 'nonconforming')];
    const rows = coverSystems(smallCatalogue, { aiSystems, checklist: answers, soa: soaOf(false) });
    expect(rows.map(({ cells }) => cells[0]?.result.verdict)).toEqual(['conforms', 'nonconforming']);
  });
});
