import { reportSections } from '../../../shared/domain/templates.ts';
import { reviewTargets } from '../../../shared/domain/vocabulary.ts';
import type { ReviewCommentRecord } from '../../../shared/contract/records.ts';
import type { ReportModel } from '../report-model.ts';

/** What a remark of the reviewer is about: a finding by its number, a section by its title, or the report. */
export function aboutComment(
  { findings }: Pick<ReportModel, 'findings'>,
  { noun, target }: Pick<ReviewCommentRecord, 'noun' | 'target'>,
): string {
  if (noun === 'finding') return findings.find(({ id }) => id === target)?.number ?? target;
  if (noun === 'section') return (reportSections as Readonly<Record<string, string>>)[target] ?? target;
  return target || reviewTargets.report;
}
