// The findings as a list by grade, with the state of each. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ActionRecord, FindingRecord } from '../../../shared/contract/records.ts';
import { findingHeading, isNonconformity } from '../../../shared/domain/findings.ts';
import { byNumber } from '../../../shared/domain/numbering.ts';
import { type Grade, grades, keysOf } from '../../../shared/domain/vocabulary.ts';

/** How far a finding is. It is read from its parts and actions; nobody sets it. */
export type FindingState = 'incomplete' | 'awaiting' | 'open' | 'done' | 'verified' | 'stated';

export interface FindingRow {
  record: FindingRecord;
  heading: string;
  state: FindingState;
  /** All words of the finding in lower case, for the search field. */
  words: string;
}

export type ListRow = { kind: 'grade'; grade: Grade; count: number } | ({ kind: 'finding' } & FindingRow);

export type FindingFilter = 'all' | 'nonconformities' | 'incomplete' | 'openActions';

function isComplete(finding: FindingRecord): boolean {
  if (finding.requirements.length === 0) return false;
  if (!isNonconformity(finding.grade)) return findingHeading(finding) !== '';
  return [finding.requirement, finding.evidence, finding.nature, finding.gradeReason].every(
    (part) => part.trim() !== '',
  );
}

/** The state of a finding with its actions. Only nonconformities call for a response. */
export function stateOf(finding: FindingRecord, actions: readonly ActionRecord[]): FindingState {
  if (!isComplete(finding)) return 'incomplete';
  if (actions.length === 0) return isNonconformity(finding.grade) ? 'awaiting' : 'stated';
  if (actions.every(({ status }) => status === 'verified')) return 'verified';
  return actions.every(({ status }) => status === 'done' || status === 'verified') ? 'done' : 'open';
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

/** The findings of an audit by number. */
export function listFindings({ findings, actions }: Pick<OpenAudit, 'findings' | 'actions'>): FindingRow[] {
  const own = Map.groupBy(actions, ({ finding }) => finding);
  return byNumber(findings).map((record) => ({
    record,
    ...wordsOf(record),
    state: stateOf(record, own.get(record.id) ?? []),
  }));
}

/** Whether a row passes one of the filters over the list. */
export function passes({ record, state }: FindingRow, filter: FindingFilter): boolean {
  if (filter === 'nonconformities') return isNonconformity(record.grade);
  if (filter === 'incomplete') return state === 'incomplete';
  return filter === 'openActions' ? state === 'awaiting' || state === 'open' : true;
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
