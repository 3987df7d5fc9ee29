// What the Statement of Applicability means for the checklist: an excluded control is not asked about; its exclusion is,
// under the requirement on risk treatment (a finding on an exclusion cites that requirement and not the control).
import { exclusionQuestionId, isUntouched } from '../../shared/domain/checklist.ts';
import { linkIdsOf } from '../store/links.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import type { Context } from './context.ts';

/** Brings the questions about exclusions in line with the statement, in the step that changed it. */
export function followStatement(context: Context, step: Step, auditId: string): void {
  const audit = readRecord(context.db, 'audit', auditId);
  const catalogue = audit && context.catalogues.read(audit.catalogue);
  const template = catalogue?.exclusionQuestion;
  if (!audit || !template || audit.leftOut.includes(template.requirement)) return;
  const items = readRecords(context.db, 'checklistItem', auditId).filter(
    ({ requirement }) => requirement === template.requirement,
  );
  const about = new Map(items.filter(({ control }) => control !== '').map((item) => [item.control, item]));
  let position = Math.max(-1, ...items.map((item) => item.position)) + 1;
  for (const { control, title, applicable, additional } of readRecords(context.db, 'soaEntry', auditId)) {
    const item = about.get(control);
    if (applicable) {
      // A question that somebody has answered stays: the answer is part of what was audited.
      if (item && isUntouched(item) && linkIdsOf(context.db, item.id).length === 0)
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
