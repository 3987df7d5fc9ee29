import words from '../../../assets/importers/soa-words.json' with { type: 'json' };
import { compact, plain } from '../plain-words.ts';

type ByLanguage = Record<string, string[]>;

const flatten = (lists: ByLanguage) => Object.values(lists).flat();

/** All words of a role in all languages, as `plain` text. */
function plainLists<K extends string>(lists: Record<K, ByLanguage>): Record<K, string[]> {
  const entries = Object.entries<ByLanguage>(lists).map(([key, value]) => [key, flatten(value).map(plain)]);
  return Object.fromEntries(entries) as Record<K, string[]>;
}

export const headingWords = plainLists(words.headings);
export const labelWords = plainLists(words.labels);
export const byWords = words.byWords.map(plain);
export const sheetNameWords = words.sheetNames;
export const months = words.months.map((names) => names.map(plain));
export const idPrefixes = words.idPrefixes;
export const idListWords = words.idListWords;
export const idRangeWords = words.idRangeWords;
export const titleStopWords = new Set(words.titleStopWords.map(plain));
export const placeholders = new Set(flatten(words.placeholders).map(compact));

const { yes, no, applicable, notApplicable, ...signs } = words.answers;
export const answerWords = {
  yes: new Set(flatten(yes).map(compact)),
  no: new Set(flatten(no).map(compact)),
  applicable: flatten(applicable).map(compact),
  notApplicable: flatten(notApplicable).map(compact),
};
export const answerPhrases = {
  applicable: flatten(applicable).map(plain),
  notApplicable: flatten(notApplicable).map(plain),
};
export const answerSigns = {
  ticks: new Set(signs.ticks),
  marks: new Set(signs.marks),
  crosses: new Set(signs.crosses),
  emptyBoxes: new Set(signs.emptyBoxes),
  blanks: new Set(signs.blanks),
};
