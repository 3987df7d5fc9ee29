import { plain } from '../plain-words.ts';
import { titleStopWords } from './words.ts';

/** Finds what a title belongs to. */
export interface TitleIndex {
  /** By the words of the title, in any order, singular or plural. */
  exact(text: string): string | undefined;
  /** The same, and also with a few letters wrong, where only one title comes that near. */
  near(text: string): string | undefined;
}

const longestTitle = 200;

const stem = (word: string) =>
  (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word)
    .replace(/isation/, 'ization')
    .replace(/ise$/, 'ize')
    .replace(/^programme$/, 'program');

const wordsOf = (text: string) =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '' && !titleStopWords.has(word))
    .map(stem);

const keyOf = (words: string[]) => words.toSorted().join(' ');

/** Edits between two texts, or anything above `most` where there are more than that. */
function countEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(change, previous[j]! + 1, current[j - 1]! + 1);
      lowest = Math.min(lowest, current[j]!);
    }
    if (lowest > most) return most + 1;
    previous = current;
  }
  return previous[b.length]!;
}

/** Makes an index over titles; a title that two ids share finds neither. */
export function indexTitles(titles: readonly { id: string; title: string }[]): TitleIndex {
  const byKey = new Map<string, string | undefined>();
  const spelled = titles.map(({ id, title }) => ({ id, text: wordsOf(title).join(' ') }));
  for (const { id, title } of titles) {
    const key = keyOf(wordsOf(title));
    byKey.set(key, byKey.has(key) && byKey.get(key) !== id ? undefined : id);
  }
  const known = new Map<string, string | undefined>();

  const exact = (text: string) => (text.length > longestTitle ? undefined : byKey.get(keyOf(wordsOf(text))));

  function near(text: string): string | undefined {
    if (text.length > longestTitle) return undefined;
    const found = exact(text);
    if (found !== undefined) return found;
    const given = wordsOf(text).join(' ');
    if (given.length < 6) return undefined;
    if (known.has(given)) return known.get(given);
    const most = Math.min(4, Math.floor(given.length / 7));
    const ranked = spelled
      .map(({ id, text: title }) => ({ id, edits: countEdits(given, title, most + 2) }))
      .toSorted((a, b) => a.edits - b.edits);
    const [first, second] = ranked;
    const isSure = first && first.edits <= most && (!second || second.edits >= first.edits + 2);
    const answer = isSure ? first.id : undefined;
    known.set(given, answer);
    return answer;
  }

  return { exact, near };
}
