import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressByDay, type ProgressFacts } from '../../shared/domain/progress.ts';
import { isOpen } from '../../shared/domain/roll-up.ts';
import { keysOf, verdicts } from '../../shared/domain/vocabulary.ts';

const nothing: ProgressFacts = { verdicts: [], controls: [], counts: [] };
const item = (
  day: string,
  name: string,
  verdict: ProgressFacts['verdicts'][number]['verdict'],
  requirement = '8.1',
) => ({
  item: name,
  requirement,
  day,
  verdict,
});

describe('the progress of an audit', () => {
  it('is nothing where nothing happened', () => {
    expect(progressByDay(nothing)).toEqual([]);
  });

  it('keeps what was done on earlier days, and takes back what was undone', () => {
    const days = progressByDay({
      verdicts: [
        item('2026-10-14', 'b', 'conforms'),
        item('2026-10-13', 'a', 'conforms'),
        item('2026-10-13', 'b', 'not-started'),
        item('2026-10-15', 'a', 'in-progress'),
        item('2026-10-16', 'b', null),
      ],
      controls: [],
      counts: [
        { kind: 'evidence', day: '2026-10-13', by: 4 },
        { kind: 'evidence', day: '2026-10-16', by: -1 },
        { kind: 'notes', day: '2026-10-14', by: 2 },
      ],
    });
    expect(
      days.map(({ day, answered, questions, evidence, notes }) => [day, answered, questions, evidence, notes]),
    ).toEqual([
      ['2026-10-13', 1, 2, 4, 0],
      ['2026-10-14', 2, 2, 4, 2],
      ['2026-10-15', 1, 2, 4, 2],
      ['2026-10-16', 0, 1, 3, 2],
    ]);
  });

  it('takes questions about an excluded control as answered, as long as it is excluded', () => {
    const days = progressByDay({
      ...nothing,
      verdicts: [item('2026-10-13', 'a', 'not-started', 'A.7.2')],
      controls: [
        { control: 'A.7.2', day: '2026-10-14', applicable: false },
        { control: 'A.7.2', day: '2026-10-15', applicable: true },
      ],
    });
    expect(days.map(({ answered }) => answered)).toEqual([0, 1, 0]);
  });

  it('ends with the last word about every question, in whatever order the facts come', () => {
    const day = fc.constantFrom('2026-10-13', '2026-10-14', '2026-10-15');
    const verdict = fc.constantFrom(...keysOf(verdicts));
    const facts = fc.uniqueArray(fc.record({ item: fc.constantFrom('a', 'b', 'c'), day, verdict }), {
      selector: (one) => `${one.item} ${one.day}`,
    });
    fc.assert(
      fc.property(facts, (list) => {
        const last = progressByDay({ ...nothing, verdicts: list.map((one) => ({ ...one, requirement: '8.1' })) }).at(
          -1,
        );
        const ends = Map.groupBy(
          list.toSorted((one, other) => (one.day < other.day ? -1 : 1)),
          (one) => one.item,
        );
        const answered = [...ends.values()].filter((own) => !isOpen(own.at(-1)!.verdict)).length;
        expect(last?.answered ?? 0).toBe(answered);
        expect(last?.questions ?? 0).toBe(ends.size);
      }),
    );
  });
});
