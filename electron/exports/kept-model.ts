// What a report was printed from, as a file: canonical JSON, so that a later version can be compared with it.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { createWhole, disk } from '../files.ts';
import { compareModels } from './differences.ts';
import type { ReportModel } from './report-model.ts';

/** Writes a model as canonical JSON (RFC 8785), without where its files lie on this machine. */
export async function keepModel(
  model: ReportModel,
  target: string,
  signal?: AbortSignal,
): Promise<{ sha256: string; size: number; warnings: [] }> {
  signal?.throwIfAborted();
  const kept = {
    ...model,
    evidence: model.evidence.map((piece) => ({ ...piece, picture: null })),
    houseLayout: model.houseLayout && { ...model.houseLayout, logoFile: '', baseFile: '' },
  };
  const bytes = Buffer.from(canonicalize(kept) ?? '', 'utf8');
  await createWhole(
    target,
    async (handle) => {
      await handle.writeFile(bytes);
    },
    async () => undefined,
  );
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, warnings: [] };
}

/**
 * What a model differs in from the one kept for an earlier version. A kept file that is missing or no longer what it was
 * is said in place of differences: it must not stand in the way of a correction.
 */
export async function compareWithKept(
  earlier: { file: string; sha256: string; version: number },
  model: ReportModel,
): Promise<string[]> {
  const bytes = await disk.readFile(earlier.file).catch(() => undefined);
  const isKept = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === earlier.sha256;
  if (!isKept)
    return [`What version ${earlier.version} was printed from is missing or damaged, so differences cannot be listed.`];
  return compareModels(JSON.parse(bytes.toString('utf8')) as unknown, model);
}
