import type { Handlers, Output, Parsed } from '../../shared/contract/contract.ts';
import type { EvidenceRecord } from '../../shared/contract/records.ts';
import type { EvidenceFields } from '../../shared/domain/evidence.ts';
import { AppError } from '../../shared/errors.ts';
import { removeFile } from '../files.ts';
import { findItemIds } from '../store/checklist.ts';
import { findNumberOfContent } from '../store/evidence.ts';
import { takeNumber } from '../store/numbers.ts';
import type { Step } from '../store/writer.ts';
import { takeIntoVault } from '../vault/vault.ts';
import { alreadyCreated, auditIdOf, type Context, refuseIfIssued, requireRecord, writeInAudit } from './context.ts';
import { type ReceivedFile, receiveFile } from './incoming.ts';
import { linkEvidence, removeWithLinks } from './links.ts';
import { makeRenditions } from './pictures.ts';

type Kind = EvidenceFields['kind'];
type Fields = Parsed<'evidence.update'>['fields'];
type Base = Parsed<'evidence.update'>['base'];

/** The kind of evidence that a type of file mostly is; the auditor may say otherwise. */
function kindOf(mediaType: string, name: string): Kind {
  if (/screen ?shot|bildschirmfoto/i.test(name) && mediaType.startsWith('image/')) return 'screenshot';
  if (mediaType.startsWith('image/')) return 'photo';
  if (mediaType === 'message/rfc822') return 'e-mail';
  if (/spreadsheet|excel|csv/.test(mediaType)) return 'spreadsheet';
  if (/\.(log|jsonl|ndjson)$/i.test(name)) return 'log';
  return 'document';
}

const titleOf = (name: string) =>
  name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[_]+/g, ' ')
    .trim() || name;

export type Target = { noun: 'checklistItem' | 'finding' | 'note' | 'aiSystem'; target: string };

/** What a call about evidence names: items by their ids or those of requirements, and other records. */
export function targetsOf(
  context: Context,
  auditId: string,
  input: Pick<Parsed<'evidence.add'>, 'items' | 'findings' | 'aiSystems' | 'notes'>,
): Target[] {
  const items = (input.items ?? []).flatMap((key) => {
    const ids = findItemIds(context.db, auditId, key);
    if (ids.length === 0)
      throw new AppError('not-found', `${key.slice(0, 60)} is neither a requirement nor a question of this audit.`, {
        item: key,
      });
    return ids.map((target): Target => ({ noun: 'checklistItem', target }));
  });
  const others = (noun: Target['noun'], ids: string[] | undefined, name: string) =>
    (ids ?? []).map((target): Target => {
      requireRecord(context, noun, target, auditId, name);
      return { noun, target };
    });
  return [
    ...items,
    ...others('finding', input.findings, 'Finding'),
    ...others('aiSystem', input.aiSystems, 'AI system'),
    ...others('note', input.notes, 'Note'),
  ];
}

/** Registers received files as evidence in one step, each with a number, and links them. */
export function registerEvidence(
  context: Context,
  step: Step,
  auditId: string,
  files: readonly ReceivedFile[],
  details: {
    fields?: Partial<EvidenceFields> | undefined;
    titles?: string[] | undefined;
    ids?: string[] | undefined;
    targets: readonly Target[];
  },
): Output<'evidence.add'> {
  return files.map((file, index) => {
    const duplicateOf = findNumberOfContent(context.db, auditId, file.sha256);
    const fields = details.fields ?? {};
    const evidence = step.create(
      'evidence',
      {
        ...fields,
        number: takeNumber(context.db, auditId, 'E', context.series),
        title: details.titles?.[index] || fields.title || titleOf(file.name),
        kind: fields.kind ?? kindOf(file.mediaType, file.name),
        collectedAt: fields.collectedAt ?? step.at,
        collectedBy: fields.collectedBy || context.actor(),
        sha256: file.sha256,
        size: file.size,
        originalName: file.name,
        mediaType: file.mediaType,
      },
      details.ids?.[index],
    );
    for (const target of details.targets) linkEvidence(context, step, auditId, { evidence: evidence.id, ...target });
    return { ...evidence, name: file.name, ...(duplicateOf === undefined ? {} : { duplicateOf }) };
  });
}

