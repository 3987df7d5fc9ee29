import { findPlanConflicts } from '../../../shared/domain/plan-conflicts.ts';
import { conflictsInReport, namesOfPlan, sayConflict, sayPlanGaps } from '../../../shared/domain/plan-words.ts';
import { findGapsOf } from '../../../shared/domain/advice/advise.ts';
import { sayUnknown, unknownReferencesIn } from '../../../shared/domain/advice/requirement-rules.ts';
import { isOpenLine, nameOfLine } from '../../../shared/domain/open-lines.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import { createLineReader } from '../../../shared/domain/tagged-line.ts';
import type { ExportWarning, ReportModel } from '../../exports/report-model.ts';
import { sayMissing } from '../../exports/sections/required-contents.ts';

const afterNumber = (number: string, words: string) => `${number} ${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** How many requirements in scope no slot of the plan names; none as long as there is no plan. */
function uncovered({ planSlots, requirements }: ReportModel, excluded: ReadonlySet<string>): number {
  const planned = new Set(planSlots.flatMap((slot) => slot.requirements));
  return requirements.filter(({ id, isLeftOut }) => !isLeftOut && !excluded.has(id) && !planned.has(id)).length;
}

const longestQuote = 120;

/** Lines of the running notes that somebody still has to come back to. */
function openLines({ notes, requirements }: ReportModel): ExportWarning[] {
  const read = createLineReader({ requirements: requirements.map(({ id }) => id), people: [] });
  return notes.flatMap(({ line, text, correctedBy, became }) => {
    const { kinds, words } = read(text);
    if (!isOpenLine(kinds, correctedBy > 0, became.length > 0)) return [];
    const quote = words.length > longestQuote ? `${words.slice(0, longestQuote).toWellFormed().trimEnd()}…` : words;
    const what = kinds.includes('todo') ? 'is still to do' : 'is a question that is still open';
    return [{ record: nameOfLine(line), message: `${nameOfLine(line)} of the notes ${what}: “${quote}”` }];
  });
}

/** What a technical reviewer would send back, each with the record it concerns. Nothing here stops an export. */
export function findGaps(model: ReportModel, exclusionsUnder?: string): ExportWarning[] {
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
  if (model.audit.leftOut.length > 0 && model.audit.leftOutReason.trim() === '')
    warn('Scope', 'Requirements are left out of the audit without a reason.');
  for (const finding of model.findings) {
    for (const gap of findGapsOf(finding, { excluded, exclusionsUnder, template: model.template }))
      warn(finding.number, afterNumber(finding.number, gap));
  }
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
    for (const target of unknownReferencesIn(text, known)) warn(record, sayUnknown(target));
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
  warnings.push(...openLines(model));
  const names = namesOfPlan(model);
  for (const conflict of conflictsInReport(findPlanConflicts(model))) warn('Plan', sayConflict(conflict, names));
  for (const sentence of sayPlanGaps(model, uncovered(model, excluded))) warn('Plan', sentence);
  if (model.soa.version === '') warn('SoA', 'The version of the Statement of Applicability is not recorded.');
  warnings.push(...sayMissing(model));
  if (model.conclusion.acceptedAt === null)
    warn('Conclusions', 'The conclusions have not been accepted by the lead auditor.');
  if (!model.team.some(({ role }) => role === 'lead-auditor')) warn('Team', 'The audit has no lead auditor.');
  for (const { name, independence } of model.team)
    if (independence.trim() === '') warn('Team', `${name} has not declared independence.`);
  return warnings;
}
