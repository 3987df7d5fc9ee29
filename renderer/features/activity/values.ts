// The values of fields as people read them: words of lists, days, names of other records.
import type { Noun } from '../../../shared/domain/nouns.ts';
import * as vocabulary from '../../../shared/domain/vocabulary.ts';
import { formatDay, formatInstant, formatNumber } from '../../ui/format.ts';
import { texts } from './texts.ts';

type Words = Readonly<Record<string, string>>;

export const meetingKinds: Words = vocabulary.meetingKinds;
export const gradeNames: Words = vocabulary.grades;

const lists: Partial<Record<Noun, Record<string, Words>>> = {
  audit: {
    type: vocabulary.auditTypes,
    status: vocabulary.auditStages,
    confidentiality: vocabulary.confidentialityLevels,
    aiRoles: vocabulary.systemRoles,
  },
  aiSystem: {
    role: vocabulary.systemRoles,
    lifecycle: vocabulary.lifecycleStages,
    impact: vocabulary.impacts,
  },
  teamMember: { role: vocabulary.teamRoles },
  checklistItem: { verdict: vocabulary.verdicts },
  sample: { method: vocabulary.sampleMethods },
  evidence: {
    kind: vocabulary.evidenceKinds,
    method: vocabulary.evidenceMethods,
    confidentiality: vocabulary.confidentialityLevels,
  },
  finding: {
    grade: vocabulary.grades,
    auditeePosition: vocabulary.auditeePositions,
    earlierStatus: vocabulary.earlierStatuses,
  },
  action: {
    kind: vocabulary.actionKinds,
    status: vocabulary.actionStatuses,
    effective: vocabulary.decisionAnswers,
  },
  gradeDecision: {
    from: vocabulary.grades,
    grade: vocabulary.grades,
    unfulfilled: vocabulary.decisionAnswers,
    capabilityInDoubt: vocabulary.decisionAnswers,
    systemic: vocabulary.decisionAnswers,
  },
  dueRule: { auditType: vocabulary.auditTypes, grade: vocabulary.grades, step: vocabulary.dueSteps },
  meeting: { kind: vocabulary.meetingKinds },
};

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
const instants = new Set(['raisedAt', 'collectedAt', 'acceptedAt', 'at', 'decidedAt']);
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
  checklistItem: ['requirement'],
};

/** Whether a field says something to people; of a new record of a noun, beyond its name. */
export function isTold(field: string, created?: Noun): boolean {
  return !hidden.has(field) && (created === undefined || inName[created]?.includes(field) !== true);
}

/** What people call a field. */
export function fieldName(field: string): string {
  return texts.fields[field] ?? field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
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
  const word = lists[noun]?.[field]?.[value];
  if (word !== undefined) return word;
  if (days.has(field)) return formatDay(value);
  if (instants.has(field)) return formatInstant(value);
  return names.get(value)?.name ?? value;
}
