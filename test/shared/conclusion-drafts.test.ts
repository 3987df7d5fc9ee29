// The drafts of the conclusions follow from the results, name what they rest on, and differ by the type of audit.
import { describe, expect, it } from 'vitest';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { draftAnswers, draftConclusions } from '../../shared/domain/conclusion-drafts.ts';
import { plainTemplate } from '../../shared/domain/templates.ts';
import type { AuditType, Grade } from '../../shared/domain/vocabulary.ts';
import { aRecord, anItem, anOpenAudit, smallCatalogue } from '../support/open-audit.ts';

const open = anOpenAudit({
  audit: aRecord('audit', 'audit', { ref: '2026-001', title: 'An audit', type: 'internal', remoteShare: 25 }),
  checklist: [
    anItem('i1', { requirement: '8.1', verdict: 'conforms' }),
    anItem('i2', { requirement: '8.4', verdict: 'nonconforming' }),
    anItem('i3', { requirement: 'A.2.2', verdict: 'not-audited', reason: 'Nobody there.' }),
  ],
  soa: {
    ...aRecord('soa', 'soa', {}),
    entries: [
      aRecord('soaEntry', 's1', { control: 'A.2.2', stated: true }),
      aRecord('soaEntry', 's2', { control: 'A.10.3', stated: true, applicable: false }),
    ],
  },
  findings: [
    aRecord('finding', 'f2', { number: 'F-002', grade: 'minor', requirements: ['8.4'], auditeePosition: 'disagrees' }),
    aRecord('finding', 'f1', { number: 'F-001', grade: 'strength', requirements: ['8.1'] }),
  ],
});

const audited = (type: AuditType, grades: Grade[], more: Partial<OpenAudit> = {}) =>
  anOpenAudit({
    audit: aRecord('audit', 'audit', { title: 'An audit', type }),
    checklist: ['8.1', '8.4', 'A.2.2', 'A.10.3'].map((requirement, place) =>
      anItem(`i${place}`, { requirement, verdict: 'conforms' }),
    ),
    findings: grades.map((grade, place) => aRecord('finding', `f${place}`, { number: `F-00${place + 1}`, grade })),
    ...more,
  });
const recommended = (type: AuditType, grades: Grade[], more: Partial<OpenAudit> = {}) =>
  draftConclusions(audited(type, grades, more), smallCatalogue).recommendation.text;

