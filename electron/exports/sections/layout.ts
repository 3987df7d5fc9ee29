// Which sections a report has, what they are numbered, and where in it the records stand that references lead to.
import type { ReportLayout } from '../../../shared/domain/report-layouts.ts';
import { type ReportSection, reportSections, type Template } from '../../../shared/domain/templates.ts';
import type { ReportModel, ReportRequirement } from '../report-model.ts';
import { weightyFindings } from './grading.ts';

/** Sections that stand before the first number. */
const unnumbered: readonly ReportSection[] = ['cover', 'control', 'contents'];
const annexes: readonly ReportSection[] = ['checklist', 'soa', 'evidence', 'photos', 'crosswalks', 'required'];

/** The sections of one report in their order, each with what stands before its title: `3`, `Annex B`, or nothing. */
export type Layout = ReadonlyMap<ReportSection, string>;

/**
 * The layout that a template asks for, with the sections that every report of the type has. The cover is the first page
 * wherever the template names it.
 */
export function layoutOf(
  { sections }: Pick<Template, 'sections'>,
  { sections: ofType }: Pick<ReportLayout, 'sections'> = { sections: [] },
): Layout {
  const named = new Set(sections);
  for (const { section, always } of ofType) if (always) named.add(section);
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

/** The place of a section or of a part of one, which references to it lead to. */
export const sectionPlace = (section: ReportSection, part = '') => `section:${section}${part && `/${part}`}`;

/** Whether a section has a number of its own, and in which row it is counted. */
export function countedAs(section: ReportSection): 'section' | 'annex' | undefined {
  if (unnumbered.includes(section)) return undefined;
  return annexes.includes(section) ? 'annex' : 'section';
}

/** The heading of a section without its number, as reports of the type have it. */
export function sectionTitle(section: ReportSection, { reportLayout }: Pick<ReportModel, 'reportLayout'>): string {
  return reportLayout.sections.find((one) => one.section === section)?.heading ?? reportSections[section];
}

/** The number of every figure, by its place: charts and pictures in the order of the report. */
export function numberFigures(layout: Layout, model: ReportModel): Map<string, number> {
  const { catalogue, findings, evidence } = model;
  const hasGroups = (kind: ReportRequirement['kind']) => catalogue.groups.some((group) => group.kind === kind);
  const shown: Partial<Record<ReportSection, () => string[]>> = {
    clauses: () => (hasGroups('clause') ? ['figure:clauses'] : []),
    controls: () => (hasGroups('control') ? ['figure:controls'] : []),
    findings: () => (findings.length > 0 ? ['figure:findings'] : []),
    photos: () => evidence.flatMap(({ number, picture }) => (picture ? [`figure:${number}`] : [])),
  };
  const places = [...layout.keys()].flatMap((section) => shown[section]?.() ?? []);
  return new Map(places.map((place, position) => [place, position + 1]));
}

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
