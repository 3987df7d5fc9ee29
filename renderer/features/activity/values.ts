// The values of fields as people read them: words of lists, days, names of other records.
import type { Noun } from '../../../shared/domain/nouns.ts';
import { plainName, type Words, wordsOf } from '../../../shared/domain/field-words.ts';
import * as vocabulary from '../../../shared/domain/vocabulary.ts';
import { formatDay, formatInstant, formatNumber } from '../../ui/format.ts';
import { texts } from './texts.ts';

export const meetingKinds: Words = vocabulary.meetingKinds;
export const gradeNames: Words = vocabulary.grades;

const days = new Set([
  'startsOn',
  'endsOn',
  'retainUntil',
  'dueOn',
  'plannedOn',
  'on',
  'date',
  'acceptedOn',
  'verifiedOn',
  'effectivenessDueOn',
  'effectivenessOn',
  'closedOn',
  'auditeeOn',
]);
const instants = new Set([
  'raisedAt',
  'collectedAt',
  'acceptedAt',
  'at',
  'decidedAt',
  'releasedAt',
  'issuedAt',
  'signedAt',
  'writtenAt',
  'answeredAt',
]);
/** What says nothing to people: places in lists, and what stands in the name of the record already. */
const hidden = new Set([
  'position',
  'catalogue',
  'stated',
  'sourceRow',
  'number',
  'ref',
  'questionId',
  'noun',
  'target',
  // Ids of another audit; `earlierReference` says it in words.
  'previousAudit',
  'earlierFinding',
  // A path of strokes says nothing to people.
  'drawing',
]);

/** What the name of a new record says already. */
const inName: Partial<Record<Noun, readonly string[]>> = {
  action: ['finding'],
  gradeDecision: ['finding'],
  sample: ['item'],
  link: ['evidence'],
  noteLink: ['note'],
  note: ['text', 'by', 'at'],
  soaEntry: ['control'],
  aiSystem: ['name'],
  teamMember: ['name'],
  signature: ['name'],
  reportIssue: ['version'],
  checklistItem: ['requirement'],
};

/** Whether a field says something to people; of a new record of a noun, beyond its name. */
export function isTold(field: string, created?: Noun): boolean {
  return !hidden.has(field) && (created === undefined || inName[created]?.includes(field) !== true);
}

/** What people call a field. */
export function fieldName(field: string): string {
  return texts.fields[field] ?? plainName(field);
}

/** A value in words; an empty text where there is nothing. */
export function showValue(
  noun: Noun,
  field: string,
  value: unknown,
  names: ReadonlyMap<string, { name: string }>,
): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return formatNumber(value);
  if (Array.isArray(value)) return value.map((one) => showValue(noun, field, one, names)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  const word = wordsOf(noun, field)?.[value];
  if (word !== undefined) return word;
  if (days.has(field)) return formatDay(value);
  if (instants.has(field)) return formatInstant(value);
  return names.get(value)?.name ?? value;
}
