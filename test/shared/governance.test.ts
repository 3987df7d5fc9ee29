import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectGovernance } from '../../shared/domain/governance.ts';
import { resultsByRequirement } from '../../shared/domain/summary.ts';
import { type Grade, type Verdict, verdicts } from '../../shared/domain/vocabulary.ts';
import { smallCatalogue } from '../support/open-audit.ts';

const ids = smallCatalogue.requirements.map(({ id }) => id);
const verdict = fc.constantFrom(...(Object.keys(verdicts) as Verdict[]));
const checklist = fc.array(fc.record({ requirement: fc.constantFrom(...ids), verdict }));
const soaOf = (excluded: boolean) => ({
  entries: [{ control: 'A.10.3', applicable: !excluded, additional: false }],
});

describe('the facts behind the four questions', () => {
  const results = resultsByRequirement(smallCatalogue, {
    audit: { leftOut: [] },
    checklist: [
      { requirement: '8.1', verdict: 'conforms' },
      { requirement: '8.4', verdict: 'nonconforming' },
      { requirement: 'A.2.2', verdict: 'not-audited' },
    ],
    soa: soaOf(true),
  });
  const raised: { number: string; grade: Grade; requirements: string[] }[] = [
    { number: 'F-010', grade: 'minor', requirements: ['8.4'] },
    { number: 'F-002', grade: 'major', requirements: ['8.1', '8.4'] },
    { number: 'F-003', grade: 'strength', requirements: ['8.4'] },
    { number: 'F-004', grade: 'minor', requirements: ['A.10.3'] },
  ];
  const findings = raised.map((finding) => ({ ...finding, earlierFinding: null, earlierStatus: '' as const }));

  it('are the results, the nonconformities and what was not audited under the themes of each', () => {
    const [governs, risks] = collectGovernance(smallCatalogue, results, findings);
    expect(governs).toMatchObject({
      id: 'governs',
      question: 'Who governs?',
      requirements: 3,
      byVerdict: { conforms: 1, nonconforming: 1, 'not-audited': 1, improvement: 0 },
      nonconformities: ['F-002', 'F-010'],
      notAudited: ['A.2.2'],
    });
    expect(risks).toMatchObject({
      requirements: 2,
      byVerdict: { nonconforming: 1, 'not-applicable': 1 },
      nonconformities: ['F-002', 'F-004', 'F-010'],
      notAudited: [],
    });
  });

  it('leave an earlier finding out that this audit has closed, and no other', () => {
    const carried = (['closed', 'open', 'not-effective', 'not-verified'] as const).map((earlierStatus, at) => ({
      number: `F-00${at + 5}`,
      grade: 'minor' as const,
      requirements: ['8.4'],
      earlierFinding: 'an earlier one',
      earlierStatus,
    }));
    expect(collectGovernance(smallCatalogue, results, carried)[0]?.nonconformities).toEqual([
      'F-006',
      'F-007',
      'F-008',
    ]);
  });

  it('do not depend on the order of the findings', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(findings, { minLength: findings.length }), (shuffled) => {
        expect(collectGovernance(smallCatalogue, results, shuffled)).toEqual(
          collectGovernance(smallCatalogue, results, findings),
        );
      }),
    );
  });

  it('count every requirement of a question once', () => {
    fc.assert(
      fc.property(checklist, fc.boolean(), (items, excluded) => {
        const given = resultsByRequirement(smallCatalogue, {
          audit: { leftOut: [] },
          checklist: items,
          soa: soaOf(excluded),
        });
        for (const { requirements, byVerdict } of collectGovernance(smallCatalogue, given, [])) {
          expect(Object.values(byVerdict).reduce((sum, count) => sum + count, 0)).toBe(requirements);
        }
      }),
    );
  });
});
