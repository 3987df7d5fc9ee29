// The corrective-action workbook: out to the auditee, and back as one step with the file as evidence.
import path from 'node:path';
import type { Handlers, Output, Parsed } from '../../shared/contract/contract.ts';
import { actionFields } from '../../shared/domain/actions.ts';
import type { RowChange } from '../../shared/domain/response-changes.ts';
import { isAnswered, planResponse, type ResponsePlan } from '../../shared/domain/response-plan.ts';
import { AppError } from '../../shared/errors.ts';
import { columnOf } from '../exchange/response/columns.ts';
import { longestCell, mostRows } from '../exchange/response/limits.ts';
import { isAsSent, type ReadRow, type ResponseReading } from '../exchange/response/read-response.ts';
import { refuseRows } from '../exchange/response/refusals.ts';
import { ensureFolder } from '../files.ts';
import { findNumberOfContent } from '../store/evidence.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { takeIntoVault } from '../vault/vault.ts';
import { addAction, changeAction, proposedDates } from './actions.ts';
import { auditIdOf, type Context, writeInAudit } from './context.ts';
import { registerEvidence } from './evidence.ts';
import { discardCopy, readReceived, type ReceivedFile } from './incoming.ts';
import { documentName, exportTarget } from './reports/export-target.ts';
import { collectSource, kinds, sayRequirement, startOf } from './response-source.ts';

async function exportWorkbook(
  context: Context,
  input: Parsed<'actions.exportWorkbook'>,
): Promise<Output<'actions.exportWorkbook'>> {
  const auditId = auditIdOf(context, input.audit);
  const source = collectSource(context, auditId);
  const rows = source.rows.length;
  if (rows === 0) {
    throw new AppError('refused', 'No finding asks for a response, so there is nothing to send to the auditee yet.');
  }
  if (rows > mostRows)
    throw new AppError('too-large', `${rows} rows are more than one workbook can have (${mostRows}).`);
  const target = exportTarget(context, {
    name: documentName(context, auditId, 'corrective actions'),
    ending: 'xlsx',
    given: input.path,
  });
  return context.jobs.run(input.job, async (signal, onProgress) => {
    await ensureFolder(path.dirname(target));
    const made = await context.workers.run('write-response', { source, target }, signal, onProgress);
    return { path: target, name: path.basename(target), ...made, rows };
  });
}

const planOf = (context: Context, auditId: string, reading: ResponseReading): ResponsePlan => {
  const byRow = new Map(reading.rows.map((row) => [row.row, row]));
  return planResponse(reading.rows, {
    findings: readRecords(context.db, 'finding', auditId),
    actions: readRecords(context.db, 'action', auditId),
    auditStart: startOf(context, auditId),
    longestCell,
    dueOf: ({ id }, kind) => proposedDates(context, auditId, id, kind).dueOn,
    isAsSent: (row, field, now) => {
      const found = byRow.get(row);
      const { choices } = columnOf(field).column;
      return found !== undefined && isAsSent(auditId, found, field, choices ? (choices[now] ?? '') : now);
    },
  });
};

/** The plan of a response, or a refusal by row. */
function soundPlan(context: Context, auditId: string, reading: ResponseReading): ResponsePlan {
  const plan = planOf(context, auditId, reading);
  if (plan.problems.length === 0) return plan;
  throw refuseRows(
    plan.problems.map(({ row, field, message }) => ({
      row,
      heading: field === null ? '' : columnOf(field).column.heading,
      message,
    })),
  );
}

/** Findings that were reworded or regraded after the workbook was made: the answer is about the earlier words. */
function rewordedNotices(context: Context, auditId: string, rows: readonly ReadRow[]): ResponsePlan['notices'] {
  const findings = new Map(readRecords(context.db, 'finding', auditId).map((finding) => [finding.id, finding]));
  return rows.flatMap((row) => {
    const finding = findings.get(row.key.split(' ')[0] ?? '');
    if (!finding || !isAnswered(row)) return [];
    const isSame =
      isAsSent(auditId, row, 'requirement', sayRequirement(finding)) &&
      isAsSent(auditId, row, 'nature', finding.nature);
    const message = `${row.name} was reworded after the workbook was made; the answer is about the earlier words.`;
    return isSame ? [] : [{ row: row.row, name: row.name, field: null, message }];
  });
}

