// Changes as the engine pushes them, applied to the audit that the page shows. Pure; knows every noun by its place.
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { wordingOf } from '../../shared/domain/checklist.ts';
import { type Noun, nouns } from '../../shared/domain/nouns.ts';

type Row = { id: string } & Record<string, unknown>;

const lists = {
  aiSystem: 'aiSystems',
  teamMember: 'team',
  checklistItem: 'checklist',
  sample: 'samples',
  note: 'notes',
  noteLink: 'noteLinks',
  evidence: 'evidence',
  link: 'links',
  finding: 'findings',
  action: 'actions',
  planSlot: 'planSlots',
  meeting: 'meetings',
  gradeDecision: 'gradeDecisions',
  auditGrade: 'auditGrades',
  reviewComment: 'reviewComments',
  signature: 'signatures',
  reportIssue: 'reportIssues',
  switchedRule: 'switchedRules',
} as const satisfies Partial<Record<Noun, keyof OpenAudit>>;

/** Nouns of the workspace that an open audit does not hold. */
type Elsewhere = 'dueRule' | 'houseLayout';
const isElsewhere = (noun: Noun): noun is Elsewhere => noun === 'dueRule' || noun === 'houseLayout';
const isListed = (noun: Noun): noun is keyof typeof lists => noun in lists;

/** The records of a noun that stands in a list; one-of-a-kind nouns as a list of one. */
export function recordsOf(audit: OpenAudit, noun: Noun): readonly Row[] {
  if (noun === 'soaEntry') return audit.soa.entries;
  if (isListed(noun)) return audit[lists[noun]];
  if (isElsewhere(noun)) return [];
  return [audit[noun]];
}

/** The audit with other records of a noun. */
function withRecords(audit: OpenAudit, noun: Noun, rows: readonly Row[]): OpenAudit {
  if (noun === 'soaEntry') return { ...audit, soa: { ...audit.soa, entries: rows as never } };
  if (isListed(noun)) return { ...audit, [lists[noun]]: rows };
  if (isElsewhere(noun)) return audit;
  return rows[0] ? { ...audit, [noun]: rows[0] } : audit;
}

/** The audit with some fields of one record changed. A record it does not have changes nothing. */
export function setFields(audit: OpenAudit, noun: Noun, id: string, fields: Record<string, unknown>): OpenAudit {
  const rows = recordsOf(audit, noun);
  const place = rows.findIndex((row) => row.id === id);
  const row = rows[place];
  return row ? withRecords(audit, noun, rows.with(place, { ...row, ...fields })) : audit;
}

/** The audit with a record added, from the fields that were named; the others have their defaults. */
export function addRecord(audit: OpenAudit, noun: Noun, id: string, fields: Record<string, unknown>): OpenAudit {
  const rows = recordsOf(audit, noun);
  if (rows.some((row) => row.id === id)) return setFields(audit, noun, id, fields);
  const whole = nouns[noun].safeParse(fields);
  const row: Row = { ...(whole.success ? whole.data : fields), id };
  return withRecords(audit, noun, [...rows, row]);
}

/** The audit without a record. */
export function removeRecord(audit: OpenAudit, noun: Noun, id: string): OpenAudit {
  const rows = recordsOf(audit, noun);
  return rows.some((row) => row.id === id)
    ? withRecords(
        audit,
        noun,
        rows.filter((row) => row.id !== id),
      )
    : audit;
}

/** One change applied. `keep` names fields that must stay as the page has them: they are being edited. */
export function applyChange(audit: OpenAudit, change: Change, keep: (field: string) => boolean): OpenAudit {
  const { noun, recordId } = change;
  if (change.kind === 'remove') return removeRecord(audit, noun, recordId);
  const fields = Object.fromEntries(Object.entries(change.fields).filter(([field]) => !keep(field)));
  return change.kind === 'create' ? addRecord(audit, noun, recordId, fields) : setFields(audit, noun, recordId, fields);
}

/** The audit with the wording of an item put right that a change made, worded anew or gave another question. */
export function rewordItem(audit: OpenAudit, change: Change, wordings: ReadonlyMap<string, string>): OpenAudit {
  if (change.kind !== 'create' && !('asked' in change.fields) && !('questionId' in change.fields)) return audit;
  const item = audit.checklist.find(({ id }) => id === change.recordId);
  if (!item) return audit;
  return setFields(audit, 'checklistItem', item.id, { question: wordingOf(item, wordings) });
}
