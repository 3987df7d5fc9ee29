// What stays together on a page: rules that the writer and the page estimate share.
import { type Block, type FactsBlock, type TableBlock, weighParagraphs } from '../blocks.ts';

/** A table with no more rows and weight than these stays on one page; the parts of a finding may be heavier. */
const shortTable = { rows: 9, weight: 1_800 };
const shortFacts = { rows: 9, weight: 1_900 };

/** Whether a block is drawn as a table. */
export function isTable(block: Block | undefined): boolean {
  return block !== undefined && ['table', 'facts', 'strip', 'figures'].includes(block.kind);
}

/** The room that a paragraph keeps from the table before it, in points; its style has none of its own. */
export function roomAfter(before: Block | undefined, block: Block): number {
  return isTable(before) && block.kind === 'paragraph' && block.look !== 'question' ? 8 : 0;
}

/** Whether a block is a paragraph that announces the table after it. */
export function announcesTable(block: Block, next: Block | undefined): boolean {
  return block.kind === 'paragraph' && next?.kind === 'table';
}

const isShort = (weights: readonly number[], limit: typeof shortTable) =>
  weights.length <= limit.rows && weights.reduce((sum, weight) => sum + weight, 0) <= limit.weight;

/** Whether the lines of a list of facts stay on one page. */
export function factsStayTogether({ rows }: Pick<FactsBlock, 'rows'>): boolean {
  return isShort(
    rows.map(({ paragraphs }) => weighParagraphs(paragraphs)),
    shortFacts,
  );
}

/** Whether the rows of a table stay on one page. */
export function tableStaysTogether({ rows, together }: Pick<TableBlock, 'rows' | 'together'>): boolean {
  if (together !== undefined) return together;
  if (rows.length > shortTable.rows) return false;
  const weights = rows.map(({ cells }) => Math.max(...cells.map(({ paragraphs }) => weighParagraphs(paragraphs))));
  return isShort(weights, shortTable);
}