describe('the drafts of the conclusions', () => {
  it('come from results, with references and reasons', () => {
    expect(draftConclusions(open, smallCatalogue)).toEqual({
      objectivesMet: {
        text: 'The objectives of the audit were met, but for what was not audited: [A.2.2].',
        reasons: ['2 of 4 requirements audited; 1 control is excluded.', 'Not audited, whole or in part: [A.2.2].'],
      },
      conformity: {
        text: 'The management system fulfils the criteria on the whole: 1 minor nonconformity [F-002].',
        reasons: [
          'Requirements: 1 conform, 1 nonconforming, 1 not applicable, 1 not audited.',
          'Nonconforming: [8.4].',
        ],
      },
      effectiveness: {
        text: 'Nothing was found that puts in doubt that the management system reaches what it is meant to reach.',
        reasons: [],
      },
      scopeFit: { text: '', reasons: [] },
      earlierActions: { text: '', reasons: [] },
      recommendation: {
        text: 'Correction and corrective action are to be agreed for [F-002], with owners and dates, and their effect is to be checked.',
        reasons: ['Findings: no major, 1 minor [F-002].'],
      },
      differences: { text: 'The auditee disagrees with [F-002].', reasons: [] },
      programme: {
        text: 'The next audit looks at the effect of the actions on [F-002]. It takes in what was not audited this time: [A.2.2].',
        reasons: [],
      },
      marks: { text: '', reasons: [] },
      limits: {
        text: 'The audit looked at samples; what was not found may still be there. 25 % of the audit was remote.',
        reasons: [],
      },
      notAudited: { text: '[A.2.2]: Nobody there.', reasons: [] },
    });
  });

  it('conclude nothing from an audit without a result', () => {
    const drafts = draftConclusions(anOpenAudit(), smallCatalogue);
    expect(drafts.objectivesMet.text).toContain('cannot be said yet');
    for (const field of ['conformity', 'effectiveness', 'recommendation', 'limits', 'notAudited'] as const)
      expect(drafts[field].text).toBe('');
  });

  it('recommend by the type of audit and the gravest findings', () => {
    expect(recommended('stage-2', ['major', 'minor'])).toBe(
      'The team does not recommend certification before correction and corrective action of [F-001] are accepted and verified and the plans for correction and corrective action of [F-002] are accepted.',
    );
    expect(recommended('stage-2', ['minor'])).toMatch(
      /^The team recommends certification once the plans .* \[F-001\] are accepted\.$/,
    );
    expect(recommended('surveillance', [])).toBe('The team recommends that the certificate is kept.');
    expect(recommended('recertification', ['strength'])).toBe('The team recommends that the certificate is renewed.');
    expect(recommended('stage-1', ['concern'])).toBe(
      'Stage 2 can go ahead once the areas of concern are dealt with: [F-001].',
    );
    expect(recommended('supplier', ['major'])).toContain('should not be relied on');
    expect(recommended('supplier', [])).toBe('The supplier can be relied on for what was audited.');
    expect(recommended('internal', [])).toBe('No action has to be agreed.');
    const carried = aRecord('finding', 'f', {
      number: 'F-001',
      grade: 'minor',
      earlierFinding: 'x',
      earlierStatus: 'not-effective',
    });
    expect(recommended('follow-up', [], { findings: [carried] })).toBe('A further follow-up is needed for [F-001].');
  });

  it('doubt the effect where a decision on a grade or an action does', () => {
    const effect = (more: Partial<OpenAudit>) =>
      draftConclusions(audited('stage-2', ['minor'], more), smallCatalogue).effectiveness;
    const decision = (capabilityInDoubt: 'yes' | 'no', id: string) =>
      aRecord('gradeDecision', id, { finding: 'f0', grade: 'minor', capabilityInDoubt });
    expect(effect({ gradeDecisions: [decision('no', 'd1'), decision('yes', 'd2')] }).text).toContain(
      'in doubt because of [F-001]',
    );
    expect(effect({ gradeDecisions: [decision('yes', 'd1'), decision('no', 'd2')] }).text).toContain(
      'Nothing was found',
    );
    const action = aRecord('action', 'a', { finding: 'f0', effective: 'no' });
    expect(effect({ actions: [action] }).text).toContain('have not had their effect');
  });

  it('say of readiness that nothing is graded', () => {
    const template = {
      ...plainTemplate('stage-1'),
      grades: [{ grade: 'concern' as const, label: 'Area of concern', definition: '' }],
    };
    const drafts = draftConclusions(audited('stage-1', ['concern']), { ...smallCatalogue, templates: [template] });
    expect(drafts.conformity.text).toContain('1 area of concern');
    expect(drafts.recommendation.reasons).toEqual(['Findings: 1 of concern [F-001].']);
  });

  it('answer each of the four questions by its themes', () => {
    expect([...draftAnswers(open, smallCatalogue)].map(([id, { text, reasons }]) => [id, text, ...reasons])).toEqual([
      [
        'governs',
        'Not everything stands as it should: see [F-002]. Not audited: [A.2.2].',
        '3 requirements: 1 conform, 1 nonconforming, 1 not audited. Nonconformities: [F-002]. Not audited: [A.2.2].',
      ],
      [
        'risks',
        'Not everything stands as it should: see [F-002].',
        '2 requirements: 1 nonconforming, 1 not applicable. Nonconformities: [F-002].',
      ],
    ]);
  });
});
