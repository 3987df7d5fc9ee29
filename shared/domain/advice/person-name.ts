// Names of people of the team and of those interviewed, where a role would do.
import { fold, type KnownName } from './names.ts';
import { months, ordinaryWords } from './ordinary-words.ts';
import { type AdviceRule, adviceBoxes } from './rule.ts';

interface Word {
  text: string;
  small: string;
  /** What stands between the word before and this one. */
  before: string;
  isCapital: boolean;
}

const honorifics = new Set('mr mrs ms miss dr prof professor herr frau mme madame monsieur sir'.split(' '));
const speech = new Set(
  `said says stated states told explained confirmed reported answered admitted agreed demonstrated mentioned believes
  thinks signed approved wrote knew knows presented replied described declared recalled forgot`.split(/\s+/),
);
const towards = new Set('by with asked told interviewed named met auditor colleague'.split(' '));
const away = new Set('in of from since until to before after during for the a an this that each every'.split(' '));

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)) {
    const [word] = match;
    words.push({
      text: word,
      small: word.toLowerCase(),
      before: text.slice(end, Math.min(match.index, end + 12)),
      isCapital: /^\p{Lu}/u.test(word),
    });
    end = match.index + word.length;
  }
  return words;
}

const startsSentence = ({ before }: Word, place: number) => place === 0 || /[.!?:\n•–]/u.test(before);
const isBeside = (word: Word | undefined) => word !== undefined && /^[\s-]{1,3}$/u.test(word.before);

/** A single name by itself: is it the person, or a word, a company or a place? */
function isPerson(words: readonly Word[], place: number, inSmall: ReadonlySet<string>): boolean {
  const word = words[place];
  if (!word?.isCapital) return false;
  const next = words[place + 1];
  const previous = words[place - 1];
  const isNextProper = isBeside(next) && next?.isCapital === true;
  // Part of a longer proper name, such as that of a company.
  if (isNextProper || (next !== undefined && /^[-&]/u.test(next.before))) return false;
  const isPossessive = next?.small === 's' && /^['’]$/u.test(next.before);
  if (isPossessive && words[place + 2]?.isCapital && isBeside(words[place + 2])) return false;
  if (!ordinaryWords.has(word.small) && !inSmall.has(word.small) && !months.has(word.small)) return true;
  const before = isBeside(word) ? (previous?.small ?? '') : '';
  if (away.has(before)) return false;
  if (isBeside(next) && speech.has(next?.small ?? '')) return true;
  if (months.has(word.small) || startsSentence(word, place)) return false;
  return towards.has(before) && !/^\s*\d/u.test(next?.before ?? '');
}

/** Whether the word before is a first name or an initial of this person, or "Ms" and the like. */
function isLed(words: readonly Word[], place: number, { first, between }: KnownName): boolean {
  let at = place - 1;
  while (at >= 0 && between.includes(words[at]?.small ?? '')) at -= 1;
  if (between.length > 0 && place - 1 - at === between.length) return true;
  const before = words[at];
  if (before === undefined || !/^[\s.-]{1,4}$/u.test(words[at + 1]?.before ?? '')) return false;
  if (honorifics.has(before.small)) return true;
  if (before.small === first.toLowerCase()) return before.isCapital;
  return before.text === first[0] && /^\.?\s{0,3}$/u.test(words[at + 1]?.before ?? '');
}

function findPeople(raw: string, own: string, names: readonly KnownName[]): string[] {
  const found = new Set<string>();
  const byWord = new Map<string, KnownName[]>();
  for (const name of names)
    for (const part of [name.first, name.last])
      if (part !== undefined) byWord.set(part.toLowerCase(), [...(byWord.get(part.toLowerCase()) ?? []), name]);
  // Within quotations only a whole name counts: single words there are titles of systems and documents.
  for (const [text, isOwn] of [
    [raw, false],
    [own, true],
  ] as const) {
    const words = wordsOf(fold(text));
    // What the text itself uses as a word is a word.
    const inSmall = new Set(words.flatMap(({ isCapital, small }) => (isCapital ? [] : [small])));
    const companies = new Set(
      words.flatMap((word, place) =>
        byWord.has(word.small) &&
        isBeside(words[place + 1]) &&
        words[place + 1]?.isCapital &&
        !byWord.has(words[place + 1]?.small ?? '')
          ? [word.small]
          : [],
      ),
    );
    words.forEach((word, place) => {
      for (const name of byWord.get(word.small) ?? []) {
        const isLast = name.last?.toLowerCase() === word.small;
        if (isLast && word.isCapital && isLed(words, place, name)) found.add(name.last ?? name.first);
        else if (isOwn && word.small.length > 2 && !companies.has(word.small) && isPerson(words, place, inSmall))
          found.add(word.text);
      }
    });
  }
  return [...found];
}

/** A person's name in a text. */
export const personName: AdviceRule = {
  key: 'person-name',
  title: 'Names of people',
  why: 'A role does as well as a name, stays true when people change, and keeps personal data out of a report that many will read.',
  example: {
    box: 'evidence',
    bad: { evidence: 'Ms Okafor stated that the role is vacant; one of eight roles [E-012].' },
    good: { evidence: 'The head of risk stated that the role is vacant; one of eight roles [E-012].' },
    audit: { people: ['Ines Okafor'] },
  },
  find: ({ prepared, names }) =>
    names.length === 0
      ? []
      : adviceBoxes.flatMap((box) => {
          const people = findPeople(prepared[box].raw, prepared[box].own, names);
          return people.length === 0
            ? []
            : [{ box, words: `Names a person (${people.slice(0, 3).join(', ')}); a role would do.` }];
        }),
};
