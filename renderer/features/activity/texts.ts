// The words of the activity.
import type { Noun } from '../../../shared/domain/nouns.ts';

const plural: Partial<Record<Noun, string>> = {
  evidence: 'pieces of evidence',
  organization: 'facts about the organisation',
  soa: 'facts about the statement',
};

export const texts = {
  title: 'Activity',
  list: 'Steps, the newest first',
  filters: 'Filters',
  search: 'Search in the activity',
  person: 'Person',
  everybody: 'Everybody',
  noun: 'What it is about',
  everything: 'Everything',
  day: 'Day',
  onlyRecord: (name: string) => `Only ${name}`,
  showAll: 'Show all',
  reading: 'Reading the activity',
  beginning: 'This is the beginning.',
  failed: (sentence: string) => `The activity could not be read: ${sentence}`,
  tryAgain: 'Try again',
  emptyTitle: 'Nothing has happened yet',
  emptyWords: 'Every change of this audit will stand here: who, when, from what to what, and the way back.',
  nothingFound: 'No step fits these filters',
  nothingFoundWords: 'Try other words, another day or everybody.',
  undo: 'Undo',
  undoStep: (what: string) => `Undo: ${what}`,
  undoing: (what: string) => `Undone: ${what}`,
  alreadyUndone: 'This step is already undone. Undo the step that undid it to have it again.',
  isUndo: 'undo',
  isUndone: 'undone',
  at: (device: string) => (device === '' ? '' : `on ${device}`),
  moreFields: (count: number) => (count === 1 ? 'One more field' : `${count} more fields`),
  moreRecords: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  auditGone: (ref: string) => `${ref} is taken back. Its history is kept.`,
  bringBack: 'Bring it back',
  back: (ref: string) => `${ref} is back.`,

  nouns: {
    organization: 'organisation',
    audit: 'audit',
    aiSystem: 'AI system',
    teamMember: 'person of the team',
    soa: 'statement of applicability',
    soaEntry: 'control',
    checklistItem: 'question',
    sample: 'sample',
    note: 'note',
    noteLink: 'note taken over',
    evidence: 'evidence',
    link: 'link',
    finding: 'finding',
    action: 'action',
    conclusion: 'conclusions',
    planSlot: 'slot of the plan',
    meeting: 'meeting',
  } satisfies Record<Noun, string>,
  countOf: (noun: Noun, count: number) => {
    const one = texts.nouns[noun];
    return count === 1 ? `one ${one}` : `${count} ${plural[noun] ?? (one.endsWith('s') ? one : pluralOf(one))}`;
  },
  verbs: {
    create: { finding: 'raised', note: 'noted', link: 'linked', audit: 'made', default: 'added' },
    remove: { finding: 'withdrew', link: 'unlinked', audit: 'took back', default: 'took out' },
  },
  answered: (name: string, from: string, to: string) => `answered ${name}: ${from} → ${to}`,
  graded: (name: string, from: string, to: string) => `graded ${name}: ${from} → ${to}`,
  movedTo: (from: string, to: string) => `moved the audit from ${from} to ${to}`,
  changed: (fields: string, name: string) => `changed ${fields} of ${name}`,
  moved: (name: string) => `moved ${name}`,
  madeAudit: (ref: string, count: number) => `made the audit ${ref} with ${count} records`,
  changedSome: 'changed',
  and: 'and',
  quoted: (words: string) => `“${words}”`,
  forRecord: (noun: string, name: string) => `${noun} for ${name}`,
  linkOf: (one: string, other: string) => `${one} and ${other}`,

  /** Where the name of a field would not say enough. */
  fields: {
    asked: 'wording',
    dueOn: 'due date',
    startsOn: 'first day',
    endsOn: 'last day',
    startsAt: 'beginning',
    on: 'day',
    by: 'person',
    at: 'time',
    parked: 'being parked',
    aiSystem: 'AI system',
    aiSystems: 'AI systems',
    aiRoles: 'AI roles',
    interviewees: 'people interviewed',
    sampled: 'what was sampled',
    sha256: 'hash',
    status: 'stage',
    inScope: 'being in scope',
    collectedAt: 'time of collection',
    raisedAt: 'time it was raised',
    acceptedAt: 'time of acceptance',
  } as Readonly<Record<string, string>>,
} as const;

function pluralOf(one: string): string {
  const [first = '', ...rest] = one.split(' of ');
  return [first === 'person' ? 'people' : `${first}s`, ...rest].join(' of ');
}
