import { type FrameworkId, frameworks } from '../../../shared/domain/crosswalks.ts';
import type { Block, Run } from '../blocks.ts';
import type { ReportRequirement } from '../report-model.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table, words } from './composing.ts';
import {
  type CrosswalkRow,
  crosswalkRows,
  crosswalkSources,
  crosswalkTableName,
  frameworkIds,
  sourceTitle,
} from './crosswalk-rows.ts';
import { verdictNames } from './grading.ts';

/** Annex: where other frameworks cover the same ground, with the result of every requirement that links there. */
export function composeCrosswalks(composing: Composing): Block[] {
  const sources = crosswalkSources(composing.model);
  const rows = crosswalkRows(composing.model);
  const blocks: Block[] = [sectionHeading(composing, 'crosswalks')];
  if (frameworkIds.every((framework) => rows[framework].length === 0))
    return [...blocks, paragraph('The catalogue of this audit links to no other framework.')];
  const general = sources.get('general');
  if (general) blocks.push(paragraph(general));
  for (const key of ['published', 'judgement'] as const) {
    const text = sources.get(key);
    if (text) blocks.push(paragraph([words(`${sourceTitle(key)}: `, 'bold'), words(text)], 'small'));
  }
  blocks.push(paragraph(legend, 'small'));
  return [
    ...blocks,
    ...frameworkIds.flatMap((framework) => [
      heading(2, frameworks[framework]),
      ...[sources.get(framework) ?? ''].filter(Boolean).map((text) => paragraph(text, 'small')),
      ...composeFramework(composing, framework, rows[framework]),
    ]),
  ];
}

const legend =
  'The letter before a requirement is its result in this audit: C conforms, I improvement, N nonconforming, – not ' +
  'applicable, / not audited, · not started, … in progress.';

function composeFramework(composing: Composing, framework: FrameworkId, rows: readonly CrosswalkRow[]): Block[] {
  if (rows.length === 0) return [paragraph('No requirement links to this framework.')];
  const columns = [
    { title: 'Reference', width: 30 },
    { title: 'Requirements with their results', width: 94 },
    { title: 'Basis', width: 42 },
  ];
  const caption = `Requirements that cover the same ground as ${frameworks[framework]}.`;
  const lines = rows.map(({ reference, basis, requirements }, position) => {
    const isAgain = rows[position - 1]?.reference === reference;
    return row(
      cell([words(reference, isAgain ? 'muted' : 'bold')]),
      cell(requirementRuns(composing, requirements)),
      cell(basis),
    );
  });
  return [table(composing, crosswalkTableName(framework), columns, lines, caption)];
}

/** Requirements one after the other, each with the letter of its result; a line breaks between two of them only. */
function requirementRuns(composing: Composing, requirements: readonly ReportRequirement[]): Run[] {
  const called = verdictNames(composing.model);
  return requirements.flatMap(({ id, result }, position): Run[] => [
    ...(position > 0 ? [words('   ')] : []),
    { kind: 'chip', text: called[result.verdict].letter, tone: result.verdict },
    words('\u00a0'),
    composing.refer(id, composing.model.audit.ref),
  ]);
}
