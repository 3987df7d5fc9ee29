// Whether two names are the same person's, as far as names can say.

const titles = new Set('dr prof mr mrs ms dipl ing phd msc mag herr frau'.split(' '));

/** A name as a set of words: without case, accents, signs, titles and the order of its parts. */
function wordsOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found
    .filter((word) => !titles.has(word))
    .toSorted()
    .join(' ');
}

/** Whether two names are the same person's: `Dr. Ada Example` and `Example, Ada` are. Empty names are nobody's. */
export function isSamePerson(one: string, other: string): boolean {
  const words = wordsOf(one);
  return words !== '' && words === wordsOf(other);
}
