import type { CatalogueProblem } from '../../shared/contract/catalogues.ts';
import type { InventoryReading } from '../../shared/contract/ai-systems.ts';
import type { BaseRemark } from '../../shared/contract/house-layouts.ts';
import type { SoaReading } from '../../shared/contract/soa.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import type { HouseLayoutFields } from '../../shared/domain/house-layouts.ts';
import type { ResponseReading } from '../exchange/response/read-response.ts';
import type { ResponseSource } from '../exchange/response/source.ts';
import type { Preview } from '../exports/export-html.ts';
import type { LogoFacts } from '../exports/pictures/logo.ts';
import type { ExportWarning, ReportHouseLayout, ReportModel } from '../exports/report-model.ts';
import type { ClosingSheets } from '../exports/sections/closing-sheets.ts';
import type { StagedFile } from '../vault/vault.ts';
import type { BackupRequest, BackupResult } from './backups/make-backup.ts';
import type { SealRequest, SealResult } from './sealed/seal-audit.ts';
import type { Verification, WorkspaceToVerify } from './verify.ts';

export interface ExportedFile {
  sha256: string;
  size: number;
  warnings: ExportWarning[];
}

/** What a picture became for print; null where it cannot be drawn. */
export type Rendition = { width: number; height: number } | null;

/** Everything that lasts longer than the writer thread may: plain objects in, plain objects out. */
export interface Tasks {
  'stage-file': {
    input: { staging: string; source: string; name: string };
    output: StagedFile & { mediaType: string };
  };
  'detect-type': { input: { file: string; name: string }; output: string };
  'read-statement': { input: { file: string; name: string; catalogue: Catalogue }; output: SoaReading };
  /** `sheet` names the sheet to read where several list systems. */
  'read-inventory': { input: { file: string; name: string; sheet?: string | undefined }; output: InventoryReading };
  /** `as` gives id and version where the file does not; `bases` are what missing sheets are taken from. */
  'read-catalogue': {
    input: {
      file: string;
      name: string;
      bases: { id: string; catalogue: Catalogue }[];
      as: { id: string; version: string };
    };
    /** `base` is the id of the catalogue that missing sheets were taken from. */
    output: { catalogue: Catalogue | null; problems: CatalogueProblem[]; base: string | null };
  };
  'write-catalogue': {
    input: { catalogue: Catalogue; format: 'xlsx' | 'json'; target: string };
    output: { sha256: string; size: number };
  };
  'write-response': { input: { source: ResponseSource; target: string }; output: { sha256: string; size: number } };
  'read-response': {
    input: { file: string; name: string; audit: { id: string; ref: string } };
    output: ResponseReading;
  };
  'make-rendition': { input: { source: string; target: string }; output: Rendition };
  'seal-audit': { input: SealRequest; output: SealResult };
  'verify-workspace': { input: WorkspaceToVerify; output: Verification };
  'make-backup': { input: BackupRequest; output: BackupResult };
  /** The report for the screen. */
  'preview-report': { input: { model: ReportModel }; output: Preview };
  /** The page that is printed to PDF. */
  'write-print-page': { input: { model: ReportModel; target: string }; output: { warnings: ExportWarning[] } };
  /** The same of the sheets of a closing meeting. */
  'write-sheets-page': { input: { model: ClosingSheets; target: string }; output: { warnings: ExportWarning[] } };
  'export-word': { input: { model: ReportModel; target: string }; output: ExportedFile };
  'export-sheets': { input: { model: ClosingSheets; target: string }; output: { sha256: string; size: number } };
  /** Writes what a report is printed from, to be compared with later. */
  'keep-model': { input: { model: ReportModel; target: string }; output: ExportedFile };
  /** What a report differs in from the model kept in `earlier`, as sentences. */
  'compare-models': {
    input: { earlier: string; sha256: string; version: number; model: ReportModel };
    output: string[];
  };
  /** What a picture is that shall be a logo. */
  'read-logo': { input: { file: string; name: string }; output: LogoFacts };
  /** What is said about a base document. */
  'read-base': { input: { file: string; name: string }; output: BaseRemark[] };
  /** A layout from its file; logo and base are copied beside the vault. */
  'read-layout': {
    input: { file: string; name: string; staging: string };
    output: { fields: HouseLayoutFields; logo: StagedFile | null; base: StagedFile | null; remarks: BaseRemark[] };
  };
  'write-layout': { input: { layout: ReportHouseLayout; target: string }; output: { sha256: string; size: number } };
  'preview-layout': { input: { layout: ReportHouseLayout }; output: { html: string; styles: string } };
  'export-excel': { input: { model: ReportModel; target: string }; output: ExportedFile };
}

export type TaskName = keyof Tasks;
export type TaskInput<T extends TaskName> = Tasks[T]['input'];
export type TaskOutput<T extends TaskName> = Tasks[T]['output'];
export type TaskHandlers = {
  [T in TaskName]: (
    input: TaskInput<T>,
    signal: AbortSignal,
    onProgress: (done: number, total: number, label: string) => void,
  ) => Promise<TaskOutput<T>>;
};
