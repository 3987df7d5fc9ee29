// What a corrective-action workbook says: the findings that ask for a response, with their due days and what is known.
import { withScale } from '../../shared/domain/audit-grades.ts';
import { closureState, closureStates } from '../../shared/domain/closure.ts';
import { answersOf, type ResponseRow, responseRows, settledFields } from '../../shared/domain/response-rows.ts';
import { templateOf } from '../../shared/domain/templates.ts';
import { AppError } from '../../shared/errors.ts';
import type { ResponseSource, SourceRow } from '../exchange/response/source.ts';
import { gradeNames } from '../exports/sections/grading.ts';
import { formatSpan } from '../exports/sections/wording.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import { localTime } from '../store/writer.ts';
import { proposedDates } from './actions.ts';
import { catalogueOf, type Context } from './context.ts';

/** The kinds of action by the place they have in a row. */
export const kinds = { correction: 'correction', corrective: 'corrective-action' } as const;

/** What a row says is required: the ids and the words. */
export const sayRequirement = ({ requirements, requirement }: ResponseRow['finding']) =>
  [requirements.join(', '), requirement.trim()].filter(Boolean).join('\n');

function sourceRow(context: Context, auditId: string, row: ResponseRow, today: string): SourceRow {
  const { finding, correction, corrective } = row;
  const due = (kind: keyof typeof kinds) => row[kind] ?? proposedDates(context, auditId, finding.id, kinds[kind]);
  const [first, second] = [due('correction'), due('corrective')];
  const bases = [first.dueBasis && `Correction: ${first.dueBasis}`, second.dueBasis && `Action: ${second.dueBasis}`];
  const own = [correction, corrective].filter((action) => action !== undefined);
  return {
    key: row.key,
    name: row.name,
    grade: finding.grade,
    requirement: sayRequirement(finding),
    nature: finding.nature,
    correctionDue: first.dueOn,
    actionDue: second.dueOn,
    dueBasis: bases.filter(Boolean).join('\n'),
    state: closureStates[closureState(finding, own, today)],
    answers: answersOf(row),
    settled: [...settledFields(row)],
  };
}

/** What the workbook of an audit is made of, read in one transaction. */
export function collectSource(context: Context, auditId: string): ResponseSource {
  const { db } = context;
  const madeAt = localTime(new Date());
  return db.transaction((): ResponseSource => {
    const audit = readRecord(db, 'audit', auditId);
    if (!audit) throw new AppError('not-found', 'This audit is no longer there.', { audit: auditId });
    const template = withScale(
      templateOf(catalogueOf(context, auditId), audit),
      readRecords(db, 'auditGrade', auditId),
    );
    const rows = responseRows(readRecords(db, 'finding', auditId), readRecords(db, 'action', auditId));
    const names = gradeNames({ template });
    const used = new Set(rows.map(({ finding }) => finding.grade));
    const leads = readRecords(db, 'teamMember', auditId).filter(({ role }) => role === 'lead-auditor');
    return {
      auditId,
      ref: audit.ref,
      title: audit.title,
      organization: readRecord(db, 'organization', audit.organization)?.name ?? '',
      dates: formatSpan(audit.startsOn, audit.endsOn),
      startsOn: startOf(context, auditId),
      auditors: leads.map(({ name }) => name).join(', ') || context.actor(),
      madeBy: context.actor(),
      madeAt,
      product: 'Plumbline',
      gradeNames: names,
      grades: template.grades
        .filter(({ grade }) => used.has(grade))
        .map(({ grade, definition }) => ({ name: names[grade], definition: definition.trim() })),
      rows: rows.map((row) => sourceRow(context, auditId, row, madeAt.slice(0, 10))),
    };
  })();
}

/** The first day of the audit; where it is not recorded, the first day on which something was found. */
export function startOf({ db }: Context, auditId: string): string | null {
  const audit = readRecord(db, 'audit', auditId);
  if (audit?.startsOn) return audit.startsOn;
  const raised = readRecords(db, 'finding', auditId).flatMap(({ raisedAt }) => raisedAt?.slice(0, 10) ?? []);
  return [...raised, ...(audit?.endsOn ? [audit.endsOn] : [])].toSorted()[0] ?? null;
}
