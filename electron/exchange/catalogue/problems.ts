import type { CatalogueProblem } from '../../../shared/contract/catalogues.ts';

/** Most problems that are named; how many more there are is said. */
const mostProblems = 200;

/** A text in a sentence: in quotes, on one line, shortened. */
export function quote(text: string, most = 60): string {
  const line = text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[^\P{Cc}]/gu, '\uFFFD');
  return `“${line.length > most ? `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : line}”`;
}

/** A number as people read it. */
export const amount = (value: number | bigint) => value.toLocaleString('en-GB');

/** The problems of one file, at most one for each place. */
export class Problems {
  readonly #named: CatalogueProblem[] = [];
  readonly #places = new Set<string>();
  #more = 0;

  get isEmpty(): boolean {
    return this.#named.length === 0;
  }

  /** Whether there is a problem in a column of a sheet, in any of its rows. */
  concern(sheet: string, column: string): boolean {
    return this.#named.some((one) => one.sheet === sheet && one.column === column);
  }

  /** Says nothing about a place whose problem is named elsewhere. */
  pass(sheet: string, row: number, column: string): void {
    this.#places.add(JSON.stringify([sheet, row, column]));
  }

  add(sheet: string, row: number | null, column: string, message: string): void {
    // What concerns a sheet as a whole may be said more than once, about different things.
    const place = JSON.stringify(row === null && column === '' ? [sheet, message] : [sheet, row, column]);
    if (this.#places.has(place)) return;
    this.#places.add(place);
    if (this.#named.length < mostProblems) this.#named.push({ sheet, row, column, message });
    else this.#more += 1;
  }

  /** The problems in the order of the rows of each sheet, and at the end how many more there are. */
  list(): CatalogueProblem[] {
    const sheets = [...new Set(this.#named.map(({ sheet }) => sheet))];
    const sorted = this.#named.toSorted(
      (one, other) => sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) || (one.row ?? 0) - (other.row ?? 0),
    );
    if (this.#more === 0) return sorted;
    const message = `There ${this.#more === 1 ? 'is 1 more problem' : `are ${amount(this.#more)} more problems`} in this file.`;
    return [...sorted, { sheet: '', row: null, column: '', message }];
  }
}
