import type { ControlIndex } from './control-index.ts';
import { idListWords, idPrefixes, idRangeWords } from './words.ts';

/** What an id stands for. `unknown` looks like a control of the standard but is none; `number` is bare digits. */
export interface NamedId {
  kind: 'control' | 'group' | 'clause' | 'unknown' | 'own' | 'number';
  id: string;
}

/** The ids at the head of a cell and the text after them. */
export interface CellIds {
  ids: NamedId[];
  rest: string;
  /** Whether the ids carry the letter of an annex. */
  lettered: boolean;
}

interface Shape {
  letter: string;
  parts: number[];
  suffix: string;
  rest: string;
  foreign: boolean;
}

const longestHead = 300;
const words = (list: readonly string[]) => list.toSorted((a, b) => b.length - a.length).join('|');
const prefixPattern = new RegExp(`^(?:${words(idPrefixes)})(?!\\p{L}{2})[\\s.:#,–—-]*`, 'iu');
const standardPattern = /^(?:[a-z]{2,4}[\s/]*){0,4}(\d{4,5})(?:\s*[:-]\s*\d{4})?[\s,:/–—-]*(?=\p{L})/iu;
const annexPattern = new RegExp(`^(\\p{L})[\\s,:;(–-]+(?=\\p{L}[\\s._-]*\\d|(?:${words(idPrefixes)})(?!\\p{L}))`, 'iu');
const shapePattern =
  /^(\p{L})?[\s.,:_-]{0,3}(\d{1,3}(?:(?:\s*\.\s*|[,_·‐‑-])\d{1,3}){0,4})(\p{L}?)(?![\p{L}\p{N}]|[.,_-]\d)/u;
const spacedPattern = /^(\p{L})\s+(\d{1,2}(?:\s+\d{1,2}){1,3})$/u;
const listPattern = new RegExp(`^\\s*(?:[,;/&+\\n]|(?:${words(idListWords)})\\s)\\s*`, 'iu');
const rangePattern = new RegExp(`^\\s*(?:[-–—…]|\\.{2,3}|(?:${words(idRangeWords)})\\s)\\s*`, 'iu');
const ownPattern = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]+(?:[.\-_/ ][\p{L}\d]+){0,4}$/u;
const ownHeadPattern = /^(\p{Lu}{1,8}[.\-_]?\d{1,4}(?:[.-]\d{1,4})*)[\s:–—-]+(\S.*)$/su;
const closingPattern = /[([]\s*([^()[\]]{2,40})\s*[)\]]\s*$/u;

/** The number by which people know a standard, such as the digits in its name. */
export const numberOfStandard = (name: string): string => /\d{4,}/.exec(name)?.[0] ?? name;

/** Takes away words before an id, in any order and more than once, and keeps the letter of an annex among them. */
function withoutPrefixes(text: string): { head: string; annex: string } {
  let head = text;
  let annex = '';
  for (let count = 0; count < 4; count += 1) {
    head = head.replace(prefixPattern, '');
    annex = annexPattern.exec(head)?.[1] ?? annex;
    head = head.replace(annexPattern, '');
  }
  return { head, annex };
}

