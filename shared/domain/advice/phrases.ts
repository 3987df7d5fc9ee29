// Lists of phrases as one pattern.

/**
 * A pattern for whole phrases, without regard to case. A space stands for any white space, `*` at the end of a word for
 * any ending, `(a|b)` for a choice; a phrase may say in `(?!…)` what must not follow.
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const written = phrases
    .toSorted((one, other) => other.length - one.length)
    .map((phrase) =>
      phrase
        .replaceAll('*', String.raw`\p{L}{0,12}`)
        .replaceAll(' ?', String.raw`\s{0,4}`)
        .replaceAll(' ', String.raw`\s{1,4}`),
    )
    .map((phrase) => phrase.replaceAll("'", "['’]"));
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${written.join('|')})(?![\p{L}\p{N}])`, 'giu');
}

/** What a pattern finds in a text. */
export const findAll = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([found]) => found);
