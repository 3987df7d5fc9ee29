// The grade: one that the template uses, with a reason that is more than the grade said again.
import type { AdviceRule } from './rule.ts';

/** A grade that this kind of audit does not use. */
export const foreignGrade: AdviceRule = {
  key: 'foreign-grade',
  title: 'Grades of this audit',
  why: 'The report prints the grades with their definitions. This one has none in this audit.',
  gapOf: 'all',
  blocks: true,
  example: {
    box: 'gradeReason',
    bad: { grade: 'major', gradeReason: 'Major: two of two systems are affected.' },
    good: { grade: 'concern', gradeReason: 'Area of concern: stage 1 does not grade; two of two systems.' },
    audit: { template: { title: 'Stage 1', grades: [{ grade: 'concern' }] } },
  },
  find: ({ finding, audit: { template } }) =>
    template === undefined || template.grades.some(({ grade }) => grade === finding.grade)
      ? []
      : [
          {
            box: 'grade',
            words: `Has a grade that the template “${template.title}” does not use. Decide the grade again.`,
          },
        ],
};

// Words that a reason may consist of without giving one: the grade, who agreed and when, and that a rule is broken.
const empty = new Set(
  `major minor nonconformity nonconformities nonconforming non conformity conformities conforming nonconformance nc improvement opportunity
  opportunities ofi observation area concern strength grade grades graded grading classified classification rated rating
  judged assessed considered categorised categorized category level severity finding findings issue case matter reason
  reasons given this that these it its is are was were be been being has have had a an the of for as by on in at to and or
  not no with from see above below same one because so we i our my therefore thus here applies apply only just simply
  clearly obviously according definition definitions criteria criterion scheme rules rule requirement requirements clause
  clauses control controls standard iso iec fulfilled met unfulfilled unmet violated broken failed fails deviation
  agreed agree decided decision decide approved confirmed set chosen proposed judgement judgment opinion view expert
  professional experience auditor auditors lead team whole audit audits reviewer technical party parties both members
  member all date day annex table see since due must will can would such cases usual considers consider deem deems deemed regarded
  seen felt feel think thinks client auditee customer organisation organization management company ok yes meeting closing discussed discussion usual usually tbd tbc todo later n/a na none dash
  january february march april may june july august september october november december`
    .split(/\s+/)
    .filter(Boolean),
);

function saysReason(text: string): boolean {
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]{0,40}/gu)) if (!empty.has(word)) return true;
  return false;
}

/** No reason, or the grade said again. */
export const noGradeReason: AdviceRule = {
  key: 'no-grade-reason',
  title: 'Reason for the grade',
  why: 'Whoever reviews the grade has to see what it rests on: how far it reaches, what it puts in doubt, whether it is isolated or repeated.',
  gapOf: 'nonconformities',
  blocks: true,
  example: {
    box: 'gradeReason',
    bad: { gradeReason: 'Graded as minor by the audit team.' },
    good: { gradeReason: 'Minor: one of three systems, of low impact; the two others were reassessed in time.' },
  },
  find: ({ finding: { grade, gradeReason }, prepared }) => {
    // A strength needs no defence.
    if (grade === 'strength' || saysReason(prepared.gradeReason.raw)) return [];
    const words =
      gradeReason.trim() === ''
        ? 'Gives no reason for its grade.'
        : 'Gives no reason for its grade, only the grade again.';
    return [{ box: 'gradeReason', words }];
  },
};
