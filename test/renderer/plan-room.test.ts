import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeName, planChoices, suggestNames } from '../../renderer/features/plan/plan-choices.ts';
import {
  conflictsByRecord,
  endOf,
  gapsOfPlan,
  inOrder,
  minutesByAuditor,
  nextPlace,
  notCovered,
  planDays,
  readTime,
} from '../../renderer/features/plan/plan-view.ts';
import { layOutDay, leastMinutes } from '../../renderer/features/plan/timetable-layout.ts';
import { findPlanConflicts } from '../../shared/domain/plan-conflicts.ts';
import { namesOfPlan } from '../../shared/domain/plan-words.ts';
import {
  completeRequirement,
  readRequirements,
  suggestRequirements,
  typedPart,
} from '../../renderer/features/plan/requirement-ids.ts';
import { sayMinutes } from '../../renderer/features/plan/texts.ts';
import { aRecord, anItem, anOpenAudit, smallCatalogue } from '../support/open-audit.ts';

const slots = [
  aRecord('planSlot', 's1', { title: 'Undated', position: 0, minutes: 15 }),
  aRecord('planSlot', 's2', { on: '2026-10-14', position: 1, minutes: 40, requirements: ['8.1'] }),
  aRecord('planSlot', 's3', { on: '2026-10-13', position: 3, minutes: 60, actualMinutes: 75 }),
  aRecord('planSlot', 's4', { on: '2026-10-13', position: 2 }),
  aRecord('planSlot', 's5', { on: '2026-10-13', position: 9, startsAt: '09:00', minutes: 35 }),
];
const meetings = [aRecord('meeting', 'm1', { kind: 'opening', on: '2026-10-13', minutes: 30 })];

describe('a time of day', () => {
  it('is read as people type it, and never guessed', () => {
    for (const [typed, time] of [
      ['9', '09:00'],
      ['930', '09:30'],
      ['9.05', '09:05'],
      ['23:59', '23:59'],
      [' ', ''],
    ])
      expect(readTime(typed ?? '')).toBe(time);
    for (const wrong of ['24:00', '9:60', 'nine', '9:5', '12345']) expect(readTime(wrong)).toBeUndefined();
  });
});

