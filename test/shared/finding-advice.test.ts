import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adviceRules, advise } from '../../shared/domain/advice/advise.ts';
import type { AdviceAudit, AdvisedFinding } from '../../shared/domain/advice/rule.ts';
import { grades, keysOf } from '../../shared/domain/vocabulary.ts';

const sound: AdvisedFinding = {
  grade: 'minor',
  requirement: '42001:2023, 8.4: assessments are redone at planned intervals.',
  evidence: 'Three of seven assessment files were read [E-012].',
  nature: 'For one of three sampled systems the assessment was not redone after a change of the model.',
  gradeReason: 'Minor: one of three systems, of low impact.',
  requirements: ['8.4'],
  evidenceNumbers: ['E-012'],
};
const keysOfAdvice = (finding: Partial<AdvisedFinding>, audit: AdviceAudit = {}) =>
  advise({ ...sound, ...finding }, audit).map(({ rule }) => rule.key);
const natured = (nature: string) => keysOfAdvice({ nature });

const caseShape = z.object({
  id: z.string(),
  good: z.boolean(),
  fault: z.string().nullable(),
  where: z.string().nullable(),
  audit: z.object({
    excludedControls: z.array(z.string()),
    team: z.array(z.string()),
    interviewees: z.array(z.string()),
    standardText: z.string().optional(),
  }),
  finding: z.object({
    grade: z.enum(keysOf(grades)),
    requirement: z.string(),
    evidence: z.string(),
    nature: z.string(),
    gradeReason: z.string(),
    requirements: z.array(z.string()),
    evidenceNumbers: z.array(z.string()),
  }),
});
function adviseSet(name: string) {
  const fixture = new URL(`../fixtures/findings/${name}.json`, import.meta.url);
  const { cases } = z.object({ cases: z.array(caseShape) }).parse(JSON.parse(readFileSync(fixture, 'utf8')));
  const advised = cases.map(({ audit, ...one }) => ({
    ...one,
    advice: advise(one.finding, {
      excluded: new Set(audit.excludedControls),
      people: [...audit.team, ...audit.interviewees],
      ...(audit.standardText === undefined ? {} : { licensedTexts: { text: audit.standardText } }),
    }),
  }));
  return { bad: advised.filter(({ good }) => !good), good: advised.filter(({ good }) => good) };
}

// The rules were made with the first set at hand. The second was opened once, when they were done; the score is of then.
describe.each([
  { name: 'first-set', named: 27, alarms: 3 },
  { name: 'second-set', named: 27, alarms: 4 },
])('the advice on the sixty findings of the $name', ({ name, named, alarms }) => {
  const { bad, good } = adviseSet(name);

  it(`names at least ${named} of 30 faults by the right rule beside the right box`, () => {
    const missed = bad.filter(
      ({ fault, where, advice }) => !advice.some(({ rule, box }) => rule.key === fault && box === where),
    );
    expect(bad).toHaveLength(30);
    expect(missed.map(({ id, fault }) => `${id} ${fault}`).slice(30 - named)).toEqual([]);
  });

  it(`is wrong on at most ${alarms} of 30 good ones`, () => {
    const alarmed = good.filter(({ advice }) => advice.length > 0);
    expect(good).toHaveLength(30);
    expect(alarmed.map(({ id, advice }) => `${id} ${advice[0]?.words}`).slice(alarms)).toEqual([]);
  });
});

describe('every rule', () => {
  it('has a key of its own', () => {
    expect(new Set(adviceRules.map(({ key }) => key)).size).toBe(adviceRules.length);
  });

  it.each(adviceRules.map((rule) => [rule.key, rule] as const))(
    '%s names its bad example, not its good one',
    (_, rule) => {
      const { box, bad, good, audit = {} } = rule.example;
      expect(keysOfAdvice(bad, audit)).toContain(rule.key);
      expect(keysOfAdvice(good, audit)).toEqual([]);
      expect(good[box]).toBeTruthy();
    },
  );
});

