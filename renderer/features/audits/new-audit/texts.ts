// The words of the form for a new audit.
import type { LeftOutReason } from '../../../../shared/domain/tailoring.ts';
import type { SystemRole } from '../../../../shared/domain/vocabulary.ts';
import { formatCount } from '../../../ui/format.ts';

const listed = (names: readonly string[]) => names.join(', ');
const whys: Record<LeftOutReason, string> = {
  depth: 'for other depths',
  role: 'for other roles',
  scope: 'outside the scope',
};

export const texts = {
  title: 'New audit',
  words: 'Only title, template and organisation are needed now. Everything else can be changed later.',
  audit: 'The audit',
  auditTitle: 'Title',
  titleHint: 'As it will stand on the report.',
  catalogue: 'Catalogue',
  catalogueName: (standard: string, edition: string, title: string, version: string) =>
    `${standard}:${edition} · ${title} · ${version}`,
  template: 'Template',
  templateFacts: {
    takesIn: (count: number, all: number) =>
      count === all ? `all ${formatCount(all, 'requirement')}` : `${count} of ${formatCount(all, 'requirement')}`,
    depths: (names: readonly string[], all: number) =>
      names.length === all ? 'questions of every depth' : `questions of these depths: ${listed(names).toLowerCase()}`,
    basis: (names: readonly string[]) => `After ${listed(names)}`,
  },
  organization: 'Organisation',
  organizationHint: 'One that you audited before is recognised by its name.',
  dates: 'Dates',
  from: 'First day',
  to: 'Last day',
  guideline: 'Auditing guidance',
  guidelineName: (name: string, edition: string, isWithdrawn: boolean) =>
    `${name}:${edition}${isWithdrawn ? ' (withdrawn)' : ''}`,
  guidelineHint: 'The edition that the report names as its method.',
  guidelineWithdrawn: 'This edition is withdrawn. Take it only for audits that were agreed on it.',
  guidelineNote: 'What is known of this edition',
  objectives: 'Objectives',
  scope: 'Scope',
  criteria: 'Criteria',
  criteriaHint: 'What conformity is judged against, besides the standard.',
  sites: 'Sites',
  remote: 'Remote share, %',

  team: 'Audit team',
  memberName: 'Name of the member',
  memberRole: 'Role in the team',
  addMember: 'Add a member',

  systems: 'AI systems',
  systemsWords:
    'The systems in scope. Questions about single systems are repeated for each sampled one, where the client’s role for it fits.',
  systemName: 'Name of the AI system',
  systemRole: 'The client is its',
  lifecycle: 'Life-cycle stage',
  impact: 'Impact',
  sampled: 'Sampled in this audit',
  addSystem: 'Add an AI system',
  remove: (what: string) => `Remove ${what || 'this row'}`,
  repeated: (systems: number, kinds: number, times: number) =>
    `${formatCount(systems, 'system')} sampled: ${formatCount(kinds, 'question')} about single systems ${kinds === 1 ? 'stands' : 'stand'} in the checklist once per system, ${times} in all.`,
  notRepeated: 'No system is sampled: questions about single systems are asked once, for all of them together.',

  roles: 'Roles in scope',
  rolesLegend: 'The client’s roles',
  rolesHint: 'Questions that concern none of the chosen roles are left out.',
  roleWords: {
    producer: 'Designs, builds, trains, tests or deploys AI systems or models.',
    provider: 'Offers products or services that rest on AI systems.',
    customer: 'Uses AI products or services in its own work, or hands them on to its users.',
    partner: 'Adds to the AI of others: data, components, integration, evaluation.',
  } satisfies Record<SystemRole, string>,
  systemOutside: (system: string, role: string) =>
    `${system || 'An AI system without a name'}: the client is its ${role.toLowerCase()}, and that role is not in scope. Questions for that role alone are left out.`,

  requirements: 'Chapters and controls',
  requirementsWords:
    'What this audit looks at. The arrow keys move and open, the space bar takes in or leaves out. What is left out is named in the report.',
  all: 'All',
  asTemplate: 'As the template says',
  inScope: (count: number, all: number) => `${count} of ${all} in`,
  treeName: 'Requirements in scope',
  groupIn: (count: number, all: number) => (count === all ? 'in' : count === 0 ? 'left out' : `${count} of ${all} in`),
  isOut: 'left out',
  questionCount: (count: number) => formatCount(count, 'question'),
  kept: (template: string) => `Your own choice is kept; “${template}” would choose otherwise.`,
  takeTemplates: 'Use the template’s',
  leftOutNow: (names: readonly string[]) => `Left out: ${listed(names)}.`,
  leftOutReason: 'Why these are left out',
  leftOutReasonHint: 'Printed in the report.',

  results: (questions: number, requirements: number, perSystem: number) =>
    `${formatCount(questions, 'question')} about ${formatCount(requirements, 'requirement')}${perSystem > 0 ? `, ${perSystem} of them per AI system` : ''}`,
  leftOut: (counts: Record<LeftOutReason, number> & { total: number }) =>
    counts.total === 0
      ? 'nothing left out'
      : `left out: ${counts.total} (${(['depth', 'role', 'scope'] as const)
          .filter((why) => counts[why] > 0)
          .map((why) => `${counts[why]} ${whys[why]}`)
          .join(', ')})`,
  whatIsLeftOut: 'What is left out, and why',
  leftOutOf: (questions: number, why: LeftOutReason) => `${questions} ${whys[why]}`,
  notAsked: 'No question about it is asked.',
  proposals: (meetings: number, slots: number, days: number) =>
    `Propose ${formatCount(meetings, 'meeting')} and ${formatCount(slots, 'plan slot')}${slots > 0 ? ` over ${formatCount(days, 'day')}` : ''}`,
  undated: 'without dates, as the first day is not said',

  create: 'Create the audit',
  cancel: 'Not now',
  reading: 'Reading the catalogue',
  noCatalogue: 'There is no catalogue here that a new audit could use.',
  notRead: (sentence: string) => `The catalogue could not be read: ${sentence} What you typed is kept.`,
  readAgain: 'Read it again',
  notYet: 'The catalogue is not read yet, so the audit cannot be cut to it. Try again in a moment.',
  failed: (sentence: string) => `Not made: ${sentence} Press the button again; nothing is made twice.`,
  errors: {
    title: 'The audit needs a title.',
    organization: 'The organisation needs a name.',
    dates: 'The last day is before the first.',
    remote: 'A share is a whole number from 0 to 100.',
    member: 'A member needs a name.',
    system: 'An AI system needs a name.',
    aiRoles: 'The client has at least one role.',
    requirements: 'An audit looks at something: take in at least one requirement.',
    leftOutReason: 'More is left out than the template does: say why.',
  },
} as const;
