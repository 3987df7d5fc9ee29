// Importing AI systems from a spreadsheet: everything is read and checked first, then written as one step.
import type { Output, Parsed } from '../../shared/contract/contract.ts';
import { changedFields, type ImportPlan, planImport } from '../../shared/domain/ai-system-import.ts';
import { readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { takeIntoVault } from '../vault/vault.ts';
import { auditIdOf, type Context, refuseIfIssued, writeInAudit } from './context.ts';
import { registerEvidence } from './evidence.ts';
import { discardCopy, readReceived } from './incoming.ts';

type Input = Pick<Parsed<'aiSystems.preview'>, 'file' | 'sheet'>;

const receiveInventory = (context: Context, { file, sheet }: Input) =>
  readReceived(context, file, (received) =>
    context.workers.run('read-inventory', { file: received.path, name: received.name, sheet }),
  );

/** What importing a spreadsheet would do. */
export async function previewSystems(
  context: Context,
  input: Parsed<'aiSystems.preview'>,
): Promise<Output<'aiSystems.preview'>> {
  const auditId = auditIdOf(context, input.audit);
  const { file, reading } = await receiveInventory(context, input);
  await discardCopy(input.file, file);
  return { ...reading, plan: planImport(reading.systems, readRecords(context.db, 'aiSystem', auditId)) };
}

function writePlan(step: Step, { fresh, known }: ImportPlan): { created: number; updated: number } {
  for (const { fields } of fresh) step.create('aiSystem', fields);
  let updated = 0;
  for (const system of known) {
    const fields = changedFields(system);
    if (Object.keys(fields).length === 0) continue;
    step.set('aiSystem', system.aiSystem, fields);
    updated += 1;
  }
  return { created: fresh.length, updated };
}

/** Reads a spreadsheet again and writes what was chosen; the file becomes evidence where it shall be kept. */
export function importSystems(
  context: Context,
  input: Parsed<'aiSystems.import'>,
): Promise<Output<'aiSystems.import'>> {
  const auditId = auditIdOf(context, input.audit);
  refuseIfIssued(context, auditId);
  return context.inTurn(async () => {
    const { file, reading } = await receiveInventory(context, input);
    const write = (register: boolean) =>
      writeInAudit(context, auditId, input.step, (step) => {
        const plan = planImport(reading.systems, readRecords(context.db, 'aiSystem', auditId), input.choices);
        const done = writePlan(step, plan);
        const [evidence] = register
          ? registerEvidence(context, step, auditId, [file], {
              fields: { title: 'List of AI systems', kind: 'spreadsheet', method: 'examine' },
              targets: [],
            })
          : [];
        const rowsOut = new Set(reading.issues.filter(({ field }) => field === 'name').map(({ row }) => row));
        return {
          sheet: reading.sheet,
          ...done,
          skipped: rowsOut.size + reading.systems.length - plan.fresh.length - plan.known.length,
          evidence: evidence?.number ?? null,
        };
      });
    if (!input.keepFile) {
      const done = write(false);
      await discardCopy(input.file, file);
      return done;
    }
    const done = await takeIntoVault(context.folders.vault, context.folders.staging, [file], () => write(true));
    context.staged.delete(file.id);
    return done;
  });
}
