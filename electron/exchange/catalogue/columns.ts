// The sheets of a catalogue's workbook and their columns: reader, writer and headings follow from this one table.
import { choices, type Column, facts, type SheetPlan, type Value } from './column-kinds.ts';

const needed = { needed: true } as const;
const id: Column = { heading: 'Id', field: 'id', kind: 'line', width: 16, ...needed };
const title: Column = { heading: 'Title', field: 'title', kind: 'text', width: 50, ...needed };
const requirement: Column = { heading: 'Requirement', field: 'requirement', kind: 'line', width: 15, ...needed };
const requirementId: Column = { ...requirement, field: 'id' };
const themes: Column = { heading: 'Themes', field: 'themes', kind: 'ids', width: 14 };
const itemKind: Column = {
  heading: 'Kind',
  field: 'kind',
  kind: 'word',
  choices: choices.itemKind,
  width: 12,
  ...needed,
};
const template: Column = { heading: 'Template', field: 'template', kind: 'line', width: 18, ...needed };
const minutes: Column = { heading: 'Minutes', field: 'minutes', kind: 'amount', empty: 0, width: 12 };
const requirements: Column = { heading: 'Requirements', field: 'requirements', kind: 'ids', width: 22 };

const question: Column[] = [
  { heading: 'Id', field: 'id', kind: 'line', width: 16, about: 'empty: the next free Q-<requirement>-NN' },
  { ...requirement, about: 'an id from the sheet Requirements' },
  { heading: 'Question', field: 'question', kind: 'text', width: 60, ...needed },
  { heading: 'Intent', field: 'intent', kind: 'text', width: 45 },
  { heading: 'Look at', field: 'lookAt', kind: 'text', width: 45 },
  { heading: 'Sampling', field: 'sampling', kind: 'text', width: 40 },
  { heading: 'Interviewees', field: 'interviewees', kind: 'list', width: 24 },
  {
    heading: 'Evidence types',
    field: 'evidenceTypes',
    kind: 'ids',
    width: 13,
    about: 'ids from the sheet Evidence types',
  },
  { heading: 'Depth', field: 'depth', kind: 'word', choices: choices.depth, empty: 'implemented', width: 15 },
  {
    heading: 'Per AI system',
    field: 'perSystem',
    kind: 'flag',
    empty: false,
    width: 11,
    about: 'asked for one AI system at a time',
  },
  {
    heading: 'Audit types',
    field: 'auditTypes',
    kind: 'words',
    choices: choices.auditTypes,
    empty: Object.keys(choices.auditTypes),
    width: 26,
  },
  {
    heading: 'AI roles',
    field: 'aiRoles',
    kind: 'words',
    choices: choices.aiRoles,
    width: 18,
    about: 'empty: for all',
  },
  { ...themes, about: 'ids from the sheet Themes' },
  { heading: 'Red flags', field: 'redFlags', kind: 'list', width: 45 },
  { heading: 'Pitfall', field: 'pitfall', kind: 'text', width: 45 },
];
const notOfExclusion = new Set(['perSystem', 'auditTypes', 'aiRoles']);

