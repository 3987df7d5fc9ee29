import { AppError } from '../../../shared/errors.ts';

/** Why a sound workbook is refused as a response. */
export type ResponseRefusal = 'other-audit' | 'not-a-response' | 'changed' | 'hidden' | 'unreadable';

/** One thing that is wrong, where it stands and in words. `row` is null for the whole workbook. */
export interface ResponseProblem {
  row: number | null;
  heading: string;
  message: string;
}

const most = 5;

/** A problem as one sentence that names its row and heading. */
export const sayProblem = ({ row, heading, message }: ResponseProblem): string =>
  [row === null ? '' : `Row ${row}`, heading && `“${heading}”`].filter(Boolean).join(', ') +
  (row === null && heading === '' ? message : `: ${message}`);

/** A text of a cell in a sentence. */
export const quote = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
};

/** A refusal of the whole workbook. */
export function refuseResponse(
  reason: ResponseRefusal,
  sentence: string,
  details: Record<string, unknown> = {},
): AppError {
  return new AppError('refused', sentence, { reason, ...details });
}

/** A refusal by row: the first problems in words, all of them in `details.problems`. */
export function refuseRows(problems: readonly ResponseProblem[]): AppError {
  const inOrder = problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0));
  const said = inOrder.slice(0, most).map(sayProblem);
  const more = inOrder.length - said.length;
  if (more > 0) said.push(`${more} more ${more === 1 ? 'problem' : 'problems'} like these.`);
  return refuseResponse('changed', said.join('\n'), { problems: inOrder.slice(0, 500) });
}
