// What the words of closed lists and the names of fields are to people.
import type { Noun } from './nouns.ts';
import * as vocabulary from './vocabulary.ts';

export type Words = Readonly<Record<string, string>>;

const lists: Partial<Record<Noun, Record<string, Words>>> = {
  audit: {
    type: vocabulary.auditTypes,
    status: vocabulary.auditStages,
    confidentiality: vocabulary.confidentialityLevels,
    aiRoles: vocabulary.systemRoles,
  },
  aiSystem: {
    role: vocabulary.systemRoles,
    lifecycle: vocabulary.lifecycleStages,
    impact: vocabulary.impacts,
  },
  teamMember: { role: vocabulary.teamRoles },
  checklistItem: { verdict: vocabulary.verdicts },
  sample: { method: vocabulary.sampleMethods },
  evidence: {
    kind: vocabulary.evidenceKinds,
    method: vocabulary.evidenceMethods,
    confidentiality: vocabulary.confidentialityLevels,
  },
  finding: {
    grade: vocabulary.grades,
    auditeePosition: vocabulary.auditeePositions,
    earlierStatus: vocabulary.earlierStatuses,
  },
  action: {
    kind: vocabulary.actionKinds,
    status: vocabulary.actionStatuses,
    effective: vocabulary.decisionAnswers,
  },
  gradeDecision: {
    from: vocabulary.grades,
    grade: vocabulary.grades,
    unfulfilled: vocabulary.decisionAnswers,
    capabilityInDoubt: vocabulary.decisionAnswers,
    systemic: vocabulary.decisionAnswers,
  },
  dueRule: { auditType: vocabulary.auditTypes, grade: vocabulary.grades, step: vocabulary.dueSteps },
  auditGrade: { grade: vocabulary.grades },
  meeting: { kind: vocabulary.meetingKinds },
  reviewComment: { disposition: vocabulary.reviewDispositions },
  signature: { side: vocabulary.signatureSides },
};

/** The words of a field that holds one of a closed list; undefined for any other field. */
export function wordsOf(noun: Noun, field: string): Words | undefined {
  return lists[noun]?.[field];
}

/** The name of a field in small letters: `gradeReason` is `grade reason`. */
export function plainName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
