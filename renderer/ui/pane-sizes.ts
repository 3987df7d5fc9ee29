// How wide panes are: as chosen, as usual, and never so that another pane has no room. Pure.

export type PaneShape = 'reading' | 'register';
/** The panes that have a width of their own; the remaining one takes what is left. */
export type SizedPane = 'left' | 'main' | 'right';

/** The panes with a width of their own, from left to right. A register gives one to the record beside it. */
export function sizedPanes(shape: PaneShape, panes: number): SizedPane[] {
  if (shape === 'register') return ['main'];
  return panes > 2 ? ['left', 'right'] : ['left'];
}

const isNarrow = (whole: number) => whole <= 1_000;

/** The least and the most width of a pane on a frame of a width. */
export function paneLimits(shape: PaneShape, pane: SizedPane, whole: number): { least: number; most: number } {
  const [least, share] = shape === 'register' ? [300, 0.6] : pane === 'left' ? [176, 0.36] : [200, 0.36];
  return { least, most: Math.max(least, Math.floor(whole * share)) };
}

function usualWidth(shape: PaneShape, pane: SizedPane, whole: number): number {
  if (shape === 'register') return Math.min(Math.max(340, whole * 0.36), 440);
  if (pane === 'left') return isNarrow(whole) ? 220 : 260;
  return isNarrow(whole) ? 248 : 296;
}

/** The widths of the sized panes; 0 or nothing chosen means the usual width. */
export function fitPanes(shape: PaneShape, panes: number, whole: number, chosen: readonly number[]): number[] {
  return sizedPanes(shape, panes).map((pane, place) => {
    const { least, most } = paneLimits(shape, pane, whole);
    return Math.round(Math.min(Math.max(chosen[place] || usualWidth(shape, pane, whole), least), most));
  });
}
