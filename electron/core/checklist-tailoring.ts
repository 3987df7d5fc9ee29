// Fitting the checklist of an audit while it runs: own questions, their order, questions per AI system, and scope.
import type { Handlers } from '../../shared/contract/contract.ts';
import type { ChecklistItemRecord } from '../../shared/contract/records.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { isOwnQuestion, isRemovable, isUntouched, ownQuestionId } from '../../shared/domain/checklist.ts';
import type { RecordOf } from '../../shared/domain/nouns.ts';
import { tailor } from '../../shared/domain/tailoring.ts';
import { templateOf } from '../../shared/domain/templates.ts';
import { AppError } from '../../shared/errors.ts';
import { findItemIds } from '../store/checklist.ts';
import { dependentsOf } from '../store/links.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { alreadyCreated, catalogueOf, type Context, requireRecord, writeInAudit } from './context.ts';
import { followStatement } from './exclusions.ts';
import { removeWithLinks } from './links.ts';

type Item = RecordOf<'checklistItem'>;

/** The questions of a requirement in one audit, in their order. */
function itemsOf(context: Context, auditId: string, requirement: string): Item[] {
  return findItemIds(context.db, auditId, requirement).flatMap(
    (id) => readRecord(context.db, 'checklistItem', id) ?? [],
  );
}

const positionAfter = (items: readonly Item[]) => (items.at(-1)?.position ?? -1) + 1;

function itemIn(context: Context, auditId: string, id: string): Item {
  requireRecord(context, 'checklistItem', id, auditId, 'Question');
  const item = readRecord(context.db, 'checklistItem', id);
  if (!item) throw new AppError('not-found', 'This question is no longer there.', { item: id });
  return item;
}

function requireRequirement(catalogue: Catalogue, id: string): void {
  if (catalogue.requirements.every((requirement) => requirement.id !== id))
    throw new AppError('not-found', `The catalogue of this audit has no requirement ${id}.`, { requirement: id });
}

/** Puts an item before another of its requirement, or at the end: the places stay, who stands on them changes. */
function move(context: Context, step: Step, auditId: string, id: string, before: string | null): Item[] {
  const item = itemIn(context, auditId, id);
  const items = itemsOf(context, auditId, item.requirement);
  const rest = items.filter((one) => one.id !== id);
  const place = before === null ? rest.length : rest.findIndex((one) => one.id === before);
  if (place < 0)
    throw new AppError('invalid-input', 'before: this question belongs to another requirement.', { before });
  const order = rest.toSpliced(place, 0, item);
  // Questions of one requirement may share a place after a merge; counting up from the first sorts them out.
  let next = -1;
  return order.map((one, index) => {
    next = Math.max(items[index]?.position ?? 0, next + 1);
    return step.set('checklistItem', one.id, { position: next });
  });
}

/** Repeats a question for AI systems. Answers with the items that were made or given to a system. */
function repeat(context: Context, step: Step, auditId: string, id: string, systems: readonly string[]): Item[] {
  const item = itemIn(context, auditId, id);
  const siblings = itemsOf(context, auditId, item.requirement);
  const same = siblings.filter((one) => one.questionId === item.questionId && one.control === item.control);
  const open = systems.filter((system) => same.every(({ aiSystem }) => aiSystem !== system));
  const [first, ...others] = open;
  if (first === undefined) return [];
  const made: Item[] = [];
  const general = same.find(({ aiSystem }) => aiSystem === null);
  const free = general && isUntouched(general) && dependentsOf(context.db, general.id).length === 0;
  if (free) made.push(step.set('checklistItem', general.id, { aiSystem: first }));
  const { requirement, questionId, asked, control } = item;
  // Behind those of its copies that stand next to it.
  const rest = siblings.slice(siblings.findIndex((one) => one.id === item.id) + 1);
  const behind = rest.find((one) => !same.includes(one))?.id ?? null;
  for (const aiSystem of free ? others : open) {
    const items = itemsOf(context, auditId, requirement);
    const position = positionAfter(items);
    const copy = step.create('checklistItem', { requirement, questionId, asked, control, position, aiSystem });
    if (behind !== null) move(context, step, auditId, copy.id, behind);
    made.push(copy);
  }
  return made.flatMap((one) => readRecord(context.db, 'checklistItem', one.id) ?? []);
}

