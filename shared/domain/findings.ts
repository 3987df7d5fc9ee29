import { z } from 'zod';
import { day, instant, line, list, reference, text } from './fields.ts';
import { auditeePositions, earlierStatuses, grades, keysOf } from './vocabulary.ts';

/**
 * One finding in its three parts: what was required, what was seen, what is not fulfilled and how far
 * (ISO 19011 A.18.3). `item` is the checklist item it was raised from.
 * The `earlier…` fields stand in a finding that was carried over from a previous audit: which one it was, as
 * `2025-004 F-003`, and what this audit found about it.
 */
export const findingFields = z.strictObject({
  number: z.string().max(20).default(''),
  title: line(),
  grade: z.enum(keysOf(grades)),
  requirement: text(),
  evidence: text(),
  nature: text(),
  gradeReason: text(),
  requirements: list(),
  aiSystems: list(),
  item: reference(),
  raisedAt: instant(),
  raisedBy: line(),
  auditeePosition: z.enum(keysOf(auditeePositions)).default(''),
  auditeeComment: text(),
  auditeeBy: line(),
  auditeeOn: day(),
  earlierFinding: reference(),
  earlierReference: line(),
  earlierStatus: z.enum(keysOf(earlierStatuses)).default(''),
  earlierReason: text(),
});
export type FindingFields = z.output<typeof findingFields>;

/** Whether a grade says that a requirement is not fulfilled. */
export function isNonconformity(grade: FindingFields['grade']): boolean {
  return grade === 'major' || grade === 'minor';
}

/** Whether a finding is followed up in the next audit. */
export function needsFollowUp(grade: FindingFields['grade']): boolean {
  return isNonconformity(grade) || grade === 'concern';
}

/** Whether a finding still stands: one that was carried over and is closed by this audit does not. */
export function stands({
  earlierFinding,
  earlierStatus,
}: Pick<FindingFields, 'earlierFinding' | 'earlierStatus'>): boolean {
  return earlierFinding === null || earlierStatus !== 'closed';
}

/** What to call a finding in a list: its title, or the start of its nature. */
export function findingHeading(finding: Pick<FindingFields, 'title' | 'nature' | 'requirement'>): string {
  const words = (finding.title || finding.nature || finding.requirement).trim().replaceAll(/\s+/g, ' ');
  return words.length <= 90 ? words : `${words.slice(0, words.lastIndexOf(' ', 88)).trimEnd()} …`;
}
