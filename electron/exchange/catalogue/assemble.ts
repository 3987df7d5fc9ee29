import { type Column, type Fact, facts } from './column-kinds.ts';
import { type Fields, type SheetKey, sheetKeys, sheets, type Tables } from './columns.ts';
import { frameworks, tablesOf } from './tables.ts';
import type { SourceRow } from './read-table.ts';

/** Where a part of a catalogue comes from: a row of a sheet, and the column of each of its fields. */
export interface Place {
  sheet: SheetKey;
  row: number | null;
  /** The heading for a field; without one, that of the whole part. */
  headings: Readonly<Record<string, string>>;
  heading: string;
}

/** A catalogue as it was put together from rows, not yet checked, and where its parts come from. */
export interface Draft {
  catalogue: Record<string, unknown>;
  /** By path, such as `questions/11`. */
  places: Map<string, Place>;
}

const headingsOf = (sheet: SheetKey) =>
  Object.fromEntries((sheets[sheet].columns as readonly Column[]).map(({ field, heading }) => [field, heading]));
const headings = Object.fromEntries(sheetKeys.map((key) => [key, headingsOf(key)])) as Record<
  SheetKey,
  Record<string, string>
>;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Fields without those that are nothing and may be left out. */
function without(fields: Fields, ...optional: string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !optional.includes(field) || text(value).trim() !== ''),
  );
}

class Assembly {
  readonly places = new Map<string, Place>();
  readonly tables: Tables<SourceRow>;

  constructor(tables: Tables<SourceRow>) {
    this.tables = tables;
  }

  put(path: string, sheet: SheetKey, row: number | null, heading = '', own: Record<string, string> = {}): void {
    this.places.set(path, { sheet, row, heading, headings: { ...headings[sheet], ...own } });
  }

  /** Rows that are objects of the catalogue as they stand. */
  plain(sheet: SheetKey, part: string, ...optional: string[]): Fields[] {
    return this.tables[sheet].map(({ fields, row }, index) => {
      this.put(`${part}/${index}`, sheet, row);
      return without(fields, ...optional);
    });
  }

  interviewees(): string[] {
    return this.tables.interviewees.map(({ fields, row }, index) => {
      this.put(`interviewees/${index}`, 'interviewees', row, 'Name');
      return text(fields['name']);
    });
  }

  otherStandards() {
    const standards = new Map<string, { index: number; name: string; controls: string[] }>();
    for (const { fields, row } of this.tables.otherStandards) {
      const name = text(fields['name']);
      let standard = standards.get(name);
      if (!standard) {
        this.put(`otherStandards/${standards.size}`, 'otherStandards', row);
        standards.set(name, (standard = { index: standards.size, name, controls: [] }));
      }
      const control = text(fields['control']);
      if (control === '') continue;
      const path = `otherStandards/${standard.index}/controls/${standard.controls.length}`;
      this.put(path, 'otherStandards', row, 'Control');
      standard.controls.push(control);
    }
    return [...standards.values()].map(({ name, controls }) => ({ name, controls }));
  }

  crosswalks() {
    type Crosswalk = { id: string; index: number } & Record<(typeof frameworks)[number], Fields[]>;
    const byId = new Map<string, Crosswalk>();
    for (const { fields, row } of this.tables.crosswalks) {
      const id = text(fields['id']);
      let crosswalk = byId.get(id);
      if (!crosswalk) {
        this.put(`crosswalks/${byId.size}`, 'crosswalks', row);
        byId.set(id, (crosswalk = { id, index: byId.size, nistAiRmf: [], euAiAct: [], iso27001: [] }));
      }
      const framework = frameworks.find((one) => one === fields['framework']);
      if (!framework) continue;
      const path = `crosswalks/${crosswalk.index}/${framework}/${crosswalk[framework].length}`;
      this.put(path, 'crosswalks', row, 'Reference', { id: 'Reference' });
      const { reference, basis, strength } = fields;
      crosswalk[framework].push(without({ id: reference, basis, strength }, 'strength'));
    }
    return [...byId.values()].map(({ index: _index, ...crosswalk }) => crosswalk);
  }

