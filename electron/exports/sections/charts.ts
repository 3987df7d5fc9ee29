// The charts of a report: results by clause or control group, and findings by grade.
import { keysOf, type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import type { ChartBlock } from '../blocks.ts';
import type { ReportRequirement } from '../report-model.ts';
import type { Composing } from './composing.ts';
import { tallyVerdicts } from './counts.ts';
import { gradeNames, gradesShown, verdictNames } from './grading.ts';

/** Longest name of a bar, in characters; a longer one is cut at a word and goes on with dots. */
const longestName = 64;

const shorten = (name: string) =>
  name.length <= longestName
    ? name
    : `${name.slice(0, name.lastIndexOf(' ', longestName - 1) + 1 || longestName - 1).trimEnd()} …`;

/** How many requirements of each group have which result, as bars. */
export function resultChart(
  { figures, model }: Composing,
  kind: ReportRequirement['kind'],
  groups: readonly { id: string; title: string }[],
  inGroup: (id: string) => readonly ReportRequirement[],
): ChartBlock {
  const section = kind === 'clause' ? 'clauses' : 'controls';
  const place = `figure:${section}`;
  const called = verdictNames(model);
  const tallies = groups.map(({ id }) => tallyVerdicts(inGroup(id)));
  const shown = keysOf(verdicts).filter((verdict) => tallies.some((tally) => tally[verdict] > 0));
  const say = (verdict: Verdict, tally: Record<Verdict, number>) =>
    tally[verdict] > 0 ? [`${tally[verdict]} ${called[verdict].word.toLowerCase()}`] : [];
  const lines = groups.map(({ id }, position) => {
    const tally = tallies[position];
    return `${id}: ${(tally ? shown.flatMap((verdict) => say(verdict, tally)) : []).join(', ') || 'none'}`;
  });
  return {
    kind: 'chart',
    alt: `Requirements by ${kind === 'clause' ? 'clause' : 'control group'} and result. ${lines.join('; ')}.`,
    categories: groups.map(({ id, title }) => shorten(`${id} ${title}`)),
    series: shown.map((verdict) => ({
      name: called[verdict].word,
      tone: verdict,
      values: tallies.map((tally) => tally[verdict]),
    })),
    caption: {
      number: figures.get(place) ?? 0,
      text: `Results by ${kind === 'clause' ? 'clause' : 'control group'}, in requirements.`,
    },
    place,
  };
}

/** How many findings have which grade, as bars. */
export function gradeChart({ model, figures }: Composing): ChartBlock {
  const names = gradeNames(model);
  const shown = gradesShown(model);
  const counts = shown.map((grade) => model.counts.findings.byGrade[grade]);
  const place = 'figure:findings';
  return {
    kind: 'chart',
    alt: `Findings by grade. ${shown.map((grade, position) => `${names[grade]}: ${counts[position]}`).join('; ')}.`,
    categories: shown.map((grade) => shorten(names[grade])),
    series: [{ name: 'Findings', tone: shown[0] ?? 'observation', tones: shown, values: counts }],
    caption: { number: figures.get(place) ?? 0, text: 'Findings by grade.' },
    place,
  };
}
