import { reportSections } from '../../../shared/domain/templates.ts';
import { auditTypes, depths, grades, meetingKinds, systemRoles } from '../../../shared/domain/vocabulary.ts';

/** What a cell holds once it is read. */
export type Value = string | string[] | boolean | number | undefined;

/** Words of a closed list: what is stored, and what stands in the cell. */
export type Choices = Readonly<Record<string, string>>;

/**
 * What may stand in the cells of a column. `text` is kept exactly; `line` is one line whose surrounding space does not
 * count; a `list` has one entry a line; `ids` are separated by lines, commas or semicolons.
 */
export type Kind =
  | { kind: 'text' | 'line' | 'list' | 'ids' | 'flag' | 'amount' }
  | { kind: 'word' | 'words'; choices: Choices };

export type Column = Kind & {
  heading: string;
  /** The field of a row that the column fills. */
  field: string;
  needed?: true;
  /** What an empty cell means, where it is more than nothing. */
  empty?: Value;
  /** Width in the units of a spreadsheet. */
  width: number;
  /** What the column is for, for the sheet `Read me`. */
  about?: string;
};

export interface SheetPlan {
  name: string;
  about: string;
  columns: readonly Column[];
}

const same = (list: object): Choices => Object.fromEntries(Object.keys(list).map((key) => [key, key]));

/** The closed lists of words. */
export const choices = {
  depth: same(depths),
  itemKind: { clause: 'clause', control: 'control' },
  meetingKind: same(meetingKinds),
  auditTypes: same(auditTypes),
  aiRoles: same(systemRoles),
  grade: same(grades),
  framework: { nistAiRmf: 'NIST AI RMF', euAiAct: 'EU AI Act', iso27001: 'ISO/IEC 27001' },
  basis: { published: 'published', judgement: 'judgement' },
  governance: { governs: 'governs', accountable: 'accountable', risks: 'risks', oversight: 'oversight' },
  sections: same(reportSections),
} as const satisfies Record<string, Choices>;

/** The fields of the sheet `Catalogue` by what stands in its column `Field`. */
export const facts = {
  id: 'Id',
  version: 'Version',
  title: 'Title',
  standard: 'Standard',
  edition: 'Edition',
  standardTitle: 'Standard title',
  madeFrom: 'Made from',
} as const;
export type Fact = keyof typeof facts;

/** What an empty cell of a column means. */
export function emptyOf(column: Column): Value {
  if (column.empty !== undefined) return Array.isArray(column.empty) ? [...column.empty] : column.empty;
  if (column.kind === 'list' || column.kind === 'ids' || column.kind === 'words') return [];
  return column.kind === 'word' ? undefined : '';
}
