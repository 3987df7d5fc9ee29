import type { Handlers } from '../../shared/contract/contract.ts';
import type { NoteLinkRecord } from '../../shared/contract/records.ts';
import type { NoteLinkFields } from '../../shared/domain/note-links.ts';
import { findNoteLink } from '../store/links.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

const names = { checklistItem: 'Question', finding: 'Finding' } as const;

/** Says once that a line became part of a record of the same audit. */
export function linkNote(
  context: Context,
  step: Step,
  auditId: string,
  fields: NoteLinkFields,
  id?: string,
): NoteLinkRecord {
  requireRecord(context, 'note', fields.note, auditId, 'Line');
  requireRecord(context, fields.noun, fields.target, auditId, names[fields.noun]);
  const known = findNoteLink(context.db, fields);
  const stored = known === undefined ? undefined : readRecord(context.db, 'noteLink', known);
  return stored ?? step.create('noteLink', fields, id);
}

/** The calls about what a line of the running notes became. */
export function noteLinkHandlers(context: Context): Pick<Handlers, 'noteLinks.create' | 'noteLinks.remove'> {
  return {
    'noteLinks.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) =>
          alreadyCreated(context, 'noteLink', id, auditId) ?? linkNote(context, write, auditId, fields, id),
      ),
    'noteLinks.remove': ({ audit, noteLink, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'noteLink', noteLink, auditId, 'Link');
        write.remove('noteLink', noteLink);
        return { id: noteLink };
      }),
  };
}
