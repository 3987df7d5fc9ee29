// The kinds of field a record may have. Every field has a default, so a creating change names only what is known.
import { z } from 'zod';

/** Longest text of one field, in UTF-16 units. Longer input is refused, never cut. */
export const longestText = 250_000;
/** Longest single-line text. */
export const longestLine = 2_000;
/** Most entries of a list field. */
export const longestList = 500;

/** A record's id: UUIDv7, made by the caller or by the engine. */
export const recordId = z.uuid({ version: 'v7' });

/** One line of text. */
export const line = () => z.string().max(longestLine).default('');
/** Several lines of text. */
export const text = () => z.string().max(longestText).default('');
/** A calendar day, ISO 8601, or nothing yet. */
export const day = () => z.iso.date().nullable().default(null);
/** An instant with offset, ISO 8601, or nothing yet. */
export const instant = () => z.iso.datetime({ offset: true }).nullable().default(null);
/** A time of day, `09:30`, or nothing yet. */
export const timeOfDay = () =>
  z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30.')]).default('');
/** The id of another record, or nothing. */
export const reference = () => z.string().min(1).max(200).nullable().default(null);
/** Several short texts in an order that counts: ids, names. */
export const list = () => z.array(z.string().min(1).max(longestLine)).max(longestList).default([]);
/** A whole number of zero or more, or nothing yet. */
export const count = () => z.int().min(0).nullable().default(null);
/** Yes or no. */
export const flag = (value: boolean) => z.boolean().default(value);
// The texts of catalogues. They are bounded so that each fits into a cell of a spreadsheet and comes back unchanged.

/** Whether every program can keep this text: whole characters, no control characters but tab and line feed. */
const isKeepable = (words: string) => words.isWellFormed() && !/[^\P{Cc}\t\n]|[\ufffe\uffff]/u.test(words);
const notKeepable = 'The text has characters that cannot be kept: control characters or broken ones.';

/** A text of a catalogue of at most `most` UTF-16 units. */
export const keptText = (most: number) => z.string().max(most).refine(isKeepable, notKeepable);
/** A text of a catalogue that says something: not empty, and more than space. */
export const keptWords = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine(isKeepable, notKeepable)
    .refine((words) => words.trim() !== '', 'The text is nothing but space.');
/** An id in a catalogue: one line, without the signs that separate ids in a cell. */
export const keptId = (most: number) =>
  keptWords(most).refine(
    (id) => id.trim() === id && !/[,;\n\t]/.test(id),
    'An id has no comma, semicolon, tab or line break, and no space around it.',
  );
/** A list of a catalogue: entries of one line each, together no more than a cell holds. */
export const keptList = (most = 60, entry = keptWords(1_000)) =>
  z
    .array(
      entry.refine(
        (one) => one.trim() === one && !one.includes('\n'),
        'An entry of a list is one line without space around.',
      ),
    )
    .max(most)
    .refine((entries) => entries.join('\n').length <= 30_000, 'A list has at most 30,000 characters.');
/** Words of a closed list. */
export const keptChoices = <const T extends readonly [string, ...string[]]>(keys: T) =>
  z.array(z.enum(keys)).max(keys.length);
/** A list of ids of a catalogue. */
export const keptIds = (most = 60) => keptList(most, keptId(80));
