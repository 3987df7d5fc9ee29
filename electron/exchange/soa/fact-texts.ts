import { isAnswer } from './answers.ts';
import { findDate, readDate } from './dates.ts';
import { plain } from '../plain-words.ts';
import { byWords, labelWords } from './words.ts';

export type FactKind = 'version' | 'date' | 'approver';

/** A fact as it was found; `rank` is the place of its label in the list of labels, lower is better. */
export interface Found {
  kind: FactKind;
  value: string;
  rank: number;
}

/** From this rank on a fact comes from a history of versions, from the second on from a running text. */
export const historyRank = 500;
export const titleRank = 1_000;

const kinds = ['version', 'date', 'approver'] as const;
const longestLabel = 60;
const longestVersion = 60;
const longestApprover = 200;
const longestValue = 500;

const ranks = Object.fromEntries(
  kinds.map((kind) => [kind, new Map(labelWords[kind].map((label, rank) => [label, rank] as const).toReversed())]),
) as Record<FactKind, Map<string, number>>;
const otherLabels = new Set(labelWords.other);

/** What a text labels, such as `Version`, `Approved by` or `Version / Date`. */
export function labelsIn(text: string): { kind: FactKind; rank: number }[] {
  if (text.length > longestLabel) return [];
  const bare = text.replace(/\([^)]*\)|[:：]\s*$/g, ' ');
  const sides = bare.includes('/') ? bare.split('/') : [bare];
  return kinds.flatMap((kind) => {
    const rank = sides.map((side) => ranks[kind].get(plain(side))).find((found) => found !== undefined);
    return rank === undefined ? [] : [{ kind, rank }];
  });
}

/** Whether a text is a label, of ours or of something else, and so no value. */
export const isLabel = (text: string): boolean =>
  labelsIn(text).length > 0 || (text.length <= longestLabel && otherLabels.has(plain(text))) || /[:：]$/.test(text);

function withoutDate(text: string): string {
  const date = findDate(text)?.text;
  const rest = date === undefined ? text : text.replace(date, ' ');
  return rest
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:[\s,;:/–-]|\s(?:of|on|from|dated|vom|am|du|le|de|del|el)(?=\s*$))+$/iu, '')
    .replace(/^[\s,;:/–-]+/u, '');
}

function readVersion(text: string, isLoose: boolean): string | undefined {
  const tidy = withoutDate(text).replace(/^(?:v|ver|version|rev|revision)\.?\s*(?=\d)/i, '');
  const isShort = tidy.length <= (isLoose ? longestVersion : 3);
  return (isShort && /[\p{L}\d]/u.test(tidy)) || (/\d/.test(tidy) && tidy.length <= longestVersion) ? tidy : undefined;
}

function readApprover(text: string): string | undefined {
  const tidy = withoutDate(text);
  const isName = /\p{L}{2}/u.test(tidy) && tidy.length <= longestApprover;
  return isName && !isLabel(tidy) && !isAnswer(tidy) ? tidy : undefined;
}

/**
 * The value of a fact in a text; undefined where the text holds none. With `isLoose` a version may be any short text.
 * A day beside an approver is found too, with a lower rank.
 */
export function readValue(kind: FactKind, text: string, rank: number, isLoose = false): Found[] {
  if (text.length > longestValue) return [];
  if (kind === 'date') {
    const value = readDate(text);
    return value === undefined ? [] : [{ kind, value, rank }];
  }
  const value = kind === 'version' ? readVersion(text, isLoose) : readApprover(text);
  const date = findDate(text)?.date;
  return [
    ...(value === undefined || value === '' ? [] : [{ kind, value, rank }]),
    ...(date === undefined ? [] : [{ kind: 'date' as const, value: date, rank: titleRank }]),
  ];
}

interface Labelled {
  labels: { kind: FactKind; rank: number }[];
  value: string;
  hasColon: boolean;
  endsInBy: boolean;
}

/** Splits a text that begins with a label: up to a colon, or its first few words. */
function readLabelled(text: string): Labelled | undefined {
  const colon = /^\s*([^:：=\n]{2,60})[:：=]\s*(\S.*)$/su.exec(text);
  if (colon) {
    const labels = labelsIn(colon[1]!);
    return labels.length > 0 ? { labels, value: colon[2]!, hasColon: true, endsInBy: false } : undefined;
  }
  const words = text.trim().split(/\s+/, 40);
  for (let count = Math.min(5, words.length - 1); count > 0; count -= 1) {
    const labels = labelsIn(words.slice(0, count).join(' '));
    const endsInBy = byWords.includes(plain(words[count - 1]!));
    if (labels.length > 0) return { labels, value: words.slice(count).join(' '), hasColon: false, endsInBy };
  }
  return undefined;
}

/** Pieces of a text: its lines, and what begins with a label after a comma, a dash or the like. */
function splitAtLabels(text: string): string[] {
  return text.split(/[\n|]/).flatMap((line) => {
    const pieces: string[] = [];
    for (const part of line.split(/(?<=[;,•·()])(?=.)|(?=\s[–—-]\s)/u)) {
      const bare = part.replace(/^[\s–—-]+/u, '');
      if (pieces.length === 0 || readLabelled(bare)) pieces.push(bare);
      else pieces.push(pieces.pop()! + part);
    }
    return pieces;
  });
}

/** Labels with their values in one text: `Version: 2.1`, `Stand 30.09.2026`, `Approved by Jane Doe, 1 March 2026`. */
export function readLabelsInText(text: string): Found[] {
  return splitAtLabels(text).flatMap((piece) => {
    const labelled = readLabelled(piece.replace(/[\s(;,]+$/u, ''));
    if (!labelled) return [];
    const { labels, value, hasColon, endsInBy } = labelled;
    return labels.flatMap(({ kind, rank }) => {
      const isVersion = /^v?\d[\w.]*$/i.test(withoutDate(value));
      const isFit = hasColon || kind === 'date' || (kind === 'version' ? isVersion : endsInBy && value.length <= 80);
      return isFit ? readValue(kind, value, rank, hasColon && labels.length === 1) : [];
    });
  });
}

/** The version in a title such as `Statement of Applicability v2.1`, and a day beside it. */
export function readTitle(text: string): Found[] {
  if (text.length > 200) return [];
  const match = /(?<![\p{L}\d])(?:v|ver|version|rev|revision)\.?\s?(\d+(?:\.\d+)*)(?![\p{L}\d])/iu.exec(text);
  return match ? [...readValue('version', match[1]!, titleRank), ...readValue('date', text, titleRank)] : [];
}
