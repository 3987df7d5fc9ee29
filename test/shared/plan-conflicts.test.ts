import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlanConflicts, longDay, type PlanConflict } from '../../shared/domain/plan-conflicts.ts';
import { auditorsIn, memberNamed, splitNames } from '../../shared/domain/plan-people.ts';
import { minuteOf, overlapOf, shiftStart, spanOf, sumMinutes, timeOf } from '../../shared/domain/plan-times.ts';
import { namesOfPlan, sayConflict } from '../../shared/domain/plan-words.ts';
import type { PartialFieldsOf } from '../../shared/domain/nouns.ts';
import { aRecord } from '../support/open-audit.ts';

const day = '2026-10-13';
const audit = { startsOn: day, endsOn: '2026-10-14' };
const team = [
  aRecord('teamMember', 't1', { name: 'Ada Beispiel', role: 'lead-auditor', independence: 'Declared.' }),
  aRecord('teamMember', 't2', { name: 'Bo Muster', independence: 'Declared.' }),
  aRecord('teamMember', 't3', { name: 'Olla Watch', role: 'observer', independence: 'Declared.' }),
];
const whole = { on: day, startsAt: '09:00', minutes: 60, auditor: 'Ada Beispiel', requirements: ['8.1'] };
const slot = (id: string, fields: PartialFieldsOf<'planSlot'> = {}) =>
  aRecord('planSlot', id, { title: id.toUpperCase(), ...whole, ...fields });
const meeting = (id: string, fields: PartialFieldsOf<'meeting'>) => aRecord('meeting', id, fields);
type Slots = ReturnType<typeof slot>[];
const find = (planSlots: Slots, meetings: ReturnType<typeof meeting>[] = []) =>
  findPlanConflicts({ audit, planSlots, meetings, team });
const say = (planSlots: Slots, meetings: ReturnType<typeof meeting>[] = []) => {
  const names = namesOfPlan({ planSlots, meetings });
  return find(planSlots, meetings).map((conflict) => sayConflict(conflict, names));
};