describe('the advice', () => {
  it('lets a sound finding be', () => {
    expect(keysOfAdvice({})).toEqual([]);
  });

  it('is silent on what others said or wrote', () => {
    expect(natured('The list reads “never checked, should be redone because of the merger”; one of three.')).toEqual(
      [],
    );
    expect(
      keysOfAdvice({ evidence: 'The owner of one of three files stated that it is blank due to illness [E-012].' }),
    ).toEqual([]);
    expect(keysOfAdvice({ evidence: 'One of three files is blank due to illness [E-012].' })).toEqual(['cause']);
  });

  it('finds a name however it is written, and no word that is a name too', () => {
    const audit = { people: ['Dr. Anke Schröder', 'J. van den Berg', 'April Jones (data steward)', 'Head of Risk'] };
    const named = (nature: string) => keysOfAdvice({ nature }, audit);
    for (const nature of [
      'According to Dr Schroeder one of three lacks a date.',
      'Schröder’s file has no date.',
      'A. Schröder signed one of three.',
      'Mr van den Berg holds one of three.',
      'April Jones holds one of three.',
    ])
      expect(named(nature), nature).toEqual(['person-name']);
    expect(
      keysOfAdvice({ nature: 'The Works of two of six sites lack a date.' }, { people: ['Works council'] }),
    ).toEqual([]);
    for (const nature of ['In April one of three lacked a date.', 'The Head of Risk lacks a date for one of three.'])
      expect(named(nature), nature).toEqual([]);
  });

  it('tells a sample from dates, versions, pages and amounts', () => {
    const sampled = (evidence: string) => !keysOfAdvice({ evidence }).includes('no-sample');
    for (const evidence of [
      'Sample: 5 of 40 change records [E-012].',
      'Eleven suppliers, three chosen by spend [E-012].',
      'The organisation runs two systems; both were followed from design to operation [E-012].',
      'All model cards (9) were read [E-012].',
      'Register R-3 has 45 entries, of which nine were opened [E-012].',
    ])
      expect(sampled(evidence), evidence).toBe(true);
    for (const evidence of [
      'The log of 12 March 2026 has no entry for the stop [E-012].',
      'Version 2.1 of the policy, page 2 of 4, names no owner [E-012].',
      'Seen at 10:30: the alarm of line 4 was off for 35 minutes [E-012].',
    ])
      expect(sampled(evidence), evidence).toBe(false);
  });

  it('knows two failures from two cases of one', () => {
    const two = (nature: string, ...requirements: string[]) =>
      keysOfAdvice({ nature, requirements }).includes('two-failures');
    expect(two('a) The policy is not approved. b) Supplier contracts lack an annex.', '5.2', 'A.10.3')).toBe(true);
    expect(two('One of four risks has no owner; moreover, the inventory is not dated.', '6.1.2')).toBe(true);
    const requirement = 'A.4.2: an inventory of systems is kept. 7.2: operators are competent.';
    const apart = 'The inventory is not complete, and the operators are not trained.';
    expect(keysOfAdvice({ nature: apart, requirement, requirements: ['A.4.2', '7.2'] })).toEqual(['two-failures']);
    expect(two('One of four teams uses an old manual. The current issue was not handed out.', '7.5.3', 'A.8.2')).toBe(
      false,
    );
    expect(two('(a) System A: no assessment. (b) System B: no assessment.', '8.4', '6.1.4')).toBe(false);
    expect(two('For one of four systems operation is not monitored, and no alarm was set.', 'A.6.2.6', '9.1')).toBe(
      false,
    );
  });

  it('takes the grade said again for no reason', () => {
    for (const gradeReason of [
      '',
      ' – ',
      'Minor.',
      'Rated minor by the lead auditor on 4 May 2026.',
      'See above',
      'tbd',
    ])
      expect(keysOfAdvice({ gradeReason }), gradeReason).toEqual(['no-grade-reason']);
    expect(keysOfAdvice({ gradeReason: 'Minor: isolated.' })).toEqual([]);
  });

  it('says which numbers are not there, each once', () => {
    const known = new Set(['E-012']);
    const { length, 0: first } = advise({ ...sound, nature: 'See [F-009].', gradeReason: 'As in [F-009].' }, { known });
    expect([length, first?.box, first?.words]).toEqual([
      1,
      'nature',
      'Refers to F-009, which does not exist in this audit.',
    ]);
  });
});

describe('hostile texts', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '"',
      '“',
      "'",
      '«',
      '(1)',
      ' and ',
      '12 of ',
      'one ',
      'E-',
      '[',
      'Marie ',
      ', as the ',
      '\n',
      '. ',
      'not ',
      '1/',
    ),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('never make it throw, and are judged the same each time', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (one, other, people) => {
        const finding = { ...sound, requirement: other, evidence: one, nature: other, gradeReason: one };
        const audit = { people, licensedTexts: { a: one }, known: new Set<string>() };
        expect(advise(finding, audit)).toEqual(advise(finding, audit));
      }),
    );
  });

  // A pattern that goes back over what it has read would not come to an end here.
  it.each(['one ', '1 of ', '(a) not ', '“', ', as the a b ', 'all a a ', '1 000 ', 'the firm keeps '])(
    'of 200,000 characters come to an end: %j',
    (unit) => {
      const long = unit.repeat(200_000 / unit.length);
      const audit = { people: ['Marie van den Berg'], licensedTexts: { a: 'The firm keeps a ledger.' } };
      for (const box of ['requirement', 'evidence', 'nature', 'gradeReason'] as const)
        expect(Array.isArray(advise({ ...sound, [box]: long }, audit))).toBe(true);
    },
  );
});
