// Licensed texts of this machine, cut into short runs of words, so that a copy is found at once.

const run = 3;
const none: readonly number[] = [];

/** Which texts hold a run of words. */
export interface LicensedIndex {
  textsWith: (run: string) => readonly number[];
}

export const wordsOf = (text: string): string[] =>
  [...text.toLowerCase().matchAll(/[\p{L}\p{N}]{1,60}/gu)].map(([word]) => word);

/** The runs of a list of words, one for each place where one begins. */
export function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - run + 1))
    .map((_, place) => words.slice(place, place + run).join(' '));
}

const indexes = new WeakMap<object, LicensedIndex>();

/** The index of some texts. Made once for the same object. */
export function licensedIndexOf(texts: Readonly<Record<string, string>>): LicensedIndex {
  const made = indexes.get(texts);
  if (made) return made;
  const places = new Map<string, number[]>();
  Object.values(texts).forEach((text, place) => {
    for (const one of runsOf(wordsOf(text))) {
      const known = places.get(one);
      if (known === undefined) places.set(one, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  });
  const index: LicensedIndex = { textsWith: (one) => places.get(one) ?? none };
  indexes.set(texts, index);
  return index;
}

interface Overlap {
  /** Words of the longest unbroken run that one text has in common. */
  longest: number;
  /** How many words of these one text has in common in runs. */
  covered: number;
}

/** How much of these words stands in one licensed text in the same order. */
export function overlapOf(words: readonly string[], index: LicensedIndex): Overlap {
  const byText = new Map<number, { last: number; length: number; covered: number }>();
  let longest = 0;
  let covered = 0;
  runsOf(words).forEach((one, place) => {
    for (const text of index.textsWith(one)) {
      const before = byText.get(text);
      const isNext = before?.last === place - 1;
      const length = isNext && before ? before.length + 1 : run;
      const fresh = before ? Math.min(run, place - before.last) : run;
      const now = { last: place, length, covered: (before?.covered ?? 0) + fresh };
      byText.set(text, now);
      longest = Math.max(longest, length);
      covered = Math.max(covered, now.covered);
    }
  });
  return { longest, covered };
}
