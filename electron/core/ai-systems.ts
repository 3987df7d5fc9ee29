import type { Handlers } from '../../shared/contract/contract.ts';
import { isRemovable, isUntouched } from '../../shared/domain/checklist.ts';
import { AppError } from '../../shared/errors.ts';
import { dependentsOf } from '../store/links.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { importSystems, previewSystems } from './ai-system-import.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';
import { removeWithLinks } from './links.ts';

const listed = (names: readonly string[]) =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;

/** Refuses to remove a system that answers, samples, evidence of its questions, or findings are about. */
function refuseIfNeeded(context: Context, auditId: string, id: string): void {
  const items = readRecords(context.db, 'checklistItem', auditId).filter(({ aiSystem }) => aiSystem === id);
  const answered = items.filter((item) => !isUntouched(item) || dependentsOf(context.db, item.id).length > 0);
  const findings = readRecords(context.db, 'finding', auditId).filter(({ aiSystems }) => aiSystems.includes(id));
  if (answered.length + findings.length === 0) return;
  const name = readRecord(context.db, 'aiSystem', id)?.name ?? '';
  const reasons = [
    ...(answered.length > 0
      ? [`questions about it are answered (${listed(answered.map(({ questionId }) => questionId))})`]
      : []),
    ...(findings.length > 0 ? [`findings name it (${listed(findings.map(({ number }) => number))})`] : []),
  ];
  throw new AppError(
    'refused',
    `“${name}” stays: ${reasons.join(', and ')}. Clear those first, or take the system out of scope and of the sample.`,
    { aiSystem: id, items: answered.map((item) => item.id), findings: findings.map(({ number }) => number) },
  );
}

/** Questions that were put for a system and nobody has touched: repeated ones go, the last of a kind is put once for all. */
function releaseQuestions(context: Context, step: Step, auditId: string, system: string): void {
  const all = readRecords(context.db, 'checklistItem', auditId);
  for (const item of all.filter(({ aiSystem }) => aiSystem === system)) {
    const same = all.filter((one) => one.requirement === item.requirement && one.control === item.control);
    if (isRemovable(item, same)) removeWithLinks(context, step, 'checklistItem', item.id);
    else step.set('checklistItem', item.id, { aiSystem: null });
  }
}

type Names =
  | 'aiSystems.create'
  | 'aiSystems.update'
  | 'aiSystems.updateMany'
  | 'aiSystems.remove'
  | 'aiSystems.preview'
  | 'aiSystems.import';

/** The calls about AI systems. */
export function aiSystemHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'aiSystems.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) => alreadyCreated(context, 'aiSystem', id, auditId) ?? write.create('aiSystem', fields, id),
      ),
    'aiSystems.update': ({ audit, aiSystem, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'aiSystem', aiSystem, auditId, 'AI system');
        return write.set('aiSystem', aiSystem, fields, base);
      }),
    'aiSystems.updateMany': ({ audit, aiSystems, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) =>
        aiSystems.map((aiSystem) => {
          requireRecord(context, 'aiSystem', aiSystem, auditId, 'AI system');
          return write.set('aiSystem', aiSystem, fields);
        }),
      ),
    'aiSystems.remove': ({ audit, aiSystem, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'aiSystem', aiSystem, auditId, 'AI system');
        refuseIfNeeded(context, auditId, aiSystem);
        releaseQuestions(context, write, auditId, aiSystem);
        return removeWithLinks(context, write, 'aiSystem', aiSystem);
      }),
    'aiSystems.preview': (input) => previewSystems(context, input),
    'aiSystems.import': (input) => importSystems(context, input),
  };
}
