// How the report of each type of audit is laid out, and what it has to contain: data in assets/report-layouts.
import { z } from 'zod';
import { keptChoices, keptId, keptIds, keptList, keptWords } from './fields.ts';
import { type ReportSection, reportSections } from './templates.ts';
import { type AuditType, auditTypes, keysOf } from './vocabulary.ts';

/** What a report can be asked to contain. The words for each, and who asks for it, are data. */
export const reportContents = [
  'client',
  'audit-body',
  'audit-type',
  'objectives',
  'scope',
  'criteria',
  'dates-and-places',
  'remote-share',
  'team',
  'independence',
  'participants',
  'combined',
  'roles',
  'legal-context',
  'changes',
  'sampling',
  'limits',
  'withheld',
  'confidentiality',
  'distribution',
  'plan',
  'deviations',
  'systems',
  'soa-version',
  'risk-and-impact',
  'internal-audit-and-review',
  'controls-tested',
  'findings',
  'grading',
  'evidence',
  'earlier-findings',
  'follow-up',
  'objectives-met',
  'conformity',
  'effectiveness',
  'scope-fit',
  'recommendation',
  'differences',
  'programme',
  'marks',
  'not-audited',
  'summary',
  'made-from',
] as const;
export type ReportContent = (typeof reportContents)[number];

/**
 * One required content in our own words. `sources` say who asks for it, `places` where a report may have it, the best
 * first: a section, or `section/part`. `requirements` are those whose results it is about.
 */
export const requiredContentSchema = z.strictObject({
  id: z.enum(reportContents),
  words: keptWords(300),
  sources: keptList(10).min(1),
  places: keptList(5, keptId(80)).min(1),
  requirements: keptIds(60).default([]),
});
export type RequiredContent = z.output<typeof requiredContentSchema>;

/**
 * The report of a type of audit: its sections in their order with their headings. `always` puts a section into every
 * report of the type, whatever its template names. `contents` are the ids of what the report has to contain.
 */
export const reportLayoutSchema = z.strictObject({
  type: z.enum(keysOf(auditTypes)),
  sections: z
    .array(
      z.strictObject({
        section: z.enum(keysOf(reportSections)),
        heading: keptWords(120),
        always: z.boolean().default(false),
      }),
    )
    .min(1),
  contents: keptChoices(reportContents).min(1),
});

/** A layout with what its contents are. */
export interface ReportLayout {
  type: AuditType;
  sections: { section: ReportSection; heading: string; always: boolean }[];
  contents: RequiredContent[];
}
