import type { Verdict } from './vocabulary.ts';

/** The result of one requirement. `partial` says that some of its questions were not audited. */
export interface RequirementResult {
  verdict: Verdict;
  partial: boolean;
}

/**
 * One result from the verdicts of a requirement's questions. The worst that is known comes first: nonconforming,
 * then open, then not audited in part, then improvement, conforms, not applicable. `excluded` is a control that the
 * Statement of Applicability leaves out: it is not applicable unless somebody found a nonconformity all the same.
 */
export function rollUp(answers: readonly Verdict[], excluded = false): RequirementResult {
  const has = (verdict: Verdict) => answers.includes(verdict);
  if (has('nonconforming')) return { verdict: 'nonconforming', partial: has('not-audited') };
  if (excluded) return { verdict: 'not-applicable', partial: false };
  if (answers.length === 0) return { verdict: 'not-started', partial: false };
  if (has('not-started') || has('in-progress')) {
    return {
      verdict: answers.every((answer) => answer === 'not-started') ? 'not-started' : 'in-progress',
      partial: false,
    };
  }
  if (has('not-audited')) return { verdict: 'not-audited', partial: has('conforms') || has('improvement') };
  if (has('improvement')) return { verdict: 'improvement', partial: false };
  if (has('conforms')) return { verdict: 'conforms', partial: false };
  return { verdict: 'not-applicable', partial: false };
}

/** Whether a question still waits for an answer. */
export function isOpen(verdict: Verdict): boolean {
  return verdict === 'not-started' || verdict === 'in-progress';
}

/**
 * The verdict that counts: an open question about a control that the statement excludes does not apply, also where it
 * was added after the exclusion or comes from a store of an earlier version.
 */
export function verdictInForce(
  { requirement, verdict }: { requirement: string; verdict: Verdict },
  excluded: ReadonlySet<string>,
): Verdict {
  return excluded.has(requirement) && isOpen(verdict) ? 'not-applicable' : verdict;
}
