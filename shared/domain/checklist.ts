import { z } from 'zod';
import { flag, line, list, reference, text } from './fields.ts';
import { keysOf, verdicts } from './vocabulary.ts';

/**
 * One question about a requirement in one audit. `questionId` names it in the audit's catalogue; `asked` is its wording
 * where that is not the catalogue's: a question of one's own, or one answered in the words of an earlier version.
 * `control` is the control whose exclusion the question is about. A parked question is put aside and still open.
 */
export const checklistItemFields = z.strictObject({
  requirement: z.string().min(1).max(40),
  questionId: z.string().min(1).max(80),
  asked: text(),
  control: line(),
  parked: flag(false),
  position: z.int().min(0).default(0),
  aiSystem: reference(),
  verdict: z.enum(keysOf(verdicts)).default('not-started'),
  reason: text(),
  notes: text(),
  interviewees: list(),
  sampled: line(),
});
export type ChecklistItemFields = z.output<typeof checklistItemFields>;

type Wording = Pick<ChecklistItemFields, 'questionId' | 'asked'>;

/** The wording of an item: its own, or that of the catalogue; `texts` has the catalogue's questions by id. */
export function wordingOf({ questionId, asked }: Wording, texts: ReadonlyMap<string, string>): string {
  return asked || (texts.get(questionId) ?? questionId);
}

const ownId = /^O-.+-(\d{2,})$/;

/** Whether a question was added to the audit by its auditors and stands in no catalogue. */
export function isOwnQuestion({ questionId }: Pick<ChecklistItemFields, 'questionId'>): boolean {
  return ownId.test(questionId);
}

/** The id of the next own question of a requirement, such as `O-8.4-01`; `taken` are the ids there are. */
export function ownQuestionId(requirement: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(ownId.exec(id)?.[1] ?? 0));
  return `O-${requirement}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** Whether a question may be taken out: one's own, or one of several that are put for AI systems. */
export function isRemovable(
  item: Pick<ChecklistItemFields, 'questionId' | 'aiSystem'>,
  ofRequirement: readonly Pick<ChecklistItemFields, 'questionId'>[],
): boolean {
  if (isOwnQuestion(item)) return true;
  return item.aiSystem !== null && ofRequirement.filter(({ questionId }) => questionId === item.questionId).length > 1;
}

/** Whether nobody has answered, noted or put aside anything yet. */
export function isUntouched(
  item: Pick<ChecklistItemFields, 'verdict' | 'reason' | 'notes' | 'interviewees' | 'sampled' | 'parked'>,
): boolean {
  const { verdict, reason, notes, interviewees, sampled, parked } = item;
  return verdict === 'not-started' && reason + notes + sampled === '' && interviewees.length === 0 && !parked;
}

/** The id of the question about the exclusion of a control, such as `Q-6.1.3-X-A.7.2`. */
export function exclusionQuestionId(template: string, control: string): string {
  return `${template}-${control}`;
}
