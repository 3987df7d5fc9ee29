// The running notes as a stream: lines by day, with what each corrects and what it became. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import { findingHeading } from '../../../shared/domain/findings.ts';
import { noteKinds, type NoteKindKey } from '../../../shared/domain/line-tags.ts';
import { isOpenLine } from '../../../shared/domain/open-lines.ts';
import type { LineReader, TaggedLine } from '../../../shared/domain/tagged-line.ts';
import type { RoomId } from '../../api/addresses.ts';
import type { WaitingLine } from '../../api/session-state.ts';

/** What a line became, and where that is. */
export interface Became {
  noun: 'evidence' | 'checklistItem' | 'finding';
  id: string;
  /** By which people know it: a number, a requirement. */
  name: string;
  words: string;
  room: RoomId;
  record: string;
}

export interface NoteRow {
  kind: 'line';
  id: string;
  text: string;
  line: TaggedLine;
  /** Undefined while the line is on its way. */
  at: string | undefined;
  by: string;
  /** The older line that this one corrects, and the newest that corrects this one. */
  corrects: { id: string; at: string | undefined } | undefined;
  correctedBy: { id: string; at: string | undefined } | undefined;
  became: readonly Became[];
  /** Somebody still has to come back to it. */
  isOpen: boolean;
}

export interface DayRow {
  kind: 'day';
  day: string;
}

export type StreamRow = NoteRow | DayRow;

export interface NoteFilter {
  text: string;
  requirement: string | null;
  person: string | null;
  kind: string | null;
  /** Only lines that became nothing yet and that no later line corrects. */
  isUnused: boolean;
  /** Only questions and things to do that became nothing yet. */
  isOpen: boolean;
}

export const noFilter: NoteFilter = {
  text: '',
  requirement: null,
  person: null,
  kind: null,
  isUnused: false,
  isOpen: false,
};

type Sources = Pick<OpenAudit, 'notes' | 'noteLinks' | 'links' | 'evidence' | 'findings' | 'checklist'>;

function becameByNote({ noteLinks, links, evidence, findings, checklist }: Sources): Map<string, Became[]> {
  const targets = new Map<string, Became>([
    ...evidence.map(({ id, number, title }): [string, Became] => [
      id,
      { noun: 'evidence', id, name: number, words: title, room: 'evidence', record: number },
    ]),
    ...findings.map((finding): [string, Became] => {
      const { id, number } = finding;
      return [
        id,
        { noun: 'finding', id, name: number, words: findingHeading(finding), room: 'findings', record: number },
      ];
    }),
    ...checklist.map(({ id, requirement, question }): [string, Became] => [
      id,
      { noun: 'checklistItem', id, name: requirement, words: question, room: 'checklist', record: id },
    ]),
  ]);
  const all = new Map<string, Became[]>();
  const add = (note: string, target: string) => {
    const became = targets.get(target);
    if (became) all.set(note, [...(all.get(note) ?? []), became]);
  };
  for (const link of links) if (link.noun === 'note') add(link.target, link.evidence);
  for (const link of noteLinks) add(link.note, link.target);
  return all;
}

/** The lines of an audit, oldest first; those on their way at the end. */
export function listNotes(open: Sources, waiting: readonly WaitingLine[], read: LineReader): NoteRow[] {
  const became = becameByNote(open);
  const stored = new Map(open.notes.map(({ id, at }) => [id, at]));
  const own = waiting.filter(({ id }) => !stored.has(id));
  const correctedBy = new Map<string, { id: string; at: string | undefined }>();
  for (const { id, corrects, at } of open.notes) if (corrects !== null) correctedBy.set(corrects, { id, at });
  for (const { id, corrects } of own) if (corrects !== undefined) correctedBy.set(corrects, { id, at: undefined });
  const rowOf = (id: string, text: string, at: string | undefined, by: string, corrects: string | null): NoteRow => {
    const line = read(text);
    const uses = became.get(id) ?? [];
    return {
      kind: 'line',
      id,
      text,
      line,
      at,
      by,
      corrects: corrects === null ? undefined : { id: corrects, at: stored.get(corrects) },
      correctedBy: correctedBy.get(id),
      became: uses,
      isOpen: isOpenLine(line.kinds, correctedBy.has(id), uses.length > 0),
    };
  };
  return [
    ...open.notes.map(({ id, text, at, by, corrects }) => rowOf(id, text, at, by, corrects)),
    ...own.map(({ id, text, corrects }) => rowOf(id, text, undefined, '', corrects ?? null)),
  ];
}

/** Whether a line became nothing yet and still counts. */
export function isUnused({ became, correctedBy }: NoteRow): boolean {
  return became.length === 0 && correctedBy === undefined;
}

/** The lines that pass the filters. */
export function filterNotes(rows: readonly NoteRow[], filter: NoteFilter): NoteRow[] {
  const typed = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { line } = row;
    if (filter.requirement !== null && !line.requirements.includes(filter.requirement)) return false;
    if (filter.person !== null && !line.people.includes(filter.person)) return false;
    if (filter.kind !== null && !line.kinds.includes(filter.kind as NoteKindKey)) return false;
    if (filter.isUnused && !isUnused(row)) return false;
    if (filter.isOpen && !row.isOpen) return false;
    if (typed.length === 0) return true;
    const words = [row.text, row.by, ...row.became.map(({ name }) => name)].join(' ').toLowerCase();
    return typed.every((part) => words.includes(part));
  });
}

const two = (part: number) => String(part).padStart(2, '0');

/** The day of an instant as this machine's calendar has it. */
function dayOf(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The lines under their days. A line on its way stands at the end, under the last day. */
export function byDay(rows: readonly NoteRow[]): StreamRow[] {
  const stream: StreamRow[] = [];
  let last = '';
  for (const row of rows) {
    const day = row.at === undefined ? last : dayOf(row.at);
    if (day !== last) stream.push({ kind: 'day', day });
    last = day;
    stream.push(row);
  }
  return stream;
}

/** What there is to filter by: requirements, people and kinds that lines name, in a useful order. */
export function tagsIn(rows: readonly NoteRow[]): { requirements: string[]; people: string[]; kinds: NoteKindKey[] } {
  const kinds = new Set(rows.flatMap(({ line }) => line.kinds));
  const sorted = (values: readonly string[]) =>
    [...new Set(values)].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return {
    requirements: sorted(rows.flatMap(({ line }) => line.requirements)),
    people: sorted(rows.flatMap(({ line }) => line.people)),
    kinds: (Object.keys(noteKinds) as NoteKindKey[]).filter((key) => kinds.has(key)),
  };
}

/** The newest line in the chain of corrections that starts at a line. */
export function newestOf(rows: readonly NoteRow[], id: string): string {
  const next = new Map(rows.map((row) => [row.id, row.correctedBy?.id]));
  const seen = new Set<string>();
  let newest = id;
  for (let later = next.get(id); later !== undefined && !seen.has(later); later = next.get(later)) {
    seen.add(later);
    newest = later;
  }
  return newest;
}
