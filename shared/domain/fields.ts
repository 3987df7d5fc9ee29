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
/** The id of another record, or nothing. */
export const reference = () => z.string().min(1).max(200).nullable().default(null);
/** Several short texts in an order that counts: ids, names. */
export const list = () => z.array(z.string().min(1).max(longestLine)).max(longestList).default([]);
/** A whole number of zero or more, or nothing yet. */
export const count = () => z.int().min(0).nullable().default(null);
/** Yes or no. */
export const flag = (value: boolean) => z.boolean().default(value);
