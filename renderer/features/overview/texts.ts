// The words of the overview.
import type { FrameworkId } from '../../../shared/domain/crosswalks.ts';
import type { ResultKind } from './result-kinds.ts';
import { formatCount } from '../../ui/format.ts';

export const texts = {
  room: 'Overview',
  facts: 'Audit and team',

  figures: {
    label: 'The audit in numbers',
    answered: (total: number) => `of ${formatCount(total, 'question')} answered`,
    audited: (total: number) => `of ${formatCount(total, 'requirement')} audited`,
    major: 'major',
    minor: 'minor',
    improvement: (count: number) => (count === 1 ? 'improvement' : 'improvements'),
    minutes: (planned: string) => `of ${planned} planned`,
    evidence: (count: number) => (count === 1 ? 'piece of evidence' : 'pieces of evidence'),
  },

  map: 'Coverage map',
  legend: 'What the cells mean, with the number of requirements',
  excludedSample: 'A.1',
  excluded: 'excluded',
  excludedBy: 'excluded by the statement',
  groupOfMap: (id: string, title: string) => `${id} ${title}`,
  progress: (answered: number, total: number) =>
    total === 0 ? 'no question in this audit' : `${answered} of ${formatCount(total, 'question')} answered`,
  partly: 'in part not audited',
  cell: (requirement: string, facts: readonly string[]) => `${requirement}: ${facts.join(', ')}`,
  nothingAnswered: 'Nothing is answered yet. The map fills as questions get their verdicts.',
  startChecklist: 'Start with the checklist',

  systems: 'Coverage by AI system',
  notAsked: 'not asked for this system',
  noSystems: 'No AI system is sampled yet.',
  chooseSystems: 'Choose the sample among the AI systems',
  noSystemQuestions: (count: number) =>
    `${formatCount(count, 'AI system is', 'AI systems are')} sampled, but no question is asked for each of them.`,
  repeatQuestions: 'Repeat questions per system in the checklist',

  progressByDay: 'Progress by day',
  progressWords: 'Each bar is what there was at the end of a day; the strong part was added on it.',
  plan: 'Plan',
  plannedDays: (count: number) => formatCount(count, 'day'),
  series: { answered: 'Answered', evidence: 'Evidence', findings: 'Findings', notes: 'Notes' },
  seriesEnd: (count: number, total: number | undefined) =>
    total === undefined ? String(count) : `${count} of ${total}`,
  asTable: 'As a table',
  day: 'Day',
  planned: 'Planned',
  yes: 'yes',
  earlierDays: (count: number) => `${formatCount(count, 'earlier day is', 'earlier days are')} not shown.`,
  progressFailed: 'The progress could not be read.',

  kinds: {
    conforms: 'conform',
    improvement: 'improvement',
    nonconforming: 'nonconforming',
    'not-applicable': 'not applicable',
    'not-audited': 'not audited',
    open: 'open',
  } satisfies Record<ResultKind, string>,
  requirements: (count: number) => formatCount(count, 'requirement'),

  questions: 'The four questions of a board',
  nonconformities: 'Nonconformities',
  noNonconformity: 'No nonconformity raised.',
  notAudited: 'Not audited',
  answer: {
    accepted: 'Answer accepted',
    written: 'Answer written, not accepted yet',
    none: 'No answer yet',
  },

  themes: 'Themes',
  themesWords: 'A requirement may carry several themes, so the lines do not add up. Counts, never a score.',
  theme: 'Theme',
  themeLink: (title: string) => `${title}: show its questions in the checklist`,
  bar: 'Requirements',

  findings: 'Findings by grade',
  noFinding:
    'No finding yet. Raise one from a question of the checklist, so that its requirement and evidence come along.',
  moreFindings: (count: number) => `${count} more`,

  crosswalks: 'Same ground elsewhere',
  crosswalksWords: 'A link says where to look; it never proves conformity.',
  places: {
    nistAiRmf: (count) => formatCount(count, 'subcategory', 'subcategories'),
    euAiAct: (count) => formatCount(count, 'article'),
    iso27001: (count) => formatCount(count, 'clause or control', 'clauses and controls'),
  } satisfies Record<FrameworkId, (count: number) => string>,
  summary: (places: string, touching: number) => {
    if (touching === 0) return `${places} linked, none of them touches a nonconforming requirement`;
    return `${places} linked, ${touching} of them ${touching === 1 ? 'touches' : 'touch'} a nonconforming requirement`;
  },
  noLinks: 'nothing linked',
  basis: { published: 'published crosswalk', judgement: 'our judgement' },
  basisWords: {
    published: 'Solid line: a published crosswalk names the pair.',
    judgement: 'Dashed line: our judgement.',
  },
} as const;
