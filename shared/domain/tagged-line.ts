// A line of the running notes, read: #requirement @person !kind :method, and words. Pure.
import { findNoteKind, findNoteMethod, type NoteKindKey, type NoteMethodKey, type TagKind } from './line-tags.ts';

/** A piece of a line. `value` is what the tag means: a requirement's id, a name, a key. */
export type LinePart = { kind: 'words'; text: string } | { kind: TagKind; text: string; value: string };

export interface TaggedLine {
  /** The parts joined are the line. */
  parts: readonly LinePart[];
  requirements: readonly string[];
  people: readonly string[];
  kinds: readonly NoteKindKey[];
  methods: readonly NoteMethodKey[];
  /** The line without its tags. */
  words: string;
}

/** Reads lines of one audit. */
export type LineReader = (line: string) => TaggedLine;

interface Known {
  /** Ids of the catalogue. Anything else after # stays a word. */
  requirements: readonly string[];
  /** Names and roles of several words that need no quotation marks. */
  people: readonly string[];
}

const quoted = /^["“”]([^"“”\n]{1,300})["“”]/u;
const bareName = /^[\p{L}\d](?:[\p{L}\d.\-'’/]*[\p{L}\d])?/u;
const bareWord = /^[\p{L}\d]+(?![\p{L}\d-])/u;
const bareId = /^[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?/u;
const isInsideWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\d]/u.test(sign);

/** What stands after a sign: how many characters belong to the tag, and what they mean. */
type Found = { length: number; value: string } | undefined;

function findName(rest: string, people: readonly string[]): Found {
  const inQuotes = quoted.exec(rest);
  const name = inQuotes?.[1]?.trim().replaceAll(/\s+/g, ' ');
  if (inQuotes && name) return { length: inQuotes[0].length, value: name };
  const known = people.find(
    (one) => rest.slice(0, one.length).toLowerCase() === one.toLowerCase() && !isInsideWord(rest[one.length]),
  );
  if (known !== undefined) return { length: known.length, value: known };
  const bare = bareName.exec(rest)?.[0];
  return bare === undefined ? undefined : { length: bare.length, value: bare };
}

/** The words that are left: single spaces, and no comma alone where a tag stood. */
function tidy(parts: readonly LinePart[]): string {
  return parts
    .map((part) => (part.kind === 'words' ? part.text : ' '))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([,.;:])(?= |$)/g, '$1')
    .replace(/^[\s,.;:]+(?= )/u, '')
    .trim();
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A reader for lines of an audit with these requirements and people. */
export function createLineReader({ requirements, people }: Known): LineReader {
  const ids = new Map(requirements.map((id) => [id.toUpperCase(), id]));
  // The longest name first, so that "Head of claims" is not read as "Head".
  const names = unique(people.filter((name) => name !== '')).toSorted((one, other) => other.length - one.length);

  const find: Record<string, (rest: string) => (Found & { kind: TagKind }) | undefined> = {
    '#': (rest) => {
      const typed = bareId.exec(rest)?.[0];
      const value = typed === undefined ? undefined : ids.get(typed.toUpperCase());
      return typed === undefined || value === undefined
        ? undefined
        : { kind: 'requirement', length: typed.length, value };
    },
    '@': (rest) => {
      const found = findName(rest, names);
      return found && { kind: 'person', ...found };
    },
    '!': (rest) => {
      const typed = bareWord.exec(rest)?.[0] ?? '';
      const value = findNoteKind(typed);
      return value && { kind: 'kind', length: typed.length, value };
    },
    ':': (rest) => {
      const typed = bareWord.exec(rest)?.[0] ?? '';
      const value = findNoteMethod(typed);
      return value && { kind: 'method', length: typed.length, value };
    },
  };

  return (line) => {
    const parts: LinePart[] = [];
    let from = 0;
    for (const match of line.matchAll(/(?<=^|[\s(])[#@!:]/gu)) {
      if (match.index < from) continue;
      const found = find[match[0]]?.(line.slice(match.index + 1, match.index + 400));
      if (!found) continue;
      const end = match.index + 1 + found.length;
      if (match.index > from) parts.push({ kind: 'words', text: line.slice(from, match.index) });
      parts.push({ kind: found.kind, text: line.slice(match.index, end), value: found.value });
      from = end;
    }
    if (from < line.length) parts.push({ kind: 'words', text: line.slice(from) });
    const valuesOf = (kind: TagKind) =>
      unique(parts.flatMap((part) => (part.kind !== 'words' && part.kind === kind ? [part.value] : [])));
    return {
      parts,
      requirements: valuesOf('requirement'),
      people: valuesOf('person'),
      kinds: valuesOf('kind') as NoteKindKey[],
      methods: valuesOf('method') as NoteMethodKey[],
      words: tidy(parts),
    };
  };
}

/** A tag as it is written into a line. A name of several words stands in quotation marks. */
export function formatTag(kind: TagKind, value: string): string {
  if (kind === 'requirement') return `#${value}`;
  if (kind === 'kind') return `!${value}`;
  if (kind === 'method') return `:${value}`;
  const name = value.replaceAll(/["“”\s]+/gu, ' ').trim();
  return bareName.exec(name)?.[0] === name ? `@${name}` : `@"${name}"`;
}

/** A text as one line: what was pasted with line breaks gets spaces instead. */
export function asOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}
