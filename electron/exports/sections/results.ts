import type { Block, Run } from '../blocks.ts';
import type { ReportModel, ReportRequirement } from '../report-model.ts';
import {
  type Composing,
  cell,
  groupHeading,
  paragraph,
  referToSection,
  row,
  sectionHeading,
  table,
  verdictRuns,
  words,
} from './composing.ts';
import { resultChart } from './charts.ts';
import { groupTableNames, resultTable, tallyVerdicts } from './counts.ts';

type Kind = ReportRequirement['kind'];

/** Longest reason printed beside a result, in characters; the whole of it stands in the checklist. */
const longestReason = 320;

/** Results of the clause items or of the controls: a table per group, and one line per requirement. */
export function composeResults(composing: Composing, kind: Kind): Block[] {
  const { catalogue, requirements } = composing.model;
  const groups = catalogue.groups.filter((group) => group.kind === kind);
  const section = sectionHeading(composing, kind === 'clause' ? 'clauses' : 'controls');
  if (groups.length === 0) {
    return [section, paragraph(`The catalogue of this audit has no ${kind === 'clause' ? 'clauses' : 'controls'}.`)];
  }
  const inGroup = (id: string) => requirements.filter(({ group }) => group === id);
  return [
    section,
    paragraph([
      words('One result per requirement, from the answers in '),
      ...referToSection(composing, 'checklist'),
      words(': the worst that is known comes first.'),
    ]),
    resultTable(
      composing,
      groupTableNames[kind],
      kind === 'clause' ? 'Clause' : 'Control group',
      groups.map(({ id, title }) => ({
        title: `${id} ${title}`,
        total: inGroup(id).length,
        byVerdict: tallyVerdicts(inGroup(id)),
      })),
      { sum: true, caption: `Requirements by ${kind === 'clause' ? 'clause' : 'control group'} and result.` },
    ),
    resultChart(composing, kind, groups, inGroup),
    ...groups.flatMap((group) => composeGroup(composing, group, inGroup(group.id))),
  ];
}

function composeGroup(
  composing: Composing,
  { id, kind, title }: ReportModel['catalogue']['groups'][number],
  requirements: readonly ReportRequirement[],
): Block[] {
  if (requirements.length === 0) return [];
  const columns = [
    { title: 'No.', width: 17 },
    { title: 'Requirement', width: 49 },
    { title: 'Result', width: 31 },
    { title: 'Why', width: 69 },
  ];
  const rows = requirements.map((requirement) =>
    row(
      cell([{ kind: 'place', place: requirement.id, text: requirement.id, look: 'bold' }]),
      cell(requirement.title),
      cell(verdictRuns(composing, requirement.result.verdict, requirement.result.partial && isNotAudited(requirement))),
      cell(explainResult(composing, requirement)),
    ),
  );
  return [groupHeading(id, kind, title), table(composing, `Results of ${id} ${title}`, columns, rows)];
}

const isNotAudited = ({ result }: ReportRequirement) => result.verdict === 'not-audited';

/** Findings of the requirement and the reason behind its result, in a few lines. */
function explainResult(composing: Composing, requirement: ReportRequirement): Run[][] {
  const { id, result, questions, findings, isLeftOut } = requirement;
  const paragraphs: Run[][] = [];
  if (findings.length > 0) paragraphs.push(composing.referAll(findings, id));
  if (isLeftOut && questions.length === 0 && isNotAudited(requirement)) return [...paragraphs, leftOut(composing)];
  const statement = composing.model.soa.entries.find((entry) => entry.control === id && !entry.applicable);
  const reasons = questions.filter(({ verdict }) => verdict === result.verdict).map(({ reason }) => reason.trim());
  const reason =
    (result.verdict === 'not-applicable' && statement?.justification.trim()) || reasons.find(Boolean) || '';
  if (reason.length > longestReason) {
    const start = reason.slice(0, reason.lastIndexOf(' ', longestReason) + 1 || longestReason).trimEnd();
    const runs = composing.write(start, id).flat();
    paragraphs.push([...runs, words(' … (whole in '), ...referToSection(composing, 'checklist'), words(')')]);
  } else if (reason) {
    paragraphs.push(...composing.write(reason, id));
  }
  const others = new Set(reasons.filter(Boolean)).size - 1;
  if (others > 0 && result.verdict !== 'not-applicable') {
    paragraphs.push([words(`${others} more in `, 'muted'), ...referToSection(composing, 'checklist')]);
  }
  if (result.partial && !isNotAudited(requirement)) paragraphs.push([words('Not audited in part.', 'muted')]);
  if (questions.length === 0) paragraphs.push([words('No question was asked.', 'muted')]);
  return paragraphs.length > 0 ? paragraphs : [[words('')]];
}

/** One reason holds for all that is left out; it is printed once: with the scope, else with the conclusions. */
const leftOut = (composing: Composing): Run[] =>
  composing.layout.has('scope')
    ? [words('Left out of this audit, see ', 'muted'), ...referToSection(composing, 'scope')]
    : [words('Left out of this audit.', 'muted')];
