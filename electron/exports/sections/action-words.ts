// What the report says about an action on its way to closure.
import { actionStatuses, decisionAnswers } from '../../../shared/domain/vocabulary.ts';
import type { ActionRecord } from '../../../shared/contract/records.ts';
import { formatDay } from './wording.ts';

const when = (what: string, on: string | null, by: string) =>
  on === null && by === '' ? '' : [what, formatDay(on), by && `by ${by}`].filter(Boolean).join(' ');

/** Owner, due date, planned day and status of an action in one line. */
export function sayActionFacts({ owner, dueOn, plannedOn, status }: ActionRecord): string {
  const facts = [
    owner && `Owner ${owner}`,
    dueOn && `due ${formatDay(dueOn)}`,
    plannedOn && `planned for ${formatDay(plannedOn)}`,
    actionStatuses[status].toLowerCase(),
  ];
  return facts.filter(Boolean).join(' · ');
}

/** The basis of the due date, and who accepted, verified, checked and closed the action and when, as far as it got. */
export function sayClosure(action: ActionRecord): string[] {
  const checked = when('checked', action.effectivenessOn, action.effectivenessBy);
  const effect =
    action.effective === ''
      ? action.effectivenessDueOn && `Effect to be checked by ${formatDay(action.effectivenessDueOn)}`
      : `Effective: ${[decisionAnswers[action.effective].toLowerCase(), checked].filter(Boolean).join(', ')}`;
  const steps = [
    when('Accepted', action.acceptedOn, action.acceptedBy),
    when('Verified', action.verifiedOn, action.verifiedBy),
    effect,
    when('Closed', action.closedOn, action.closedBy),
  ];
  return [action.dueBasis.trim() && `Due date: ${action.dueBasis.trim()}`, steps.filter(Boolean).join(' · ')].flatMap(
    (line) => line || [],
  );
}
