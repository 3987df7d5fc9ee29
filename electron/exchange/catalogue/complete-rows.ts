import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { facts, type Fact } from './column-kinds.ts';
import { sheets, type Tables } from './columns.ts';
import { type Problems, quote } from './problems.ts';
import type { SourceRow } from './read-table.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What a catalogue is called where its file does not say it. */
interface Names {
  /** Whether the file has the sheet `Catalogue`. */
  hasFacts: boolean;
  base: Catalogue | undefined;
  as: { id: string; version: string };
}

/** Fields of the sheet `Catalogue` whose surrounding space does not count. */
const oneLine: ReadonlySet<Fact> = new Set(['id', 'version', 'edition', 'madeFrom']);

/** Gives every question without an id the next free one of its requirement. */
function numberQuestions(tables: Tables<SourceRow>): void {
  const rows = [...tables.questions, ...tables.exclusionQuestion];
  const used = new Set(rows.map(({ fields }) => text(fields['id'])));
  const next = new Map<string, number>();
  for (const { fields, row } of rows) {
    if (text(fields['id']) !== '') continue;
    const requirement = text(fields['requirement']) || `row ${row}`;
    let number = next.get(requirement) ?? 1;
    const idOf = () => `Q-${requirement}-${String(number).padStart(2, '0')}`;
    while (used.has(idOf())) number += 1;
    fields['id'] = idOf();
    used.add(idOf());
    next.set(requirement, number);
  }
}

/** Refuses a value that stands a second time in a column that names its row. */
function refuseTwice(
  rows: readonly SourceRow[],
  sheet: { name: string },
  field: string,
  heading: string,
  problems: Problems,
) {
  const seen = new Set<string>();
  for (const { fields, row } of rows) {
    const value = text(fields[field]);
    if (value !== '' && seen.has(value)) problems.add(sheet.name, row, heading, `${quote(value)} stands twice.`);
    seen.add(value);
  }
}

function refuseUnknownTemplates(tables: Tables<SourceRow>, problems: Problems): void {
  const known = new Set(tables.templates.map(({ fields }) => text(fields['id'])));
  if (problems.concern(sheets.templates.name, 'Id')) return;
  for (const key of ['grades', 'meetings', 'slots'] as const) {
    for (const { fields, row } of tables[key]) {
      const id = text(fields['template']);
      if (known.has(id)) continue;
      const ids = [...known].slice(0, 12).join(', ') || 'none';
      const where =
        row === null ? ' This sheet is not in the file; add it, with its headings alone where it shall be empty.' : '';
      problems.add(sheets[key].name, row, 'Template', `There is no template ${quote(id)}. There are ${ids}.${where}`);
    }
  }
}

/** A row of crosswalks is a whole link, or names a requirement and nothing else. */
function refuseHalfLinks(tables: Tables<SourceRow>, problems: Problems): void {
  for (const { fields, row } of tables.crosswalks) {
    const given = ['reference', 'basis', 'strength'].some((field) => text(fields[field]).trim() !== '');
    if (fields['framework'] === undefined && given)
      problems.add(
        sheets.crosswalks.name,
        row,
        'Framework',
        'The row has a link, but does not say to which framework.',
      );
  }
}

/** The rows of the sheet `Catalogue`, with what is missing taken from the import or the catalogue it was made from. */
function completeFacts(
  { facts: rows }: Tables<SourceRow>,
  { hasFacts, base, as }: Names,
  problems: Problems,
): SourceRow[] {
  const own = hasFacts ? rows : [];
  refuseTwice(own, sheets.facts, 'field', 'Field', problems);
  const complete = (Object.keys(facts) as Fact[]).map((field): SourceRow => {
    const found = own.find(({ fields }) => fields['field'] === field);
    const written = text(found?.fields['value']);
    return { fields: { field, value: oneLine.has(field) ? written.trim() : written }, row: found?.row ?? null };
  });
  const fill = (field: Fact, value: string | undefined) => {
    const row = complete.find(({ fields }) => fields['field'] === field);
    if (row && text(row.fields['value']).trim() === '' && value) row.fields['value'] = value;
    return row;
  };
  fill('standard', base?.standard.name);
  fill('edition', base?.standard.edition);
  fill('standardTitle', base?.standard.title);
  if (!hasFacts) fill('title', base?.title);
  for (const field of ['id', 'version'] as const) {
    const row = fill(field, as[field].trim());
    if (row?.fields['value'] !== '') continue;
    const how = `Write it into the sheet ${sheets.facts.name}, or give it with the import.`;
    problems.add(
      sheets.facts.name,
      row.row,
      row.row === null ? facts[field] : 'Value',
      `The ${field} of the catalogue is missing. ${how}`,
    );
  }
  return complete;
}

/** Fills in what rows may leave out, and refuses what does not hold together before a catalogue is made of them. */
export function completeRows(tables: Tables<SourceRow>, names: Names, problems: Problems): Tables<SourceRow> {
  numberQuestions(tables);
  refuseTwice(tables.crosswalkSources, sheets.crosswalkSources, 'key', 'Key', problems);
  for (const { fields, row } of tables.crosswalkSources) {
    if (fields['key'] === '__proto__')
      problems.add(
        sheets.crosswalkSources.name,
        row,
        'Key',
        `The key ${quote('__proto__')} cannot be kept. Choose another.`,
      );
  }
  for (const { row } of tables.exclusionQuestion.slice(1))
    problems.add(
      sheets.exclusionQuestion.name,
      row,
      '',
      'There is one question about exclusions at most. Remove this row.',
    );
  refuseUnknownTemplates(tables, problems);
  refuseHalfLinks(tables, problems);
  return { ...tables, facts: completeFacts(tables, names, problems) };
}
