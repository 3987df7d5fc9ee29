// Opens a workbook that came back: nothing hidden in it, from this audit, and with the rows it was made with.
import type { CellManner } from '../xlsx/cell-text.ts';
import { openContainer, type Package } from '../xlsx/container.ts';
import { dateOfSerial } from '../xlsx/number-text.ts';
import { refusal } from '../xlsx/rules.ts';
import { makeCellBudget, readSheet, type Sheet } from '../xlsx/sheet-grid.ts';
import { readWorkbook } from '../xlsx/workbook.ts';
import { answersName, facts, instructionsName } from './columns.ts';
import { responseRules } from './limits.ts';
import { refuseResponse } from './refusals.ts';
import { sealWorkbook } from './seals.ts';

/** Cells as they stand in the file; days as ISO dates. */
const asWritten: CellManner = {
  number: (raw, format, from1904) =>
    (format.kind === 'date' ? dateOfSerial(Number(raw), from1904) : undefined) ?? raw.trim(),
  clean: (text) => text.replaceAll(/\r\n?/g, '\n'),
  exact: true,
};

/** Parts that a form to be filled in has no use for, and how to say so. */
const unwanted: readonly [RegExp, string][] = [
  [/vbaproject|\/macrosheets\/|\/dialogsheets\//, 'holds macros'],
  [/\/externallinks\/|\/connections\.xml|\/querytables\//, 'fetches data from other files'],
  [/\/embeddings\/|\/activex\/|\/ctrlprops\//, 'holds embedded files or controls'],
];

function refuseUnwanted(zip: Package, name: string): void {
  for (const entry of zip.entries.keys()) {
    const found = unwanted.find(([pattern]) => pattern.test(entry));
    if (found)
      throw refuseResponse('hidden', `“${name}” ${found[1]}. Save it as a plain Excel workbook (.xlsx) without them.`, {
        entry,
      });
  }
}

/** Parts that are kept with the file and not read, in words. */
function unreadParts(zip: Package): string[] {
  const has = (pattern: RegExp) => [...zip.entries.keys()].some((entry) => pattern.test(entry));
  return [
    has(/^xl\/media\//) ? 'It holds pictures. They stay in the file and are not taken into the fields.' : '',
    has(/^xl\/(threadedcomments\/|comments)/)
      ? 'It holds comments on cells. They stay in the file and are not taken into the fields.'
      : '',
  ].filter(Boolean);
}

function refuseCut({ name, cutAt }: Sheet): void {
  if (cutAt === undefined) return;
  throw refusal(
    'too-large',
    `The sheet “${name}” has more rows or columns than a corrective-action workbook can have (${cutAt}). Send it as it was made.`,
    { sheet: name },
  );
}

/** A form as it was opened. */
export interface OpenForm {
  answers: Sheet;
  madeAt: string;
  /** The names of the rows that the workbook was made with. */
  rows: string[];
  /** What is in the file and not read. */
  unread: string[];
}

/** The facts that stand beside their labels; a fact may go on in rows without a label. */
function readFacts(sheet: Sheet | undefined): Map<string, string> {
  const found = new Map<string, string>();
  let label = '';
  for (const { cells } of sheet?.rows ?? []) {
    const own = cells.get(1)?.text.trim() ?? '';
    const value = cells.get(2)?.text ?? '';
    if (own !== '') label = own;
    if (label !== '' && value !== '') found.set(label, `${found.get(label) ?? ''}${value}`);
  }
  return found;
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Opens the workbook of an audit. Throws AppError where it is none, hides something or belongs to another audit. */
export function openForm(file: { bytes: Uint8Array; name: string }, audit: { id: string; ref: string }): OpenForm {
  const zip = openContainer(file.bytes, file.name, responseRules);
  refuseUnwanted(zip, file.name);
  const workbook = readWorkbook(zip);
  const hidden = workbook.sheets.find((sheet) => sheet.hidden);
  if (hidden) {
    throw refuseResponse(
      'hidden',
      `“${file.name}” holds the hidden sheet “${hidden.name}”. The file would be kept with content that nobody saw. Remove the sheet or show it.`,
      { sheet: hidden.name },
    );
  }
  const countCell = makeCellBudget(responseRules);
  const read = (name: string) => {
    const sheet = workbook.sheets.find((one) => same(one.name, name));
    const content = sheet && readSheet(workbook, sheet, countCell, asWritten);
    if (content) refuseCut(content);
    return content;
  };
  const answers = read(answersName);
  if (!answers) {
    throw refuseResponse(
      'not-a-response',
      `“${file.name}” has no sheet “${answersName}”, so it is not a corrective-action workbook of this program.`,
      { sheet: answersName },
    );
  }
  const found = readFacts(read(instructionsName));
  const fact = (name: string) => found.get(name)?.trim() ?? '';
  if (fact(facts.audit) === '') {
    throw refuseResponse(
      'not-a-response',
      `The sheet “${instructionsName}” does not say which audit the workbook belongs to: its line “${facts.audit}” is missing. Send the workbook as it was made, filled in.`,
      { sheet: instructionsName },
    );
  }
  if (!same(fact(facts.audit), audit.id)) {
    throw refuseResponse(
      'other-audit',
      `“${file.name}” belongs to another audit, not to ${audit.ref}. Open the audit it was made for, or ask for the right file.`,
    );
  }
  const rows = fact(facts.rows)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const madeAt = fact(facts.madeAt);
  if (sealWorkbook(audit.id, madeAt, rows.join(', ')) !== fact(facts.seal)) {
    throw refuseResponse(
      'changed',
      `The last lines of the sheet “${instructionsName}” were changed, so nobody can tell whether rows are missing. Send the workbook as it was made, filled in.`,
      { sheet: instructionsName },
    );
  }
  const others = workbook.sheets
    .map(({ name }) => name)
    .filter((name) => ![answersName, instructionsName, 'Long texts'].some((own) => same(own, name)));
  const unread = [
    ...others.map((name) => `The sheet “${name}” was added. It stays in the file and is not read.`),
    ...unreadParts(zip),
  ];
  return { answers, madeAt, rows, unread };
}
