// Conflicts of a plan as sentences, the same on the page and among the warnings of a report. Pure.
import { type Clash, gapsOfSlot, longDay, type Plan, type PlanConflict } from './plan-conflicts.ts';
import { meetingKinds } from './vocabulary.ts';

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Minutes as people say them: `45 min`, `2 h`, `5 h 35 min`. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
}

const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** A calendar day as reports write it: `13 October 2026`. */
const sayDay = (on: string) => longDate.format(new Date(`${on}T00:00:00Z`));

/** What people call the slots and meetings of a plan, by id. */
export function namesOfPlan({ planSlots, meetings }: Pick<Plan, 'planSlots' | 'meetings'>): Map<string, string> {
  return new Map([
    ...planSlots.map(({ id, title }): [string, string] => [id, title || 'Slot without a title']),
    ...meetings.map(({ id, title, kind }): [string, string] => [id, title || meetingKinds[kind]]),
  ]);
}

/** The conflicts that a reader of the report would ask about: what is missing is said once for all slots, and independence elsewhere. */
export function conflictsInReport(conflicts: readonly PlanConflict[]): PlanConflict[] {
  return conflicts.filter(({ kind }) => kind !== 'incomplete' && kind !== 'not-independent');
}

/** What the plan as a whole still lacks for the report, in sentences. `uncovered` are requirements in no slot. */
export function sayPlanGaps({ planSlots }: Pick<Plan, 'planSlots'>, uncovered: number): string[] {
  if (planSlots.length === 0) return [];
  const unclear = planSlots.filter((slot) => gapsOfSlot(slot).length > 0).length;
  const untimed = planSlots.filter(({ actualMinutes }) => actualMinutes === null).length;
  return [
    ...(uncovered === 0
      ? []
      : [
          uncovered === 1
            ? 'One requirement in scope is in no slot of the plan.'
            : `${uncovered} requirements in scope are in no slot of the plan.`,
        ]),
    ...(unclear === 0
      ? []
      : [
          `${unclear === 1 ? 'One slot of the plan is' : `${unclear} slots of the plan are`} not complete: date, start, minutes, auditor or requirements are missing.`,
        ]),
    ...(untimed === 0
      ? []
      : [`${untimed === 1 ? 'One slot of the plan has' : `${untimed} slots of the plan have`} no actual minutes.`]),
  ];
}

type Named = ReadonlyMap<string, string>;
const longestTitle = 60;
const clip = (title: string) =>
  title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title;
/** Words that run from right to left, kept from turning the sentence around them. */
const isolate = (text: string) =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
const quote = (names: Named, id: string) => `“${isolate(clip(names.get(id) ?? ''))}”`;
const people = (names: readonly string[]) => listWords(names.map(isolate));

function sayClash(clash: Clash, names: Named, seenFrom: string | undefined, showDay: (on: string) => string): string {
  const { ids, on, from, until, auditors, auditees, place, withMeeting } = clash;
  const reasons = [
    ...(auditors.length > 0 ? [`${people(auditors)} ${auditors.length === 1 ? 'audits' : 'audit'} in both`] : []),
    ...(auditees.length > 0 ? [`${people(auditees)} ${auditees.length === 1 ? 'is' : 'are'} asked in both`] : []),
    ...(place === '' ? [] : [`both at ${isolate(place)}`]),
    ...(withMeeting ? ['a meeting is for everybody'] : []),
  ];
  const other = quote(names, seenFrom === ids[1] ? ids[0] : ids[1]);
  // Beside one of the two the day is in sight.
  const when = seenFrom === undefined ? ` on ${showDay(on)}` : '';
  return `overlaps ${other}${when}, ${from} to ${until}: ${reasons.join('; ')}.`;
}

const countSlots = (count: number) => (count === 1 ? 'one slot' : `${count} slots`);
const sayLongDay = (name: string, minutes: number, on: string) =>
  `${name} has ${sayMinutes(minutes)} planned on ${on}, meetings included; more than ${longDay.basis}.`;

/**
 * A conflict as a sentence. `seenFrom` is the entry beside which it stands, which then is not named again; without it
 * the sentence names all it is about. `showDay` says how days are written.
 */
export function sayConflict(
  conflict: PlanConflict,
  names: Named,
  seenFrom?: string,
  showDay: (on: string) => string = sayDay,
): string {
  const [first] = conflict.ids;
  const subject = seenFrom !== undefined || first === undefined ? '' : `${quote(names, first)} `;
  const begin = (words: string) =>
    subject === '' ? words.slice(0, 1).toUpperCase() + words.slice(1) : subject + words;
  const { kind } = conflict;
  if (kind === 'clash') return begin(sayClash(conflict, names, seenFrom, showDay));
  if (kind === 'outside') return begin(`is on ${showDay(conflict.on)}, outside of the dates of the audit.`);
  if (kind === 'unknown-auditor') return begin(`has an auditor who is not in the team: ${people(conflict.names)}.`);
  if (kind === 'observer')
    return begin(
      `is given to ${people(conflict.names)}, ${conflict.names.length === 1 ? 'who only observes' : 'who only observe'}.`,
    );
  if (kind === 'not-independent')
    return `${conflict.name} has not declared independence and is planned in ${countSlots(conflict.ids.length)}.`;
  if (kind === 'long-day') return sayLongDay(conflict.name, conflict.minutes, showDay(conflict.on));
  return begin(`has no ${listWords(conflict.missing, 'or')} yet.`);
}
