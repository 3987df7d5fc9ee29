// What is wrong with a file, as a table. Pure.
import type { CatalogueProblem } from '../../../shared/contract/catalogues.ts';
import { texts } from './texts.ts';

export type ProblemCells = readonly [sheet: string, row: string, column: string, message: string];

/** The problems as cells: sheets as they come, each by row; what concerns a whole sheet first. */
export function listProblems(problems: readonly CatalogueProblem[]): ProblemCells[] {
  return [...Map.groupBy(problems, ({ sheet }) => sheet)].flatMap(([sheet, own]) =>
    own
      .toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
      .map(
        ({ row, column, message }): ProblemCells => [sheet, row === null ? texts.whole : String(row), column, message],
      ),
  );
}

/** The table as text, for those who have to correct the file: one line a problem, cells by tabs. */
export function problemsAsText(problems: readonly CatalogueProblem[]): string {
  return [Object.values(texts.problemColumns), ...listProblems(problems)].map((cells) => cells.join('\t')).join('\n');
}
