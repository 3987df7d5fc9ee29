// The findings as a list by grade, with the state of each. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ActionRecord, FindingRecord } from '../../../shared/contract/records.ts';
import { type ClosureState, closureState } from '../../../shared/domain/closure.ts';
import { findingHeading, isNonconformity } from '../../../shared/domain/findings.ts';
import { byNumber } from '../../../shared/domain/numbering.ts';
import { type Grade, grades, keysOf } from '../../../shared/domain/vocabulary.ts';

/** How far a finding is: not complete yet, or on its way to closure. */
export type FindingState = 'incomplete' | ClosureState;

export interface FindingRow {
  record: FindingRecord;
  heading: string;
  state: FindingState;
  /** All words of the finding in lower case, for the search field. */
  words: string;
}

export type ListRow = { kind: 'grade'; grade: Grade; count: number } | ({ kind: 'finding' } & FindingRow);

export type FindingFilter = 'all' | 'nonconformities' | 'incomplete' | 'openActions' | 'overdue';

function isComplete(finding: FindingRecord): boolean {
  if (finding.requirements.length === 0) return false;
  if (!isNonconformity(finding.grade)) return findingHeading(finding) !== '';
  return [finding.requirement, finding.evidence, finding.nature, finding.gradeReason].every(
    (part) => part.trim() !== '',
  );
}

/** The state of a finding with its actions. One that is overdue is called so even while it is not complete. */
export function stateOf(finding: FindingRecord, actions: readonly ActionRecord[], today: string): FindingState {
  const state = closureState(finding, actions, today);
  return state === 'overdue' || isComplete(finding) ? state : 'incomplete';
}

const known = new WeakMap<FindingRecord, Pick<FindingRow, 'heading' | 'words'>>();

/** What a finding is found by. While one is being typed, the 400 others are not read again. */
function wordsOf(record: FindingRecord): Pick<FindingRow, 'heading' | 'words'> {
  const { number, title, requirement, evidence, nature, requirements } = record;
  const words = known.get(record) ?? {
    heading: findingHeading(record),
    words: [number, title, requirement, evidence, nature, ...requirements].join(' ').toLowerCase(),
  };
  known.set(record, words);
  return words;
}

/** The findings of an audit by number, as they stand on a day (ISO 8601). */
export function listFindings(
  { findings, actions }: Pick<OpenAudit, 'findings' | 'actions'>,
  today: string,
): FindingRow[] {
  const own = Map.groupBy(actions, ({ finding }) => finding);
  return byNumber(findings).map((record) => ({
    record,
    ...wordsOf(record),
    state: stateOf(record, own.get(record.id) ?? [], today),
  }));
}

const settled: readonly FindingState[] = ['stated', 'closed', 'incomplete'];

/** Whether a row passes one of the filters over the list. */
export function passes({ record, state }: FindingRow, filter: FindingFilter): boolean {
  if (filter === 'nonconformities') return isNonconformity(record.grade);
  if (filter === 'incomplete') return state === 'incomplete';
  if (filter === 'overdue') return state === 'overdue';
  return filter === 'openActions' ? !settled.includes(state) : true;
}

/** The rows that pass, under a heading per grade, in the order of `order`: gravest first. */
export function groupFindings(
  rows: readonly FindingRow[],
  filter: FindingFilter,
  text: string,
  order: readonly Grade[] = keysOf(grades),
): ListRow[] {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const left = rows.filter((row) => passes(row, filter) && typed.every((word) => row.words.includes(word)));
  const byGrade = Map.groupBy(left, ({ record }) => record.grade);
  return order.flatMap((grade): ListRow[] => {
    const group = byGrade.get(grade) ?? [];
    if (group.length === 0) return [];
    return [
      { kind: 'grade', grade, count: group.length },
      ...group.map((row) => ({ kind: 'finding' as const, ...row })),
    ];
  });
}
