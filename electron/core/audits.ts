import type { Catalogue, Question } from '../../shared/domain/catalogue.ts';
import type { AuditType } from '../../shared/domain/vocabulary.ts';
import type { Handlers, Parsed } from '../../shared/contract/contract.ts';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { questionsFor } from '../../shared/domain/questions.ts';
import { AppError } from '../../shared/errors.ts';
import { findOrganizationByName, lastReferenceOf, listAudits } from '../store/audits.ts';
import { newestChange } from '../store/changes.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { alreadyCreated, auditIdOf, type Context, refuseIfIssued, writeInAudit } from './context.ts';
import { withQuestion } from './checklist.ts';

function chooseQuestions(catalogue: Catalogue, type: AuditType, ids: string[] | undefined): Question[] {
  if (ids === undefined) return questionsFor(catalogue, type);
  const chosen = new Set(ids);
  const questions = catalogue.questions.filter(({ id }) => chosen.delete(id));
  const [unknown] = chosen;
  if (unknown !== undefined)
    throw new AppError('invalid-input', `questions: the catalogue has no question ${unknown}.`, { question: unknown });
  return questions;
}

function organizationFor(context: Context, step: Step, given: Parsed<'audits.create'>['organization']): string {
  const { id, ...fields } = typeof given === 'string' ? { name: given } : given;
  const known =
    (id && readRecord(context.db, 'organization', id)?.id) ?? findOrganizationByName(context.db, fields.name);
  return known ?? step.create('organization', fields, id).id;
}

function nextReference(context: Context, at: string): string {
  const year = at.slice(0, 4);
  return `${year}-${String(lastReferenceOf(context.db, year) + 1).padStart(3, '0')}`;
}

function createAudit(context: Context, input: Parsed<'audits.create'>): { id: string; ref: string } {
  const { id, organization, catalogue: catalogueId, questions: questionIds, ...fields } = input;
  const stored = id === undefined ? undefined : alreadyCreated(context, 'audit', id, id);
  if (stored) return { id: stored.id, ref: stored.ref };
  return context.writer.write(null, undefined, (outer) => {
    const { hash, catalogue } = context.catalogues.keep(catalogueId, outer.at);
    const questions = chooseQuestions(catalogue, input.type, questionIds);
    const audit = outer.create(
      'audit',
      {
        ...fields,
        ref: nextReference(context, outer.at),
        organization: organizationFor(context, outer, organization),
        standard: catalogue.standard.name,
        edition: catalogue.standard.edition,
        catalogue: hash,
      },
      id,
    );
    const step = outer.into(audit.id);
    step.create('conclusion', {});
    step.create('soa', {});
    for (const { id: control, title, kind } of catalogue.requirements) {
      if (kind === 'control') step.create('soaEntry', { control, title });
    }
    questions.forEach((question, position) =>
      step.create('checklistItem', { requirement: question.requirement, questionId: question.id, position }),
    );
    return { id: audit.id, ref: audit.ref };
  });
}

function only<T>(records: readonly T[], what: string): T {
  const [first] = records;
  if (!first)
    throw new AppError('damaged', `The ${what} of this audit is missing. Run verify; undo may have removed it.`);
  return first;
}

/** The whole audit as one object, read in one transaction. */
export function openAudit(context: Context, key: string): OpenAudit {
  const { db } = context;
  return db.transaction((): OpenAudit => {
    const auditId = auditIdOf(context, key);
    const audit = only(
      readRecords(db, 'audit').filter(({ id }) => id === auditId),
      'record',
    );
    const organization = readRecord(db, 'organization', audit.organization);
    const catalogue = context.catalogues.read(audit.catalogue);
    const controls = new Map(catalogue.requirements.map(({ id }, place) => [id, place]));
    const placeOf = (control: string) => controls.get(control) ?? controls.size;
    return {
      audit,
      organization: only(organization ? [organization] : [], 'organisation'),
      aiSystems: readRecords(db, 'aiSystem', auditId),
      team: readRecords(db, 'teamMember', auditId),
      checklist: readRecords(db, 'checklistItem', auditId)
        .toSorted((one, other) => one.position - other.position)
        .map(withQuestion(catalogue)),
      soa: {
        ...only(readRecords(db, 'soa', auditId), 'Statement of Applicability'),
        entries: readRecords(db, 'soaEntry', auditId).toSorted(
          (one, other) => placeOf(one.control) - placeOf(other.control),
        ),
      },
      notes: readRecords(db, 'note', auditId),
      evidence: readRecords(db, 'evidence', auditId),
      links: readRecords(db, 'link', auditId),
      findings: readRecords(db, 'finding', auditId),
      actions: readRecords(db, 'action', auditId),
      conclusion: only(readRecords(db, 'conclusion', auditId), 'conclusion'),
      head: newestChange(db, auditId)?.id ?? null,
    };
  })();
}

type Names = 'audits.list' | 'audits.create' | 'audits.open' | 'audits.update' | 'audits.updateOrganization';

/** The calls about audits. */
export function auditHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'audits.list': () => listAudits(context.db),
    'audits.create': (input) => createAudit(context, input),
    'audits.open': ({ audit }) => openAudit(context, audit),
    'audits.update': ({ audit, fields, base, step }) => {
      const auditId = auditIdOf(context, audit);
      return context.writer.write(auditId, step, (write) => {
        if (fields.status === undefined) refuseIfIssued(context, auditId);
        return write.set('audit', auditId, fields, base);
      });
    },
    'audits.updateOrganization': ({ audit, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const { organization } = readRecord(context.db, 'audit', auditId) ?? { organization: '' };
        return write.set('organization', organization, fields, base);
      }),
  };
}
