import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRecords } from '../../renderer/features/activity/record-names.ts';
import { fieldChanges, sayStep } from '../../renderer/features/activity/step-words.ts';
import { mergeSteps } from '../../renderer/features/activity/use-steps.ts';
import { compareWords } from '../../renderer/ui/word-difference.ts';
import type { RecordInStep, StepOfHistory } from '../../shared/contract/changes.ts';
import { anItem, anOpenAudit, aRecord } from '../support/open-audit.ts';

const aStep = (records: Partial<RecordInStep>[], more: Partial<StepOfHistory> = {}): StepOfHistory => ({
  step: 's1',
  change: 'c1',
  clock: '1',
  at: '2026-11-24T10:00:00+01:00',
  actor: 'Ada',
  device: 'd',
  deviceName: 'Laptop',
  undoes: null,
  undoneBy: null,
  recordCount: records.length,
  records: records.map((record) => ({
    noun: 'checklistItem',
    recordId: 'i1',
    kind: 'set',
    from: {},
    fields: {},
    about: { questionId: 'Q-8.4-02' },
    ...record,
  })),
  ...more,
});

const audit = anOpenAudit({
  checklist: [anItem('i1', { requirement: '8.4', questionId: 'Q-8.4-02' })],
  evidence: [aRecord('evidence', 'e1', { number: 'E-012' })],
  findings: [aRecord('finding', 'f1', { number: 'F-003', grade: 'minor' })],
});
const names = indexRecords(audit);
const say = (...records: Partial<RecordInStep>[]) => sayStep(aStep(records), names);

describe('a step in words', () => {
  it('says the answer, from what to what, with the question people know', () => {
    expect(say({ from: { verdict: 'not-started' }, fields: { verdict: 'conforms' } })).toBe(
      'answered Q-8.4-02: not started → conforms',
    );
  });

  it('names records by their numbers, also the ends of links', () => {
    expect(say({ noun: 'finding', kind: 'create', about: { number: 'F-003' } })).toBe('raised F-003');
    const link = { evidence: 'e1', noun: 'checklistItem', target: 'i1' };
    expect(say({ noun: 'link', kind: 'create', about: link, fields: link })).toBe('linked E-012 and Q-8.4-02');
    expect(say({ noun: 'action', kind: 'create', about: { finding: 'f1' } })).toBe('added action for F-003');
    expect(say({ noun: 'evidence', kind: 'remove', about: { number: 'E-009' } })).toBe('took out E-009');
  });

  it('counts what is many, and leaves out the links that come along', () => {
    const evidence = { noun: 'evidence', kind: 'create', about: { number: 'E-001' } } as const;
    expect(say(evidence, evidence, { noun: 'link', kind: 'create' })).toBe('added 2 pieces of evidence');
    const many = aStep([{ fields: { verdict: 'conforms' } }, { fields: { verdict: 'conforms' } }], { recordCount: 40 });
    expect(sayStep(many, names)).toBe('answered 40 questions');
    const made = aStep([{ noun: 'audit', kind: 'create', about: { ref: '2026-001' } }], { recordCount: 812 });
    expect(sayStep(made, names)).toBe('made the audit 2026-001 with 812 records');
  });

  it('tells fields in words and leaves out what says nothing', () => {
    const record = aStep([
      {
        noun: 'finding',
        from: { grade: 'minor', aiSystems: [], position: 1 },
        fields: { grade: 'major', aiSystems: ['gone'], position: 2 },
      },
    ]).records[0] as RecordInStep;
    expect(fieldChanges(record, names)).toEqual([
      { field: 'grade', name: 'grade', before: 'Minor nonconformity', after: 'Major nonconformity' },
      { field: 'aiSystems', name: 'AI systems', before: '', after: 'gone' },
    ]);
  });
});

describe('the steps on the screen', () => {
  it('keep what was read further back when the top is read anew', () => {
    const step = (clock: string, more: Partial<StepOfHistory> = {}) => aStep([], { step: clock, clock, ...more });
    const known = [step('5'), step('4'), step('3'), step('2')];
    const top = [step('6'), step('5', { undoneBy: '6' }), step('4')];
    expect(mergeSteps(top, known, false).map(({ clock }) => clock)).toEqual(['6', '5', '4', '3', '2']);
    expect(mergeSteps(top, known, false)[1]?.undoneBy).toBe('6');
    expect(mergeSteps([step('1')], known, true).map(({ clock }) => clock)).toEqual(['1']);
  });
});

describe('the difference of two texts', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'audit', ' ', '\n', '  ', 'größer', '👩‍🔬'), { maxLength: 30 });
  it('has both texts in it, whole and in order', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = compareWords(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('new')).toBe(before);
        expect(without('gone')).toBe(after);
      }),
    );
  });

  it('marks only the words that changed', () => {
    expect(compareWords('three of twelve logs were read', 'four of twelve logs were read twice')).toEqual([
      { kind: 'gone', text: 'three' },
      { kind: 'new', text: 'four' },
      { kind: 'same', text: ' of twelve logs were read' },
      { kind: 'new', text: ' twice' },
    ]);
  });
});
