import { splitReferences } from '../../../shared/domain/references.ts';
import type { ReportSection } from '../../../shared/domain/templates.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import {
  type Block,
  type Cell,
  type HeadingBlock,
  type ParagraphBlock,
  type Run,
  type TableBlock,
  type TableRow,
  type Tone,
  type WordsLook,
  heaviestWholeRow,
  weighParagraphs,
} from '../blocks.ts';
import type { ExportWarning, ReportModel } from '../report-model.ts';
import { verdictNames } from './grading.ts';
import { countedAs, type Layout, layoutOf, numberFigures, placesIn, sectionPlace, sectionTitle } from './layout.ts';

/** What every section is given: the model, a place for warnings, numbers of captions, and texts with references. */
export interface Composing {
  readonly model: ReportModel;
  /** The sections that this report has, with their numbers. */
  readonly layout: Layout;
  readonly warnings: ExportWarning[];
  /** Notes what the reader should know about a record (a number, an id, or the audit's reference). */
  warn(record: string, message: string): void;
  /** The number of the next table. */
  nextTable(): number;
  /** The number of each figure, by its place. */
  readonly figures: ReadonlyMap<string, number>;
  /** Whether a requirement, a finding or a piece of evidence has a place in this report that a reference can lead to. */
  hasPlace(target: string): boolean;
  /** A reference where the record has a place, else plain words; a warning about `record` where it does not exist. */
  refer(target: string, record: string): Run;
  /** References one after the other, with commas. */
  referAll(targets: readonly string[], record: string): Run[];
  /** A text that a person wrote, as paragraphs; its references are live. */
  write(text: string, record: string): Run[][];
}

/** The heading of a section, with the number it has in this report. */
export function sectionHeading({ layout, model }: Composing, section: ReportSection): HeadingBlock {
  const counted = countedAs(section);
  return {
    kind: 'heading',
    level: 1,
    number: layout.get(section) ?? '',
    ...(counted && { counted }),
    text: sectionTitle(section, model),
    place: sectionPlace(section),
  };
}

/** A heading inside a section; with a `place` (`section:scope/sampling`) references can lead to it. */
export function heading(level: 2 | 3, text: string, place = ''): HeadingBlock {
  return { kind: 'heading', level, number: '', text, place };
}

/** The heading of a group of requirements, which has the number it has in the standard. */
export function groupHeading(id: string, kind: 'clause' | 'control', text: string): HeadingBlock {
  return { kind: 'heading', level: 2, number: kind === 'clause' ? `Clause ${id}` : id, text, place: '' };
}

/** Counts the headings below those of numbered sections: 2.1, 2.2. What has a number of its own keeps it. */
export function countHeadings(blocks: readonly Block[]): void {
  let section: HeadingBlock | undefined;
  let parts = 0;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    if (block.level === 1) {
      section = block;
      parts = 0;
    } else if (block.level === 2 && block.number === '' && section?.counted === 'section') {
      parts += 1;
      block.number = `${section.number}.${parts}`;
      block.counted = 'section';
    }
  }
}

/** What a sentence calls a section that this report does not have or does not number. */
const plainNames: Partial<Record<ReportSection, string>> = {
  control: 'the document control',
  scope: 'the scope of the audit',
  findings: 'the findings',
  checklist: 'the checklist of the audit',
};

/** A reference to a section by its number, as in “section 6” or “Annex A”; plain words where the report lacks it. */
export function referToSection({ layout, model }: Composing, section: ReportSection): Run[] {
  const number = layout.get(section);
  if (!number) return [words(plainNames[section] ?? `the part “${sectionTitle(section, model)}”`)];
  const reference: Run = { kind: 'reference', place: sectionPlace(section), text: number, counted: true };
  return /^\d/.test(number) ? [words('section '), reference] : [reference];
}

/** Plain words. */
export function words(text: string, look?: WordsLook): Run {
  return look ? { kind: 'words', text, look } : { kind: 'words', text };
}

/** A paragraph of plain words or of runs. */
export function paragraph(content: string | Run[], look?: ParagraphBlock['look']): ParagraphBlock {
  const runs = typeof content === 'string' ? [words(content)] : content;
  return look ? { kind: 'paragraph', runs, look } : { kind: 'paragraph', runs };
}

/** A table cell from plain words, runs of one paragraph, or several paragraphs. */
export function cell(content: string | Run[] | Run[][], tone?: Tone): Cell {
  const paragraphs = typeof content === 'string' ? [[words(content)]] : isParagraphs(content) ? content : [content];
  return tone ? { paragraphs, tone } : { paragraphs };
}

function isParagraphs(content: Run[] | Run[][]): content is Run[][] {
  return Array.isArray(content[0]);
}

/** A table row; a long one may break over pages. */
export function row(...cells: Cell[]): TableRow {
  const weight = cells.reduce((sum, { paragraphs }) => sum + weighParagraphs(paragraphs), 0);
  return { cells, whole: weight <= heaviestWholeRow };
}

/** A table; one that its heading already names needs no caption. */
export function table(
  composing: Composing,
  name: string,
  columns: TableBlock['columns'],
  rows: TableRow[],
  caption?: string,
): TableBlock {
  const block: TableBlock = { kind: 'table', name, columns, rows };
  if (caption) block.caption = { number: composing.nextTable(), text: caption };
  return block;
}

/** A verdict as letter and word. */
export function verdictRuns({ model }: Composing, verdict: Verdict, partial = false): Run[] {
  const { letter, word } = verdictNames(model)[verdict];
  return [{ kind: 'chip', text: letter, tone: verdict }, words(` ${word}${partial ? ' in part' : ''}`)];
}

/** Runs of several parts with a separator between them; empty parts are left out. */
export function joinRuns(parts: readonly Run[][], separator = ' · '): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    if (runs.length > 0) runs.push(words(separator));
    runs.push(...part);
  }
  return runs;
}

/** The context for composing one report. */
export function createComposing(model: ReportModel): Composing {
  const warnings: ExportWarning[] = [];
  const known = new Set([
    ...model.requirements.map(({ id }) => id),
    ...model.findings.map(({ number }) => number),
    ...model.evidence.map(({ number }) => number),
  ]);
  const layout = layoutOf(model.template, model.reportLayout);
  const places = placesIn(layout, model);
  let tables = 0;
  const warned = new Set<string>();
  const warn = (record: string, message: string) => {
    const key = JSON.stringify([record, message]);
    if (!warned.has(key)) warnings.push({ record, message });
    warned.add(key);
  };
  const refer = (target: string, record: string): Run => {
    if (places.has(target)) return { kind: 'reference', place: target, text: target };
    if (!known.has(target)) warn(record, `Refers to ${target}, which does not exist in this audit.`);
    return words(target);
  };
  return {
    model,
    layout,
    warnings,
    warn,
    hasPlace: (target) => places.has(target),
    nextTable: () => (tables += 1),
    figures: numberFigures(layout, model),
    refer,
    referAll: (targets, record) =>
      joinRuns(
        targets.map((target) => [refer(target, record)]),
        ', ',
      ),
    write(text, record) {
      const paragraphs = text
        .trim()
        .replaceAll(/\r\n?/g, '\n')
        .split(/\n[\t ]*\n\s*/);
      return paragraphs.map((part) =>
        splitReferences(part).flatMap((piece) =>
          piece.kind === 'words' ? [words(piece.text)] : [words('['), refer(piece.target, record), words(']')],
        ),
      );
    },
  };
}
