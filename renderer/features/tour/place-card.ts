// Where the card stands: beside what it points at, on the page, and never over it.

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Size {
  width: number;
  height: number;
}

const gap = 12;
const edge = 8;
/** What the corner at the bottom leaves free: the line in which notes are captured. */
const foot = 52;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, Math.max(low, high)));

function overlap(one: Box, other: Box): number {
  const wide = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const high = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, wide) * Math.max(0, high);
}

/** The place of a card in a window. Without a target, or without room beside it, the corner that covers least of it. */
export function placeCard(card: Size, window: Size, target: Box | undefined): { left: number; top: number } {
  const right = window.width - card.width - edge;
  const bottom = window.height - card.height - edge;
  const corner = { left: Math.max(edge, right), top: Math.max(edge, bottom + edge - foot) };
  if (!target) return corner;
  const beside = clamp(target.top, edge, bottom);
  const along = clamp(target.left + target.width - card.width, edge, right);
  const candidates = [
    { left: target.left + target.width + gap, top: beside },
    { left: target.left - card.width - gap, top: beside },
    { left: along, top: target.top - card.height - gap },
    { left: along, top: target.top + target.height + gap },
  ];
  const isOnPage = ({ left, top }: { left: number; top: number }) =>
    left >= edge && top >= edge && left <= right && top <= bottom;
  const fitting = candidates.find(isOnPage);
  if (fitting) return fitting;
  const corners = [corner, { left: edge, top: bottom }, { left: right, top: edge }, { left: edge, top: edge }].map(
    ({ left, top }) => ({ left: Math.max(edge, left), top: Math.max(edge, top) }),
  );
  const covered = (place: { left: number; top: number }) => overlap({ ...place, ...card }, target);
  return corners.toSorted((one, other) => covered(one) - covered(other))[0] ?? corner;
}
