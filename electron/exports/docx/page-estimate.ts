// A cheap estimate of the page on which each heading stands, without a layout engine. Every section starts a new page, so
// that a small error does not add up.
import type { Block, ReportDocument } from '../blocks.ts';
import type { Listed } from './contents.ts';
import { announcesTable, roomAfter } from './keeping.ts';
import { type Atom, atomsOf, firstPiece, pageHeights } from './page-atoms.ts';
import type { Theme } from './theme.ts';

/**
 * The page of everything that the lists at the front name, and the number of pages. A cover is page 1. Beyond `most` pages
 * nobody asks for single ones: the number of pages is then reckoned from the share of rows that was measured.
 */
export function estimatePages(
  document: ReportDocument,
  listed: Listed,
  most: number,
  theme: Theme,
): { pages: number; pageOf: Map<object, number> } {
  const pageOf = new Map<object, number>();
  const heights = pageHeights(theme);
  let pageHeight = heights.portrait;
  let at = document.blocks[0]?.kind === 'cover' ? 1 : 0;
  let used = pageHeight;
  let space = 0;
  let chain: Atom[] = [];
  const startPage = () => {
    at += 1;
    used = 0;
    space = 0;
  };
  const place = (atom: Atom) => {
    if (atom.newPage && used > 0) startPage();
    const gap = used === 0 ? 0 : Math.max(space, atom.before);
    if (used + gap + firstPiece(atom) > pageHeight && used > 0) startPage();
    if (used === 0 && atom.repeat > 0) used = atom.repeat;
    else if (used > 0) used += gap;
    if (atom.target) pageOf.set(atom.target, at);
    let left = atom.height;
    while (used + left > pageHeight && atom.unit > 0) {
      left -= Math.max(atom.unit, Math.floor((pageHeight - used) / atom.unit) * atom.unit);
      startPage();
      used = atom.repeat;
    }
    used += left;
    space = atom.after;
  };
  const placeChain = () => {
    let needed = 0;
    let gap = space;
    for (const [position, atom] of chain.entries()) {
      needed +=
        (position === 0 && used === 0 ? 0 : Math.max(gap, atom.before)) +
        (atom.keepNext ? atom.height : firstPiece(atom));
      gap = atom.after;
    }
    if (used + needed > pageHeight && needed < pageHeight && used > 0 && !chain[0]?.newPage) startPage();
    for (const atom of chain) place(atom);
    chain = [];
  };
  let rows = 0;
  for (const [position, block] of document.blocks.entries()) {
    if (at > most) {
      const all = document.blocks.reduce((sum, each) => sum + rowsOf(each), 0);
      return { pages: Math.max(at, Math.round((at * all) / Math.max(1, rows))), pageOf };
    }
    rows += rowsOf(block);
    const announces = announcesTable(block, document.blocks[position + 1]);
    const room = roomAfter(document.blocks[position - 1], block);
    if (block.kind === 'turn') {
      placeChain();
      pageHeight = heights[block.to];
      used = pageHeight;
    }
    for (const atom of atomsOf(theme, block, listed)) {
      chain.push(room > atom.before ? { ...atom, before: room } : atom);
      if (!atom.keepNext && !announces) placeChain();
    }
  }
  placeChain();
  return { pages: at, pageOf };
}

const rowsOf = (block: Block) => (block.kind === 'table' || block.kind === 'facts' ? block.rows.length : 1);
