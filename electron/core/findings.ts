import type { Handlers } from '../../shared/contract/contract.ts';
import type { PartialFieldsOf } from '../../shared/domain/nouns.ts';
import { AppError } from '../../shared/errors.ts';
import { findActionIds } from '../store/findings.ts';
import { evidenceOfNote } from '../store/links.ts';
import { takeNumber } from '../store/numbers.ts';
import { readRecord } from '../store/tables.ts';
import { carryOver } from './carry-over.ts';
import { alreadyCreated, catalogueOf, type Context, requireRecord, writeInAudit } from './context.ts';
import { decide, gradeFinding } from './grade-decisions.ts';
import { linkEvidence, removeWithLinks } from './links.ts';
import { linkNote } from './note-links.ts';

/** Refuses requirements, AI systems and items that the audit does not have. */
function checkReferences(context: Context, auditId: string, fields: PartialFieldsOf<'finding'>): void {
  const known = new Set(catalogueOf(context, auditId).requirements.map(({ id }) => id));
  const unknown = fields.requirements?.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new AppError('invalid-input', `requirements: ${unknown} is not a requirement of this audit's catalogue.`, {
      requirement: unknown,
    });
  }
  for (const system of fields.aiSystems ?? []) requireRecord(context, 'aiSystem', system, auditId, 'AI system');
  if (fields.item) requireRecord(context, 'checklistItem', fields.item, auditId, 'Question');
}

/** The calls about findings. */
export function findingHandlers(
  context: Context,
): Pick<Handlers, 'findings.create' | 'findings.update' | 'findings.grade' | 'findings.carryOver' | 'findings.remove'> {
  return {
    'findings.create': ({ audit, id, fields, evidenceIds = [], notes = [], step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const stored = alreadyCreated(context, 'finding', id, auditId);
        if (stored) return stored;
        checkReferences(context, auditId, fields);
        const number = takeNumber(context.db, auditId, 'F', context.series);
        const finding = write.create(
          'finding',
          { ...fields, number, raisedAt: fields.raisedAt ?? write.at, raisedBy: fields.raisedBy || context.actor() },
          id,
        );
        const { id: target } = finding;
        for (const note of notes) linkNote(context, write, auditId, { note, noun: 'finding', target });
        const ofNotes = notes.flatMap((note) => evidenceOfNote(context.db, note));
        for (const evidence of [...evidenceIds, ...ofNotes])
          linkEvidence(context, write, auditId, { evidence, noun: 'finding', target });
        return finding;
      }),
    'findings.update': ({ audit, finding, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'finding', finding, auditId, 'Finding');
        checkReferences(context, auditId, fields);
        const before = readRecord(context.db, 'finding', finding);
        const stored = write.set('finding', finding, fields, base);
        if (before && stored.grade !== before.grade)
          decide(context, write, before, { grade: stored.grade, reason: fields.gradeReason ?? '' });
        return stored;
      }),
    'findings.grade': (input) =>
      writeInAudit(context, input.audit, input.step, (write, auditId) => gradeFinding(context, write, auditId, input)),
    'findings.carryOver': (input) =>
      writeInAudit(context, input.audit, input.step, (write, auditId) => carryOver(context, write, auditId, input)),
    'findings.remove': ({ audit, finding, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'finding', finding, auditId, 'Finding');
        for (const action of findActionIds(context.db, finding)) removeWithLinks(context, write, 'action', action);
        return removeWithLinks(context, write, 'finding', finding);
      }),
  };
}