function takeIn(context: Context, step: Step, auditId: string, catalogue: Catalogue, requirement: string): Item[] {
  requireRequirement(catalogue, requirement);
  const audit = readRecord(context.db, 'audit', auditId);
  if (!audit) return [];
  step.set('audit', auditId, { leftOut: audit.leftOut.filter((id) => id !== requirement) });
  if (itemsOf(context, auditId, requirement).length === 0) askAsTemplate(context, step, audit, catalogue, requirement);
  // Exclusions that were stated while this requirement was out are asked about from now on.
  followStatement(context, step, auditId);
  return itemsOf(context, auditId, requirement);
}

/** Puts the questions of a requirement that the template of the audit asks. */
function askAsTemplate(
  context: Context,
  step: Step,
  audit: RecordOf<'audit'>,
  catalogue: Catalogue,
  requirement: string,
): void {
  const systems = readRecords(context.db, 'aiSystem', audit.id).filter(({ sampled, inScope }) => sampled && inScope);
  const { questions } = tailor(catalogue, {
    template: templateOf(catalogue, audit),
    aiRoles: audit.aiRoles,
    requirements: [requirement],
    systems,
  });
  questions.forEach(({ question, aiSystem }, position) => {
    step.create('checklistItem', { requirement, questionId: question.id, position, aiSystem });
  });
}

type Names =
  | 'checklist.addQuestion'
  | 'checklist.reword'
  | 'checklist.move'
  | 'checklist.repeat'
  | 'checklist.takeIn'
  | 'checklist.remove';

/** The calls that fit the checklist. `show` adds its wording to an item. */
export function tailoringHandlers(
  context: Context,
  show: (catalogue: Catalogue, item: Item) => ChecklistItemRecord,
): Pick<Handlers, Names> {
  const inAudit = <T>(
    audit: string,
    stepId: string | undefined,
    work: (step: Step, auditId: string, catalogue: Catalogue) => T,
  ) => writeInAudit(context, audit, stepId, (step, auditId) => work(step, auditId, catalogueOf(context, auditId)));
  return {
    'checklist.addQuestion': ({ audit, id, requirement, question, aiSystem = null, step }) =>
      inAudit(audit, step, (write, auditId, catalogue) => {
        const stored = alreadyCreated(context, 'checklistItem', id, auditId);
        if (stored) return show(catalogue, stored);
        requireRequirement(catalogue, requirement);
        if (aiSystem !== null) requireRecord(context, 'aiSystem', aiSystem, auditId, 'AI system');
        const items = itemsOf(context, auditId, requirement);
        const questionId = ownQuestionId(
          requirement,
          items.map((item) => item.questionId),
        );
        const position = positionAfter(items);
        const fields = { requirement, questionId, asked: question, position, aiSystem };
        return show(catalogue, write.create('checklistItem', fields, id));
      }),
    'checklist.reword': ({ audit, item, question, step }) =>
      inAudit(audit, step, (write, auditId, catalogue) => {
        const stored = itemIn(context, auditId, item);
        if (!isOwnQuestion(stored))
          throw new AppError('refused', 'Only a question of one’s own can be reworded. Add one beside this.', { item });
        return show(catalogue, write.set('checklistItem', item, { asked: question }));
      }),
    'checklist.move': ({ audit, item, before, step }) =>
      inAudit(audit, step, (write, auditId, catalogue) =>
        move(context, write, auditId, item, before).map((one) => show(catalogue, one)),
      ),
    'checklist.repeat': ({ audit, items, aiSystems, step }) =>
      inAudit(audit, step, (write, auditId, catalogue) => {
        for (const system of aiSystems) requireRecord(context, 'aiSystem', system, auditId, 'AI system');
        return items
          .flatMap((item) => repeat(context, write, auditId, item, aiSystems))
          .map((one) => show(catalogue, one));
      }),
    'checklist.takeIn': ({ audit, requirement, step }) =>
      inAudit(audit, step, (write, auditId, catalogue) =>
        takeIn(context, write, auditId, catalogue, requirement).map((one) => show(catalogue, one)),
      ),
    'checklist.remove': ({ audit, item, step }) =>
      inAudit(audit, step, (write, auditId) => {
        const stored = itemIn(context, auditId, item);
        if (!isRemovable(stored, itemsOf(context, auditId, stored.requirement))) {
          throw new AppError(
            'refused',
            'A question of the catalogue stays in the audit. Answer "not audited" with the reason, or park it.',
            { item },
          );
        }
        return removeWithLinks(context, write, 'checklistItem', item);
      }),
  };
}
