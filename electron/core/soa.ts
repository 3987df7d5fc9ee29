import type { Handlers, Output, Parsed } from '../../shared/contract/contract.ts';
import type { SoaReading, SoaReadEntry } from '../../shared/contract/soa.ts';
import type { SoaEntryFields } from '../../shared/domain/soa.ts';
import { AppError } from '../../shared/errors.ts';
import { findSoaEntryId, findSoaId } from '../store/soa.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { takeIntoVault } from '../vault/vault.ts';
import { auditIdOf, catalogueOf, type Context, refuseIfIssued, writeInAudit } from './context.ts';
import { registerEvidence } from './evidence.ts';
import { followStatement } from './exclusions.ts';
import { discardCopy, readReceived } from './incoming.ts';

type EntryState = Pick<SoaEntryFields, 'applicable' | 'stated' | 'justification' | 'implementation'>;

const stateOf = ({ applicable, stated, justification, implementation }: EntryState): EntryState => ({
  applicable,
  stated,
  justification,
  implementation,
});

/** What an entry becomes; a control whose applicability the statement leaves unclear keeps what it had. */
function stateAfter(before: EntryState, { applicable, justification, implementation }: SoaReadEntry): EntryState {
  return applicable === null
    ? { ...before, justification, implementation }
    : { applicable, stated: true, justification, implementation };
}

const untouched: EntryState = { applicable: true, stated: false, justification: '', implementation: '' };

function differencesOf(context: Context, auditId: string, reading: SoaReading): Output<'soa.preview'>['differences'] {
  const stored = new Map(readRecords(context.db, 'soaEntry', auditId).map((entry) => [entry.control, entry]));
  return reading.entries.flatMap((entry) => {
    const before = stateOf(stored.get(entry.control) ?? untouched);
    const after = stateAfter(before, entry);
    const same = JSON.stringify(before) === JSON.stringify(after) && stored.has(entry.control);
    return same
      ? []
      : [{ control: entry.control, title: stored.get(entry.control)?.title || entry.title, before, after }];
  });
}

function writeReading(
  context: Context,
  step: Step,
  auditId: string,
  reading: SoaReading,
  sourceEvidence: string,
): void {
  const soa = findSoaId(context.db, auditId);
  if (soa === undefined)
    throw new AppError('damaged', 'This audit has no Statement of Applicability to import into. Run verify.');
  const { version, date, approver, sheet } = reading;
  step.set('soa', soa, { version, date, approver, sourceEvidence, sourceSheet: sheet });
  for (const entry of reading.entries) {
    const id = findSoaEntryId(context.db, auditId, entry.control);
    const before = id === undefined ? undefined : readRecord(context.db, 'soaEntry', id);
    const fields = { ...stateAfter(stateOf(before ?? untouched), entry), sourceRow: entry.row };
    if (before) step.set('soaEntry', before.id, before.additional ? { ...fields, title: entry.title } : fields);
    else step.create('soaEntry', { control: entry.control, title: entry.title, additional: true, ...fields });
  }
}

const receiveStatement = (context: Context, auditId: string, input: { file: Parsed<'soa.import'>['file'] }) =>
  readReceived(context, input.file, ({ path, name }) =>
    context.workers.run('read-statement', { file: path, name, catalogue: catalogueOf(context, auditId) }),
  );

async function importStatement(context: Context, input: Parsed<'soa.import'>): Promise<Output<'soa.import'>> {
  const auditId = auditIdOf(context, input.audit);
  refuseIfIssued(context, auditId);
  return context.inTurn(async () => {
    const { file, reading } = await receiveStatement(context, auditId, input);
    const number = await takeIntoVault(context.folders.vault, context.folders.staging, [file], () =>
      writeInAudit(context, auditId, input.step, (step) => {
        const version = reading.version === '' ? '' : `, version ${reading.version}`;
        const [evidence] = registerEvidence(context, step, auditId, [file], {
          fields: { title: `Statement of Applicability${version}`, kind: 'spreadsheet', method: 'examine' },
          targets: [],
        });
        if (!evidence) throw new Error('The workbook was not registered.');
        writeReading(context, step, auditId, reading, evidence.id);
        followStatement(context, step, auditId);
        return evidence.number;
      }),
    );
    context.staged.delete(file.id);
    return { ...reading, evidence: number };
  });
}

/** The calls about the Statement of Applicability. */
export function soaHandlers(
  context: Context,
): Pick<Handlers, 'soa.preview' | 'soa.import' | 'soa.update' | 'soa.updateEntry'> {
  return {
    'soa.preview': async (input) => {
      const auditId = auditIdOf(context, input.audit);
      const { file, reading } = await receiveStatement(context, auditId, input);
      await discardCopy(input.file, file);
      return { ...reading, differences: differencesOf(context, auditId, reading) };
    },
    'soa.import': (input) => importStatement(context, input),
    'soa.update': ({ audit, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const stored = write.set('soa', findSoaId(context.db, auditId) ?? '', fields, base);
        return { ...stored, entries: readRecords(context.db, 'soaEntry', auditId) };
      }),
    'soa.updateEntry': ({ audit, control, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const id = findSoaEntryId(context.db, auditId, control);
        if (id === undefined)
          throw new AppError('not-found', `The Statement of Applicability has no control ${control}.`, { control });
        const entry = write.set('soaEntry', id, { ...fields, stated: true }, base);
        if (fields.applicable !== undefined) followStatement(context, write, auditId);
        return entry;
      }),
  };
}
