// The lock of an issued report as the page asks it, before the engine does: the same rule, of what the page has read.
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { isIssued, isOpenWhenIssued, type LockedChange } from '../../shared/domain/issue-lock.ts';
import type { Noun } from '../../shared/domain/nouns.ts';
import { newestIssue } from '../../shared/domain/report-issues.ts';
import { recordsOf } from './apply-changes.ts';
import { useAudit } from './session-context.tsx';

/** What is to be changed. Without an id it is any record that the report has printed; `fields` with what they become. */
export interface WantedChange {
  noun: Noun;
  kind?: LockedChange['kind'];
  id?: string;
  fields?: Readonly<Record<string, unknown>>;
}

/** When a record was made, in milliseconds: its id (UUIDv7) begins with it. */
const madeAt = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** Whether the audit refuses a change, because its report is issued. */
export function isLocked(open: OpenAudit, { noun, kind = 'set', id, fields = {} }: WantedChange): boolean {
  const { status } = open.audit;
  if (!isIssued(status)) return false;
  const issuedAt = Date.parse(newestIssue(open.reportIssues)?.issuedAt ?? '');
  const before = id === undefined ? undefined : recordsOf(open, noun).find((record) => record.id === id);
  const wasPrinted = kind !== 'create' && (id === undefined || !(madeAt(id) > issuedAt));
  return !isOpenWhenIssued(status, { noun, kind, fields, before, wasPrinted });
}

/** Whether fields of a record, or all records of a noun, are kept as the issued report printed them. */
export function useLocked(
  noun: Noun,
  { id, field }: { id?: string | undefined; field?: string | undefined } = {},
): boolean {
  return useAudit(({ open }) =>
    isLocked(open, {
      noun,
      ...(id !== undefined && { id }),
      ...(field !== undefined && { fields: { [field]: '' } }),
    }),
  );
}
