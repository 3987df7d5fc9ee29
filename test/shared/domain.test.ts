import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingHeading } from '../../shared/domain/findings.ts';
import { formatNumber, positionOf } from '../../shared/domain/numbering.ts';
import { defaultOf, nounNames, nouns } from '../../shared/domain/nouns.ts';
import { referencesIn, splitReferences } from '../../shared/domain/references.ts';
import { rollUp } from '../../shared/domain/roll-up.ts';
import { countAudit, countThemes, resultsByRequirement } from '../../shared/domain/summary.ts';
import { type Verdict, verdicts } from '../../shared/domain/vocabulary.ts';

const verdict = fc.constantFrom(...(Object.keys(verdicts) as Verdict[]));

describe('the roll-up from questions to requirement', () => {
  it.each<[Verdict[], Verdict]>([
    [['conforms', 'nonconforming', 'not-started'], 'nonconforming'],
    [['conforms', 'not-started'], 'in-progress'],
    [['not-started', 'not-started'], 'not-started'],
    [['in-progress'], 'in-progress'],
    [['conforms', 'not-audited'], 'not-audited'],
    [['not-audited', 'not-audited'], 'not-audited'],
    [['conforms', 'improvement'], 'improvement'],
    [['conforms', 'not-applicable'], 'conforms'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [[], 'not-started'],
  ])('of %j is %s', (answers, expected) => {
    expect(rollUp(answers).verdict).toBe(expected);
  });

  it('does not depend on the order of the questions', () => {
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 8 }), fc.boolean(), (answers, excluded) => {
        expect(rollUp(answers.toReversed(), excluded)).toEqual(rollUp(answers, excluded));
      }),
    );
  });

  it('is never better for one more bad answer, and an exclusion only hides what is not nonconforming', () => {
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 8 }), (answers) => {
        expect(rollUp([...answers, 'nonconforming']).verdict).toBe('nonconforming');
        expect(rollUp(answers, true).verdict).toBe(
          answers.includes('nonconforming') ? 'nonconforming' : 'not-applicable',
        );
      }),
    );
  });
});

describe('counts', () => {
  const catalogue = {
    requirements: [
      { id: '8.4', title: 'a', group: '8', kind: 'clause' as const, documented: true, themes: ['T2', 'T7'] },
      { id: 'A.2.2', title: 'b', group: 'A.2', kind: 'control' as const, documented: true, themes: ['T1'] },
    ],
    themes: ['T1', 'T2', 'T7', 'T9'].map((id) => ({ id, title: id })),
  };
  const item = fc.record({ requirement: fc.constantFrom('8.4', 'A.2.2'), verdict });

  it('add up: every question and every requirement is counted once', () => {
    fc.assert(
      fc.property(fc.array(item), fc.boolean(), (checklist, applicable) => {
        const soa = { entries: [{ control: 'A.2.2', applicable, additional: false }] };
        const audit = { leftOut: [] };
        const counts = countAudit(catalogue, {
          audit,
          checklist,
          soa,
          findings: [],
          evidence: [],
          actions: [],
          notes: [],
        });
        const sum = (tally: Record<string, number>) => Object.values(tally).reduce((one, other) => one + other, 0);
        expect(sum(counts.questions.byVerdict)).toBe(checklist.length);
        expect(sum(counts.requirements.byVerdict)).toBe(2);
        expect(counts.controls.applicable + counts.controls.excluded).toBe(1);
        const results = resultsByRequirement(catalogue, { audit, checklist, soa });
        for (const theme of countThemes(catalogue, results)) expect(sum(theme.byVerdict)).toBe(theme.total);
      }),
    );
  });
});

describe('references in texts', () => {
  it('are found by number or id, and nothing else is', () => {
    expect(referencesIn('See [E-012], [F-003] and [8.4], [A.6.2.4]; [E-B007]. Not E-013, [x], [E-1] or [12].')).toEqual(
      ['E-012', 'F-003', '8.4', 'A.6.2.4', 'E-B007'],
    );
  });

  it('split a text without losing a character', () => {
    const piece = fc.oneof(fc.constantFrom('[E-012]', '[8.4]', '[F-003]', '['), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const joined = splitReferences(text).map((part) => (part.kind === 'words' ? part.text : `[${part.target}]`));
        expect(joined.join('')).toBe(text);
      }),
    );
  });
});

describe('numbers', () => {
  it('read back to their position, in their own series only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('', 'B', 'C'), (position, series) => {
        const number = formatNumber('E', series, position);
        expect(positionOf(number, 'E', series)).toBe(position);
        expect(positionOf(number, 'F', series)).toBeUndefined();
        if (series !== '') expect(positionOf(number, 'E', '')).toBeUndefined();
      }),
    );
  });
});

describe('nouns', () => {
  it('have a default for every field that a creating change may leave out', () => {
    for (const noun of nounNames) {
      for (const field of Object.keys(nouns[noun].shape)) {
        const isRequired =
          !nouns[noun].safeParse({}).success &&
          nouns[noun].safeParse({}).error?.issues.some(({ path }) => path[0] === field);
        expect(defaultOf(noun, field) === undefined, `${noun}.${field}`).toBe(Boolean(isRequired));
      }
    }
  });
});

describe('the heading of a finding', () => {
  it('is its title, else the start of its nature cut at a word', () => {
    expect(findingHeading({ title: 'Short', nature: 'long', requirement: '' })).toBe('Short');
    const heading = findingHeading({ title: '', nature: 'word '.repeat(40), requirement: '' });
    expect(heading.length).toBeLessThanOrEqual(90);
    expect(heading.endsWith('word …')).toBe(true);
  });
});
