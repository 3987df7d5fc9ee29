import { Readable } from 'node:stream';
import type { Output, Parsed } from '../../shared/contract/contract.ts';
import type { EvidenceFields } from '../../shared/domain/evidence.ts';
import { evidenceOfLines, fileOfLines, requirementsOf } from '../../shared/domain/lines-become.ts';
import { AppError } from '../../shared/errors.ts';
import { findItemIds } from '../store/checklist.ts';
import { readRecord } from '../store/tables.ts';
import { stageStream, takeIntoVault } from '../vault/vault.ts';
import { alreadyCreated, auditIdOf, type Context, refuseIfIssued, writeInAudit } from './context.ts';
import { registerEvidence, targetsOf } from './evidence.ts';
import { lineReaderOf, linesOf } from './note-lines.ts';

/** Makes one piece of evidence of lines of the running notes: the file, the record and its links, all or nothing. */
export async function notesToEvidence(
  context: Context,
  input: Parsed<'notes.toEvidence'>,
): Promise<Output<'notes.toEvidence'>> {
  const auditId = auditIdOf(context, input.audit);
  return context.inTurn(async () => {
    const before = alreadyCreated(context, 'evidence', input.id, auditId);
    if (before) return before;
    refuseIfIssued(context, auditId);
    const lines = linesOf(context, auditId, input.notes);
    const read = lineReaderOf(context, auditId);
    // A requirement that this audit has no question for is named in the file all the same.
    const asked = requirementsOf(lines, read).filter((id) => findItemIds(context.db, auditId, id).length > 0);
    const notes = lines.map(({ id }) => id);
    const targets = targetsOf(context, auditId, { items: [...asked, ...(input.items ?? [])], notes });
    const audit = readRecord(context.db, 'audit', auditId);
    const organization = readRecord(context.db, 'organization', audit?.organization ?? '');
    const { name, text } = fileOfLines(
      lines,
      { ref: audit?.ref ?? '', title: audit?.title ?? '', organization: organization?.name ?? '' },
      (line) => readRecord(context.db, 'note', line)?.at,
    );
    const staged = await stageStream(context.folders.staging, Readable.from([Buffer.from(text, 'utf8')]), name);
    const fields = { ...evidenceOfLines(lines, read), ...(input.fields as Partial<EvidenceFields>) };
    const [added] = await takeIntoVault(context.folders.vault, context.folders.staging, [staged], () =>
      writeInAudit(context, auditId, input.step, (step) =>
        registerEvidence(context, step, auditId, [{ ...staged, name, mediaType: 'text/plain' }], {
          fields,
          ids: input.id === undefined ? undefined : [input.id],
          targets,
        }),
      ),
    );
    if (!added) throw new AppError('internal', 'The evidence was not registered.');
    const { name: _name, duplicateOf: _duplicateOf, ...evidence } = added;
    return evidence;
  });
}
