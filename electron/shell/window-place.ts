import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) });
const placeSchema = rectangle.extend({ maximized: z.boolean() });

export type Rectangle = z.output<typeof rectangle>;
/** Where the window was, in screen pixels. */
export type WindowPlace = z.output<typeof placeSchema>;

/** Where the window was last time; undefined the first time or where the file says nothing sensible. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Remembers where the window is. Where that cannot be written, it opens at its first place next time. */
export function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // Not worth a word to the user.
  }
}

/** Whether enough of a window would be seen on one of the screens to take hold of it. */
export function isOnScreen(place: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
    const isTopSeen = place.y >= screen.y && place.y < screen.y + screen.height - 50;
    return width >= 200 && isTopSeen;
  });
}
