// Issuing: the gate, the documents, the vault and the lock, all or nothing.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Output, Parsed } from '../../../shared/contract/contract.ts';
import type { ReportIssueRecord } from '../../../shared/contract/records.ts';
import type { ReportFile } from '../../../shared/contract/reports.ts';
import { fileNameOf } from '../../../shared/domain/file-names.ts';
import type { GatePoint } from '../../../shared/domain/gate/points.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { newestIssue } from '../../../shared/domain/report-issues.ts';
import { auditTypes } from '../../../shared/domain/vocabulary.ts';
import { AppError, isAppError } from '../../../shared/errors.ts';
import type { ExportWarning, ReportModel } from '../../exports/report-model.ts';
import { copyWhole, removeFile } from '../../files.ts';
import { chainHeads } from '../../store/chain-heads.ts';
import { newestChange } from '../../store/changes.ts';
import { readRecord, readRecords } from '../../store/tables.ts';
import { localTime } from '../../store/writer.ts';
import { type StagedFile, takeIntoVault, vaultPath } from '../../vault/vault.ts';
import { alreadyCreated, auditIdOf, type Context } from '../context.ts';
import { signHeads } from '../device-key.ts';
import { collectRenditions } from '../pictures.ts';
import type { Progress } from '../workers.ts';
import { collectReport, letOthersThrough } from './collect.ts';
import { exportPdf } from './pdf.ts';

type Kind = 'word' | 'excel' | 'pdf' | 'model';
type Made = StagedFile & { kind: Kind; warnings: ExportWarning[] };
const documents = [
  ['word', 'docx'],
  ['excel', 'xlsx'],
  ['pdf', 'pdf'],
] as const;

/** Refuses to issue with open points, and names them. */
function refuseOpenPoints(points: readonly GatePoint[]): void {
  const open = points.filter(({ blocks }) => blocks);
  if (open.length === 0) return;
  const [first] = open;
  const more =
    open.length === 1 ? '' : ` ${open.length - 1} more ${open.length === 2 ? 'point is' : 'points are'} open.`;
  throw new AppError('refused', `The report cannot be issued yet. ${first?.message}${more}`, {
    points: open.slice(0, 500),
  });
}

/** What the new version differs in from the one before, as sentences; none for the first. */
async function findDifferences(context: Context, model: ReportModel, signal: AbortSignal): Promise<string[]> {
  const before = newestIssue(model.issues);
  if (!before) return [];
  const earlier = vaultPath(context.folders.vault, before.model);
  return context.workers.run(
    'compare-models',
    { earlier, sha256: before.model, version: before.version, model },
    signal,
  );
}

/**
 * The ends of the audit's chains, signed. Without a key the report is issued all the same and says so: a key is no reason
 * to miss a date.
 */
async function signChains(context: Context, auditId: string, signedAt: string) {
  const { configuration, device, db } = context;
  const { signed, said } = await signHeads(configuration, { heads: chainHeads(db, auditId), signedAt, device });
  return { signed, warnings: said === undefined ? [] : [{ record: 'Issue', message: said }] };
}

/** The model of the version that is being issued: its own entry is among the versions, without hashes of its own. */
function modelToIssue(
  context: Context,
  model: ReportModel,
  differences: readonly string[],
  issuedAt: string,
  signedHeads: ReportModel['signedHeads'],
): [ReportModel, ReportIssueRecord] {
  const { audit, organization, version, head } = model;
  const fileName = fileNameOf(audit.fileNamePattern, {
    ref: audit.ref,
    org: organization.name,
    type: auditTypes[audit.type],
    version,
    date: issuedAt.slice(0, 10),
  });
  const issue: ReportIssueRecord = {
    id: '',
    version,
    issuedAt,
    issuedBy: context.actor(),
    releasedBy: audit.releasedBy,
    reason: audit.correctionReason,
    differences: differences.join('\n'),
    fileName,
    word: '',
    excel: '',
    pdf: '',
    model: '',
    head: head?.hash ?? '',
  };
  const issued: ReportModel = {
    ...model,
    audit: { ...audit, status: 'issued', correctionReason: '' },
    issues: [...model.issues, issue],
    signedHeads,
  };
  return [issued, issue];
}

