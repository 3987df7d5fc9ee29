// What stays together on a page: rules that the writer and the page estimate share.
import { type Block, type FactsBlock, type TableBlock, weighParagraphs } from '../blocks.ts';

/** A table with no more rows and weight than these stays on one page. A heavier one would leave much of a page empty. */
const shortTable = { rows: 9, weight: 1_200 };
const shortFacts = { rows: 9, weight: 1_000 };

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

/** Whether a line of a list of facts stays with the next one: all of a short list, else the first two and the last two. */
export function keepingFacts({ rows }: Pick<FactsBlock, 'rows'>): (position: number) => boolean {
  const weights = rows.map(({ paragraphs }) => weighParagraphs(paragraphs));
  const last = rows.length - 1;
  if (isShort(weights, shortFacts)) return (position) => position < last;
  return (position) => position < last && (position === 0 || position === last - 1);
}

/** Whether the rows of a table stay on one page. */
export function tableStaysTogether({ rows, together }: Pick<TableBlock, 'rows' | 'together'>): boolean {
  if (together !== undefined) return together;
  if (rows.length > shortTable.rows) return false;
  const weights = rows.map(({ cells }) => Math.max(...cells.map(({ paragraphs }) => weighParagraphs(paragraphs))));
  return isShort(weights, shortTable);
}
