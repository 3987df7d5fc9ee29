// The words of the catalogues room, of the import, and of a newer version inside an audit.
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import { formatCount } from '../../ui/format.ts';
import type { Change, Kind } from './difference-rows.ts';

const questions = (count: number) => formatCount(count, 'question');

/** A catalogue in a sentence. */
export const nameOf = ({ title, version }: Pick<CatalogueRow, 'title' | 'version'>) => `${title} ${version}`;

export const texts = {
  room: 'Catalogues',
  list: 'Catalogues',
  reading: 'Questions',
  about: 'About this catalogue',
  import: 'Import',
  loadFailed: (sentence: string) => `The catalogues could not be read. ${sentence}`,
  tryAgain: 'Try again',
  loading: 'Reading the catalogue',
  origins: { shipped: 'Come with Plumbline', own: 'Yours' },
  origin: { shipped: 'comes with Plumbline', own: 'yours' },
  notThere: (key: string) => `There is no catalogue ${key} here`,
  notThereWords: 'It may belong to another workspace. Choose one at the left.',
  rowFacts: ({ requirements, questions: count, templates }: CatalogueRow) =>
    // A line breaks after a dot and nowhere else.
    [formatCount(requirements, 'requirement'), questions(count), formatCount(templates, 'template')]
      .map((part) => part.replaceAll(' ', '\u00a0'))
      .join('\u00a0· '),
  usedIn: (audits: number) => (audits === 0 ? 'in no audit yet' : `used in ${formatCount(audits, 'audit')}`),
  newest: 'newest',
  putAway: 'put away',
  noOwn:
    'Your own checklists go here: questions of your own about the same requirements, or a standard of your own. Start from ours as a spreadsheet, change it and import it.',
  exportOurs: 'Export ours as a spreadsheet',
  importOne: 'Import one',
  dropHere: 'Drop a catalogue here to see what is in it',

  search: 'Search questions',
  found: (count: number, total: number) => (count === total ? questions(total) : `${count} of ${questions(total)}`),
  nothingFound: 'No question has these words.',
  showAll: 'Show all questions',
  noQuestions: 'This catalogue has no questions.',
  parts: {
    intent: 'Intent',
    lookAt: 'Look at',
    sampling: 'Sampling',
    interviewees: 'Ask',
    redFlags: 'Red flags',
    pitfall: 'Pitfall',
    auditTypes: 'Asked in',
    aiRoles: 'AI roles',
  },
  perSystem: 'per AI system',
  allTypes: 'every type of audit',

  facts: {
    id: 'Id',
    version: 'Version',
    standard: 'Standard',
    origin: 'Origin',
    contents: 'Contents',
    audits: 'Audits',
  },
  takeOut: 'Take it out',
  takeOutWords: 'A spreadsheet can be changed in any program for them, and imported again under a name of its own.',
  spreadsheet: 'Spreadsheet',
  json: 'JSON',
  made: (size: string) => `${size}, reopened and compared before it got its name`,
  cancelled: 'Cancelled. No file was made.',
  failed: (sentence: string) => `${sentence} No file was made.`,
  compare: 'Compare',
  compareWith: 'Compare with',
  versionWords: ({ version, id }: CatalogueRow) => `${version} of ${id}`,
  compared: (from: string, to: string) => `From ${from} to ${to}`,
  comparing: 'Comparing',
  offer: 'For new audits',
  offered: 'It is offered when an audit is made.',
  retired: 'It is put away: no longer offered for new audits. Audits that use it keep it.',
  retire: 'Put away',
  restore: 'Offer again',
  wasRetired: (name: string) => `${name} is put away. Audits that use it keep it.`,
  wasRestored: (name: string) => `${name} is offered again.`,
  templates: 'Templates',
  noTemplates: 'None. An audit made with it asks every question and uses the usual grades and sections.',
  leadsTo: (count: number) => questions(count),
  themes: 'Themes',

  differenceKinds: {
    requirement: 'Requirements',
    question: 'Questions',
    guidance: 'Guidance',
    template: 'Templates',
    crosswalk: 'Crosswalks',
  } satisfies Record<Kind, string>,
  changes: { added: 'Added', removed: 'Removed', changed: 'Changed' } satisfies Record<Change, string>,
  before: 'Before',
  after: 'After',
  empty: 'empty',
  noDifference: 'Nothing differs but the name.',
  differences: 'Differences',
  differ: (summary: string) => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,

  close: 'Close',
  cancel: 'Cancel',
  importTitle: 'Import a catalogue',
  drop: 'Drop a spreadsheet (.xlsx) or a JSON file here, or choose it',
  dropHint:
    'A sheet with the columns Requirement and Question is enough. It is read and shown first; nothing is kept until you import it.',
  chooseFile: 'Choose a catalogue',
  chooseOther: 'Choose the corrected file, or another one',
  sending: (name: string) => `Sending ${name}`,
  readingFile: (name: string) => `Reading ${name}`,
  importing: 'Importing',
  thisFile: 'The file',
  refused: (name: string) => `${name} was not read`,
  importFailed: 'It was not imported',
  nothingKept: 'Nothing was kept.',
  names: { title: 'Title', id: 'Id', version: 'Version' },
  asFile: 'as the file says',
  nameProposed:
    'The file does not say what it is called; this is made from its name. Versions of one id follow each other, another id stands beside them.',
  nameHint: 'Versions of one id follow each other; another id stands beside them.',
  problemsTitle: (count: number, name: string) =>
    `${name} is not taken in: ${formatCount(count, 'thing is', 'things are')} wrong`,
  problemColumns: { sheet: 'Sheet', row: 'Row', column: 'Column', message: 'What is wrong' },
  whole: 'whole',
  copyProblems: 'Copy the list',
  copied: 'Copied',
  known: 'This very catalogue is here already. Importing it changes nothing.',
  knownRetired: 'This very catalogue is here and put away. Importing it offers it again.',
  compareTitle: 'Against what is here',
  nothingToCompare: 'Nothing here has this id, so there is nothing to compare it with.',
  doImport: 'Import',
  imported: (name: string, count: number) => `Imported: ${name}, ${questions(count)}.`,

  update: (version: string, summary: string) =>
    `A newer version ${version} of this audit’s catalogue is here: ${summary}.`,
  updateShow: 'Look at it',
  notNow: 'Not now',
  updateLabel: 'A newer version of the catalogue',
  updateTitle: (name: string) => `Take ${name} into this audit`,
  updateWords: [
    'Answered questions stay as they were asked, with their answers, also where the newer version words them otherwise or no longer has them.',
    'Questions that nobody has answered follow the newer version: new ones come in, removed ones go, reworded ones change.',
  ],
  updateStep: 'One step: undo takes it back.',
  take: 'Take it into this audit',
  stepOfUpdate: (version: string) => `catalogue version ${version}`,
  taken: (added: number, removed: number, kept: number) =>
    [
      added === 0 && removed === 0
        ? 'Taken in.'
        : `Taken in: ${[added === 0 ? '' : `${questions(added)} came in`, removed === 0 ? '' : `${questions(removed)} went`].filter(Boolean).join(', ')}.`,
      kept === 0 ? '' : `${questions(kept)} with an answer ${kept === 1 ? 'stays' : 'stay'} as asked.`,
    ]
      .filter(Boolean)
      .join(' '),

  /** What people call the fields of a catalogue. */
  fields: {
    title: 'Title',
    group: 'Group',
    kind: 'Kind',
    guidance: 'Guidance',
    documented: 'Documented information needed',
    themes: 'Themes',
    requirement: 'Requirement',
    question: 'Question',
    intent: 'Intent',
    lookAt: 'Look at',
    sampling: 'Sampling',
    interviewees: 'Ask',
    evidenceTypes: 'Evidence types',
    depth: 'Depth',
    perSystem: 'Per AI system',
    auditTypes: 'Asked in',
    aiRoles: 'AI roles',
    redFlags: 'Red flags',
    pitfall: 'Pitfall',
    explanation: 'Explanation',
    documentedInformation: 'Documented information',
    typicalEvidence: 'Typical evidence',
    natureExamples: 'Examples of nature',
    type: 'Type',
    purpose: 'Purpose',
    basis: 'Basis',
    depths: 'Depths',
    requirements: 'Requirements',
    leftOutReason: 'Reason for what is left out',
    reportTitle: 'Title of the report',
    sections: 'Sections of the report',
    grades: 'Grades',
    meetings: 'Meetings',
    slots: 'Plan',
    nistAiRmf: 'NIST AI RMF',
    euAiAct: 'EU AI Act',
    iso27001: 'ISO/IEC 27001',
  } as Readonly<Record<string, string>>,
} as const;
