import { describe, expect, it } from 'vitest';
import { countPoints } from '../../shared/domain/gate/agreement.ts';
import { isSamePerson } from '../../shared/domain/gate/people.ts';
import { partOfReviewer, reviewPoints, type Reviewed } from '../../shared/domain/gate/review.ts';
import { countAudit } from '../../shared/domain/summary.ts';
import { smallCatalogue } from '../support/open-audit.ts';

const reviewed: Reviewed = {
  audit: {
    type: 'stage-2',
    status: 'in-review',
    reviewer: 'Otto Sample',
    reviewStep: true,
    releasedAt: '2026-11-20T10:00:00Z',
    releasedBy: 'Otto Sample',
  },
  team: [{ name: 'Ines Example', role: 'lead-auditor' }],
  planSlots: [],
  evidence: [],
  findings: [{ id: 'f', number: 'F-001', raisedBy: 'Ines Example', earlierFinding: null }],
  reviewComments: [],
  signatures: [{ version: 2, side: 'team' }],
  version: 2,
  changedSinceRelease: false,
};

describe('a reviewer', () => {
  it.each([
    ['Dr. Ada Example', 'Example, Ada', true],
    ['ADA EXAMPLE', 'ada example', true],
    ['Zoë Müller', 'Zoe Muller', true],
    ['Ada Example', 'Ada Exemple', false],
    ['Ada Example', 'Ada B. Example', false],
    ['', '', false],
  ])('named %s is %s: %s', (one, other, isSame) => {
    expect(isSamePerson(one, other)).toBe(isSame);
  });

  it('takes no part in the audit: in the team, the plan, its findings or its evidence', () => {
    const part = (given: Partial<Reviewed>) => partOfReviewer('Otto Sample', { ...reviewed, ...given });
    expect(part({})).toBeUndefined();
    expect(part({ team: [{ name: 'Sample, Otto', role: 'observer' }] })).toMatch(/team/);
    expect(part({ planSlots: [{ auditor: 'Ines Example; Otto Sample' }] })).toMatch(/plan/);
    expect(part({ evidence: [{ collectedBy: 'Otto Sample' }] })).toMatch(/evidence/);
    const own = { id: 'f', number: 'F-001', raisedBy: 'Otto Sample', earlierFinding: null };
    expect(part({ findings: [own] })).toMatch(/finding/);
    // Who raised it in the audit before may well review this one.
    expect(part({ findings: [{ ...own, earlierFinding: 'one' }] })).toBeUndefined();
  });

  it('stands in the way of nothing once everything is done', () => {
    expect(reviewPoints(reviewed)).toEqual([]);
    expect(reviewPoints({ ...reviewed, signatures: [{ version: 1, side: 'team' }] })).toMatchObject([
      { record: 'Sign-off', blocks: false },
    ]);
    const open = { noun: 'finding', target: 'f', text: 'Which?', disposition: 'open' } as const;
    expect(reviewPoints({ ...reviewed, reviewComments: [open] })).toMatchObject([{ record: 'F-001', blocks: true }]);
    const withdrawn = { ...open, noun: 'section', target: 'scope' } as const;
    expect(reviewPoints({ ...reviewed, reviewComments: [withdrawn] })).toMatchObject([{ record: 'Review' }]);
    expect(reviewPoints({ ...reviewed, changedSinceRelease: true })).toMatchObject([
      { record: 'Review', blocks: true },
    ]);
    expect(reviewPoints({ ...reviewed, audit: { ...reviewed.audit, status: 'issued' } })).toEqual([]);
  });
});

it('says where counts do not add up to the records', () => {
  const nothing = { checklist: [], soa: { entries: [] }, evidence: [], actions: [], notes: [], findings: [] };
  const counts = countAudit(smallCatalogue, { ...nothing, audit: { leftOut: [] } });
  const requirements = smallCatalogue.requirements.map(({ id }) => ({
    id,
    result: { verdict: 'not-started' as const },
    questions: [],
  }));
  const parts = { findings: [], evidence: [], requirements, counts };
  expect(countPoints(parts)).toEqual([]);
  expect(countPoints({ ...parts, evidence: [{}] })).toMatchObject([{ record: 'Counts', blocks: true }]);
  expect(countPoints({ ...parts, requirements: requirements.slice(1) })).toHaveLength(1);
});