describe('the conflicts of a plan', () => {
  it('are none where everything fits, also side by side and end to end', () => {
    expect(
      find([
        slot('a', { auditee: 'Head of AI', place: 'Room 1' }),
        slot('b', { auditor: 'Bo Muster', auditee: 'Data steward', place: 'Room 2' }),
        slot('c', { startsAt: '10:00', auditee: 'Head of AI', place: 'Room 1' }),
        slot('d', { startsAt: '11:00', auditor: 'Bo', requirements: [], auditee: 'As needed' }),
      ]),
    ).toEqual([]);
  });

  it('say who and where is needed twice', () => {
    expect(say([slot('a'), slot('b', { startsAt: '09:30' })])).toEqual([
      '“A” overlaps “B” on 13 October 2026, 09:30 to 10:00: Ada Beispiel audits in both.',
    ]);
    const parallel = { auditee: 'AIMS manager, Head of AI', place: 'Room 2' };
    expect(
      say([slot('a', parallel), slot('b', { ...parallel, auditee: 'head of AI; Owner', auditor: 'Bo Muster' })]),
    ).toEqual(['“A” overlaps “B” on 13 October 2026, 09:00 to 10:00: Head of AI is asked in both; both at Room 2.']);
    expect(find([slot('a', { place: 'Remote' }), slot('b', { place: 'Remote', auditor: 'Bo Muster' })])).toEqual([]);
    expect(say([slot('a', { auditor: 'Audit team' }), slot('b', { auditor: 'BM' })])).toEqual([
      '“A” overlaps “B” on 13 October 2026, 09:00 to 10:00: Bo Muster audits in both.',
    ]);
  });

  it('keep words that run from right to left to themselves, and speak of several in the plural', () => {
    const both = { auditee: 'مدير النظام, Owner' };
    expect(say([slot('a', both), slot('b', { ...both, auditor: 'Bo Muster', title: 'فحص' })])).toEqual([
      '“A” overlaps “\u2068فحص\u2069” on 13 October 2026, 09:00 to 10:00: \u2068مدير النظام\u2069 and Owner are asked in both.',
    ]);
  });

  it('say what stands beside a meeting', () => {
    const opening = meeting('m', { kind: 'opening', on: day, startsAt: '08:45', minutes: 30 });
    expect(say([slot('a')], [opening])).toEqual([
      '“Opening meeting” overlaps “A” on 13 October 2026, 09:00 to 09:15: a meeting is for everybody.',
    ]);
    const [conflict] = find([slot('a')], [opening]);
    const names = namesOfPlan({ planSlots: [slot('a')], meetings: [opening] });
    expect(sayConflict(conflict as PlanConflict, names, 'a')).toMatch(/^Overlaps “Opening meeting”, 09:00 to 09:15: a/);
    expect(sayConflict(conflict as PlanConflict, names, 'm')).toMatch(/^Overlaps “A”, 09:00 to 09:15: a/);
  });

  it('say what lies outside of the audit, and who does not belong to the team', () => {
    expect(
      say([
        slot('a', { on: '2026-10-12' }),
        slot('b', { on: '2026-10-15', auditor: 'Zoe Else' }),
        slot('c', { startsAt: '12:00', auditor: 'Olla Watch' }),
      ]),
    ).toEqual([
      '“A” is on 12 October 2026, outside of the dates of the audit.',
      '“B” is on 15 October 2026, outside of the dates of the audit.',
      '“B” has an auditor who is not in the team: Zoe Else.',
      '“C” is given to Olla Watch, who only observes.',
    ]);
    const undated = { audit: { startsOn: null, endsOn: null }, meetings: [], team: [] };
    expect(findPlanConflicts({ ...undated, planSlots: [slot('b', { auditor: 'Zoe Else' })] })).toEqual([]);
  });

  it('say what is missing; time of the team needs no requirement', () => {
    expect(
      say([
        slot('a', { on: null, startsAt: '', minutes: null, auditor: '', requirements: [], auditee: 'Head of AI' }),
        slot('b', { requirements: [], auditee: 'Audit team' }),
      ]),
    ).toEqual(['“A” has no date, start, planned minutes, auditor or requirements yet.']);
    expect(say([slot('a', { auditor: '' })])).toEqual(['“A” has no auditor yet.']);
  });

  it('say whose day is long, meetings included, and who has not declared independence', () => {
    const long = slot('a', { minutes: longDay.minutes });
    expect(find([long])).toEqual([]);
    const daily = meeting('m', { kind: 'daily', on: day, startsAt: '17:30', minutes: 20 });
    expect(say([long], [daily])).toEqual([
      'Ada Beispiel has 8 h 20 min planned on 13 October 2026, meetings included; more than eight hours, the default of this product.',
    ]);
    const undeclared = [aRecord('teamMember', 't1', { name: 'Ada Beispiel' })];
    expect(findPlanConflicts({ audit, planSlots: [slot('a')], meetings: [], team: undeclared })).toEqual([
      { kind: 'not-independent', ids: ['a'], name: 'Ada Beispiel' },
    ]);
  });

  const times = fc.record({
    on: fc.constantFrom(day, '2026-10-14', null),
    startsAt: fc.constantFrom('', '08:00', '08:45', '09:00', '09:30', '17:00', '23:45'),
    minutes: fc.constantFrom(null, 0, 15, 45, 120),
    auditor: fc.constantFrom('', 'Ada Beispiel', 'Bo Muster', 'Audit team', 'Zoe Else'),
    auditee: fc.constantFrom('', 'Head of AI', 'Owner, Head of AI'),
    place: fc.constantFrom('', 'Room 1', 'room 1 ', 'Remote'),
  });
  const plans = fc.array(times, { maxLength: 9 }).map((list) => list.map((one, place) => slot(`s${place}`, one)));
  const told = (conflicts: readonly PlanConflict[]) =>
    conflicts.map((conflict) => JSON.stringify({ ...conflict, ids: conflict.ids.toSorted() })).toSorted();

  it('do not depend on the order of the slots', () => {
    const pairs = plans.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const pair = (conflict: PlanConflict) => `${conflict.kind} ${conflict.ids.toSorted().join(' ')}`;
    fc.assert(
      fc.property(pairs, ([list, shuffled]) => {
        expect(find(shuffled).map(pair).toSorted()).toEqual(find(list).map(pair).toSorted());
      }),
    );
  });

  it('name two slots exactly if these overlap and share an auditor, an auditee or a room', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const clashing = new Set(
          find(list).flatMap((one) => (one.kind === 'clash' ? [one.ids.toSorted().join(' ')] : [])),
        );
        const plain = (text: string) => text.trim().toLowerCase();
        for (const [place, one] of list.entries()) {
          for (const other of list.slice(place + 1)) {
            const has = (line: string, name: string) => line.includes(name);
            const auditors = (line: string) => (has(line, 'team') ? 'Ada Beispiel Bo Muster' : line);
            const both = (name: string) => has(auditors(one.auditor), name) && has(auditors(other.auditor), name);
            const isShared =
              both('Ada') ||
              both('Bo') ||
              ['Head of AI', 'Owner'].some((name) => has(one.auditee, name) && has(other.auditee, name)) ||
              (plain(one.place) === 'room 1' && plain(other.place) === 'room 1');
            const expected = overlapOf(one, other) !== undefined && isShared;
            expect(clashing.has([one.id, other.id].toSorted().join(' '))).toBe(expected);
          }
        }
        expect(new Set(told(find(list))).size).toBe(find(list).length);
      }),
    );
  });
});

