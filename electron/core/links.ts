import type { Handlers } from '../../shared/contract/contract.ts';
import type { LinkRecord } from '../../shared/contract/records.ts';
import type { LinkFields } from '../../shared/domain/links.ts';
import type { Noun } from '../../shared/domain/nouns.ts';
import { dependentsOf, findLink } from '../store/links.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

const names = {
  checklistItem: 'Question',
  finding: 'Finding',
  note: 'Note',
  aiSystem: 'AI system',
  action: 'Action',
} as const;

/** Links evidence to a record of the same audit, once. */
export function linkEvidence(
  context: Context,
  step: Step,
  auditId: string,
  fields: LinkFields,
  id?: string,
): LinkRecord {
  requireRecord(context, 'evidence', fields.evidence, auditId, 'Evidence');
  requireRecord(context, fields.noun, fields.target, auditId, names[fields.noun]);
  const known = findLink(context.db, fields);
  const stored = known === undefined ? undefined : readRecord(context.db, 'link', known);
  return stored ?? step.create('link', fields, id);
}

/** Removes a record together with what hangs on it: links from or to it, samples, decisions. */
export function removeWithLinks(context: Context, step: Step, noun: Noun, id: string): { id: string } {
  for (const one of dependentsOf(context.db, id)) step.remove(one.noun, one.id);
  step.remove(noun, id);
  return { id };
}

/** The calls about links. */
export function linkHandlers(context: Context): Pick<Handlers, 'links.create' | 'links.createMany' | 'links.remove'> {
  return {
    'links.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) =>
          alreadyCreated(context, 'link', id, auditId) ?? linkEvidence(context, write, auditId, fields, id),
      ),
    'links.createMany': ({ audit, links, step }) =>
      writeInAudit(context, audit, step, (write, auditId) =>
        links.map((fields) => linkEvidence(context, write, auditId, fields)),
      ),
    'links.remove': ({ audit, link, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'link', link, auditId, 'Link');
        write.remove('link', link);
        return { id: link };
      }),
  };
}
