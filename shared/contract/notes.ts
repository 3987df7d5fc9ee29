import { z } from 'zod';
import { evidenceFields, evidenceFileFields } from '../domain/evidence.ts';
import { method } from './method.ts';
import { auditKey, checklistItemRecord, evidenceRecord, newId, noteRecord, patchOf, step } from './records.ts';

/** Lines by their ids. In whatever order they are named, they are taken in the order they were written. */
const lines = z.array(z.string()).min(1).max(500);

export const notesContract = {
  'notes.add': method(
    'Appends a line to the running notes. A line is never changed; a correction is a new line that names the older one.',
    z.strictObject({ audit: auditKey, id: newId, text: noteRecord.shape.text, corrects: z.string().optional(), step }),
    noteRecord,
  ),
  'notes.toEvidence': method(
    'Makes one piece of evidence of lines: a text file in the vault, linked to the lines and to the questions of the requirements they name. `fields` say otherwise what the lines say; `items` are further requirement ids or item ids.',
    z.strictObject({
      audit: auditKey,
      id: newId,
      notes: lines,
      fields: patchOf(evidenceFields, evidenceFileFields).optional(),
      items: z.array(z.string()).max(500).optional(),
      step,
    }),
    evidenceRecord,
  ),
  'notes.toAnswer': method(
    'Adds lines to the notes of a question, with time and who, and the people they name to those interviewed. A line that is part of the answer already is not added again.',
    z.strictObject({ audit: auditKey, notes: lines, item: z.string(), step }),
    checklistItemRecord,
  ),
} as const;
