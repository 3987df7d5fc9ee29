import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverAudit } from '../../shared/domain/coverage.ts';
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