/** Makes the documents and what they were printed from, beside the vault. Without something that prints there is no PDF. */
async function makeFiles(
  context: Context,
  model: ReportModel,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<{ made: Made[]; warnings: ExportWarning[] }> {
  const { staging } = context.folders;
  const made: Made[] = [];
  const stage = async (kind: Kind, task: 'export-word' | 'export-excel' | 'keep-model') => {
    const id = randomUUID();
    const target = path.join(staging, id);
    await letOthersThrough();
    const { warnings, ...facts } = await context.workers.run(task, { model, target }, signal, onProgress);
    made.push({ id, path: target, ...facts, kind, warnings });
  };
  try {
    await stage('word', 'export-word');
    await stage('excel', 'export-excel');
    await stage('model', 'keep-model');
    const target = path.join(staging, randomUUID());
    const pdf = await exportPdf(context, { model, target }, signal, onProgress).catch((error: unknown) => {
      if (!isAppError(error) || error.code !== 'unavailable') throw error;
      return error.message;
    });
    if (typeof pdf === 'string') return { made, warnings: [{ record: 'Issue', message: `No PDF was made. ${pdf}` }] };
    made.push({ id: path.basename(target), path: target, ...pdf, kind: 'pdf' });
    return { made, warnings: [] };
  } catch (error) {
    for (const file of made) await removeFile(file.path).catch(() => undefined);
    throw error;
  }
}

/** Puts copies of the issued documents into the exports folder; the vault keeps the ones that count. */
async function copyDocuments(
  context: Context,
  issue: ReportIssueRecord,
  sizes: ReadonlyMap<string, number>,
): Promise<{ files: ReportFile[]; warnings: ExportWarning[] }> {
  const files: ReportFile[] = [];
  const warnings: ExportWarning[] = [];
  for (const [kind, ending] of documents) {
    if (issue[kind] === '') continue;
    const name = `${issue.fileName}.${ending}`;
    const target = path.join(context.folders.exports, name);
    const source = vaultPath(context.folders.vault, issue[kind]);
    try {
      const size = await copyWhole(source, target, issue[kind]);
      files.push({ path: target, name, kind, sha256: issue[kind], size: sizes.get(issue[kind]) ?? size });
    } catch (error) {
      context.log(error, 'copy of an issued report');
      warnings.push({
        record: 'Issue',
        message: `${name} is kept in the vault; no copy could be put into the exports folder.`,
      });
    }
  }
  return { files, warnings };
}

/** Registers what was made as a version and locks the audit, unless it was changed in the meantime. */
function register(
  context: Context,
  auditId: string,
  { id, step }: Parsed<'reports.issue'>,
  model: ReportModel,
  issue: ReportIssueRecord,
): ReportIssueRecord {
  return context.writer.write(auditId, step, (write) => {
    if (newestChange(context.db, auditId)?.id !== model.head?.id)
      throw new AppError(
        'conflict',
        'The audit was changed while its report was being made, so nothing was issued. Look at the change and issue again.',
      );
    const { id: _none, ...fields } = issue;
    const stored = write.create('reportIssue', fields, id);
    write.set('audit', auditId, { status: 'issued', correctionReason: '' });
    return stored;
  });
}

/** Issues the next version of a report. Nothing is left behind where it is refused, cancelled or fails. */
export async function issueReport(context: Context, input: Parsed<'reports.issue'>): Promise<Output<'reports.issue'>> {
  const auditId = auditIdOf(context, input.audit);
  const before = alreadyCreated(context, 'reportIssue', input.id, auditId);
  return context.jobs.run(input.job, (signal, onProgress) =>
    context.inTurn(async () => {
      if (before) {
        const { model } = await collectReport(context, auditId, new Map());
        return { issue: before, ...(await copyDocuments(context, before, new Map())), counts: { ...model.counts } };
      }
      const audit = readRecord(context.db, 'audit', auditId);
      if (audit && isIssued(audit.status))
        throw new AppError(
          'refused',
          `${audit.ref} has been issued already. Start a correction to issue the next version.`,
        );
      const pictures = await collectRenditions(
        context,
        readRecords(context.db, 'evidence', auditId),
        signal,
        onProgress,
      );
      const { model: draft, points } = await collectReport(context, auditId, pictures);
      refuseOpenPoints(points);
      const differences = await findDifferences(context, draft, signal);
      const issuedAt = localTime(new Date());
      const { signed, warnings: unsigned } = await signChains(context, auditId, issuedAt);
      const [model, issue] = modelToIssue(context, draft, differences, issuedAt, signed);
      const { made, warnings: notMade } = await makeFiles(context, model, signal, onProgress);
      signal.throwIfAborted();
      for (const { kind, sha256 } of made) issue[kind] = sha256;
      const { vault, staging } = context.folders;
      const stored = await takeIntoVault(vault, staging, made, () => register(context, auditId, input, draft, issue));
      const sizes = new Map(made.map(({ sha256, size }) => [sha256, size]));
      const copied = await copyDocuments(context, stored, sizes);
      const warnings = [...points, ...unsigned, ...notMade, ...made.flatMap((one) => one.warnings), ...copied.warnings];
      const once = new Map(warnings.map((warning) => [`${warning.record} ${warning.message}`, warning]));
      return { issue: stored, files: copied.files, warnings: [...once.values()], counts: { ...model.counts } };
    }),
  );
}