  templates(): Record<string, unknown>[] {
    const ofTemplate = (sheet: 'grades' | 'meetings' | 'slots') =>
      Map.groupBy(this.tables[sheet], ({ fields }) => text(fields['template']));
    const parts = { grades: ofTemplate('grades'), meetings: ofTemplate('meetings'), slots: ofTemplate('slots') };
    return this.plain('templates', 'templates').map((template, index) => {
      const rowsOf = (sheet: keyof typeof parts) =>
        (parts[sheet].get(text(template['id'])) ?? []).map(({ fields, row }, at) => {
          this.put(`templates/${index}/${sheet}/${at}`, sheet, row);
          const { template: _template, ...rest } = fields;
          return rest;
        });
      return { ...template, grades: rowsOf('grades'), meetings: rowsOf('meetings'), slots: rowsOf('slots') };
    });
  }

  facts(): Record<Fact, string> {
    const found = Object.fromEntries(
      this.tables.facts.map(({ fields }) => [text(fields['field']), text(fields['value'])]),
    );
    for (const { fields, row } of this.tables.facts) {
      const path = { standard: 'standard/name', edition: 'standard/edition', standardTitle: 'standard/title' };
      const field = text(fields['field']);
      this.put(
        path[field as keyof typeof path] ?? field,
        'facts',
        row,
        row === null ? (facts[field as Fact] ?? '') : 'Value',
      );
    }
    const of = (fact: Fact) => found[fact] ?? '';
    return {
      id: of('id'),
      version: of('version'),
      title: of('title'),
      standard: of('standard'),
      edition: of('edition'),
      standardTitle: of('standardTitle'),
      madeFrom: of('madeFrom'),
    };
  }
}

/** Puts a catalogue together from the rows of its sheets. */
export function assemble(tables: Tables<SourceRow>): Draft {
  const assembly = new Assembly(tables);
  const { id, version, title, standard, edition, standardTitle } = assembly.facts();
  const [exclusion] = tables.exclusionQuestion;
  if (exclusion) assembly.put('exclusionQuestion', 'exclusionQuestion', exclusion.row);
  const catalogue = {
    id,
    version,
    title,
    standard: { name: standard, edition, title: standardTitle },
    groups: assembly.plain('groups', 'groups'),
    requirements: assembly.plain('requirements', 'requirements', 'guidance'),
    themes: assembly.plain('themes', 'themes'),
    governance: assembly.plain('governance', 'governance'),
    benefits: assembly.plain('benefits', 'benefits'),
    evidenceTypes: assembly.plain('evidenceTypes', 'evidenceTypes'),
    depths: assembly.plain('depths', 'depths'),
    interviewees: assembly.interviewees(),
    exclusionQuestion: exclusion ? exclusion.fields : null,
    otherStandards: assembly.otherStandards(),
    templates: assembly.templates(),
    questions: assembly.plain('questions', 'questions'),
    items: assembly.plain('items', 'items'),
    crosswalks: assembly.crosswalks(),
    crosswalkSources: Object.fromEntries(
      tables.crosswalkSources.map(({ fields, row }) => {
        const key = text(fields['key']);
        assembly.put(`crosswalkSources/${key}`, 'crosswalkSources', row, 'Text');
        return [key, text(fields['text'])];
      }),
    ),
  };
  return { catalogue, places: assembly.places };
}

/** The rows of a catalogue as those of a sheet that takes them over. */
export function takenRows(catalogue: Parameters<typeof tablesOf>[0]): Tables<SourceRow> {
  const tables = tablesOf(catalogue);
  return Object.fromEntries(
    sheetKeys.map((key) => [key, tables[key].map((fields) => ({ fields, row: null }))]),
  ) as Tables<SourceRow>;
}
