import { type Choices, type Column, emptyOf, type Value } from './column-kinds.ts';
import { quote } from './problems.ts';

/** What a cell says, or what is wrong with it. */
export type CellReading = { value: Value } | { problem: string };

const listed = (choices: Choices) => Object.values(choices).join(', ');
const split = (text: string, signs: RegExp) =>
  text
    .split(signs)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** The stored word for what stands in a cell, whatever its case. */
function findWord(choices: Choices, word: string): string | undefined {
  const lower = word.toLowerCase();
  return Object.keys(choices).find((key) => choices[key]?.toLowerCase() === lower);
}

function readWords(choices: Choices, text: string): CellReading {
  const words = split(text, /[\n,;]/);
  const unknown = words.find((word) => findWord(choices, word) === undefined);
  if (unknown !== undefined) return { problem: `${quote(unknown)} is not one of ${listed(choices)}.` };
  return { value: words.map((word) => findWord(choices, word) ?? '') };
}

function readAmount(text: string): CellReading {
  const value = Number(text);
  return /^-?\d{1,15}(\.0+)?$/.test(text) ? { value } : { problem: `${quote(text)} is not a whole number.` };
}

/** Reads the text of a cell as its column wants it. */
export function readCell(column: Column, text: string): CellReading {
  const bare = text.trim();
  if (column.needed && bare === '')
    return { problem: `The cell is empty; the column ${column.heading} needs a value.` };
  if (column.kind === 'text') return { value: text === '' ? emptyOf(column) : text };
  if (bare === '') return { value: emptyOf(column) };
  switch (column.kind) {
    case 'line':
      return { value: bare };
    case 'list':
      return { value: split(text, /\n/) };
    case 'ids':
      return { value: split(text, /[\n,;]/) };
    case 'words':
      return readWords(column.choices, text);
    case 'word': {
      const value = findWord(column.choices, bare);
      return value === undefined ? { problem: `${quote(bare)} is not one of ${listed(column.choices)}.` } : { value };
    }
    case 'flag': {
      const answer = bare.toLowerCase();
      if (answer === 'yes' || answer === 'no') return { value: answer === 'yes' };
      return { problem: `${quote(bare)} is neither yes nor no.` };
    }
    case 'amount':
    default:
      return readAmount(bare);
  }
}

/** What stands in the cell of a value: a number, or a text that reads as the value again. */
export function cellOf(column: Column, value: Value): string | number {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const word = (key: string) => ('choices' in column ? (column.choices[key] ?? key) : key);
  // Ids stand beside each other, so that long lists of them fit into a row that can be seen whole.
  return Array.isArray(value) ? value.map(word).join(column.kind === 'list' ? '\n' : ', ') : word(value);
}
