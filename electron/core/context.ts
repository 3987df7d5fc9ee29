import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { isIssued } from '../../shared/domain/issue-lock.ts';
import { AppError } from '../../shared/errors.ts';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { findAuditId } from '../store/audits.ts';
import { hasHistory } from '../store/changes.ts';
import type { Store } from '../store/open.ts';
import { auditOfRecord, readRecord } from '../store/tables.ts';
import type { Step, Writer } from '../store/writer.ts';
import type { Noun } from '../../shared/domain/nouns.ts';
import type { StagedFile } from '../vault/vault.ts';
import type { Catalogues } from './catalogues.ts';
import type { Jobs } from './jobs.ts';
import { refuseLocked } from './lock.ts';
import type { PrintPdf } from './reports/pdf.ts';
import type { Workers } from './workers.ts';

/** The folders of a workspace. */
export interface WorkspaceFolders {
  root: string;
  vault: string;
  staging: string;
  exports: string;
  backups: string;
  renditions: string;
}

/** What the nouns' handlers work with. */
export interface Context {
  db: Store;
  writer: Writer;
  folders: WorkspaceFolders;
  configuration: string;
  catalogues: Catalogues;
  workers: Workers;
  jobs: Jobs;
  staged: Map<string, StagedFile & { name: string }>;
  series: string;
  device: string;
  notices: string[];
  version: string;
  hostKind: 'browser' | 'direct' | 'desktop';
  /** Whether calls may name files of this machine by path. */
  allowsPaths: boolean;
  /** Prints a page to PDF, as the host can. */
  printPdf: PrintPdf;
  actor: () => string;
  emit: (event: EngineEvent) => void;
  log: Log;
  /** Runs intakes one after the other, so that two of the same file cannot cross. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The id of the audit that a call names by reference or id. */
export function auditIdOf(context: Context, key: string): string {
  const id = findAuditId(context.db, key);
  if (id === undefined) throw new AppError('not-found', `There is no audit ${key} in this workspace.`, { audit: key });
  return id;
}

/** Like auditIdOf, but also finds an audit whose creation has been undone: its history is still there, and redo too. */
export function historyIdOf(context: Context, key: string): string {
  return hasHistory(context.db, key) ? key : auditIdOf(context, key);
}

/** The frozen catalogue of an audit. */
export function catalogueOf(context: Context, auditId: string): Catalogue {
  const audit = readRecord(context.db, 'audit', auditId);
  if (!audit) throw new AppError('not-found', 'This audit is no longer there.', { audit: auditId });
  return context.catalogues.read(audit.catalogue);
}

/**
 * Refuses to begin work for an audit whose report has been issued. The lock itself stands in the write path; this says so
 * before something that lasts is begun, and where the workspace would be changed for the audit's sake.
 */
export function refuseIfIssued(context: Context, auditId: string): void {
  const audit = readRecord(context.db, 'audit', auditId);
  if (audit && isIssued(audit.status)) refuseLocked({ ref: audit.ref, stage: audit.status });
}

/** Refuses a layout of the house that the workspace does not have. */
export function refuseUnknownLayout(context: Context, layout: string | null | undefined): void {
  if (layout != null && !readRecord(context.db, 'houseLayout', layout))
    throw new AppError('not-found', 'houseLayout: this workspace has no such layout; it may have been removed.', {
      layout,
    });
}

/** Writes one step into an audit. */
export function writeInAudit<T>(
  context: Context,
  auditKey: string,
  stepId: string | undefined,
  build: (step: Step, auditId: string) => T,
): T {
  const auditId = auditIdOf(context, auditKey);
  return context.writer.write(auditId, stepId, (step) => build(step, auditId));
}

/** Refuses a record that is not part of the audit, so that one audit's call never reaches into another. */
export function requireRecord(context: Context, noun: Noun, id: string, auditId: string, name: string): void {
  if (auditOfRecord(context.db, noun, id) !== auditId) {
    throw new AppError(
      'not-found',
      `${name} ${id.slice(0, 60)} is not part of this audit; it may have been removed or undone.`,
      { noun, id },
    );
  }
}

/**
 * The stored record where a creating call repeats an id it used before. Undefined where the id is new; refused where it
 * belongs to something else.
 */
export function alreadyCreated<N extends Noun>(context: Context, noun: N, id: string | undefined, auditId: string) {
  if (id === undefined) return undefined;
  const stored = readRecord(context.db, noun, id);
  if (stored && auditOfRecord(context.db, noun, id) !== auditId) {
    throw new AppError('conflict', 'This id is already used by a record of another audit.', { id });
  }
  return stored;
}
