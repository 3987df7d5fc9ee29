// What the Statement of Applicability means for the checklist: an excluded control is not asked about; its exclusion is,
// under the requirement on risk treatment (a finding on an exclusion cites that requirement and not the control).
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { exclusionQuestionId, isUntouched } from '../../shared/domain/checklist.ts';
import type { RecordOf } from '../../shared/domain/nouns.ts';
import { isOpen } from '../../shared/domain/roll-up.ts';
import { dependentsOf } from '../store/links.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import type { Context } from './context.ts';

type Item = RecordOf<'checklistItem'>;
type Entry = RecordOf<'soaEntry'>;

/** An open question about an excluded control does not apply; one that did not apply is open again with its control. */
function answerByStatement(step: Step, items: readonly Item[], { applicable }: Entry): void {
  for (const item of items) {
    if (!applicable && isOpen(item.verdict)) step.set('checklistItem', item.id, { verdict: 'not-applicable' });
    if (applicable && item.verdict === 'not-applicable')
      step.set('checklistItem', item.id, { verdict: item.notes.trim() === '' ? 'not-started' : 'in-progress' });
  }
}

/** Asks about every exclusion once, and no longer about one that was taken back before anybody answered. */
function askAboutExclusions(
  context: Context,
  step: Step,
  template: NonNullable<Catalogue['exclusionQuestion']>,
  items: readonly Item[],
  entries: readonly Entry[],
): void {
  const about = new Map(items.filter(({ control }) => control !== '').map((item) => [item.control, item]));
  let position = Math.max(-1, ...items.map((item) => item.position)) + 1;
  for (const { control, title, applicable, additional } of entries) {
    const item = about.get(control);
    if (applicable) {
      // A question that somebody has answered stays: the answer is part of what was audited.
      if (item && isUntouched(item) && dependentsOf(context.db, item.id).length === 0)
        step.remove('checklistItem', item.id);
    } else if (!item && !additional) {
      step.create('checklistItem', {
        requirement: template.requirement,
        questionId: exclusionQuestionId(template.id, control),
        asked: template.question.replace('{control}', `${control} ${title}`),
        control,
        position,
      });
      position += 1;
    }
  }
}

/** Brings the checklist in line with the statement, in the step that changed it. */
export function followStatement(context: Context, step: Step, auditId: string): void {
  const audit = readRecord(context.db, 'audit', auditId);
  if (!audit) return;
  const items = Map.groupBy(readRecords(context.db, 'checklistItem', auditId), ({ requirement }) => requirement);
  const entries = readRecords(context.db, 'soaEntry', auditId);
  for (const entry of entries) answerByStatement(step, items.get(entry.control) ?? [], entry);
  const template = context.catalogues.read(audit.catalogue).exclusionQuestion;
  if (template && !audit.leftOut.includes(template.requirement))
    askAboutExclusions(context, step, template, items.get(template.requirement) ?? [], entries);
}
