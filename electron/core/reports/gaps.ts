import { findPlanConflicts } from '../../../shared/domain/plan-conflicts.ts';
import { conflictsInReport, namesOfPlan, sayConflict, sayPlanGaps } from '../../../shared/domain/plan-words.ts';
import { findGapsOf } from '../../../shared/domain/advice/advise.ts';
import { sayUnknown, unknownReferencesIn } from '../../../shared/domain/advice/requirement-rules.ts';
import { countPoints, findingPoints } from '../../../shared/domain/gate/agreement.ts';
import { blocking, type GatePoint, telling } from '../../../shared/domain/gate/points.ts';
import { reviewPoints } from '../../../shared/domain/gate/review.ts';
import { isNonconformity } from '../../../shared/domain/findings.ts';
import { isOpenLine, nameOfLine } from '../../../shared/domain/open-lines.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import { switchedOff } from '../../../shared/domain/switched-rules.ts';
import { createLineReader } from '../../../shared/domain/tagged-line.ts';
import type { ReportSection } from '../../../shared/domain/templates.ts';
import type { ReportModel } from '../../exports/report-model.ts';
import { layoutOf } from '../../exports/sections/layout.ts';
import { sayMissing } from '../../exports/sections/required-contents.ts';

const afterNumber = (number: string, words: string) => `${number} ${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** How many requirements in scope no slot of the plan names; none as long as there is no plan. */
function uncovered({ planSlots, requirements }: ReportModel, excluded: ReadonlySet<string>): number {
  const planned = new Set(planSlots.flatMap((slot) => slot.requirements));
  return requirements.filter(({ id, isLeftOut }) => !isLeftOut && !excluded.has(id) && !planned.has(id)).length;
}

const longestQuote = 120;

/** Lines of the running notes that somebody still has to come back to. */
function openLines({ notes, requirements }: ReportModel): GatePoint[] {
  const read = createLineReader({ requirements: requirements.map(({ id }) => id), people: [] });
  return notes.flatMap(({ line, text, correctedBy, became }) => {
    const { kinds, words } = read(text);
    if (!isOpenLine(kinds, correctedBy > 0, became.length > 0)) return [];
    const quote = words.length > longestQuote ? `${words.slice(0, longestQuote).toWellFormed().trimEnd()}…` : words;
    const what = kinds.includes('todo') ? 'is still to do' : 'is a question that is still open';
    return [telling(nameOfLine(line), `${nameOfLine(line)} of the notes ${what}: “${quote}”`)];
  });
}

/** Questions without a verdict, a reason or the finding that a verdict calls for. */
function answerPoints({ requirements }: ReportModel, excluded: ReadonlySet<string>): GatePoint[] {
  const points: GatePoint[] = [];
  for (const { id, questions, findings, isLeftOut } of requirements) {
    if (questions.length === 0 && !isLeftOut && !excluded.has(id))
      points.push(blocking(id, `${id} has no question, and the audit does not leave it out.`));
    const open = questions.filter(({ verdict }) => isOpen(verdict)).length;
    if (open > 0 && !excluded.has(id))
      points.push(blocking(id, `${id}: ${open === 1 ? 'one question has' : `${open} questions have`} no verdict yet.`));
    for (const question of questions) {
      const { verdict } = question;
      if (verdict === 'not-audited' && question.reason.trim() === '')
        points.push(blocking(question.id, `${question.id} is not audited and gives no reason.`));
      if (verdict === 'not-applicable' && !excluded.has(id)) {
        const message = `${question.id} is answered "not applicable", but the Statement of Applicability includes ${id}.`;
        points.push(blocking(question.id, message));
      }
      if (verdict === 'nonconforming' && question.findings.length === 0 && findings.length === 0)
        points.push(blocking(question.id, `${question.id} is nonconforming, but no finding cites ${id}.`));
    }
  }
  const parked = requirements.flatMap(({ questions }) => questions).filter((question) => question.parked);
  for (const { id, verdict } of parked)
    if (isOpen(verdict)) points.push(telling(id, `${id} is parked. Answer it, or say why it was not audited.`));
  return points;
}

/** Numbers in texts that lead nowhere. */
function referencePoints({ evidence, findings, requirements }: ReportModel): GatePoint[] {
  const known = new Set([...evidence, ...findings].map(({ number }) => number));
  const texts = [
    ...findings.map(
      (one) => [one.number, `${one.requirement}\n${one.evidence}\n${one.nature}\n${one.gradeReason}`] as const,
    ),
    ...requirements.flatMap(({ questions }) =>
      questions.map(({ id, notes, reason }) => [id, `${notes}\n${reason}`] as const),
    ),
  ];
  return texts.flatMap(([record, text]) =>
    unknownReferencesIn(text, known).map((target) => telling(record, sayUnknown(target))),
  );
}

/** Evidence that nothing refers to, and pictures that cannot be printed. */
function evidencePoints({ evidence, soa }: ReportModel): GatePoint[] {
  return evidence.flatMap(({ number, usedIn, systemNames, mediaType, picture, originalName }) => [
    ...(usedIn.length === 0 && systemNames.length === 0 && number !== soa.sourceNumber
      ? [telling(number, `${number} is not used by any question or finding.`)]
      : []),
    ...(mediaType.startsWith('image/') && picture === null
      ? [telling(number, `${number} (${originalName}) cannot be drawn as a picture; it is registered all the same.`)]
      : []),
  ]);
}

/** An exclusion without a reason stands in the way of issuing, unless a nonconformity says just that. */
function statementPoints({ soa, findings }: ReportModel): GatePoint[] {
  const raised = findings.filter(({ grade }) => isNonconformity(grade));
  const isRaised = (control: string) =>
    raised.some(
      ({ requirements, evidence, nature }) =>
        requirements.includes(control) || `${evidence}\n${nature}`.includes(control),
    );
  const points = soa.entries
    .filter(({ applicable, additional, justification }) => !applicable && !additional && justification.trim() === '')
    .map(({ control }) => {
      const point = isRaised(control) ? telling : blocking;
      return point(control, `${control} is excluded without a justification.`);
    });
  if (soa.version === '') points.push(telling('SoA', 'The version of the Statement of Applicability is not recorded.'));
  return points;
}

function peoplePoints({ conclusion, team }: ReportModel): GatePoint[] {
  const points: GatePoint[] = [];
  if (conclusion.acceptedAt === null)
    points.push(blocking('Conclusions', 'The conclusions have not been accepted by the lead auditor.'));
  if (!team.some(({ role }) => role === 'lead-auditor'))
    points.push(blocking('Team', 'The audit has no lead auditor.'));
  for (const { name, independence } of team)
    if (independence.trim() === '') points.push(blocking('Team', `${name} has not declared independence.`));
  return points;
}

const mostNamed = 3;

/** What the layout of the house leaves out although the report has to have it, and files of it that are missing. */
function layoutPoints(model: ReportModel): GatePoint[] {
  const { houseLayout, audit, template, reportLayout } = model;
  if (houseLayout === null)
    return audit.houseLayout === null
      ? []
      : [
          telling(
            'Layout',
            'The layout of this audit is missing. Its report has the usual look; choose another layout.',
          ),
        ];
  const name = `The layout “${houseLayout.name}”`;
  const points: GatePoint[] = [];
  const there = layoutOf(template, reportLayout);
  const sectionOf = (place: string) => place.split('/')[0] as ReportSection;
  const lost = reportLayout.contents.filter(({ places }) => !places.some((place) => there.has(sectionOf(place))));
  if (lost.length > 0) {
    const named = lost.slice(0, mostNamed).map(({ words }) => words.charAt(0).toLowerCase() + words.slice(1));
    const more = lost.length > mostNamed ? `, and ${lost.length - mostNamed} more` : '';
    points.push(telling('Layout', `${name} has no section for: ${named.join('; ')}${more}.`));
  }
  if (houseLayout.logo !== '' && houseLayout.logoFile === '')
    points.push(telling('Layout', `${name}: the file of its logo is missing. Choose it again.`));
  if (houseLayout.base !== '' && houseLayout.baseFile === '')
    points.push(telling('Layout', `${name}: its base document is missing. Choose it again.`));
  return points;
}

/**
 * What a technical reviewer would send back, each with the record it concerns, and whether the report can be issued with
 * it. Nothing here stops an export.
 */
export function findGaps(
  model: ReportModel,
  { exclusionsUnder, changedSinceRelease }: { exclusionsUnder?: string | undefined; changedSinceRelease: boolean },
): GatePoint[] {
  const excluded = new Set(model.soa.entries.filter(({ applicable }) => !applicable).map(({ control }) => control));
  const points = answerPoints(model, excluded);
  if (model.audit.leftOut.length > 0 && model.audit.leftOutReason.trim() === '')
    points.push(blocking('Scope', 'Requirements are left out of the audit without a reason.'));
  const advised = {
    excluded,
    exclusionsUnder,
    template: model.template,
    switchedOff: switchedOff(model.switchedRules),
  };
  for (const finding of model.findings) {
    for (const { words, blocks } of findGapsOf(finding, advised))
      points.push({ record: finding.number, message: afterNumber(finding.number, words), blocks });
  }
  points.push(...findingPoints(model), ...referencePoints(model), ...evidencePoints(model), ...statementPoints(model));
  points.push(...openLines(model));
  const names = namesOfPlan(model);
  for (const conflict of conflictsInReport(findPlanConflicts(model)))
    points.push(telling('Plan', sayConflict(conflict, names)));
  for (const sentence of sayPlanGaps(model, uncovered(model, excluded))) points.push(telling('Plan', sentence));
  points.push(...sayMissing(model).map(({ record, message }) => telling(record, message)));
  points.push(...layoutPoints(model), ...peoplePoints(model), ...countPoints(model));
  points.push(...reviewPoints({ ...model, changedSinceRelease }));
  return points;
}
