// The words of the Statement of Applicability room and of its import.
import type { SoaIssue } from '../../../shared/contract/soa.ts';
import { formatCount } from '../../ui/format.ts';

type IssueKind = SoaIssue['code'];

const controls = (count: number) => formatCount(count, 'control');

export const texts = {
  room: 'Statement of Applicability',
  about: {
    version: 'Version',
    date: 'Date',
    approver: 'Approved by',
    source: 'Read from',
  },
  placeholders: {
    version: 'Not recorded',
    approver: 'Not recorded',
  },
  sheet: (name: string) => `sheet “${name}”`,
  byHand: 'Not imported; written here',
  counts: {
    applicable: (count: number) => `${count} applicable`,
    excluded: (count: number) => `${count} excluded`,
    additional: (count: number) => formatCount(count, 'own control'),
  },
  filters: 'Filters',
  filterNames: {
    all: 'All',
    excluded: 'Excluded',
    unjustified: 'Without a justification',
    unstated: 'Not stated yet',
    additional: 'Own controls',
  },
  search: 'Search controls',
  import: 'Import a statement',
  nothingFound: 'No control fits these filters.',
  showAll: 'Show all controls',
  unstatedTitle: 'Nothing is stated yet',
  unstatedWords:
    'Every control of Annex A counts as applicable until the client’s statement, or you, say otherwise. Import the spreadsheet the client sent, or answer control by control.',
  columns: {
    control: 'Control',
    applicable: 'Applicable',
    justification: 'Justification',
    implementation: 'Implementation',
    row: 'Row',
    result: 'Result',
  },
  own: 'Own controls beyond Annex A',
  yes: 'Yes',
  no: 'No',
  applicableOf: (control: string) => `Is ${control} applicable?`,
  unstated: 'not stated',
  justificationOf: (control: string) => `Justification of ${control}`,
  implementationOf: (control: string) => `Implementation of ${control}`,
  whyIncluded: 'Why it is needed',
  whyExcluded: 'Why it is left out',
  how: 'How it is done',
  toChecklist: (control: string, verdict: string) => `${control}: ${verdict}. Open it in the checklist.`,
  fieldWords: {
    applicable: 'applicability',
    justification: 'justification',
    implementation: 'implementation',
    version: 'version',
    date: 'date',
    approver: 'approver',
  },
  statement: 'the Statement of Applicability',
  excludedButFound: 'Excluded, yet found nonconforming',

  importTitle: 'Import a Statement of Applicability',
  drop: 'Drop the client’s spreadsheet (.xlsx) here, or choose it',
  facts: {
    file: 'File',
    sheet: 'Sheet',
    headerRow: 'Headings in row',
    version: 'Version',
    date: 'Date',
    approver: 'Approved by',
  },
  numbers: {
    read: 'rows with a control',
    matched: (total: number) => `of ${total} controls matched`,
    applicable: 'applicable',
    excluded: 'excluded',
  },
  issuesTitle: (count: number) => (count === 0 ? 'Nothing looks wrong' : `${formatCount(count, 'thing')} to look at`),
  issueKinds: {
    'contradicting-duplicate': 'Controls that are there twice and contradict each other',
    'unreadable-applicability': 'Applicability that could not be read',
    'missing-control': 'Controls that are missing',
    'exclusion-without-justification': 'Exclusions without a justification',
    'unknown-control': 'Rows with an unknown control',
    duplicate: 'Controls that are there twice and say the same',
    'inclusion-without-justification': 'Inclusions without a justification',
    'group-row-with-answer': 'Group headings that carry an answer',
    'additional-control': 'Own controls beyond Annex A',
  } satisfies Record<IssueKind, string>,
  differencesTitle: (count: number) => (count === 0 ? 'Nothing would change here' : `${controls(count)} would change`),
  noDifference: 'The statement says what is here already. Importing it files the workbook as evidence.',
  before: 'Before',
  after: 'After',
  words: { applicable: 'Applicable', excluded: 'Excluded', unstated: 'Not stated' },
  noJustification: 'no justification',
  noImplementation: 'no implementation',
  label: (name: string) => `import of ${name}`,
  imported: (applicable: number, excluded: number, evidence: string) =>
    `Imported: ${applicable} applicable, ${excluded} excluded. The workbook is ${evidence}.`,
} as const;
