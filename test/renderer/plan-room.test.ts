import { describe, expect, it } from 'vitest';
import { endOf, inOrder, nextPlace, notCovered, planDays } from '../../renderer/features/plan/plan-view.ts';
import {
  completeRequirement,
  readRequirements,
  suggestRequirements,
  typedPart,
} from '../../renderer/features/plan/requirement-ids.ts';
import { sayMinutes } from '../../renderer/features/plan/texts.ts';
import { aRecord, smallCatalogue } from '../support/open-audit.ts';

const slots = [
  aRecord('planSlot', 's1', { title: 'Undated', position: 0, minutes: 15 }),
  aRecord('planSlot', 's2', { on: '2026-10-14', position: 1, minutes: 40, requirements: ['8.1'] }),
  aRecord('planSlot', 's3', { on: '2026-10-13', position: 3, minutes: 60, actualMinutes: 75 }),
  aRecord('planSlot', 's4', { on: '2026-10-13', position: 2 }),
  aRecord('planSlot', 's5', { on: '2026-10-13', position: 9, startsAt: '09:00', minutes: 35 }),
];
const meetings = [aRecord('meeting', 'm1', { kind: 'opening', on: '2026-10-13', minutes: 30 })];

describe('the plan', () => {
  it('stands by day with sums, by time and then position, the undated last', () => {
    const days = planDays(slots, meetings, '2026-10-13');
    expect(days.map(({ on, number, slots: own }) => [on, number, own.map(({ id }) => id)])).toEqual([
      ['2026-10-13', 1, ['s5', 's4', 's3']],
      ['2026-10-14', 2, ['s2']],
      [null, undefined, ['s1']],
    ]);
    expect(days[0]).toMatchObject({ minutes: 95, actualMinutes: 75, meetingMinutes: 30 });
    expect(planDays(slots, [], null)[0]?.number).toBeUndefined();
    expect(inOrder(meetings)).toEqual(meetings);
  });

  it('says what no slot covers, but for what is outside the audit', () => {
    expect(notCovered(smallCatalogue.requirements, slots, new Set(['A.2.2']))).toEqual(['8.4', 'A.10.3']);
  });

  it('puts a new slot behind the others of its day, where the last one ends', () => {
    expect(nextPlace(slots, slots[4], null)).toEqual({ on: '2026-10-13', startsAt: '', position: 10 });
    expect(nextPlace([...slots.slice(0, 2), ...slots.slice(4)], slots[4], null)).toMatchObject({ startsAt: '09:35' });
    expect(nextPlace(slots, undefined, null)).toMatchObject({ on: '2026-10-14' });
    expect(nextPlace([], undefined, '2026-10-13')).toEqual({ on: '2026-10-13', startsAt: '', position: 0 });
    expect(endOf({ startsAt: '23:30', minutes: 45 })).toBe('');
  });

  it('says minutes as people do', () => {
    expect([0, 45, 60, 335].map(sayMinutes)).toEqual(['0 min', '45 min', '1 h', '5 h 35 min']);
  });
});

describe('requirements typed into a line', () => {
  const read = (line: string) => readRequirements(smallCatalogue, line);

  it('are read in any spelling, groups as all that is in them, each once and in order', () => {
    expect(read('a.2.2, 8')).toEqual({ ids: ['8.1', '8.4', 'A.2.2'], unknown: [] });
    expect(read('8.4 8.1;8.4')).toEqual({ ids: ['8.1', '8.4'], unknown: [] });
    expect(read(' , ')).toEqual({ ids: [], unknown: [] });
  });

  it('are named where the catalogue does not have them', () => {
    expect(read('8.1, 8.9 and A.2.2')).toEqual({ ids: ['8.1', 'A.2.2'], unknown: ['8.9', 'and'] });
  });

  it('are offered by number and by words, and completed where the caret is', () => {
    const offered = (query: string) => suggestRequirements(smallCatalogue, query).map(({ id }) => id);
    expect(offered('8')).toEqual(['8', '8.1', '8.4']);
    expect(offered('a.2')).toEqual(['A.2', 'A.2.2']);
    expect(offered('impact')).toEqual(['8.4']);
    expect(offered('')).toEqual([]);
    expect(typedPart('8.1, A.', 7)).toEqual({ from: 5, query: 'A.' });
    expect(completeRequirement('8.1, A., 8.4', 7, 'A.2.2')).toEqual({ line: '8.1, A.2.2, 8.4', caret: 12 });
  });
});