const receiveResponse = (context: Context, auditId: string, file: Parsed<'actions.importResponse'>['file']) => {
  const ref = readRecord(context.db, 'audit', auditId)?.ref ?? '';
  return readReceived(context, file, ({ path: copy, name }) =>
    context.workers.run('read-response', { file: copy, name, audit: { id: auditId, ref } }),
  );
};

/** Shows what a response says and what it would change. */
async function previewResponse(
  context: Context,
  input: Parsed<'actions.previewResponse'>,
): Promise<Output<'actions.previewResponse'>> {
  const auditId = auditIdOf(context, input.audit);
  const { file, reading } = await receiveResponse(context, auditId, input.file);
  await discardCopy(input.file, file);
  const plan = soundPlan(context, auditId, reading);
  const notices = [...plan.notices, ...rewordedNotices(context, auditId, reading.rows)];
  return {
    sheet: reading.sheet,
    madeAt: reading.madeAt,
    rows: reading.rows.length,
    answered: plan.answered.length,
    takenInAs: findNumberOfContent(context.db, auditId, file.sha256) ?? null,
    differences: plan.differences,
    notices: [
      ...reading.unread.map((message) => ({ row: null, name: '', message })),
      ...notices
        .toSorted((one, other) => one.row - other.row)
        .map(({ row, name, message }) => ({ row, name, message })),
    ],
  };
}

function writeChange(context: Context, write: Step, auditId: string, change: RowChange): void {
  const { finding, findingFields } = change;
  if (Object.keys(findingFields).length > 0) {
    write.set('finding', finding, { ...findingFields, auditeeOn: write.at.slice(0, 10) });
  }
  for (const kind of ['correction', 'corrective'] as const) {
    const { id, fields } = change[kind];
    if (Object.keys(fields).length === 0) continue;
    if (id === undefined) {
      addAction(context, write, auditId, actionFields.parse({ ...fields, finding, kind: kinds[kind] }));
    } else changeAction(context, write, id, fields);
  }
}

function writeResponse(
  context: Context,
  write: Step,
  auditId: string,
  { reading, file }: { reading: ResponseReading; file: ReceivedFile },
): Output<'actions.importResponse'> {
  const plan = soundPlan(context, auditId, reading);
  const known = findNumberOfContent(context.db, auditId, file.sha256);
  if (known !== undefined && plan.changes.length === 0) {
    throw new AppError('refused', `This workbook was taken in as ${known} already, and nothing in it is new.`, {
      known,
    });
  }
  for (const change of plan.changes) writeChange(context, write, auditId, change);
  const audit = readRecord(context.db, 'audit', auditId);
  const organization = readRecord(context.db, 'organization', audit?.organization ?? '')?.name ?? '';
  const [evidence] = registerEvidence(context, write, auditId, [file], {
    fields: {
      title: 'Response of the auditee: corrective-action workbook',
      kind: 'spreadsheet',
      method: 'examine',
      source: organization,
    },
    targets: plan.answered.map((target) => ({ noun: 'finding', target })),
  });
  if (!evidence) throw new Error('The workbook was not registered.');
  return {
    findings: new Set(plan.changes.map(({ finding }) => finding)).size,
    fields: plan.differences.length,
    evidence: evidence.number,
  };
}

/** Reads a response again and takes it in as one step. */
function importResponse(
  context: Context,
  input: Parsed<'actions.importResponse'>,
): Promise<Output<'actions.importResponse'>> {
  const auditId = auditIdOf(context, input.audit);
  return context.inTurn(async () => {
    const received = await receiveResponse(context, auditId, input.file);
    const done = await takeIntoVault(context.folders.vault, context.folders.staging, [received.file], () =>
      writeInAudit(context, auditId, input.step, (write) => writeResponse(context, write, auditId, received)),
    );
    context.staged.delete(received.file.id);
    return done;
  });
}

type Names = 'actions.exportWorkbook' | 'actions.previewResponse' | 'actions.importResponse';

/** The calls about the corrective-action workbook. */
export function responseHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'actions.exportWorkbook': (input) => exportWorkbook(context, input),
    'actions.previewResponse': (input) => previewResponse(context, input),
    'actions.importResponse': (input) => importResponse(context, input),
  };
}
