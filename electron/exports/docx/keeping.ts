// What stays together on a page: rules that the writer and the page estimate share.
import type { Block, FactsBlock, TableBlock } from '../blocks.ts';
import { plainText } from './inline.ts';

/** Lines of a table or list of facts above this many characters may break over pages. */
export const longestWholeRow = 900;

/** A table with no more rows and characters than these stays on one page; the parts of a finding may be longer. */
const shortTable = { rows: 9, characters: 800 };
const shortFacts = { rows: 9, characters: 1_500 };

/** Whether a block is drawn as a table. */
export function isTable(block: Block | undefined): boolean {
  return block !== undefined && ['table', 'facts', 'strip', 'figures'].includes(block.kind);
}

/** Whether a block is a paragraph that announces the table after it. */
export function announcesTable(block: Block, next: Block | undefined): boolean {
  return block.kind === 'paragraph' && next?.kind === 'table';
}

/** How many characters each line of a list of facts holds. */
export function factLengths({ rows }: Pick<FactsBlock, 'rows'>): number[] {
  return rows.map(({ paragraphs }) => paragraphs.reduce((sum, runs) => sum + plainText(runs).length, 0));
}

const isShort = (lengths: readonly number[], limit: typeof shortTable) =>
  lengths.length <= limit.rows && lengths.reduce((sum, length) => sum + length, 0) <= limit.characters;

/** Whether the lines of a list of facts stay on one page. */
export function factsStayTogether(block: Pick<FactsBlock, 'rows'>): boolean {
  return isShort(factLengths(block), shortFacts);
}

/** Whether the rows of a table stay on one page. */
export function tableStaysTogether({ rows }: Pick<TableBlock, 'rows'>): boolean {
  if (rows.length > shortTable.rows) return false;
  const lengths = rows.map(({ cells }) => {
    const lines = factLengths({ rows: cells.map(({ paragraphs }) => ({ label: '', paragraphs })) });
    return lines.reduce((sum, length) => sum + length, 0);
  });
  return isShort(lengths, shortTable);
}
