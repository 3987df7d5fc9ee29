// What was exported last, kept by the browser: which file, when, from which state of the audit.
import { z } from 'zod';
import { type ReportFile, reportFile } from '../../shared/contract/reports.ts';

const exportedFile = reportFile.extend({
  at: z.string(),
  /** What only the making of the documents could tell, such as a picture that cannot be drawn. */
  remarks: z.array(z.string()),
  /** The newest change when it was made. */
  head: z.string().nullable(),
});
export type ExportedFile = z.output<typeof exportedFile>;

const listeners = new Set<(audit: string) => void>();

/** Hears of every export, by the audit's id. Answers with the end of listening. */
export function hearExports(listener: (audit: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const kept = z.array(exportedFile);
const keyOf = (audit: string) => `plumbline.exported.${audit}`;

/** The files that were exported last, one per kind. */
export function readLastExport(audit: string): ExportedFile[] {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(keyOf(audit)) ?? '[]'));
  } catch {
    return [];
  }
}

/** Keeps what was exported, in place of older files of the same kind. Answers with all that is kept. */
export function keepLastExport(
  audit: string,
  files: readonly ReportFile[],
  facts: Pick<ExportedFile, 'at' | 'remarks' | 'head'>,
): ExportedFile[] {
  const made = files.map((file) => ({ ...file, ...facts }));
  const all = [...made, ...readLastExport(audit).filter(({ kind }) => !made.some((one) => one.kind === kind))];
  const sorted = all.toSorted((one, other) => other.kind.localeCompare(one.kind));
  try {
    localStorage.setItem(keyOf(audit), JSON.stringify(sorted));
  } catch {
    // A browser that keeps nothing for pages: the list lasts as long as the page.
  }
  for (const listener of listeners) listener(audit);
  return sorted;
}
