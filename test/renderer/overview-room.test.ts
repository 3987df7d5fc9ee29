import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, hrefToTheme, parseAddress, themeOf } from '../../renderer/api/addresses.ts';
import { viewFrameworks } from '../../renderer/features/overview/crosswalk-rows.ts';
import { type Move, moveInMap } from '../../renderer/features/overview/map-moves.ts';
import { daysBetween, progressRows, series } from '../../renderer/features/overview/progress-rows.ts';
import { countKinds } from '../../renderer/features/overview/result-kinds.ts';

const rows = [['4.1', '4.2', '4.3'], ['5.1'], ['6.1', '6.2']];

describe('the arrow keys in the map', () => {
  it.each<[string, Move, string | undefined]>([
    ['4.1', 'right', '4.2'],
    ['4.3', 'right', '5.1'],
    ['5.1', 'left', '4.3'],
    ['4.1', 'left', undefined],
    ['6.2', 'right', undefined],
    ['4.3', 'down', '5.1'],
    ['6.2', 'up', '5.1'],
    ['4.1', 'up', undefined],
    ['6.1', 'down', undefined],
    ['4.2', 'first', '4.1'],
    ['4.2', 'last', '4.3'],
    ['elsewhere', 'down', '4.1'],
  ])('lead from %s %s to %s', (from, move, to) => {
    expect(moveInMap(rows, from, move)).toBe(to);
  });

  it('reach every cell to the side, and never leave the map', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Move>('left', 'right', 'up', 'down', 'first', 'last')),
        fc.constantFrom(...rows.flat()),
        (moves, start) => {
          let here = start;
          for (const move of moves) here = moveInMap(rows, here, move) ?? here;
          expect(rows.flat()).toContain(here);
        },
      ),
    );
  });
});

describe('the kinds of result', () => {
  it('take what is not answered to the end as one', () => {
    const counts = countKinds({
      'not-started': 2,
      'in-progress': 3,
      conforms: 4,
      improvement: 0,
      nonconforming: 1,
      'not-applicable': 0,
      'not-audited': 0,
    });
    expect(counts.map(({ kind, count }) => [kind, count])).toEqual([
      ['conforms', 4],
      ['improvement', 0],
      ['nonconforming', 1],
      ['not-applicable', 0],
      ['not-audited', 0],
      ['open', 5],
    ]);
  });
});

describe('the frameworks', () => {
  it('stand in their parts, with how many places touch what does not conform', () => {
    const link = (requirement: string) => ({ requirement, basis: 'published' as const, strength: undefined });
    const [nist, act] = viewFrameworks(
      {
        nistAiRmf: [
          { reference: 'GOVERN 1.1', links: [link('8.1'), link('8.4')] },
          { reference: 'MAP 1.1', links: [link('8.1')] },
        ],
        euAiAct: [],
        iso27001: [],
      },
      new Map([
        ['8.1', { verdict: 'conforms', partial: false }],
        ['8.4', { verdict: 'nonconforming', partial: false }],
      ]),
    );
    expect(nist).toMatchObject({ name: 'NIST AI RMF', count: 2, touching: 1 });
    expect(nist?.parts.map(({ title }) => title)).toEqual(['GOVERN', 'MAP']);
    expect(act).toMatchObject({ name: 'EU AI Act', count: 0, touching: 0, parts: [] });
  });
});

describe('the address of a theme', () => {
  it('is read back as the theme, and no record is taken for one', () => {
    const address = parseAddress(hrefToTheme('2026-001', 'T1').slice(1));
    expect(address).toMatchObject({ place: 'audit', room: 'checklist' });
    expect(themeOf(address.place === 'audit' ? address.record : undefined)).toBe('T1');
    expect(['A.6.2.4', '0198c5a0-0000-7000-8000-000000000000', undefined].map(themeOf)).toEqual(['', '', '']);
  });

  it('leaves the way to an audit as it was', () => {
    expect(parseAddress('/a/2026-001')).toMatchObject({ room: 'checklist' });
    expect(formatAddress({ place: 'audit', audit: '2026-001', room: 'overview', record: undefined })).toBe(
      '/a/2026-001/overview',
    );
  });
});

describe('the days of the progress', () => {
  const at = (day: string, answered: number, evidence = 0) => ({
    day,
    answered,
    questions: 9,
    evidence,
    findings: 0,
    notes: 0,
  });

  it('are those with changes and those planned, each with what was added on it', () => {
    const drawn = progressRows([at('2026-10-12', 1), at('2026-10-14', 4, 2)], ['2026-10-13', '2026-10-14']);
    expect(drawn.map(({ day, isPlanned, answered, added }) => [day, isPlanned, answered, added.answered])).toEqual([
      ['2026-10-12', false, 1, 1],
      ['2026-10-13', true, 1, 0],
      ['2026-10-14', true, 4, 3],
    ]);
    expect(progressRows([], [])).toEqual([]);
  });

  it('add up to what there is in the end', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-10-${String(date).padStart(2, '0')}`);
    const history = fc.uniqueArray(fc.record({ day, answered: fc.nat(9), evidence: fc.nat(99) }), {
      selector: (one) => one.day,
    });
    fc.assert(
      fc.property(history, fc.array(day), (list, planned) => {
        const progress = list
          .map((one) => at(one.day, one.answered, one.evidence))
          .toSorted((one, other) => (one.day < other.day ? -1 : 1));
        const drawn = progressRows(progress, planned);
        for (const name of series)
          expect(drawn.reduce((sum, { added }) => sum + added[name], 0)).toBe(progress.at(-1)?.[name] ?? 0);
        expect(new Set(drawn.map((row) => row.day)).size).toBe(drawn.length);
      }),
    );
  });

  it('between two dates are all of them, and none where it is no stretch', () => {
    expect(daysBetween('2026-10-30', '2026-11-01')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01']);
    expect(daysBetween(null, '2026-11-01')).toEqual([]);
    expect(daysBetween('2026-11-01', '2026-10-01')).toEqual([]);
    expect(daysBetween('1926-11-01', '2026-10-01')).toEqual([]);
  });
});
