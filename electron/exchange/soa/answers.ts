import { compact, plain } from '../plain-words.ts';
import { answerPhrases, answerSigns, answerWords } from './words.ts';

/** What a cell says about applicability, before the heading of its column is considered. */
export type Said =
  | 'yes'
  | 'no'
  | 'applicable'
  | 'not-applicable'
  | 'tick'
  | 'mark'
  | 'cross'
  | 'empty-box'
  | 'blank'
  | 'unclear';

export interface Answer {
  said: Said;
  /** Words after the answer itself, such as a reason in the same cell. */
  rest: string;
}

const longestWord = 60;

function readWord(text: string): Said | undefined {
  if (text.length > longestWord) return undefined;
  const sign = text
    .trim()
    .toLowerCase()
    .replace(/[\uFE0E\uFE0F]/g, '');
  if (sign === '' || answerSigns.blanks.has(sign)) return 'blank';
  if (answerSigns.ticks.has(sign)) return 'tick';
  if (answerSigns.marks.has(sign)) return 'mark';
  if (answerSigns.crosses.has(sign)) return 'cross';
  if (answerSigns.emptyBoxes.has(sign)) return 'empty-box';
  if (sign.startsWith('#')) return undefined;
  const word = compact(sign.replace(/^([01])\.0+$/, '$1'));
  if (answerWords.notApplicable.includes(word)) return 'not-applicable';
  if (answerWords.applicable.includes(word)) return 'applicable';
  if (answerWords.yes.has(word)) return 'yes';
  if (answerWords.no.has(word)) return 'no';
  return undefined;
}

const boxPattern = /([☐□◻⬜☑☒✓✔✅🗹]|\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔]?\s?\))\s*([^☐□◻⬜☑☒✓✔✅🗹[(]*)/gu;

/** Boxes with their words in one cell: `☑ Yes ☐ No`, `[x]`. The one that is ticked counts. */
function readBoxes(text: string): Said | undefined {
  const boxes = [...text.slice(0, 200).matchAll(boxPattern)];
  if (boxes[0]?.index !== 0) return undefined;
  const ticked = boxes.filter(([, box]) => !/^[☐□◻⬜]$|^.\s*.$/u.test(box!));
  if (boxes.length === 1 && boxes[0][2]!.trim() === '') return ticked.length === 1 ? 'mark' : 'empty-box';
  return ticked.length === 1 ? readWord(ticked[0]![2]!) : undefined;
}

const isYes = (said: Said) => said === 'yes' || said === 'applicable' || said === 'tick';
const isNo = (said: Said) => said === 'no' || said === 'not-applicable' || said === 'cross';

/** Two answers in one cell: `Applicable: no` denies what `Applicable – yes` confirms; `Yes – not applicable` is neither. */
function joinAnswers(first: Said, second: Said): Said {
  if (first === 'applicable' && second === 'no') return 'not-applicable';
  if (first === 'not-applicable' && second === 'no') return 'applicable';
  if (first === 'not-applicable' && second === 'yes') return first;
  return (isYes(first) && isNo(second)) || (isNo(first) && isYes(second)) ? 'unclear' : first;
}

const breakPattern = /\n|\s[-–—]\s|[–—:;,(]|\.\s/gu;
const shortestPhrase = 5;

/** An answer at the head of a longer text: `Yes – see policy`, `Not applicable because …`. */
function readHead(text: string): Answer | undefined {
  for (const { index, 0: separator } of text.slice(0, 80).matchAll(breakPattern)) {
    const said = readWord(text.slice(0, index));
    if (!said || said === 'blank') continue;
    const rest = text
      .slice(index + separator.length)
      .replace(/\)$/, '')
      .trim();
    const second = readWord(rest);
    return second && second !== 'blank' ? { said: joinAnswers(said, second), rest: '' } : { said, rest };
  }
  const words = plain(text.slice(0, 200));
  const startsWith = (phrase: string) => phrase.length >= shortestPhrase && words.startsWith(`${phrase} `);
  if (answerPhrases.notApplicable.some(startsWith)) return { said: 'not-applicable', rest: text };
  const isChoice = answerPhrases.notApplicable.some((phrase) => ` ${words} `.includes(` ${phrase} `));
  return answerPhrases.applicable.some(startsWith) && !isChoice ? { said: 'applicable', rest: text } : undefined;
}

/** Reads the answer in a cell. */
export function readAnswer(text: string): Answer {
  const said = readWord(text) ?? readBoxes(text.trim());
  if (said) return { said, rest: '' };
  return readHead(text) ?? { said: 'unclear', rest: '' };
}

/** How a column answers: what a bare cross or x means there, and an empty cell. */
export interface Habit {
  mark: boolean | null;
  blank: boolean | null;
}

/**
 * Learns from all answers of a column. Where something else says no, an x says yes; beside ticks alone it is their
 * opposite; beside words that never say no it is unclear. In a column of ticks or x alone, what is not ticked does
 * not apply.
 */
export function learnHabit(answers: readonly Said[]): Habit {
  const has = (...said: Said[]) => answers.some((answer) => said.includes(answer));
  const hasDenials = has('no', 'not-applicable', 'cross', 'empty-box');
  const isOpposite = has('tick') ? false : has('yes', 'applicable') ? null : true;
  const mark = hasDenials || isOpposite;
  const isTickedOnly = has('tick', 'mark') && answers.every((said) => ['tick', 'mark', 'blank'].includes(said));
  const hasBoth = has('tick') && has('mark');
  return { mark, blank: isTickedOnly && !hasBoth ? false : null };
}

/**
 * Whether the control is applicable; null where the cell does not say. `inverted` is for a column whose heading says
 * "not applicable" or "excluded".
 */
export function decideAnswer(said: Said, habit: Habit, inverted: boolean): boolean | null {
  const turn = (value: boolean | null) => (value === null ? null : value !== inverted);
  switch (said) {
    case 'applicable':
      return true;
    case 'not-applicable':
      return false;
    case 'yes':
    case 'tick':
      return turn(true);
    case 'no':
    case 'cross':
    case 'empty-box':
      return turn(false);
    case 'mark':
      return turn(habit.mark);
    case 'blank':
      return turn(habit.blank);
    case 'unclear':
      break;
  }
  return null;
}

/** Whether a cell holds an answer in words or signs: a bare 1 or 0 may be any number. */
export const isPlainAnswer = (text: string): boolean => !/^[\d.,\s]+$/.test(text) && isAnswer(text);

/** Whether a cell holds an answer at all. */
export const isAnswer = (text: string): boolean => !['blank', 'unclear'].includes(readAnswer(text).said);

/** Whether a cell holds nothing but a tick or an x. */
export const isTicked = (text: string): boolean => ['tick', 'mark'].includes(readAnswer(text).said);
