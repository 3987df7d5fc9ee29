// Lines of the running notes as the engine reads them: in order, with what the audit knows.
import type { NoteRecord } from '../../shared/contract/records.ts';
import { peopleOf } from '../../shared/domain/audit-people.ts';
import { createLineReader, type LineReader } from '../../shared/domain/tagged-line.ts';
import { readRecords } from '../store/tables.ts';
import { catalogueOf, type Context, requireRecord } from './context.ts';

/** Reads lines with what this audit knows: requirements of its catalogue, people by name and role. */
export function lineReaderOf(context: Context, auditId: string): LineReader {
  const { requirements, interviewees } = catalogueOf(context, auditId);
  const known = {
    team: readRecords(context.db, 'teamMember', auditId),
    checklist: readRecords(context.db, 'checklistItem', auditId),
    planSlots: readRecords(context.db, 'planSlot', auditId),
  };
  return createLineReader({
    requirements: requirements.map(({ id }) => id),
    people: peopleOf(known, interviewees).map(({ name }) => name),
  });
}

/** The named lines of the audit, each once, in the order they were written. */
export function linesOf(context: Context, auditId: string, ids: readonly string[]): NoteRecord[] {
  for (const id of ids) requireRecord(context, 'note', id, auditId, 'Line');
  const named = new Set(ids);
  return readRecords(context.db, 'note', auditId).filter(({ id }) => named.has(id));
}
