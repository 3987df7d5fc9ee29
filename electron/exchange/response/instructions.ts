import { formatInstant } from '../../exports/sections/wording.ts';
import { type Sheet, words } from '../../exports/xlsx/cells.ts';
import { createSummaryPage } from '../../exports/xlsx/summary-page.ts';
import { looks } from '../../exports/xlsx/theme.ts';
import { answersName, columns, facts, instructionsName } from './columns.ts';
import { sealWorkbook } from './seals.ts';
import type { ResponseSource } from './source.ts';

const steps = [
  `Go to the sheet “${answersName}”. It has one row for each finding that asks for your response. The blue cells are yours; all others are locked.`,
  'Answer in your own words: what you do about the case, where else it could be, why it happened, what takes the cause away, who does it and by when. A line break in a cell is Alt+Enter.',
  'Say whether you agree with the finding. If you do not, say why; that helps more than silence, and is printed as you write it.',
  'Leave empty what you do not know yet, and send the workbook again later. What you change in a later copy replaces what you said before; what you leave as it is stays.',
  'Do not add, remove or merge rows and columns, do not change headings, and do not use formulas. A workbook that was changed in this way cannot be read and comes back to you with the row named.',
  'Send proof of what was done as files of their own, and name the finding in the name of the file.',
];

/** The sheet that tells the auditee what the workbook is and how it is filled in. */
export function instructionsSheet(source: ResponseSource): Sheet {
  const page = createSummaryPage(instructionsName);
  const rows = source.rows.map(({ name }) => name).join(', ');
  page.title(`Corrective actions: ${source.ref}`);
  page.fact('Audit', words(source.title, looks.strong));
  page.fact('Organisation', words(source.organization));
  if (source.dates) page.fact('Audited', words(source.dates));
  page.fact('Made', words([formatInstant(source.madeAt), source.madeBy].filter(Boolean).join(', ')));
  if (source.auditors) page.fact('Send it back to', words(source.auditors));
  page.section('How to fill it in');
  for (const [at, step] of steps.entries()) page.prose(String(at + 1), step);
  page.section('What to write where');
  for (const { heading, about } of columns) if (about) page.fact(heading, words(about));
  page.section('Due days');
  page.prose(
    'Where they come from',
    'Each row shows by when the correction and the corrective action have to be done, and on what basis. An empty cell has no due day.',
  );
  const defined = source.grades.filter(({ definition }) => definition !== '');
  if (defined.length > 0) page.section('Grades');
  for (const { name, definition } of defined) page.prose(name, definition);
  page.section('By which the answers find their place again (leave as it is)');
  page.fact(facts.audit, words(source.auditId, looks.label));
  page.fact(facts.madeAt, words(source.madeAt, looks.label));
  page.prose(facts.rows, rows);
  page.fact(facts.seal, words(sealWorkbook(source.auditId, source.madeAt, rows), looks.label));
  return page.sheet();
}
