// What a tag being typed in a line may become: requirements, people, kinds and methods of the open audit.
import { useCallback } from 'react';
import type { Requirement } from '../../shared/domain/catalogue.ts';
import type { KnownPerson } from '../../shared/domain/audit-people.ts';
import { noteKinds, noteMethods, type TagKind } from '../../shared/domain/line-tags.ts';
import { formatTag } from '../../shared/domain/tagged-line.ts';
import { parseAddress } from './addresses.ts';
import { lineKnowledge } from './line-knowledge.ts';
import { useAuditSession } from './session-context.tsx';
import type { SessionState } from './session-state.ts';

export interface TagSuggestion {
  /** What the tag will mean. */
  value: string;
  /** The tag as it is written. */
  tag: string;
  /** Words that tell it from others. */
  words: string;
}

export type SuggestTags = (kind: TagKind, query: string) => readonly TagSuggestion[];

const most = 8;
const recentLines = 20;

const sources: Record<KnownPerson['from'], string> = {
  interviewed: 'interviewed',
  plan: 'in the plan',
  team: 'audit team',
  catalogue: 'role',
};

/** Those that begin as typed, then those whose words contain all that was typed. The order given stays otherwise. */
function fitting(all: readonly TagSuggestion[], query: string, withWords = true): TagSuggestion[] {
  const typed = query.trim().toLowerCase();
  const begun = all.filter(({ value }) => value.toLowerCase().startsWith(typed));
  const parts = typed.split(/\s+/).filter(Boolean);
  const others =
    typed.length < 2
      ? []
      : all.filter((one) => {
          const words = `${one.value} ${withWords ? one.words : ''}`.toLowerCase();
          return !begun.includes(one) && parts.every((part) => words.includes(part));
        });
  return [...begun, ...others].slice(0, most);
}

const toFront = <T>(all: readonly T[], first: readonly T[]): T[] => [...new Set([...first, ...all])];

/** The requirements that are being looked at: those of the question or finding in the address. */
export function requirementsInView(open: SessionState['open'], path: string): string[] {
  const address = parseAddress(path);
  if (address.place !== 'audit' || address.record === undefined) return [];
  const { record } = address;
  const finding = open.findings.find(({ id, number }) => id === record || number === record);
  const item = open.checklist.find(({ id }) => id === record);
  return finding?.requirements ?? [item?.requirement ?? record];
}

/** What a line may be tagged with. `recent` are the last lines, newest last: their tags come first. */
export function suggestTags(
  known: { requirements: readonly Requirement[]; people: readonly KnownPerson[] },
  recent: { requirements: readonly string[]; people: readonly string[] },
  kind: TagKind,
  query: string,
): TagSuggestion[] {
  const suggest = (value: string, words: string): TagSuggestion => ({ value, tag: formatTag(kind, value), words });
  if (kind === 'kind') {
    return fitting(
      Object.entries(noteKinds).map(([key, { label }]) => suggest(key, label)),
      query,
    );
  }
  if (kind === 'method') {
    return fitting(
      Object.entries(noteMethods).map(([key, { label }]) => suggest(key, label)),
      query,
    );
  }
  if (kind === 'requirement') {
    const titles = new Map(known.requirements.map(({ id, title }) => [id, title]));
    const first = recent.requirements.filter((id) => titles.has(id));
    return fitting(
      toFront([...titles.keys()], first).map((id) => suggest(id, titles.get(id) ?? '')),
      query,
    );
  }
  const from = new Map(known.people.map((person) => [person.name, sources[person.from]]));
  return fitting(
    toFront([...from.keys()], recent.people).map((name) => suggest(name, from.get(name) ?? 'named in the notes')),
    query.replace(/^["“]/, ''),
    false,
  );
}

/** Suggestions from the open audit as it is when asked. */
export function useTagSuggestions(): SuggestTags {
  const session = useAuditSession();
  return useCallback(
    (kind, query) => {
      const { open, catalogue, waitingLines } = session.store.getState();
      const { read, people } = lineKnowledge(session);
      const last = [...open.notes.slice(-recentLines), ...waitingLines].toReversed().map(({ text }) => read(text));
      const recent = {
        requirements: [
          ...requirementsInView(open, location.hash.slice(1)),
          ...last.flatMap((line) => line.requirements),
        ],
        people: last.flatMap((line) => line.people),
      };
      return suggestTags({ requirements: catalogue.requirements, people }, recent, kind, query);
    },
    [session],
  );
}
