// Templates of audits: what an audit of a type starts with. A template is data of a catalogue, frozen with the audit.
import { z } from 'zod';
import { keptChoices, keptId, keptIds, keptList, keptText, keptWords } from './fields.ts';
import {
  type AuditType,
  auditTypes,
  depths,
  type Grade,
  grades,
  keysOf,
  meetingKinds,
  type Verdict,
} from './vocabulary.ts';

/** The sections a report may have. Their order in a template is their order in the report. */
export const reportSections = {
  cover: 'Cover',
  control: 'Document control',
  contents: 'Contents',
  board: 'For the board',
  scope: 'Scope, criteria and method',
  plan: 'Plan and meetings',
  systems: 'AI systems',
  clauses: 'Results by clause',
  controls: 'Results by control group',
  findings: 'Findings',
  conclusions: 'Conclusions',
  checklist: 'Complete checklist',
  soa: 'Statement of Applicability',
  evidence: 'Evidence register',
  photos: 'Photographs',
  crosswalks: 'Same ground elsewhere',
  required: 'Where each required content is',
} as const;
export type ReportSection = keyof typeof reportSections;

const title = keptWords(300);

/** One grade as an audit of this type uses it: what people call it and when it is given. */
export const templateGradeSchema = z.strictObject({
  grade: z.enum(keysOf(grades)),
  label: title,
  definition: keptText(2_000),
});

/** A meeting that is proposed. Minutes are planned minutes. */
export const templateMeetingSchema = z.strictObject({
  kind: z.enum(keysOf(meetingKinds)),
  title: title,
  minutes: z.int().min(0).max(1_440),
  agenda: keptList(),
});

/** A slot of the plan that is proposed: on which day of the audit (from 1), about what, with whom. */
export const templateSlotSchema = z.strictObject({
  title: title,
  day: z.int().min(1).max(60),
  minutes: z.int().min(0).max(1_440),
  requirements: keptIds(200),
  auditee: keptText(300),
});

/**
 * What an audit of a type starts with. `requirements` are those that are in (none named: all); `depths` are the depths
 * of the questions asked; `leftOutReason` is printed for what is not in (ISO 19011 6.5.1: areas not covered and why).
 */
export const templateSchema = z.strictObject({
  id: keptId(80),
  type: z.enum(keysOf(auditTypes)),
  title: title,
  purpose: keptText(2_000),
  basis: keptList(20),
  depths: keptChoices(keysOf(depths)).min(1),
  requirements: keptIds(2_000),
  leftOutReason: keptText(2_000),
  reportTitle: title,
  sections: keptChoices(keysOf(reportSections)).min(1),
  grades: z.array(templateGradeSchema).min(1).max(keysOf(grades).length),
  meetings: z.array(templateMeetingSchema).max(60),
  slots: z.array(templateSlotSchema).max(200),
});
export type Template = z.output<typeof templateSchema>;

/** What an audit uses whose catalogue has no template for it: everything there is, in the usual order. */
export function plainTemplate(type: AuditType): Template {
  return {
    id: type,
    type,
    title: auditTypes[type],
    purpose: '',
    basis: [],
    depths: keysOf(depths),
    requirements: [],
    leftOutReason: '',
    reportTitle: 'Audit report',
    sections: keysOf(reportSections),
    grades: keysOf(grades).map((grade) => ({ grade, label: grades[grade], definition: '' })),
    meetings: [],
    slots: [],
  };
}

/** The template of an audit: the one it was made with, else the first for its type, else the plain one. */
export function templateOf(
  catalogue: { templates: readonly Template[] },
  audit: { template: string; type: AuditType },
): Template {
  return (
    catalogue.templates.find(({ id }) => id === audit.template) ??
    catalogue.templates.find(({ type }) => type === audit.type) ??
    plainTemplate(audit.type)
  );
}

/** What people call each grade in audits of a template; grades it does not use keep their usual names. */
export function gradeLabels(template: Pick<Template, 'grades'>): Record<Grade, string> {
  return { ...grades, ...Object.fromEntries(template.grades.map(({ grade, label }) => [grade, label])) };
}

/** The grades that suit a verdict, the best first. */
const suitingGrades: Partial<Record<Verdict, readonly Grade[]>> = {
  nonconforming: ['minor', 'concern'],
  conforms: ['strength', 'observation', 'improvement'],
  improvement: ['improvement', 'observation'],
};

/** The grade that a finding raised from a question begins with: one of the template's. */
export function gradeForVerdict({ grades: own }: Pick<Template, 'grades'>, verdict: Verdict): Grade {
  const used = own.map(({ grade }) => grade);
  const suiting = (suitingGrades[verdict] ?? ['observation', 'improvement']).find((grade) => used.includes(grade));
  // Grades stand gravest first: where none suits, a failure gets the gravest and anything else the mildest.
  return suiting ?? used.at(verdict === 'nonconforming' ? 0 : -1) ?? 'observation';
}
