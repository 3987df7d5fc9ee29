// A decision on a grade while it is being made. Pure.
import { proposeGrade } from '../../../shared/domain/grade-decisions.ts';
import { decisionAnswers, type Grade, grades, keysOf } from '../../../shared/domain/vocabulary.ts';

export type Answer = keyof typeof decisionAnswers;
export type Question = 'unfulfilled' | 'capabilityInDoubt' | 'systemic';

export interface DecisionDraft {
  unfulfilled: Answer;
  capabilityInDoubt: Answer;
  systemic: Answer;
  affected: number | null;
  examined: number | null;
  /** The grade somebody chose; undefined as long as the answers propose one. */
  grade: Grade | undefined;
  reason: string;
}

const isAnswer = (value: unknown): value is Answer => keysOf(decisionAnswers).some((one) => one === value);
const isGrade = (value: unknown): value is Grade => keysOf(grades).some((one) => one === value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** A draft as it was kept; undefined where nothing was, or nothing that can be read. */
export function readDecision(kept: string): DecisionDraft | undefined {
  try {
    const value = JSON.parse(kept) as Record<string, unknown>;
    const answer = (name: Question): Answer => (isAnswer(value[name]) ? value[name] : '');
    return {
      unfulfilled: answer('unfulfilled'),
      capabilityInDoubt: answer('capabilityInDoubt'),
      systemic: answer('systemic'),
      affected: isCount(value.affected) ? value.affected : null,
      examined: isCount(value.examined) ? value.examined : null,
      grade: isGrade(value.grade) ? value.grade : undefined,
      reason: typeof value.reason === 'string' ? value.reason : '',
    };
  } catch {
    return undefined;
  }
}

/** The answers that count: what follows from an unfulfilled requirement is asked only then. */
export function answersOf(draft: DecisionDraft): DecisionDraft {
  if (draft.unfulfilled === 'yes') return draft;
  return { ...draft, capabilityInDoubt: '', systemic: '', affected: null, examined: null };
}

/** What the answers propose, and the grade that would be recorded now. */
export function gradeOfDraft(draft: DecisionDraft, now: Grade, offered: readonly Grade[]) {
  const proposed = proposeGrade(answersOf(draft), offered);
  return { proposed, chosen: draft.grade ?? proposed ?? now };
}
