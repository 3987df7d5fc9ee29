import type { Handlers } from '../../shared/contract/contract.ts';
import type { ChecklistItemRecord } from '../../shared/contract/records.ts';
import { answerOfLines, peopleNamed } from '../../shared/domain/lines-become.ts';
import { AppError } from '../../shared/errors.ts';
import { findNoteLink } from '../store/links.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { withQuestion } from './checklist.ts';
import { alreadyCreated, catalogueOf, type Context, requireRecord, writeInAudit } from './context.ts';
import { lineReaderOf, linesOf } from './note-lines.ts';
import { linkNote } from './note-links.ts';
import { notesToEvidence } from './notes-to-evidence.ts';

function addToAnswer(
  context: Context,
  step: Step,
  auditId: string,
  item: string,
  ids: readonly string[],
): ChecklistItemRecord {
  requireRecord(context, 'checklistItem', item, auditId, 'Question');
  const lines = linesOf(context, auditId, ids).filter(
    ({ id }) => findNoteLink(context.db, { note: id, noun: 'checklistItem', target: item }) === undefined,
  );
  const stored = readRecord(context.db, 'checklistItem', item);
  if (!stored) throw new AppError('not-found', 'This question is no longer there.', { item });
  const ask = withQuestion(catalogueOf(context, auditId));
  if (lines.length === 0) return ask(stored);
  const read = lineReaderOf(context, auditId);
  const heard = new Set(stored.interviewees.map((name) => name.toLowerCase()));
  const asked = peopleNamed(lines, read).filter((name) => !heard.has(name.toLowerCase()));
  const notes = [stored.notes.trimEnd(), answerOfLines(lines, read)].filter(Boolean).join('\n');
  const changed = step.set('checklistItem', item, { notes, interviewees: [...stored.interviewees, ...asked] });
  for (const { id } of lines) linkNote(context, step, auditId, { note: id, noun: 'checklistItem', target: item });
  return ask(changed);
}

/** The calls about running notes. */
export function noteHandlers(context: Context): Pick<Handlers, 'notes.add' | 'notes.toEvidence' | 'notes.toAnswer'> {
  return {
    'notes.add': ({ audit, id, text, corrects, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        if (corrects !== undefined) requireRecord(context, 'note', corrects, auditId, 'Line');
        const named = corrects === undefined ? {} : { corrects };
        return (
          alreadyCreated(context, 'note', id, auditId) ??
          write.create('note', { text, at: write.at, by: context.actor(), ...named }, id)
        );
      }),
    'notes.toEvidence': (input) => notesToEvidence(context, input),
    'notes.toAnswer': ({ audit, notes, item, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => addToAnswer(context, write, auditId, item, notes)),
  };
}
