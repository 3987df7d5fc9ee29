// Lists of phrases as one pattern.

/**
 * A pattern for whole phrases, for texts in small letters: to tell no case apart costs a slow start. A space stands for any white space, `*` at the end of a word for
 * any ending, `(a|b)` for a choice; a phrase may say in `(?!…)` what must not follow.
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const written = phrases
    .toSorted((one, other) => other.length - one.length)
    .map((phrase) =>
      phrase
        .replaceAll('*', '[a-zà-ÿ]{0,12}')
        .replaceAll(' ?', String.raw`\s{0,4}`)
        .replaceAll(' ', String.raw`\s{1,4}`),
    )
    .map((phrase) => phrase.replaceAll("'", "['’]"));
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${written.join('|')})(?![\p{L}\p{N}])`, 'gu');
}

/** What a pattern finds in a text. */
export const findAll = (pattern: RegExp, text: string): string[] =>
  [...text.toLowerCase().matchAll(pattern)].map(([found]) => found);
