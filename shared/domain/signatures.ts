import { z } from 'zod';
import { instant, line } from './fields.ts';
import { keysOf, signatureSides } from './vocabulary.ts';

/** The area a signature is drawn in, in units of its path. */
export const drawingArea = { width: 600, height: 200 } as const;
/** Longest path of a drawn signature, in characters. */
export const longestDrawing = 60_000;

const stroke = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*)*$/;

/** Whether a path is nothing but strokes inside the area: absolute `M` and `L` with whole numbers. */
export function isDrawing(path: string): boolean {
  if (path.length > longestDrawing || !stroke.test(path)) return false;
  return strokesOf(path).every((points) => points.every(([x, y]) => x <= drawingArea.width && y <= drawingArea.height));
}

/** The strokes of a drawn signature, each a list of points. */
export function strokesOf(path: string): [x: number, y: number][][] {
  return path
    .split('M')
    .slice(1)
    .map((points) =>
      points.split('L').map((point): [number, number] => {
        const [x = 0, y = 0] = point.split(' ').map(Number);
        return [x, y];
      }),
    );
}

/** The path of strokes, rounded to whole units, kept inside the area and without points that repeat. */
export function pathOf(strokes: readonly (readonly (readonly [x: number, y: number])[])[]): string {
  const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  return strokes
    .map((points) => {
      const whole = points.map(([x, y]) => `${within(x, drawingArea.width)} ${within(y, drawingArea.height)}`);
      const moved = whole.filter((point, place) => point !== whole[place - 1]);
      return moved.length === 0 ? '' : `M${moved.join('L')}`;
    })
    .join('');
}

/**
 * Who signed a version of the report, for whom, and when. `drawing` is an SVG path of absolute `M` and `L` in whole
 * units of `drawingArea`; empty where the typed name stands for it.
 */
export const signatureFields = z.strictObject({
  version: z.int().min(1).default(1),
  name: z.string().trim().min(1, 'A signature needs the name of who signs.').max(300),
  role: line(),
  side: z.enum(keysOf(signatureSides)),
  signedAt: instant(),
  drawing: z
    .string()
    .max(longestDrawing, 'The signature is too long. Draw it with fewer strokes.')
    .refine(isDrawing, 'The signature is not made of strokes inside its area.')
    .default(''),
});
export type SignatureFields = z.output<typeof signatureFields>;
