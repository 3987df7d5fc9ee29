import type { Handlers } from '../../shared/contract/contract.ts';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { progressByDay } from '../../shared/domain/progress.ts';
import { AppError } from '../../shared/errors.ts';
import { listAudits } from '../store/audits.ts';
import { newestChange } from '../store/changes.ts';
import { readProgress } from '../store/progress.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import { auditIdOf, type Context, refuseIfIssued, refuseUnknownLayout, writeInAudit } from './context.ts';
import { catalogueUpdate, takeCatalogue } from './catalogue-update.ts';
import { withQuestion } from './checklist.ts';
import { createAudit } from './new-audit.ts';

function only<T>(records: readonly T[], what: string): T {
  const [first] = records;
  if (!first)
    throw new AppError('damaged', `The ${what} of this audit is missing. Run verify; undo may have removed it.`);
  return first;
}

const inOrder = <T extends { position: number }>(records: readonly T[]): T[] =>
  records.toSorted((one, other) => one.position - other.position);

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
      checklist: inOrder(readRecords(db, 'checklistItem', auditId)).map(withQuestion(catalogue)),
      soa: {
        ...only(readRecords(db, 'soa', auditId), 'Statement of Applicability'),
        entries: readRecords(db, 'soaEntry', auditId).toSorted(
          (one, other) => placeOf(one.control) - placeOf(other.control),
        ),
      },
      planSlots: inOrder(readRecords(db, 'planSlot', auditId)),
      meetings: inOrder(readRecords(db, 'meeting', auditId)),
      samples: inOrder(readRecords(db, 'sample', auditId)),
      notes: readRecords(db, 'note', auditId),
      noteLinks: readRecords(db, 'noteLink', auditId),
      evidence: readRecords(db, 'evidence', auditId),
      links: readRecords(db, 'link', auditId),
      findings: readRecords(db, 'finding', auditId),
      actions: readRecords(db, 'action', auditId),
      gradeDecisions: readRecords(db, 'gradeDecision', auditId),
      auditGrades: inOrder(readRecords(db, 'auditGrade', auditId)),
      reviewComments: readRecords(db, 'reviewComment', auditId),
      signatures: readRecords(db, 'signature', auditId),
      reportIssues: readRecords(db, 'reportIssue', auditId),
      switchedRules: readRecords(db, 'switchedRule'),
      conclusion: only(readRecords(db, 'conclusion', auditId), 'conclusion'),
      head: newestChange(db, auditId)?.id ?? null,
    };
  })();
}

type Names =
  | 'audits.list'
  | 'audits.create'
  | 'audits.open'
  | 'audits.progress'
  | 'audits.update'
  | 'audits.updateOrganization'
  | 'audits.catalogueUpdate'
  | 'audits.takeCatalogue';

/** The calls about audits. */
export function auditHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'audits.list': () => listAudits(context.db),
    'audits.create': (input) => createAudit(context, input),
    'audits.open': ({ audit }) => openAudit(context, audit),
    'audits.progress': ({ audit }) => progressByDay(readProgress(context.db, auditIdOf(context, audit))),
    'audits.update': ({ audit, fields, base, step }) => {
      const auditId = auditIdOf(context, audit);
      refuseUnknownLayout(context, fields.houseLayout);
      return context.writer.write(auditId, step, (write) => write.set('audit', auditId, fields, base));
    },
    'audits.catalogueUpdate': ({ audit }) => catalogueUpdate(context, auditIdOf(context, audit)),
    'audits.takeCatalogue': ({ audit, hash, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        refuseIfIssued(context, auditId);
        return takeCatalogue(context, write, auditId, hash);
      }),
    'audits.updateOrganization': ({ audit, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        refuseIfIssued(context, auditId);
        const { organization } = readRecord(context.db, 'audit', auditId) ?? { organization: '' };
        return write.set('organization', organization, fields, base);
      }),
  };
}
