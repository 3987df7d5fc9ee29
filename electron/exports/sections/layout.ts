// Which sections a report has, what they are numbered, and where in it the records stand that references lead to.
import { type ReportSection, reportSections, type Template } from '../../../shared/domain/templates.ts';
import type { ReportModel, ReportRequirement } from '../report-model.ts';
import { weightyFindings } from './grading.ts';

/** Sections that stand before the first number. */
const unnumbered: readonly ReportSection[] = ['cover', 'control', 'contents'];
const annexes: readonly ReportSection[] = ['checklist', 'soa', 'evidence', 'photos', 'crosswalks'];

/** The sections of one report in their order, each with what stands before its title: `3`, `Annex B`, or nothing. */
export type Layout = ReadonlyMap<ReportSection, string>;

/** The layout that a template asks for. The cover is the first page wherever the template names it. */
export function layoutOf({ sections }: Pick<Template, 'sections'>): Layout {
  const named = new Set(sections);
  const inOrder = [...(named.has('cover') ? (['cover'] as const) : []), ...named];
  let sectionsSoFar = 0;
  let annexesSoFar = 0;
  return new Map(
    [...new Set(inOrder)].map((section) => {
      if (unnumbered.includes(section)) return [section, ''];
      if (!annexes.includes(section)) return [section, String((sectionsSoFar += 1))];
      annexesSoFar += 1;
      return [section, `Annex ${String.fromCharCode(64 + annexesSoFar)}`];
    }),
  );
}

/** The place of a section, which references to it lead to. */
export const sectionPlace = (section: ReportSection) => `section:${section}`;

/** The heading of a section without its number. */
export const sectionTitle = (section: ReportSection): string => reportSections[section];

/** The section that holds the place of requirements of a kind: their results, else the checklist, else none. */
export function sectionOfRequirements(
  layout: Layout,
  kind: ReportRequirement['kind'],
  { requirements }: Pick<ReportModel, 'requirements'>,
): ReportSection | undefined {
  const results = kind === 'clause' ? 'clauses' : 'controls';
  if (layout.has(results)) return results;
  const hasQuestions = requirements.some(({ questions }) => questions.length > 0);
  return layout.has('checklist') && hasQuestions ? 'checklist' : undefined;
}

/** Everything that has a place in a report of this layout: requirement ids, finding and evidence numbers. */
export function placesIn(layout: Layout, model: ReportModel): Set<string> {
  const places = new Set<string>();
  for (const { id, kind } of model.requirements)
    if (sectionOfRequirements(layout, kind, model) !== undefined) places.add(id);
  if (layout.has('findings')) for (const { number } of model.findings) places.add(number);
  if (layout.has('evidence')) for (const { number } of model.evidence) places.add(number);
  return places;
}

/** The numbers of findings and evidence that a section has to name, whatever else it says. */
export function numbersNamedIn(section: ReportSection, model: ReportModel): Set<string> {
  const { requirements, findings, evidence, governance } = model;
  const ofKind = (kind: ReportRequirement['kind']) =>
    requirements.filter((requirement) => requirement.kind === kind).flatMap((requirement) => requirement.findings);
  const named: Partial<Record<ReportSection, () => readonly string[]>> = {
    board: () => governance.flatMap((question) => weightyFindings(model, question).flatMap(({ numbers }) => numbers)),
    clauses: () => ofKind('clause'),
    controls: () => ofKind('control'),
    findings: () => findings.flatMap(({ number, evidenceNumbers }) => [number, ...evidenceNumbers]),
    checklist: () =>
      requirements.flatMap(({ questions }) =>
        questions.flatMap((question) => [...question.evidence, ...question.findings]),
      ),
    evidence: () =>
      evidence.flatMap(({ number, usedIn }) => [number, ...usedIn.filter((used) => used.startsWith('F-'))]),
    photos: () => evidence.flatMap(({ number, picture }) => (picture ? [number] : [])),
  };
  return new Set(named[section]?.() ?? []);
}
