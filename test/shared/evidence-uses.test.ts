import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectEvidenceUses, type EvidenceUsers } from '../../shared/domain/evidence-uses.ts';

const texts = { evidence: '', nature: '', gradeReason: '' };
const requirements = ['8.4', 'A.6.2.4', 'A.10.2'].map((id) => ({ id }));

const audit: EvidenceUsers = {
  evidence: [
    { id: 'e1', number: 'E-001' },
    { id: 'e2', number: 'E-002' },
  ],
  findings: [
    { ...texts, id: 'f3', number: 'F-003' },
    { ...texts, id: 'f1000', number: 'F-1000', nature: 'See [E-001].' },
    { ...texts, id: 'f2', number: 'F-002', gradeReason: 'As [E-001] shows, and [E-404].' },
    { ...texts, id: 'f20', number: 'F-020', evidence: '[E-001]' },
  ],
  actions: [
    { id: 'a20', finding: 'f20' },
    { id: 'a3', finding: 'f3' },
  ],
  links: [
    { evidence: 'e2', noun: 'action', target: 'a3' },
    { evidence: 'e1', noun: 'action', target: 'a20' },
    { evidence: 'e1', noun: 'action', target: 'gone' },
    { evidence: 'e1', noun: 'checklistItem', target: 'late' },
    { evidence: 'e1', noun: 'checklistItem', target: 'early' },
    { evidence: 'e1', noun: 'checklistItem', target: 'early too' },
    { evidence: 'e1', noun: 'finding', target: 'f20' },
    { evidence: 'e1', noun: 'aiSystem', target: 's1' },
    { evidence: 'e1', noun: 'aiSystem', target: 'gone' },
  ],
  checklist: [
    { id: 'late', requirement: 'A.10.2' },
    { id: 'early', requirement: '8.4' },
    { id: 'early too', requirement: '8.4' },
  ],
  aiSystems: [{ id: 's1', name: 'Claims triage' }],
};

describe('where evidence is used', () => {
  it('is said once each: requirements as in the catalogue, then findings by number', () => {
    const uses = collectEvidenceUses(audit, requirements);
    expect(uses.get('e1')).toEqual({
      usedIn: ['8.4', 'A.10.2', 'F-002', 'F-020', 'F-1000'],
      systemNames: ['Claims triage'],
    });
    expect(uses.get('e2')).toEqual({ usedIn: ['F-003'], systemNames: [] });
  });

  it('does not depend on the order of links and findings', () => {
    const all = fc.record({
      links: fc.shuffledSubarray([...audit.links], { minLength: audit.links.length }),
      findings: fc.shuffledSubarray([...audit.findings], { minLength: audit.findings.length }),
    });
    fc.assert(
      fc.property(all, (shuffled) => {
        const uses = collectEvidenceUses({ ...audit, ...shuffled }, requirements);
        expect(uses.get('e1')).toEqual(collectEvidenceUses(audit, requirements).get('e1'));
      }),
    );
  });
});
