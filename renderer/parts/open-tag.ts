// A tag of a line that is being typed, `#8.` or `@"Data st`, up to the caret.
import { type TagKind, tagSigns } from '../../shared/domain/line-tags.ts';

export interface OpenTag {
  kind: TagKind;
  /** Where its sign stands. */
  from: number;
  /** What has been typed after the sign. */
  query: string;
}

const longestQuery = 60;
const kinds = Object.fromEntries(Object.entries(tagSigns).map(([kind, sign]) => [sign, kind as TagKind]));

/** The tag being typed at the caret; undefined where there is none. Only a person's name goes on after a space. */
export function findOpenTag(line: string, caret: number): OpenTag | undefined {
  const start = Math.max(0, caret - longestQuery);
  const before = line.slice(start, caret);
  const match = /(?<=^|[\s(])([#!:])([^\s#@!:"]*)$/u.exec(before) ?? /(?<=^|[\s(])(@)(["“]?[^#@!:"“”]*)$/u.exec(before);
  const kind = kinds[match?.[1] ?? ''];
  if (!match || kind === undefined) return undefined;
  const query = match[2] ?? '';
  // After a name and a space the next word is either more of the name or the line itself.
  if (kind === 'person' && /^[^"“].*\s$/u.test(query)) return undefined;
  return { kind, from: start + match.index, query };
}

/** The line with the open tag completed and one space behind it, and where the caret goes. */
export function completeTag(line: string, open: OpenTag, tag: string): { text: string; caret: number } {
  const before = `${line.slice(0, open.from)}${tag} `;
  const after = line.slice(open.from + 1 + open.query.length).replace(/^["”]?\s?/u, '');
  return { text: before + after, caret: before.length };
}

/** Whether a tag stands there as it would be completed: there is nothing left to choose. */
export function isWhole(query: string, value: string): boolean {
  return query.toLowerCase() === value.toLowerCase();
}
