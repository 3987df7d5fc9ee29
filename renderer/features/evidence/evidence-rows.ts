// The register as rows: which evidence there is, where each is used, which rows a filter leaves. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import type { SavedFilter } from '../../../shared/contract/workspace.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { collectEvidenceUses } from '../../../shared/domain/evidence-uses.ts';
import { byNumber } from '../../../shared/domain/numbering.ts';
import { evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import type { TableOrder } from '../../ui/record-table.tsx';

/** What of an audit the register is made from. */
export type Register = Pick<
  OpenAudit,
  'evidence' | 'findings' | 'actions' | 'links' | 'checklist' | 'aiSystems' | 'soa'
>;

export interface EvidenceRow {
  record: EvidenceRecord;
  /** Requirement ids, then numbers of findings, in reading order. */
  usedIn: readonly string[];
  systemNames: readonly string[];
  /** Whether no question, finding or AI system refers to it, and it is not the statement's source either. */
  isUnused: boolean;
  /** Whether the Statement of Applicability was read from it. */
  isStatement: boolean;
  /** The number of the first evidence with the same content, where that is another. */
  sameAs: string | undefined;
  /** All words of the row in lower case, for the search field. */
  words: string;
}

export interface EvidenceFilter {
  text: string;
  kind: string | null;
  /** A requirement id or the number of a finding. */
  usedIn: string | null;
  method: string | null;
  /** Who collected it. */
  person: string | null;
  isUnused: boolean;
}

export const noFilter: EvidenceFilter = {
  text: '',
  kind: null,
  usedIn: null,
  method: null,
  person: null,
  isUnused: false,
};

/** Whether a filter leaves everything. */
export function isNoFilter(filter: EvidenceFilter): boolean {
  return (Object.keys(noFilter) as (keyof EvidenceFilter)[]).every((name) => filter[name] === noFilter[name]);
}

/** A filter as it is saved under a name: what does not matter in it is an empty text. */
export function writeFilter(filter: EvidenceFilter): SavedFilter['filter'] {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? '']));
}

/** A filter as it was saved. What this version does not know counts as not said. */
export function readFilter({ filter }: Pick<SavedFilter, 'filter'>): EvidenceFilter {
  const wordsIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const oneOf = (known: object, value: unknown) => {
    const word = wordsIn(value);
    return word !== null && Object.hasOwn(known, word) ? word : null;
  };
  return {
    text: wordsIn(filter.text) ?? '',
    kind: oneOf(evidenceKinds, filter.kind),
    usedIn: wordsIn(filter.usedIn),
    method: oneOf(evidenceMethods, filter.method),
    person: wordsIn(filter.person),
    isUnused: filter.isUnused === true,
  };
}

export const sortColumns = ['number', 'title', 'kind', 'method', 'usedIn', 'collected', 'by', 'size'] as const;
export type SortColumn = (typeof sortColumns)[number];

export type EvidenceOrder = TableOrder<SortColumn>;

export const firstOrder: EvidenceOrder = { column: 'number', isDescending: false };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The register, by number. Says of each piece the same uses as the report does. */
export function listEvidence(audit: Register, requirements: Catalogue['requirements']): EvidenceRow[] {
  const uses = collectEvidenceUses(audit, requirements);
  const firstOfContent = new Map<string, string>();
  return byNumber(audit.evidence).map((record) => {
    const { usedIn = [], systemNames = [] } = uses.get(record.id) ?? {};
    const isStatement = record.id === audit.soa.sourceEvidence;
    const first = firstOfContent.get(record.sha256);
    if (first === undefined) firstOfContent.set(record.sha256, record.number);
    const { number, title, originalName, source, place: where, caption, collectedBy } = record;
    return {
      record,
      usedIn,
      systemNames,
      isUnused: usedIn.length === 0 && systemNames.length === 0 && !isStatement,
      isStatement,
      sameAs: first,
      words: [number, title, originalName, source, where, caption, collectedBy, ...usedIn, ...systemNames]
        .join(' ')
        .toLowerCase(),
    };
  });
}

/** The rows that a filter leaves. All typed words must be in the row. */
export function filterEvidence(rows: readonly EvidenceRow[], filter: EvidenceFilter): EvidenceRow[] {
  const typed = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ record, usedIn, isUnused, words }) =>
      (filter.kind === null || record.kind === filter.kind) &&
      (filter.usedIn === null || usedIn.includes(filter.usedIn)) &&
      (filter.method === null || record.method === filter.method) &&
      (filter.person === null || record.collectedBy === filter.person) &&
      (!filter.isUnused || isUnused) &&
      typed.every((word) => words.includes(word)),
  );
}

/** What a column is compared by: numbers as numbers, all else as words. */
function valueOf({ record, usedIn, systemNames }: EvidenceRow, column: SortColumn): string | number {
  if (column === 'usedIn') return usedIn.length + systemNames.length;
  if (column === 'size') return record.size ?? 0;
  if (column === 'title') return record.title || record.originalName;
  if (column === 'collected') return record.collectedAt ? Date.parse(record.collectedAt) : 0;
  if (column === 'by') return record.collectedBy;
  return column === 'kind'
    ? evidenceKinds[record.kind]
    : column === 'method'
      ? evidenceMethods[record.method]
      : record.number;
}

/** The rows in the order of a column; rows that are the same in it stay in the order of their numbers. */
export function sortEvidence(
  rows: readonly EvidenceRow[],
  { column, isDescending }: EvidenceOrder,
): readonly EvidenceRow[] {
  // They come by number.
  if (column === 'number') return isDescending ? rows.toReversed() : rows;
  const sign = isDescending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, column) }));
  return keyed
    .toSorted(({ value: one }, { value: other }) =>
      typeof one === 'number' && typeof other === 'number'
        ? sign * (one - other)
        : sign * collator.compare(String(one), String(other)),
    )
    .map(({ row }) => row);
}

/** The ids from one place of the list to another, both included, in either direction. */
export function idsBetween(rows: readonly EvidenceRow[], from: number, to: number): string[] {
  return rows.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1).map(({ record }) => record.id);
}
