// Texts of the standard have an owner: a finding tells them in its own words.
import { overlapOf, wordsOf } from './licensed-index.ts';
import type { AdviceRule } from './rule.ts';

const longestRun = 8;
const fewestWords = 10;
const largestShare = 0.5;

/** Words that stand in a licensed text in the same order. */
export const standardText: AdviceRule = {
  key: 'standard-text',
  title: 'Text of the standard',
  why: 'The text of a standard is protected, and a copy in the report breaks the licence. Say in your own words what it comes to here; whoever has a licence can look up the rest.',
  example: {
    box: 'requirement',
    bad: {
      requirement: '7.1: the firm keeps a ledger of every model with its owner and the day it was last looked at.',
    },
    good: { requirement: '7.1: models are registered with owner and date of review.' },
    audit: {
      licensedTexts: {
        '7.1': 'The firm keeps a ledger of every model with its owner and the day it was last looked at.',
      },
    },
  },
  find: ({ prepared, licensed }) => {
    if (licensed === undefined) return [];
    return (['requirement', 'evidence', 'nature'] as const).flatMap((box) => {
      const isCopy = prepared[box].raw.split(/[.;\n]\s/u).some((sentence) => {
        const words = wordsOf(sentence);
        const { longest, covered } = overlapOf(words, licensed);
        return longest >= longestRun || (words.length >= fewestWords && covered >= words.length * largestShare);
      });
      return isCopy ? [{ box, words: 'Repeats the licensed text of the standard nearly word for word.' }] : [];
    });
  },
};
