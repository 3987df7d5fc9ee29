// How far a finding is on its way to closure. It is read from its actions; nobody sets it.
import type { ActionFields } from './actions.ts';
import { type FindingFields, isNonconformity } from './findings.ts';
import { type Grade, actionStatuses, keysOf } from './vocabulary.ts';

export const closureStates = {
  stated: 'Stated',
  awaiting: 'Response awaited',
  open: 'Actions open',
  accepted: 'Actions accepted',
  done: 'Actions done',
  verified: 'Verified',
  closed: 'Closed',
  overdue: 'Overdue',
} as const;
export type ClosureState = keyof typeof closureStates;

type Action = Pick<ActionFields, 'status' | 'dueOn' | 'effective' | 'effectivenessDueOn'>;

const order = keysOf(actionStatuses);
/** How far a status is: 0 for open. */
export const rankOf = (status: ActionFields['status']): number => order.indexOf(status);

/** Whether an action should have been done, or its effect checked, before a day (ISO 8601). */
export function isOverdue({ status, dueOn, effective, effectivenessDueOn }: Action, today: string): boolean {
  if (status === 'closed') return false;
  if (dueOn !== null && dueOn < today && rankOf(status) < rankOf('done')) return true;
  return effectivenessDueOn !== null && effectivenessDueOn < today && effective === '';
}

/** What the state of a finding is read from, besides its actions. */
type Followed = { grade: Grade } & Partial<Pick<FindingFields, 'earlierFinding' | 'earlierStatus'>>;

/**
 * The state of a finding with these actions on a day. Only nonconformities call for a response; one of an earlier audit
 * had its response there, and is closed where this audit says so.
 */
export function closureState(finding: Followed, actions: readonly Action[], today: string): ClosureState {
  if (finding.earlierStatus === 'closed') return 'closed';
  if (finding.earlierFinding && actions.length === 0) return 'open';
  if (actions.length === 0) return isNonconformity(finding.grade) ? 'awaiting' : 'stated';
  if (actions.some((action) => isOverdue(action, today))) return 'overdue';
  const least = Math.min(...actions.map(({ status }) => rankOf(status)));
  return order[least] ?? 'open';
}

type Stamp = 'accepted' | 'verified' | 'closed';
const stamps: readonly Stamp[] = ['accepted', 'verified', 'closed'];

/**
 * What else a change of an action says: who accepted, verified or closed it and when, who checked the effect; and that
 * a step back takes the later ones with it. What the change names itself stays as it is.
 */
export function stampAction(
  before: ActionFields,
  change: { [K in keyof ActionFields]?: ActionFields[K] | undefined },
  who: { by: string; on: string },
): Partial<ActionFields> {
  const added: Partial<ActionFields> = {};
  const { status, effective } = change;
  if (status !== undefined && status !== before.status) {
    for (const step of stamps) {
      const [on, by] = [`${step}On`, `${step}By`] as const;
      const isReached = rankOf(status) >= rankOf(step);
      // What was not reached in between is not made up: only the step itself is stamped.
      if (isReached && step !== status) continue;
      if (change[on] === undefined) added[on] = isReached ? (before[on] ?? who.on) : null;
      if (change[by] === undefined) added[by] = isReached ? before[by] || who.by : '';
    }
  }
  if (effective !== undefined && effective !== before.effective) {
    if (change.effectivenessOn === undefined) added.effectivenessOn = effective === '' ? null : who.on;
    if (change.effectivenessBy === undefined) added.effectivenessBy = effective === '' ? '' : who.by;
  }
  return added;
}
