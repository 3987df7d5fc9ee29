import type { Handlers } from '../../shared/contract/contract.ts';
import type { ChecklistItemRecord } from '../../shared/contract/records.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { wordingOf } from '../../shared/domain/checklist.ts';
import type { PartialFieldsOf, RecordOf } from '../../shared/domain/nouns.ts';
import { AppError } from '../../shared/errors.ts';
import { isControlExcluded } from '../store/soa.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { tailoringHandlers } from './checklist-tailoring.ts';
import { catalogueOf, type Context, requireRecord, writeInAudit } from './context.ts';

const known = new WeakMap<Catalogue, Map<string, string>>();

function questionTexts(catalogue: Catalogue): Map<string, string> {
  let texts = known.get(catalogue);
  if (!texts) known.set(catalogue, (texts = new Map(catalogue.questions.map(({ id, question }) => [id, question]))));
  return texts;
}

/** Adds the text of its question to a stored item. */
export function withQuestion(catalogue: Catalogue): (item: RecordOf<'checklistItem'>) => ChecklistItemRecord {
  const texts = questionTexts(catalogue);
  return (item) => ({ ...item, question: wordingOf(item, texts) });
}

/** Only a control that the Statement of Applicability excludes can be not applicable; clauses 4 to 10 apply in full. */
function refuseWrongNotApplicable(context: Context, auditId: string, catalogue: Catalogue, requirement: string): void {
  if (isControlExcluded(context.db, auditId, requirement)) return;
  const isControl = catalogue.requirements.find(({ id }) => id === requirement)?.kind === 'control';
  throw new AppError(
    'refused',
    isControl
      ? `${requirement} is applicable in the Statement of Applicability. Exclude it there first, or answer "not audited" with the reason.`
      : `${requirement} applies to every organisation and cannot be "not applicable". Answer "not audited" with the reason if you did not look at it.`,
    { requirement },
  );
}

function updateItem(
  context: Context,
  step: Step,
  auditId: string,
  catalogue: Catalogue,
  id: string,
  fields: PartialFieldsOf<'checklistItem'>,
  base?: Record<string, string>,
): ChecklistItemRecord {
  requireRecord(context, 'checklistItem', id, auditId, 'Question');
  if (fields.verdict === 'not-applicable') {
    const item = readRecord(context.db, 'checklistItem', id);
    if (item) refuseWrongNotApplicable(context, auditId, catalogue, item.requirement);
  }
  if (fields.aiSystem) requireRecord(context, 'aiSystem', fields.aiSystem, auditId, 'AI system');
  return withQuestion(catalogue)(step.set('checklistItem', id, fields, base));
}

type Names =
  | 'checklist.update'
  | 'checklist.updateMany'
  | 'checklist.addQuestion'
  | 'checklist.reword'
  | 'checklist.move'
  | 'checklist.repeat'
  | 'checklist.takeIn'
  | 'checklist.remove';

/** The calls about checklist items. */
export function checklistHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'checklist.update': ({ audit, item, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) =>
        updateItem(context, write, auditId, catalogueOf(context, auditId), item, fields, base),
      ),
    'checklist.updateMany': ({ audit, items, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const catalogue = catalogueOf(context, auditId);
        return items.map((item) => updateItem(context, write, auditId, catalogue, item, fields));
      }),
    ...tailoringHandlers(context, (catalogue, item) => withQuestion(catalogue)(item)),
  };
}
