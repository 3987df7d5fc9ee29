import { textOfNumber } from './number-text.ts';
import type { CellManner } from './cell-text.ts';

/** Texts as a person sees them: numbers in their format, without invisible characters and space around. */
export const asShown: CellManner = {
  number: textOfNumber,
  clean: (text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\p{Cf}|[^\P{Cc}\n\t]/gu, '')
      .trim(),
  exact: false,
};
