import { describe, expect, it } from 'vitest';
import { itemIn, steadyChecklist } from '../../renderer/features/checklist/answer-texts.ts';
import { draftFinding } from '../../renderer/features/checklist/draft-finding.ts';
import { markMore, rangeOf, toggleMark, toggleMarks } from '../../renderer/features/checklist/marks.ts';
import { peopleToOffer } from '../../renderer/features/checklist/people.ts';
import { groupQuestions, neighbourSystem } from '../../renderer/features/checklist/question-groups.ts';
import { anItem, anOpenAudit, aRecord, smallCatalogue } from '../support/open-audit.ts';

const items = [
  anItem('1', { requirement: '8.1', notes: 'One' }),
  anItem('2', { requirement: '8.4', verdict: 'nonconforming' }),
];

describe('typing', () => {
  it('changes nothing for who shows verdicts and order', () => {
    const steady = steadyChecklist();
    const first = steady(items);
    const typed = items.with(0, { ...items[0]!, notes: 'One more', interviewees: ['Ada'] });
    expect(steady(typed)).toBe(first);
    expect(itemIn(typed, '1')?.notes).toBe('One more');
    const answered = typed.with(0, { ...typed[0]!, verdict: 'conforms' });
    expect(steady(answered)).toBe(answered);
    expect(steady(answered.slice(1))).toHaveLength(1);
  });
});

describe('marks', () => {
  it('are set and taken away one by one, by requirement, by range, and all', () => {
    expect(toggleMark(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggleMark(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggleMarks(['a'], ['a', 'b'])).toEqual(['a', 'b']);
    expect(toggleMarks(['a', 'b', 'c'], ['a', 'b'])).toEqual(['c']);
    expect(rangeOf(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(rangeOf(['a'], 'a', 'gone')).toEqual([]);
    const [here, all] = [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ];
    expect(markMore([], here, all)).toEqual(here);
    expect(markMore(here, here, all)).toEqual(all);
    expect(markMore(all, here, all)).toEqual([]);
  });
});

describe('a question for several AI systems', () => {
  it('has neighbours for the other systems and none beyond', () => {
    const repeated = ['a', 'b', 'c'].map((aiSystem) =>
      anItem(aiSystem, { requirement: '8.4', questionId: 'Q', aiSystem }),
    );
    const all = [...repeated, anItem('d', { requirement: '8.4' })];
    expect(groupQuestions(all).map((group) => group.items.length)).toEqual([3, 1]);
    expect(neighbourSystem(all, 'b', 1)).toBe('c');
    expect(neighbourSystem(all, 'b', -1)).toBe('a');
    expect(neighbourSystem(all, 'c', 1)).toBeUndefined();
    expect(neighbourSystem(all, 'd', -1)).toBeUndefined();
  });
});

describe('people to offer', () => {
  it('are those met, planned, present, named by the catalogue, and the team, each once', () => {
    const open = anOpenAudit({
      checklist: [anItem('1', { requirement: '8.1', interviewees: ['Ada'] })],
      planSlots: [aRecord('planSlot', 's', { auditee: 'Ben, Head of claims' })],
      meetings: [aRecord('meeting', 'm', { kind: 'opening', attendees: ['Ada', 'Cora'] })],
      team: [aRecord('teamMember', 't', { name: 'Ines Example' })],
    });
    expect(peopleToOffer(open, ['Head of claims', 'Data steward'])).toEqual([
      'Ada',
      'Ben',
      'Head of claims',
      'Cora',
      'Data steward',
      'Ines Example',
    ]);
  });
});

describe('a finding that is raised', () => {
  const open = anOpenAudit({
    aiSystems: [aRecord('aiSystem', 'system', { name: 'Claims triage' })],
    evidence: [
      aRecord('evidence', 'e1', { number: 'E-001', kind: 'document' } as never),
      aRecord('evidence', 'e2', { number: 'E-002', kind: 'document' } as never),
    ],
    links: [
      aRecord('link', 'l1', { evidence: 'e1', noun: 'checklistItem', target: '2' }),
      aRecord('link', 'l2', { evidence: 'e2', noun: 'checklistItem', target: '2' }),
    ],
    samples: [
      aRecord('sample', 's1', {
        item: '2',
        population: 'changes',
        populationSize: 9,
        size: 3,
        exceptions: 'CHG-1\nCHG-2',
      }),
    ],
  });
  const failed = anItem('2', {
    requirement: '8.4',
    questionId: 'Q-8.4-01',
    verdict: 'nonconforming',
    notes: 'Seen in [E-001].',
    interviewees: ['Ada', 'Ben'],
    aiSystem: 'system',
  });
  const good = anItem('1', { requirement: '8.1', questionId: 'Q-8.1-01', verdict: 'conforms', notes: 'In order.' });
  const requirementOf = (id: string) => smallCatalogue.requirements.find((one) => one.id === id)!;
  const draft = (...about: (typeof good)[]) =>
    draftFinding(
      open,
      smallCatalogue,
      () => undefined,
      about.map((item) => ({ item, requirement: requirementOf(item.requirement) })),
    );

  it('has what is known at one question', () => {
    expect(draft(failed)).toEqual({
      fields: {
        grade: 'minor',
        requirement: 'Standard:1, 8.4 Impact assessment.',
        evidence:
          'Seen in [E-001]. [E-002]\nSampled: 3 of 9 changes · by judgement · 2 of 3 had exceptions.\n' +
          'Exceptions: CHG-1; CHG-2.\nInterviewed: Ada, Ben.',
        requirements: ['8.4'],
        aiSystems: ['system'],
        item: '2',
      },
      evidenceIds: ['e1', 'e2'],
    });
  });

  it('has what is known at several, with the gravest grade, and says where each was seen', () => {
    const { fields, evidenceIds } = draft(good, failed);
    expect(fields).toMatchObject({ grade: 'minor', requirements: ['8.1', '8.4'], aiSystems: ['system'], item: '1' });
    expect(fields.requirement).toBe('Standard:1, 8.1 Planning.\n\nStandard:1, 8.4 Impact assessment.');
    expect(fields.evidence).toMatch(/^Q-8.1-01: In order.\n\nQ-8.4-01, Claims triage: Seen in/);
    expect(evidenceIds).toEqual(['e1', 'e2']);
  });
});
