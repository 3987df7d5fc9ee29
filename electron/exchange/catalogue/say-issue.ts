import type { z } from 'zod';
import { amount, quote } from './problems.ts';

type Issue = z.core.$ZodIssue;

/** The value of an object at a path; undefined where there is none. */
export function valueAt(object: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    object,
  );
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function describe(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

function sayTooBig(issue: Extract<Issue, { code: 'too_big' }>, value: unknown): string {
  const most = amount(issue.maximum);
  if (typeof value === 'string')
    return `The text ${quote(value)} has ${amount(value.length)} characters; at most ${most} are allowed.`;
  if (Array.isArray(value)) return `There are ${amount(value.length)} entries; at most ${most} are allowed.`;
  return `${describe(value)} is too much; at most ${most} is allowed.`;
}

function sayTooSmall(issue: Extract<Issue, { code: 'too_small' }>, value: unknown): string {
  const least = amount(issue.minimum);
  if (value === '') return 'The text is empty; something is needed here.';
  if (Array.isArray(value))
    return `The list is empty; at least ${least} ${least === '1' ? 'entry is' : 'entries are'} needed.`;
  return `${describe(value)} is too little; at least ${least} is needed.`;
}

/** What an issue of the schema says about a value, in a sentence that names it and what is allowed. */
export function sayIssue(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_key')
    return 'It is missing.';
  switch (issue.code) {
    case 'too_big':
      return sayTooBig(issue, value);
    case 'too_small':
      return sayTooSmall(issue, value);
    case 'invalid_value':
      return `${describe(value)} is not one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return `This is ${describe(value)}; ${kinds[issue.expected] ?? issue.expected} is expected.`;
    case 'invalid_key': {
      const key = String(issue.path.at(-1) ?? '');
      const [first] = issue.issues;
      return `The key ${quote(key)} cannot be kept. ${first ? sayIssue(first, key) : ''}`.trim();
    }
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => quote(key)).join(', ')} here.`;
    case 'custom':
      return typeof value === 'string' ? `${issue.message} It is ${quote(value)}.` : issue.message;
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_union':
    case 'not_multiple_of':
    default:
      return `${describe(value)} cannot be read. ${issue.message}`;
  }
}