/** The answer to a creating call that was already carried out: the records as they are stored. */
function storedBefore(
  context: Context,
  auditId: string,
  ids: string[] | undefined,
): Output<'evidence.add'> | undefined {
  if (!ids || ids.length === 0) return undefined;
  const stored = ids.map((id) => alreadyCreated(context, 'evidence', id, auditId));
  return stored.every((one) => one !== undefined)
    ? stored.map((one) => ({ ...one, name: one.originalName }))
    : undefined;
}

async function addEvidence(context: Context, input: Parsed<'evidence.add'>): Promise<Output<'evidence.add'>> {
  const auditId = auditIdOf(context, input.audit);
  const before = storedBefore(context, auditId, input.ids);
  if (before) return before;
  const targets = targetsOf(context, auditId, input);
  // Evidence of what was done about a finding still comes in; it is linked to nothing that was printed.
  if (targets.length > 0) refuseIfIssued(context, auditId);
  return context.jobs.run(input.job, (signal, onProgress) =>
    context.inTurn(async () => {
      const received: ReceivedFile[] = [];
      try {
        for (const [index, file] of input.files.entries()) {
          onProgress(index, input.files.length, 'Taking in files');
          if (signal.aborted) throw new AppError('cancelled', 'Cancelled. None of the files was taken in.');
          received.push(await receiveFile(context, file, signal));
        }
      } catch (error) {
        for (const { path } of received) await removeFile(path).catch(() => undefined);
        throw error;
      }
      const added = await takeIntoVault(context.folders.vault, context.folders.staging, received, () =>
        writeInAudit(context, auditId, input.step, (step) =>
          registerEvidence(context, step, auditId, received, {
            fields: input.fields as Partial<EvidenceFields>,
            titles: input.titles,
            ids: input.ids,
            targets,
          }),
        ),
      );
      for (const { id } of received) context.staged.delete(id);
      makeRenditions(context, added);
      onProgress(input.files.length, input.files.length, 'Taking in files');
      return added;
    }),
  );
}

/** Removes uploads that wait for a call. Answers how many there were. */
async function discardUploads(context: Context, uploads: readonly string[]): Promise<number> {
  let discarded = 0;
  for (const id of uploads) {
    const staged = context.staged.get(id);
    if (!staged) continue;
    context.staged.delete(id);
    await removeFile(staged.path).catch(() => undefined);
    discarded += 1;
  }
  return discarded;
}

type Names =
  | 'evidence.add'
  | 'evidence.update'
  | 'evidence.updateMany'
  | 'evidence.remove'
  | 'evidence.removeMany'
  | 'evidence.discard';

/** The calls about evidence. */
export function evidenceHandlers(context: Context): Pick<Handlers, Names> {
  const update = (step: Step, auditId: string, id: string, fields: Fields, base?: Base): EvidenceRecord => {
    requireRecord(context, 'evidence', id, auditId, 'Evidence');
    return step.set('evidence', id, fields, base);
  };
  const remove = (step: Step, auditId: string, id: string) => {
    requireRecord(context, 'evidence', id, auditId, 'Evidence');
    return removeWithLinks(context, step, 'evidence', id);
  };
  return {
    'evidence.add': (input) => addEvidence(context, input),
    'evidence.update': ({ audit, evidence, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => update(write, auditId, evidence, fields, base)),
    'evidence.updateMany': ({ audit, evidence, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) =>
        [...new Set(evidence)].map((id) => update(write, auditId, id, fields)),
      ),
    'evidence.remove': ({ audit, evidence, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => remove(write, auditId, evidence)),
    'evidence.removeMany': ({ audit, evidence, step }) =>
      writeInAudit(context, audit, step, (write, auditId) =>
        [...new Set(evidence)].map((id) => remove(write, auditId, id)),
      ),
    'evidence.discard': async ({ uploads }) => ({ discarded: await discardUploads(context, uploads) }),
  };
}
