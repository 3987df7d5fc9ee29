import type { SoaIssue, SoaReadEntry } from '../../../shared/contract/soa.ts';
import { longestLine, longestText } from '../../../shared/domain/fields.ts';
import type { ControlIndex } from './control-index.ts';
import { issues } from './issues.ts';
import { refusal } from '../xlsx/rules.ts';
import { hasAnswer, isNoReason, nameRow, readSaying, type Saying } from './read-row.ts';
import type { Row } from '../xlsx/sheet-grid.ts';
import type { Table } from './table.ts';

/** What the rows of a table say together. `read` counts rows that name a control. */
export interface RowsReading {
  read: number;
  entries: SoaReadEntry[];
  issues: SoaIssue[];
}

interface Draft {
  entry: SoaReadEntry;
  contradicts: boolean;
  /** Rows whose answer cannot be read, with what stands there. */
  unread: Map<number, string>;
}

const longestControl = 200;

const longer = (a: string, b: string) => {
  if (isNoReason(a) !== isNoReason(b)) return isNoReason(a) ? b : a;
  return b.length > a.length ? b : a;
};

const append = (text: string, more: string) =>
  more === '' || text.split('\n').includes(more) ? text : [text, more].filter((part) => part !== '').join('\n');

class Collector {
  readonly drafts = new Map<string, Draft>();
  readonly issues: SoaIssue[] = [];
  read = 0;
  readonly table: Table;
  readonly index: ControlIndex;

  constructor(table: Table, index: ControlIndex) {
    this.table = table;
    this.index = index;
  }

  /** Takes an answer beside those given before for the same control. */
  private takeAnswer(draft: Draft, row: number, applicable: boolean | null): boolean {
    const { entry } = draft;
    if (applicable === null) return true;
    const agrees = !draft.contradicts && (entry.applicable === null || entry.applicable === applicable);
    if (agrees) entry.applicable = applicable;
    else {
      draft.contradicts = true;
      entry.applicable = null;
      this.issues.push(issues.contradicting(row, entry.control, entry.row));
    }
    return agrees;
  }

  private startDraft(row: number, control: string, title: string, saying: Saying, additional: boolean): void {
    const { applicable, justification, implementation } = saying;
    const entry = {
      control,
      title: (title || (this.index.controls.get(control) ?? '')).slice(0, longestLine),
      applicable,
      justification,
      implementation,
      row,
      additional,
    };
    const unread = new Map(applicable === null ? [[row, saying.answer]] : []);
    this.drafts.set(control, { entry, contradicts: false, unread });
    if (additional) this.issues.push(issues.additional(row, control));
  }

  private repeatDraft(draft: Draft, row: number, saying: Saying): void {
    const { entry } = draft;
    if (saying.applicable === null) draft.unread.set(row, saying.answer);
    const agrees = this.takeAnswer(draft, row, saying.applicable);
    if (agrees) this.issues.push(issues.duplicate(row, entry.control, entry.row));
    entry.justification = longer(entry.justification, saying.justification);
    entry.implementation = longer(entry.implementation, saying.implementation);
  }

  private takeControls(row: Row, controls: string[], title: string, additional: boolean): void {
    const saying = readSaying(row, this.table, false);
    const { justification, implementation } = saying;
    if (Math.max(justification.length, implementation.length) > longestText)
      throw refusal('too-large', `Row ${row.number} of the sheet “${this.table.sheet.name}” has too much text.`, {
        sheet: this.table.sheet.name,
        row: row.number,
      });
    this.read += 1;
    for (const control of controls.map((id) => id.slice(0, longestControl))) {
      const draft = this.drafts.get(control);
      if (draft) this.repeatDraft(draft, row.number, saying);
      else this.startDraft(row.number, control, title, saying, additional);
    }
  }

  takeRow(row: Row): string[] {
    const { kind, ids, title } = nameRow(row, this.table, this.index);
    if (kind === 'group' && this.isAnsweredGroup(row)) {
      const { answer } = readSaying(row, this.table, false);
      this.issues.push(issues.groupAnswer(row.number, ids[0] ?? '', answer));
    }
    if (kind === 'own') this.takeControls(row, ids, title, true);
    if (kind === 'own') return ids;
    if (kind !== 'controls' && kind !== 'unknown') return [];
    const known = ids.filter((id) => this.index.controls.has(id));
    if (known.length > 0) this.takeControls(row, known, title, false);
    else this.read += 1;
    for (const id of ids) if (!known.includes(id)) this.issues.push(issues.unknown(row.number, id, title, this.index));
    return known;
  }

  /** An answer that is merged down over the controls below a heading is theirs, not the heading's. */
  private isAnsweredGroup(row: Row): boolean {
    const { columns, sheet } = this.table;
    const isShared = ({ top, bottom, left }: (typeof sheet.spans)[number]) =>
      top === row.number && bottom > top && columns.answers.some(({ column }) => column === left);
    return hasAnswer(row, columns) && !sheet.spans.some(isShared);
  }

  /** A further row of a control whose cell is merged downwards. */
  continueRow(row: Row, controls: string[]): void {
    const saying = readSaying(row, this.table, true);
    const isAnswered = hasAnswer(row, this.table.columns);
    for (const control of controls) {
      const draft = this.drafts.get(control);
      if (!draft) continue;
      const { entry } = draft;
      if (isAnswered && saying.applicable === null) draft.unread.set(row.number, saying.answer);
      if (isAnswered && saying.applicable !== null) {
        if (draft.unread.get(entry.row) === '') draft.unread.delete(entry.row);
        this.takeAnswer(draft, row.number, saying.applicable);
      }
      entry.justification = append(entry.justification, saying.justification).slice(0, longestText);
      entry.implementation = append(entry.implementation, saying.implementation).slice(0, longestText);
    }
  }
}

function judgeDraft({ entry, unread }: Draft): SoaIssue[] {
  const { control, row, applicable, justification } = entry;
  const found = [...unread].map(([at, answer]) => issues.unreadable(at, control, answer));
  return applicable !== null && isNoReason(justification)
    ? [...found, issues.unjustified(row, control, applicable)]
    : found;
}

/** Reads the rows of a table into entries and issues. Throws AppError `too-large` where a text cannot be kept. */
export function readRows(table: Table, index: ControlIndex): RowsReading {
  const collector = new Collector(table, index);
  const controlsByRow = new Map<number, string[]>();
  for (const row of table.rows) {
    const from = row.cells.get(table.ids.column)?.from ?? row.number;
    const above = from < row.number ? controlsByRow.get(from) : undefined;
    if (above) collector.continueRow(row, above);
    else if (from === row.number) controlsByRow.set(row.number, collector.takeRow(row));
  }
  const drafts = [...collector.drafts.values()];
  const found = [...collector.issues, ...drafts.flatMap(judgeDraft)];
  const missing = [...index.controls].filter(([id]) => !collector.drafts.has(id));
  return {
    read: collector.read,
    entries: drafts.map(({ entry }) => entry),
    issues: [
      ...found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
      ...missing.map(([id, title]) => issues.missing(id, title)),
    ],
  };
}
