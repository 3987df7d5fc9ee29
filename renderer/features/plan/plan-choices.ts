// What the name fields of the plan offer while typing: people seen, the team, places. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import { auditeesIn, plainName, splitNames } from '../../../shared/domain/plan-people.ts';

export interface PlanChoices {
  auditors: readonly string[];
  auditees: readonly string[];
  /** Who may sit in a meeting: the auditee's people, then the team. */
  attendees: readonly string[];
  places: readonly string[];
}

const most = 8;
const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

function once(names: Iterable<string>): string[] {
  const known = new Map<string, string>();
  for (const name of names) {
    const plain = plainName(name);
    if (plain !== '' && !known.has(plain)) known.set(plain, name.trim());
  }
  return [...known.values()];
}

/** Everybody and every place that the audit has named so far. */
export function planChoices(
  open: Pick<OpenAudit, 'audit' | 'team' | 'planSlots' | 'meetings' | 'checklist' | 'aiSystems' | 'evidence'>,
  wholeTeam: string,
): PlanChoices {
  const { audit, team, planSlots, meetings, checklist, aiSystems, evidence } = open;
  const members = team.map(({ name }) => name);
  const auditing = team.filter(({ role }) => role !== 'observer').map(({ name }) => name);
  const isMember = new Set(members.map(plainName));
  const auditees = once([
    ...planSlots.flatMap(({ auditee }) => auditeesIn(auditee)),
    ...checklist.flatMap(({ interviewees }) => interviewees),
    ...meetings.flatMap(({ attendees }) => attendees),
    ...aiSystems.map(({ owner }) => owner),
  ])
    .filter((name) => !isMember.has(plainName(name)))
    .toSorted(byName.compare);
  return {
    auditors: once([
      ...auditing,
      ...(auditing.length > 1 ? [wholeTeam] : []),
      ...planSlots.flatMap(({ auditor }) => splitNames(auditor)),
    ]),
    auditees,
    attendees: once([...auditees, ...members]),
    places: once([
      ...planSlots.map(({ place }) => place),
      ...meetings.map(({ place }) => place),
      ...audit.sites.split('\n'),
      ...evidence.map(({ place }) => place),
    ]).toSorted(byName.compare),
  };
}

/** What separates names in a field: a comma, a line break, or nothing where the field holds one name. */
export type Separator = ',' | '\n' | '';

/** The name at the caret: where it begins and ends, and what it says up to the caret. */
export function nameAt(
  text: string,
  caret: number,
  separator: Separator,
): { from: number; until: number; query: string } {
  if (separator === '') return { from: 0, until: text.length, query: text.slice(0, caret).trimStart() };
  const begins = text.slice(0, caret).lastIndexOf(separator) + 1;
  const from = begins + (text.slice(begins, caret).length - text.slice(begins, caret).trimStart().length);
  const ends = text.indexOf(separator, caret);
  return { from, until: ends < 0 ? text.length : ends, query: text.slice(from, caret) };
}

/** The choices that fit the name being typed, those that begin so first, without what the field already holds. */
export function suggestNames(choices: readonly string[], text: string, caret: number, separator: Separator): string[] {
  const { from, until, query } = nameAt(text, caret, separator);
  const typed = plainName(query);
  const others = separator === '' ? [] : `${text.slice(0, from)}${separator}${text.slice(until)}`.split(separator);
  const held = new Set(others.map(plainName));
  const left = choices.filter((name) => !held.has(plainName(name)) && plainName(name) !== typed);
  const begun = left.filter((name) => plainName(name).startsWith(typed));
  const words = typed.split(' ');
  const inside = left.filter((name) => words.every((word) => plainName(name).includes(word)));
  return [...new Set([...begun, ...inside])].slice(0, most);
}

/** The text with the name at the caret completed, and where the caret goes. */
export function completeName(
  text: string,
  caret: number,
  separator: Separator,
  name: string,
): { text: string; caret: number } {
  const { from, until } = nameAt(text, caret, separator);
  const before = text.slice(0, from) + name;
  return { text: before + text.slice(until), caret: before.length };
}