/** All sheets in the order in which they are written. */
export const sheets = {
  questions: { name: 'Questions', about: 'What is asked. Only this sheet is needed.', columns: question },
  facts: {
    name: 'Catalogue',
    about: 'What this catalogue is called. Give an own one an id and a version of its own.',
    columns: [
      { heading: 'Field', field: 'field', kind: 'word', choices: facts, width: 20, ...needed },
      { heading: 'Value', field: 'value', kind: 'text', width: 80 },
    ],
  },
  items: {
    name: 'Guidance',
    about: 'What helps with one requirement, beyond its questions.',
    columns: [
      requirementId,
      { heading: 'Explanation', field: 'explanation', kind: 'text', width: 60 },
      { heading: 'Documented information', field: 'documentedInformation', kind: 'text', width: 50 },
      { heading: 'Typical evidence', field: 'typicalEvidence', kind: 'list', width: 50 },
      { heading: 'Examples of nature', field: 'natureExamples', kind: 'list', width: 50 },
    ],
  },
  requirements: {
    name: 'Requirements',
    about: 'The structure of the standard: ids and short titles, no text of the standard.',
    columns: [
      id,
      title,
      { heading: 'Group', field: 'group', kind: 'line', width: 11, ...needed },
      itemKind,
      {
        heading: 'Guidance',
        field: 'guidance',
        kind: 'text',
        width: 30,
        about: 'where the standard itself gives guidance',
      },
      {
        heading: 'Documented',
        field: 'documented',
        kind: 'flag',
        empty: false,
        width: 15,
        about: 'documented information is asked for',
      },
      { ...themes, ...needed },
    ],
  },
  groups: { name: 'Groups', about: 'Chapters of the standard.', columns: [id, title, itemKind] },
  themes: { name: 'Themes', about: 'What the board is told about.', columns: [id, title] },
  evidenceTypes: { name: 'Evidence types', about: 'Kinds of evidence.', columns: [id, title] },
  depths: {
    name: 'Depths',
    about: 'What the depths of questions are called.',
    columns: [{ ...id, kind: 'word', choices: choices.depth }, title],
  },
  interviewees: {
    name: 'Interviewees',
    about: 'Who may be asked.',
    columns: [{ heading: 'Name', field: 'name', kind: 'line', width: 50, ...needed }],
  },
  exclusionQuestion: {
    name: 'Exclusion question',
    about: 'Asked where the Statement of Applicability excludes a control; {control} stands for it. One row or none.',
    columns: question.filter(({ field }) => !notOfExclusion.has(field)),
  },
  governance: {
    name: 'Governance',
    about: 'The four questions of the board.',
    columns: [
      { ...id, kind: 'word', choices: choices.governance },
      { heading: 'Question', field: 'question', kind: 'text', width: 70, ...needed },
      themes,
    ],
  },
  benefits: { name: 'Benefits', about: 'What the system is good for.', columns: [id, title, themes] },
  crosswalks: {
    name: 'Crosswalks',
    about: 'The same ground elsewhere: one row per link; a requirement without links has one row with nothing else.',
    columns: [
      requirementId,
      { heading: 'Framework', field: 'framework', kind: 'word', choices: choices.framework, width: 18 },
      { heading: 'Reference', field: 'reference', kind: 'line', width: 30 },
      { heading: 'Basis', field: 'basis', kind: 'word', choices: choices.basis, width: 14 },
      { heading: 'Strength', field: 'strength', kind: 'text', width: 16 },
    ],
  },
  crosswalkSources: {
    name: 'Crosswalk sources',
    about: 'Where the crosswalks come from and what their words mean.',
    columns: [
      { heading: 'Key', field: 'key', kind: 'line', width: 22, ...needed },
      { heading: 'Text', field: 'text', kind: 'text', width: 100 },
    ],
  },
  otherStandards: {
    name: 'Other standards',
    about: 'Controls of other standards, so that a statement about them is recognised: one row per control.',
    columns: [
      { heading: 'Name', field: 'name', kind: 'text', width: 30, ...needed },
      { heading: 'Control', field: 'control', kind: 'line', width: 20 },
    ],
  },
  templates: {
    name: 'Templates',
    about: 'What an audit of a type starts with.',
    columns: [
      id,
      { heading: 'Type', field: 'type', kind: 'word', choices: choices.auditTypes, width: 17, ...needed },
      title,
      { heading: 'Purpose', field: 'purpose', kind: 'text', width: 60 },
      { heading: 'Basis', field: 'basis', kind: 'list', width: 30, about: 'the clauses it follows' },
      {
        heading: 'Depths',
        field: 'depths',
        kind: 'words',
        choices: choices.depth,
        empty: Object.keys(choices.depth),
        width: 15,
        about: 'of the questions asked',
      },
      { ...requirements, about: 'those that are in; empty: all' },
      {
        heading: 'Left-out reason',
        field: 'leftOutReason',
        kind: 'text',
        width: 45,
        about: 'why the others are not in',
      },
      { heading: 'Report title', field: 'reportTitle', kind: 'text', width: 35, ...needed },
      {
        heading: 'Sections',
        field: 'sections',
        kind: 'words',
        choices: choices.sections,
        empty: Object.keys(choices.sections),
        width: 36,
        about: 'of the report, in order',
      },
    ],
  },
  grades: {
    name: 'Template grades',
    about: 'What findings are called in audits of a template; at least one row for each template.',
    columns: [
      template,
      { heading: 'Grade', field: 'grade', kind: 'word', choices: choices.grade, width: 15, ...needed },
      { heading: 'Label', field: 'label', kind: 'text', width: 35, ...needed },
      { heading: 'Definition', field: 'definition', kind: 'text', width: 80 },
    ],
  },
  meetings: {
    name: 'Template meetings',
    about: 'Meetings that a template proposes.',
    columns: [
      template,
      { heading: 'Kind', field: 'kind', kind: 'word', choices: choices.meetingKind, width: 12, ...needed },
      { ...title, width: 35 },
      minutes,
      { heading: 'Agenda', field: 'agenda', kind: 'list', width: 70 },
    ],
  },
  slots: {
    name: 'Template slots',
    about: 'Slots of the plan that a template proposes.',
    columns: [
      template,
      { ...title, width: 40 },
      { heading: 'Day', field: 'day', kind: 'amount', empty: 1, width: 9, about: 'of the audit, from 1' },
      minutes,
      requirements,
      { heading: 'Auditee', field: 'auditee', kind: 'text', width: 35 },
    ],
  },
} as const satisfies Record<string, SheetPlan>;

export type SheetKey = keyof typeof sheets;
export const sheetKeys = Object.keys(sheets) as SheetKey[];

/** The sheet that is for people and is not read. */
export const readMeName = 'Read me';

/** A row of a sheet by the fields of its columns. */
export type Fields = Record<string, Value>;

/** The rows of every sheet. */
export type Tables<T = Fields> = Record<SheetKey, T[]>;