describe('the plan', () => {
  it('stands by day with sums, by time and then position, the undated last', () => {
    const days = planDays(slots, meetings, '2026-10-13');
    expect(days.map(({ on, number, slots: own }) => [on, number, own.map(({ id }) => id)])).toEqual([
      ['2026-10-13', 1, ['s5', 's4', 's3']],
      ['2026-10-14', 2, ['s2']],
      [null, undefined, ['s1']],
    ]);
    expect(days[0]).toMatchObject({ sums: { planned: 95, actual: 75, difference: 15 }, meetingMinutes: 30 });
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

const team = [
  aRecord('teamMember', 't1', { name: 'Ada Beispiel', role: 'lead-auditor' }),
  aRecord('teamMember', 't2', { name: 'Bo Muster' }),
  aRecord('teamMember', 't3', { name: 'Olla Watch', role: 'observer' }),
];
const on = '2026-10-13';

describe('minutes and gaps of the plan', () => {
  const planned = [
    aRecord('planSlot', 'a', { on, startsAt: '09:00', minutes: 60, actualMinutes: 70, auditor: 'Ada Beispiel' }),
    aRecord('planSlot', 'b', { on: '2026-10-14', startsAt: '09:00', minutes: 30, auditor: 'Audit team' }),
    aRecord('planSlot', 'c', { on, minutes: 15 }),
    aRecord('planSlot', 'd', { on, startsAt: '08:00', minutes: 20, actualMinutes: 5, auditor: 'Zoe Else' }),
  ];

  it('add up by auditor, for others, for nobody, for meetings, and in all', () => {
    const rows = minutesByAuditor(planned, meetings, team);
    expect(
      rows.map(({ kind, name, slots: count, sums }) => [kind, name, count, sums.planned, sums.difference]),
    ).toEqual([
      ['member', 'Ada Beispiel', 2, 90, 10],
      ['member', 'Bo Muster', 1, 30, null],
      ['others', '', 1, 20, -15],
      ['nobody', '', 1, 15, null],
      ['meetings', '', 1, 30, null],
      ['all', '', 4, 125, -5],
    ]);
    expect(rows[0]?.byDay).toEqual(
      new Map([
        [on, 60],
        ['2026-10-14', 30],
      ]),
    );
  });

  it('say what slots lack, and beside each what does not fit', () => {
    expect(gapsOfPlan(planned)).toEqual([
      { gap: 'start', count: 1, first: 'c' },
      { gap: 'auditor', count: 1, first: 'c' },
    ]);
    const twice = [planned[0]!, { ...planned[0]!, id: 'x', title: 'Other' }];
    const plan = { audit: { startsOn: on, endsOn: on }, planSlots: twice, meetings: [], team };
    const said = conflictsByRecord(findPlanConflicts(plan), namesOfPlan(plan), () => 'that day');
    expect(said.get('a')).toBe('Overlaps “Other”, 09:00 to 10:00: Ada Beispiel audits in both.');
    expect([...said.keys()]).toEqual(['a', 'x']);
  });
});

describe('names while they are typed', () => {
  it('come from the whole audit, each once', () => {
    const open = anOpenAudit({
      team,
      planSlots: [aRecord('planSlot', 'a', { auditee: 'head of AI, Audit team', place: 'Room 2' })],
      checklist: [
        anItem('1', { requirement: '8.1', questionId: 'Q', interviewees: ['Head of AI', 'Owner', 'Bo Muster'] }),
      ],
    });
    const choices = planChoices(open, 'Audit team');
    expect(choices.auditees).toEqual(['head of AI', 'Owner']);
    expect(choices.auditors).toEqual(['Ada Beispiel', 'Bo Muster', 'Audit team']);
    expect(choices.attendees).toEqual(['head of AI', 'Owner', 'Ada Beispiel', 'Bo Muster', 'Olla Watch']);
    expect(choices.places).toEqual(['Room 2']);
  });

  it('are offered by their beginning, then by their words, but never twice in a field', () => {
    const choices = ['Head of AI', 'Data steward', 'AI risk manager'];
    expect(suggestNames(choices, 'ai', 2, ',')).toEqual(['AI risk manager', 'Head of AI']);
    expect(suggestNames(choices, 'Head of AI, ', 12, ',')).toEqual(['Data steward', 'AI risk manager']);
    expect(suggestNames(choices, 'Head of AI\nda', 13, '\n')).toEqual(['Data steward']);
    expect(completeName('Owner, da, Board', 9, ',', 'Data steward')).toEqual({
      text: 'Owner, Data steward, Board',
      caret: 19,
    });
  });
});

describe('the timetable', () => {
  const times = fc.record({
    startsAt: fc.constantFrom('08:00', '08:10', '08:30', '09:00', '12:00', '23:50'),
    minutes: fc.constantFrom(null, 10, 30, 90),
    auditor: fc.constantFrom('', 'Ada Beispiel', 'Bo', 'Audit team', 'Zoe Else', 'Olla Watch'),
  });
  const plans = fc
    .array(times, { maxLength: 12 })
    .map((list) => list.map((one, place) => aRecord('planSlot', `s${place}`, { ...one, on })));

  it('draws every slot with a time once, inside its columns and hours, and none over another', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const opening = aRecord('meeting', 'm', { kind: 'opening', on, startsAt: '08:00', minutes: 30 });
        const { blocks, columns, fromHour, untilHour } = layOutDay(on, list, [opening], team);
        expect(blocks.map(({ record }) => record.id).toSorted()).toEqual(
          [...list, opening].map(({ id }) => id).toSorted(),
        );
        for (const block of blocks) {
          expect(block.column).toBeGreaterThanOrEqual(0);
          expect(block.column + block.span).toBeLessThanOrEqual(columns.length);
          expect(block.from).toBeGreaterThanOrEqual(fromHour * 60);
          expect(untilHour).toBeLessThanOrEqual(24);
          expect(block.lane).toBeLessThan(block.lanes);
        }
        const edges = ({ column, span, lane, lanes }: (typeof blocks)[number]) => {
          const left = column + (span * lane) / lanes;
          return [left, left + span / lanes] as const;
        };
        for (const [place, one] of blocks.entries()) {
          for (const other of blocks.slice(place + 1)) {
            const end = (block: typeof one) => Math.max(block.until, block.from + leastMinutes);
            if (one.from >= end(other) || other.from >= end(one)) continue;
            if (one.span !== other.span) continue;
            const [left, right] = edges(one);
            const [otherLeft, otherRight] = edges(other);
            expect(left >= otherRight - 1e-9 || otherLeft >= right - 1e-9).toBe(true);
          }
        }
      }),
    );
  });
});
