import type { SoaIssue } from '../../../shared/contract/soa.ts';
import type { ControlIndex } from './control-index.ts';

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};

const issue = (row: number | null, code: SoaIssue['code'], control: string, message: string): SoaIssue => ({
  row,
  code,
  control,
  message,
});

/** The sentences about what looks wrong in a statement, one function for each kind of issue. */
export const issues = {
  missing: (control: string, title: string) =>
    issue(null, 'missing-control', control, `The statement does not mention ${control} (${title}).`),

  unknown(row: number, control: string, title: string, index: ControlIndex) {
    const other = index.others.find(({ ids }) => ids.has(control))?.name;
    const meant = title === '' || title === control ? undefined : index.titles.near(title);
    const hint =
      meant === undefined ? (other === undefined ? '' : ` It is one of ${other}.`) : ` Its title is that of ${meant}.`;
    const text = `Row ${row}: “${short(control)}” is not a control of ${index.standard} and was left out.${hint}`;
    return issue(row, 'unknown-control', control, text);
  },

  duplicate: (row: number, control: string, first: number) =>
    issue(row, 'duplicate', control, `Row ${row}: ${control} stands here a second time, after row ${first}.`),

  contradicting: (row: number, control: string, first: number) =>
    issue(
      row,
      'contradicting-duplicate',
      control,
      `Row ${row}: ${control} is answered differently from row ${first}; ask which answer counts.`,
    ),

  unreadable(row: number, control: string, answer: string) {
    const text =
      answer === ''
        ? `Row ${row}: nothing says whether ${control} is applicable.`
        : `Row ${row}: “${short(answer)}” does not tell whether ${control} is applicable.`;
    return issue(row, 'unreadable-applicability', control, text);
  },

  unjustified(row: number, control: string, applicable: boolean) {
    const [code, word] = applicable
      ? (['inclusion-without-justification', 'included'] as const)
      : (['exclusion-without-justification', 'excluded'] as const);
    return issue(row, code, control, `Row ${row}: ${control} is ${word} without a justification.`);
  },

  additional: (row: number, control: string) =>
    issue(
      row,
      'additional-control',
      control,
      `Row ${row}: “${short(control)}” is a control of the organisation’s own and becomes an additional entry.`,
    ),

  groupAnswer: (row: number, control: string, answer: string) =>
    issue(
      row,
      'group-row-with-answer',
      control,
      `Row ${row}: the heading ${control} has the answer “${short(answer)}”, which was not taken for the controls below it.`,
    ),
};
