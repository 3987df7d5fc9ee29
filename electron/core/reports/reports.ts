import path from 'node:path';
import type { Handlers, Output, Parsed } from '../../../shared/contract/contract.ts';
import type { ReportFile } from '../../../shared/contract/reports.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ExportWarning } from '../../exports/report-model.ts';
import { ensureFolder } from '../../files.ts';
import { readRecords } from '../../store/tables.ts';
import { auditIdOf, type Context } from '../context.ts';
import { collectRenditions } from '../pictures.ts';
import { exportClosingSheets } from './closing-sheets.ts';
import { collectReport, letOthersThrough } from './collect.ts';
import { draftName, exportTarget } from './export-target.ts';
import { issueReport } from './issue.ts';
import { exportPdf } from './pdf.ts';
import { correctReport, releaseReport } from './release.ts';

const endings = { word: 'docx', excel: 'xlsx', pdf: 'pdf' } as const;

async function exportReport(context: Context, input: Parsed<'reports.export'>): Promise<Output<'reports.export'>> {
  const auditId = auditIdOf(context, input.audit);
  const wanted = (['word', 'excel', 'pdf'] as const).flatMap((kind) => {
    const given = input[kind];
    return given === undefined || given === false
      ? []
      : [{ kind, target: exportTarget(context, { name: draftName(context, auditId), ending: endings[kind], given }) }];
  });
  if (wanted.length === 0) throw new AppError('invalid-input', 'Say which documents to export: word, excel or pdf.');
  return context.jobs.run(input.job, async (signal, onProgress) => {
    const pictures = await collectRenditions(context, readRecords(context.db, 'evidence', auditId), signal, onProgress);
    const { model, points } = await collectReport(context, auditId, pictures, input);
    const all: ExportWarning[] = [...points];
    const files: ReportFile[] = [];
    for (const { target } of wanted) await ensureFolder(path.dirname(target));
    const made = await Promise.all(
      wanted.map(async ({ kind, target }, place) => {
        // Handing the model to a thread copies it: one copy at a time.
        if (place > 0) await letOthersThrough();
        if (kind === 'pdf') return exportPdf(context, { model, target }, signal, onProgress);
        const task = kind === 'word' ? 'export-word' : 'export-excel';
        return context.workers.run(task, { model, target }, signal, onProgress);
      }),
    );
    made.forEach(({ sha256, size, warnings: own }, index) => {
      const job = wanted[index];
      if (job) files.push({ path: job.target, name: path.basename(job.target), kind: job.kind, sha256, size });
      all.push(...own);
    });
    const once = new Map(all.map((warning) => [JSON.stringify(warning), warning]));
    return { files, warnings: [...once.values()], counts: { ...model.counts } };
  });
}

type Names =
  | 'reports.export'
  | 'reports.closingSheets'
  | 'reports.check'
  | 'reports.preview'
  | 'reports.release'
  | 'reports.issue'
  | 'reports.correct'
  | 'jobs.cancel';

/** The report as it would be printed now, for the screen. */
function previewReport(context: Context, audit: string, job: string | undefined): Promise<Output<'reports.preview'>> {
  const auditId = auditIdOf(context, audit);
  return context.jobs.run(job, async (signal, onProgress) => {
    const pictures = await collectRenditions(context, readRecords(context.db, 'evidence', auditId), signal, onProgress);
    const { model } = await collectReport(context, auditId, pictures);
    return context.workers.run('preview-report', { model }, signal);
  });
}

/** The calls about reports, and the one that cancels long work. */
export function reportHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'reports.release': (input) => releaseReport(context, input),
    'reports.issue': (input) => issueReport(context, input),
    'reports.correct': (input) => correctReport(context, input),
    'reports.export': (input) => exportReport(context, input),
    'reports.closingSheets': (input) => exportClosingSheets(context, input),
    'reports.check': async ({ audit }) => {
      const auditId = auditIdOf(context, audit);
      const pictures = new Map(readRecords(context.db, 'evidence', auditId).map(({ sha256 }) => [sha256, null]));
      const { model, points } = await collectReport(context, auditId, pictures);
      return {
        warnings: points.filter(({ message }) => !message.includes('cannot be drawn')),
        counts: { ...model.counts },
      };
    },
    'reports.preview': ({ audit, job }) => previewReport(context, audit, job),
    'jobs.cancel': ({ job }) => ({ cancelled: context.jobs.cancel(job) }),
  };
}
