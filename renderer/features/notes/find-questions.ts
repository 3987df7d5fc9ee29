// The questions a line may belong to. Pure.
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';

const most = 40;

/** Questions that have all that was typed; those of the named requirements first, else in the order of the audit. */
export function findQuestions(
  checklist: readonly ChecklistItemRecord[],
  tagged: readonly string[],
  typed: string,
): ChecklistItemRecord[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = checklist.filter(({ requirement, questionId, question }) => {
    const words = `${requirement} ${questionId} ${question}`.toLowerCase();
    return parts.every((part) => words.includes(part));
  });
  const begun = typed.trim().toLowerCase();
  const rank = ({ requirement }: ChecklistItemRecord) => {
    if (tagged.includes(requirement)) return 0;
    return begun !== '' && requirement.toLowerCase().startsWith(begun) ? 1 : 2;
  };
  return fitting.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}
