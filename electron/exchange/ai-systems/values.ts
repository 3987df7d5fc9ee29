// What a cell says in the words of the product. A word that stands for nothing known is never guessed.
import { plain } from '../plain-words.ts';
import { closedValues, nothing, yesNo } from './words.ts';

/** Whether a cell holds a sign for nothing: a dash, `n/a`. */
export const isNothing = (text: string) => nothing.has(plain(text)) && !yesNo.has(text.trim());

/** A text, the same without notes in brackets, and what stands before a dash, a colon or a line break. */
function* readings(text: string): Generator<string> {
  yield text;
  const bare = text.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim();
  yield bare;
  yield bare.split(/\n|\s[-–—]\s|[–—:;]/)[0] ?? '';
}

/** The key of a closed list that a text stands for. */
export function readClosed(field: keyof typeof closedValues, text: string): string | undefined {
  for (const reading of readings(text)) {
    const value = closedValues[field].get(plain(reading));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether a text says yes or no. */
export function readYesNo(text: string): boolean | undefined {
  const sign = text.trim().replaceAll(/[\ufe0e\ufe0f]/g, '');
  const bySign = yesNo.get(sign);
  if (bySign !== undefined) return bySign;
  for (const reading of readings(text)) {
    const value = yesNo.get(plain(reading));
    if (value !== undefined) return value;
  }
  return undefined;
}
