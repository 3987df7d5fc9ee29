// How large a picture or a page is shown: fitted into its place, or as a part of its own size. Pure.

/** `fit`, or per cent of its own size. */
export type Zoom = 'fit' | number;

export const zoomSteps: readonly number[] = [5, 10, 25, 50, 75, 100, 150, 200, 300, 400, 600, 800];

/** How something is looked at. `quarter` counts turns to the right by 90 degrees. */
export interface Look {
  zoom: Zoom;
  quarter: 0 | 1 | 2 | 3;
}

export const firstLook: Look = { zoom: 'fit', quarter: 0 };

/** The next larger or smaller step from what is shown now; the last one stays. */
export function stepZoom(shown: number, by: 1 | -1): number {
  const further =
    by === 1 ? zoomSteps.find((step) => step > shown + 0.5) : zoomSteps.findLast((step) => step < shown - 0.5);
  return further ?? (by === 1 ? (zoomSteps.at(-1) ?? shown) : (zoomSteps[0] ?? shown));
}

/** Turned by a quarter to the right, or to the left. */
export function turnLook(look: Look, by: 1 | -1): Look {
  return { ...look, quarter: ((look.quarter + by + 4) % 4) as Look['quarter'] };
}

/** Per cent at which a picture of this size fits whole into a place. Never larger than it is. */
export function fitPercent(
  picture: { width: number; height: number },
  place: { width: number; height: number },
): number {
  if (picture.width <= 0 || picture.height <= 0) return 100;
  return Math.min(100, (place.width / picture.width) * 100, (place.height / picture.height) * 100);
}
