import { z } from 'zod';
import { method } from './method.ts';
import { auditKey, newId, noteRecord, step } from './records.ts';

export const notesContract = {
  'notes.add': method(
    'Appends a line to the running notes. A line is never changed; a correction is a new line that names the older one.',
    z.strictObject({ audit: auditKey, id: newId, text: noteRecord.shape.text, corrects: z.string().optional(), step }),
    noteRecord,
  ),
} as const;
