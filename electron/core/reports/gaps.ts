import { findPlanConflicts } from '../../../shared/domain/plan-conflicts.ts';
import { conflictsInReport, namesOfPlan, sayConflict, sayPlanGaps } from '../../../shared/domain/plan-words.ts';
import { isNonconformity } from '../../../shared/domain/findings.ts';
import { referencesIn } from '../../../shared/domain/references.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import type { ExportWarning, ReportFinding, ReportModel } from '../../exports/report-model.ts';

function gapsOfFinding(finding: ReportFinding, excluded: ReadonlySet<string>): string[] {
  const gaps: string[] = [];
  if (finding.requirements.length === 0) gaps.push('names no requirement.');
  const isEarlier = finding.earlierFinding !== null;
  if (isEarlier && finding.earlierStatus === '')
    gaps.push('comes from an earlier audit and has no status in this one.');
  else if (isEarlier && finding.earlierReason.trim() === '')
    gaps.push('comes from an earlier audit; its status has no reason.');
  if (!isNonconformity(finding.grade)) return gaps;
  if (finding.requirement.trim() === '') gaps.push('does not say what was required.');
  if (finding.evidence.trim() === '') gaps.push('does not say what was seen.');
  if (finding.nature.trim() === '') gaps.push('does not say what is not fulfilled.');
  if (finding.evidenceNumbers.length === 0 && !isEarlier) gaps.push('refers to no evidence.');
  if (finding.gradeReason.trim() === '') gaps.push('gives no reason for its grade.');
  const left = finding.requirements.find((id) => excluded.has(id));
  if (left)
    gaps.push(
      `cites ${left}, which the Statement of Applicability excludes; a wrong exclusion is a matter of the risk treatment.`,
    );
  return gaps;
}

/** How many requirements in scope no slot of the plan names; none as long as there is no plan. */
function uncovered({ planSlots, requirements }: ReportModel, excluded: ReadonlySet<string>): number {
  const planned = new Set(planSlots.flatMap((slot) => slot.requirements));
  return requirements.filter(({ id, isLeftOut }) => !isLeftOut && !excluded.has(id) && !planned.has(id)).length;
}

/** What a technical reviewer would send back, each with the record it concerns. Nothing here stops an export. */
export function findGaps(model: ReportModel): ExportWarning[] {
  const warnings: ExportWarning[] = [];
  const warn = (record: string, message: string) => warnings.push({ record, message });
  const excluded = new Set(model.soa.entries.filter(({ applicable }) => !applicable).map(({ control }) => control));

  for (const { id, questions } of model.requirements) {
    const open = questions.filter(({ verdict }) => isOpen(verdict)).length;
    if (open > 0 && !excluded.has(id))
      warn(id, `${id}: ${open === 1 ? 'one question has' : `${open} questions have`} no verdict yet.`);
    for (const question of questions) {
      if (question.verdict === 'not-audited' && question.reason.trim() === '')
        warn(question.id, `${question.id} is not audited and gives no reason.`);
      if (question.verdict === 'not-applicable' && !excluded.has(id)) {
        warn(
          question.id,
          `${question.id} is answered "not applicable", but the Statement of Applicability includes ${id}.`,
        );
      }
      if (
        question.verdict === 'nonconforming' &&
        question.findings.length === 0 &&
        !model.requirements.find((one) => one.id === id)?.findings.length
      ) {
        warn(question.id, `${question.id} is nonconforming, but no finding cites ${id}.`);
      }
    }
  }
  const parked = model.requirements.flatMap(({ questions }) => questions).filter((question) => question.parked);
  for (const { id, verdict } of parked)
    if (isOpen(verdict)) warn(id, `${id} is parked. Answer it, or say why it was not audited.`);
  const { grades, title } = model.template;
  const used = new Set(grades.map(({ grade }) => grade));
  for (const { number, grade } of model.findings) {
    if (!used.has(grade))
      warn(number, `${number} has a grade that the template “${title}” does not use. Decide the grade again.`);
  }
  if (model.audit.leftOut.length > 0 && model.audit.leftOutReason.trim() === '')
    warn('Scope', 'Requirements are left out of the audit without a reason.');
  for (const finding of model.findings)
    for (const gap of gapsOfFinding(finding, excluded)) warn(finding.number, `${finding.number} ${gap}`);
  const known = new Set([...model.evidence, ...model.findings].map(({ number }) => number));
  const texts = [
    ...model.findings.map(
      (one) => [one.number, `${one.requirement}\n${one.evidence}\n${one.nature}\n${one.gradeReason}`] as const,
    ),
    ...model.requirements.flatMap(({ questions }) =>
      questions.map(({ id, notes, reason }) => [id, `${notes}\n${reason}`] as const),
    ),
  ];
  for (const [record, text] of texts) {
    for (const target of referencesIn(text)) {
      if (/^[EF]-/.test(target) && !known.has(target))
        warn(record, `Refers to ${target}, which does not exist in this audit.`);
    }
  }
  for (const evidence of model.evidence) {
    if (
      evidence.usedIn.length === 0 &&
      evidence.systemNames.length === 0 &&
      evidence.number !== model.soa.sourceNumber
    ) {
      warn(evidence.number, `${evidence.number} is not used by any question or finding.`);
    }
    if (evidence.mediaType.startsWith('image/') && evidence.picture === null) {
      warn(
        evidence.number,
        `${evidence.number} (${evidence.originalName}) cannot be drawn as a picture; it is registered all the same.`,
      );
    }
  }
  for (const { control, applicable, justification, additional } of model.soa.entries) {
    if (!applicable && !additional && justification.trim() === '')
      warn(control, `${control} is excluded without a justification.`);
  }
  const names = namesOfPlan(model);
  for (const conflict of conflictsInReport(findPlanConflicts(model))) warn('Plan', sayConflict(conflict, names));
  for (const sentence of sayPlanGaps(model, uncovered(model, excluded))) warn('Plan', sentence);
  if (model.soa.version === '') warn('SoA', 'The version of the Statement of Applicability is not recorded.');
  if (model.conclusion.acceptedAt === null)
    warn('Conclusions', 'The conclusions have not been accepted by the lead auditor.');
  if (!model.team.some(({ role }) => role === 'lead-auditor')) warn('Team', 'The audit has no lead auditor.');
  for (const { name, independence } of model.team)
    if (independence.trim() === '') warn('Team', `${name} has not declared independence.`);
  return warnings;
}