describe('names in a plan', () => {
  it('are told apart, and belong to members by name, part of it or initials', () => {
    expect(splitNames('Ada Beispiel; ada beispiel, Owner / Head of AI')).toEqual([
      'Ada Beispiel',
      'Owner',
      'Head of AI',
    ]);
    expect(memberNamed(team, 'beispiel')?.name).toBe('Ada Beispiel');
    expect(memberNamed(team, 'ow')?.name).toBe('Olla Watch');
    expect(memberNamed([...team, { ...team[1]!, name: 'Bo Other' }], 'bo')).toBeUndefined();
    expect(auditorsIn(team, 'Audit team, Zoe')).toEqual({ names: ['Ada Beispiel', 'Bo Muster'], unknown: ['Zoe'] });
    expect(auditorsIn([{ name: 'Ada, Dr.', role: 'auditor' }], 'ada, dr.')).toEqual({
      names: ['Ada, Dr.'],
      unknown: [],
    });
  });
});

describe('times of a plan', () => {
  it('survive the way to minutes and back, and shift within the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: -60, max: 60 }), (minute, by) => {
        expect(minuteOf(timeOf(minute))).toBe(minute);
        const shifted = shiftStart(timeOf(minute), by);
        if (minute + by < 0 || minute + by > 1_439) expect(shifted).toBeUndefined();
        else expect(shifted).toBe(timeOf(minute + by));
      }),
    );
    expect(shiftStart('', 15)).toBeUndefined();
    expect(spanOf(slot('a', { on: null }))).toBeUndefined();
  });

  it('add up, and differ only where both are known', () => {
    const entries = [
      { minutes: 60, actualMinutes: 75 },
      { minutes: 30, actualMinutes: null },
      { minutes: null, actualMinutes: 10 },
    ];
    expect(sumMinutes(entries)).toEqual({ planned: 90, actual: 85, difference: 15 });
    expect(sumMinutes(entries.slice(1))).toEqual({ planned: 30, actual: 10, difference: null });
  });
});
