// The register as rows: which evidence there is, where each is used, which rows a filter leaves. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { byNumber, compareNumbers } from '../../../shared/domain/numbering.ts';
import { evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { referencesIn } from '../../../shared/domain/references.ts';

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

export const sortColumns = ['number', 'title', 'kind', 'method', 'usedIn', 'collected', 'by', 'size'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** By which column the register is sorted, and whether the largest stands first. */
export interface EvidenceSort {
  by: SortColumn;
  isDown: boolean;
}

export const firstSort: EvidenceSort = { by: 'number', isDown: false };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

/** Findings by the evidence that is linked to them or that their texts refer to; keyed by the evidence's id. */
function findingsByEvidence(
  audit: Pick<Register, 'evidence' | 'findings' | 'actions' | 'links'>,
): Map<string, Set<string>> {
  const idOf = new Map(audit.evidence.map(({ id, number }) => [number, id]));
  const numberOf = new Map(audit.findings.map(({ id, number }) => [id, number]));
  const findings = new Map<string, Set<string>>();
  // What verifies an action is used in its finding.
  const findingOf = new Map(audit.actions.map(({ id, finding }) => [id, finding]));
  for (const { noun, evidence, target } of audit.links) {
    const number = noun === 'finding' || noun === 'action' ? numberOf.get(findingOf.get(target) ?? target) : undefined;
    if (number !== undefined) addTo(findings, evidence, number);
  }
  for (const { number, evidence, nature, gradeReason } of audit.findings) {
    for (const target of referencesIn(`${evidence}\n${nature}\n${gradeReason}`)) {
      const id = idOf.get(target);
      if (id !== undefined) addTo(findings, id, number);
    }
  }
  return findings;
}

/** The register, by number. Says of each piece the same uses as the report does. */
export function listEvidence(audit: Register, requirements: Catalogue['requirements']): EvidenceRow[] {
  const place = new Map(requirements.map(({ id }, index) => [id, index]));
  const requirementOf = new Map(audit.checklist.map(({ id, requirement }) => [id, requirement]));
  const systems = new Map(audit.aiSystems.map(({ id, name }) => [id, name]));
  const links = Map.groupBy(audit.links, ({ evidence }) => evidence);
  const findings = findingsByEvidence(audit);
  const firstOfContent = new Map<string, string>();
  return byNumber(audit.evidence).map((record) => {
    const own = links.get(record.id) ?? [];
    const cited = new Set(
      own.flatMap(({ noun, target }) => (noun === 'checklistItem' ? (requirementOf.get(target) ?? []) : [])),
    );
    const usedIn = [
      ...[...cited].toSorted((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0)),
      ...[...(findings.get(record.id) ?? [])].toSorted(compareNumbers),
    ];
    const systemNames = own.flatMap(({ noun, target }) => (noun === 'aiSystem' ? (systems.get(target) ?? []) : []));
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
export function sortEvidence(rows: readonly EvidenceRow[], { by, isDown }: EvidenceSort): readonly EvidenceRow[] {
  // They come by number.
  if (by === 'number') return isDown ? rows.toReversed() : rows;
  const sign = isDown ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row, by) }));
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