function readShape(text: string, index: ControlIndex): Shape | undefined {
  let head = text.replace(/^[\s([#"']+/, '');
  let foreign = false;
  const standard = standardPattern.exec(head);
  const isNamed = (name: string) => numberOfStandard(name) === standard?.[1];
  if (standard && (isNamed(index.standard) || index.others.some(({ name }) => isNamed(name)))) {
    foreign = !isNamed(index.standard);
    head = head.slice(standard[0].length);
  }
  const bare = withoutPrefixes(head);
  const match = spacedPattern.exec(bare.head.trimEnd()) ?? shapePattern.exec(bare.head);
  if (!match) return undefined;
  const letter = (match[1] ?? bare.annex).toUpperCase();
  const parts = match[2]!.split(/[^\d]+/).map(Number);
  if (letter === '' && parts.length < 2) return undefined;
  return { letter, parts, suffix: match[3] ?? '', rest: bare.head.slice(match[0].length), foreign };
}

function classify({ letter, parts, suffix, foreign }: Shape, index: ControlIndex, bareAreControls: boolean): NamedId {
  const numbers = parts.join('.') + suffix.toLowerCase();
  if (letter === '' && !bareAreControls) return { kind: index.clauses.has(numbers) ? 'clause' : 'number', id: numbers };
  const id = `${letter || index.letter}.${numbers}`;
  if (foreign) return { kind: 'unknown', id };
  const known = index.aliases.get(id) ?? id;
  if (index.controls.has(known)) return { kind: 'control', id: known };
  if (index.groups.has(known)) return { kind: 'group', id: known };
  const isOfAnnex = index.letters.has(letter || index.letter);
  return { kind: isOfAnnex && parts.length > 1 ? 'unknown' : 'own', id };
}

const headingOf = (id: string) => id.slice(0, id.lastIndexOf('.'));

/** All controls from one to another, in the catalogue's order, where both stand under the same heading. */
function expandRange(first: NamedId, last: NamedId, index: ControlIndex): NamedId[] {
  const order = [...index.controls.keys()];
  const [from, to] = [order.indexOf(first.id), order.indexOf(last.id)];
  if (from < 0 || to < from || headingOf(first.id) !== headingOf(last.id)) return [first, last];
  return order.slice(from, to + 1).map((id) => ({ kind: 'control', id }));
}

function readFollowing(first: Shape, index: ControlIndex, bare: boolean): { ids: NamedId[]; rest: string } {
  const ids = [classify(first, index, bare)];
  let rest = first.rest;
  for (let count = 0; count < 60; count += 1) {
    const isRange = !listPattern.test(rest) && rangePattern.test(rest);
    const tail = rest.replace(isRange ? rangePattern : listPattern, '');
    const next = tail === rest ? undefined : readShape(tail, index);
    if (!next || (next.letter !== '' && !index.letters.has(next.letter)) || next.parts.length < 2) break;
    const id = classify({ ...next, letter: next.letter || first.letter }, index, bare);
    if (isRange) ids.push(...expandRange(ids.pop()!, id, index));
    else ids.push(id);
    rest = next.rest;
  }
  return { ids: ids.filter(({ id }, at) => ids.findIndex((other) => other.id === id) === at), rest };
}

const tidyTitle = (text: string) => text.replace(/^[\s.:;,)\]–—-]+/u, '').trim();

/**
 * The ids that stand at the head of a cell, in any of the spellings that statements use: `A.6.2.4`, `A6.2.4`,
 * `A 6.2.4`, `Annex A 6.2.4`, `A.06.02.04`, `B.6.2.4` for the guidance to a control, several in a list or a range, or
 * in brackets at the end. With `bareAreControls` numbers without a letter are ids of controls too.
 */
export function readCellIds(text: string, index: ControlIndex, bareAreControls: boolean): CellIds | undefined {
  if (!/\p{Nd}/u.test(text.slice(0, longestHead))) return undefined;
  const head = text.slice(0, longestHead).normalize('NFKC').trim();
  const shape = readShape(head, index);
  if (shape) {
    const { ids, rest } = readFollowing(shape, index, bareAreControls);
    return { ids, rest: tidyTitle(rest + text.slice(longestHead)), lettered: shape.letter !== '' };
  }
  const closing = closingPattern.exec(head);
  const closed = closing?.[1] === undefined ? undefined : readShape(closing[1], index);
  if (!closing || !closed || closed.rest.trim() !== '' || !index.letters.has(closed.letter)) return undefined;
  return { ids: [classify(closed, index, false)], rest: tidyTitle(head.slice(0, closing.index)), lettered: true };
}

/** An id of the organisation's own at the head of a cell (`C-01`, `OWN.3`), with the text after it. */
export function readOwnId(text: string): { id: string; rest: string } | undefined {
  const tidy = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const head = ownHeadPattern.exec(tidy);
  if (head) return { id: head[1]!, rest: head[2]! };
  return tidy.length <= 24 && ownPattern.test(tidy) ? { id: tidy, rest: '' } : undefined;
}
