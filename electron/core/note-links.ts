import type { Handlers } from '../../shared/contract/contract.ts';
import { findNoteLink } from '../store/links.ts';
import { readRecord } from '../store/tables.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

const names = { checklistItem: 'Question', finding: 'Finding' } as const;

/** The calls about what a line of the running notes became. */
export function noteLinkHandlers(context: Context): Pick<Handlers, 'noteLinks.create' | 'noteLinks.remove'> {
  return {
    'noteLinks.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'note', fields.note, auditId, 'Line');
        requireRecord(context, fields.noun, fields.target, auditId, names[fields.noun]);
        const known = findNoteLink(context.db, fields);
        const stored =
          alreadyCreated(context, 'noteLink', id, auditId) ??
          (known === undefined ? undefined : readRecord(context.db, 'noteLink', known));
        return stored ?? write.create('noteLink', fields, id);
      }),
    'noteLinks.remove': ({ audit, noteLink, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'noteLink', noteLink, auditId, 'Link');
        write.remove('noteLink', noteLink);
        return { id: noteLink };
      }),
  };
}
