import { makeRandom } from './random.ts';

/** Pen strokes of each letter on a grid 4 wide and 6 high, origin at the top left. */
const glyphs: Record<string, string[]> = {
  A: ['0,6 1,3 2,0 3,3 4,6', '.7,4 3.3,4'],
  B: ['0,0 0,6', '0,0 2.4,.1 3.2,.8 3.2,2 2.4,2.8 0,3', '0,3 2.8,3.1 3.8,4 3.6,5.3 2.6,6 0,6'],
  C: ['3.8,1 2.8,.1 1.6,0 .5,1 0,2.6 .1,4.2 1,5.6 2.2,6 3.4,5.6 4,5'],
  D: ['0,0 0,6', '0,0 2,.2 3.4,1.4 3.9,3 3.4,4.8 2,5.9 0,6'],
  E: ['3.6,0 0,0 0,6 3.8,6', '0,3 2.8,2.9'],
  F: ['3.7,0 0,0 0,6', '0,2.9 2.7,2.9'],
  G: ['3.8,1 2.7,.1 1.5,.1 .4,1.2 0,3 .3,4.8 1.5,6 3,5.8 3.9,4.9 3.9,3.5 2.4,3.5'],
  H: ['0,0 0,6', '4,0 4,6', '0,3 4,2.9'],
  I: ['1,0 1,6'],
  J: ['3,0 3,4.6 2.4,5.8 1.2,6 .2,5.2'],
  K: ['0,0 0,6', '3.6,0 0,3.4', '1.2,2.5 3.9,6'],
  L: ['0,0 0,6 3.6,6'],
  M: ['0,6 .3,0 2.2,3.6 4.2,0 4.5,6'],
  N: ['0,6 0,0 3.9,6 3.9,0'],
  O: ['2,0 .7,.8 0,3 .6,5.2 2,6 3.4,5.2 4,3 3.3,.8 2,0'],
  P: ['0,6 0,0 2.6,.1 3.6,1 3.5,2.4 2.5,3.2 0,3.3'],
  Q: ['2,0 .7,.8 0,3 .6,5.2 2,6 3.4,5.2 4,3 3.3,.8 2,0', '2.6,4.4 4.2,6.4'],
  R: ['0,6 0,0 2.6,.1 3.5,1 3.4,2.4 2.5,3.1 0,3.2', '1.6,3.2 3.9,6'],
  S: ['3.6,.8 2.6,.1 1.2,.1 .3,1 .5,2.2 1.8,2.9 3.2,3.6 3.8,4.6 3.2,5.7 1.8,6 .2,5.3'],
  T: ['0,0 4,0', '2,0 2,6'],
  U: ['0,0 0,4 .7,5.6 2,6 3.3,5.6 4,4 4,0'],
  V: ['0,0 2,6 4,0'],
  W: ['0,0 1,6 2.4,2.4 3.7,6 4.8,0'],
  X: ['0,0 3.8,6', '3.8,0 0,6'],
  Y: ['0,0 2,3 4,0', '2,3 1.9,6'],
  Z: ['0,0 3.8,0 0,6 4,6'],
  '0': ['1.8,0 .6,.8 0,3 .6,5.2 1.8,6 3,5.2 3.6,3 3,.8 1.8,0'],
  '1': ['.4,1.2 1.6,0 1.6,6'],
  '2': ['.2,1.2 1.2,.1 2.6,.2 3.4,1.3 3,2.7 0,6 3.8,6'],
  '3': ['.3,.6 1.6,0 3,.4 3.2,1.8 2.4,2.7 1.4,2.8 2.8,3 3.6,4.2 3,5.6 1.6,6 .1,5.3'],
  '4': ['2.6,6 2.6,0 0,4.2 3.8,4.2'],
  '5': ['3.4,0 .5,0 .3,2.6 1.8,2.3 3.2,3 3.5,4.4 2.8,5.7 1.4,6 .1,5.4'],
  '6': ['3,.2 1.4,1.2 .2,3.2 .2,5 1.2,6 2.6,5.9 3.5,4.8 3,3.4 1.8,3 .4,3.9'],
  '7': ['0,0 3.8,0 1.4,6'],
  '8': ['1.8,2.8 .5,1.8 .8,.4 1.9,0 3.1,.6 3,1.9 1.8,2.8 .3,4 .5,5.5 1.9,6 3.3,5.4 3.3,3.9 1.8,2.8'],
  '9': ['3.4,2.4 2.2,3.2 .8,2.8 .3,1.4 1.2,.2 2.6,.1 3.4,1.2 3.4,2.6 2.9,4.6 1.8,6'],
  '?': ['.2,1.2 1.2,.1 2.6,.2 3.3,1.4 2.8,2.6 1.7,3.4 1.7,4.4', '1.7,5.8 1.8,6'],
  '-': ['.6,3.1 2.8,3'],
  '.': ['.4,5.8 .5,6'],
  ':': ['.5,2 .6,2.2', '.5,5.4 .6,5.6'],
  '/': ['0,6.2 2.6,-.2'],
  '=': ['.3,2.3 3,2.2', '.3,4 3,3.9'],
};

/** How a line of handwriting stands on the sheet: pixels from the top left, letter height in pixels. */
interface Placing {
  x: number;
  y: number;
  height: number;
  colour: string;
  width?: number;
  seed?: number;
}

/** One line of block letters as SVG paths; unknown characters leave a gap. */
export function writeLine(text: string, placing: Placing): string {
  const random = makeRandom((placing.seed ?? 1) * 7919 + text.length);
  const unit = placing.height / 6;
  let pen = placing.x;
  let paths = '';
  for (const letter of text.toUpperCase()) {
    const strokes = glyphs[letter] ?? [];
    const drop = (random() - 0.5) * unit * 0.9;
    const scale = unit * (0.95 + random() * 0.1);
    for (const stroke of strokes) {
      paths += drawStroke(stroke, pen, placing.y + drop, scale, random);
    }
    pen += strokes.length === 0 ? unit * 3.2 : unit * (widthOf(strokes) + 1.7);
  }
  const width = placing.width ?? placing.height / 8;
  return `<path d="${paths}" fill="none" stroke="${placing.colour}" stroke-width="${width}"
    stroke-linecap="round" stroke-linejoin="round"/>`;
}

function widthOf(strokes: string[]): number {
  const points = strokes.join(' ').split(' ');
  return Math.max(...points.map((point) => Number(point.split(',')[0])));
}

function drawStroke(stroke: string, x: number, y: number, scale: number, random: () => number): string {
  const points = stroke.split(' ').map((point) => {
    const [across = 0, down = 0] = point.split(',').map(Number);
    const slant = (6 - down) * 0.06;
    const [aside, below] = [(random() - 0.5) * 0.28, (random() - 0.5) * 0.28];
    return [x + (across + slant + aside) * scale, y + (down + below) * scale] as const;
  });
  return smoothPath(points);
}

type Point = readonly [x: number, y: number];

function printPoint([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** A path through the middles between the given points, bent towards the points themselves. */
function smoothPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) {
    return '';
  }
  let path = `M${printPoint(first)}`;
  for (const [index, here] of rest.entries()) {
    const next = rest[index + 1];
    if (next) {
      path += `Q${printPoint(here)} ${printPoint([(here[0] + next[0]) / 2, (here[1] + next[1]) / 2])}`;
    }
  }
  return `${path}L${printPoint(last)}`;
}

/** An unreadable signature as one SVG path, about `width` pixels wide around the line `y`. */
export function drawSignature(x: number, y: number, width: number, seed: number): string {
  const random = makeRandom(seed * 104729);
  const letters = 4 + Math.floor(random() * 4);
  const step = width / letters;
  const points: Point[] = [[x, y]];
  for (let index = 0; index < letters; index += 1) {
    const tall = index === 0 || random() > 0.75 ? 34 : 16;
    const left = x + index * step;
    const loop = random() * step * 0.9;
    points.push([left + step * (0.5 + random() * 0.4), y - tall * (0.7 + random() * 0.4)]);
    points.push([left + step * 0.5 - loop, y - tall * 0.5]);
    points.push([left + step * (0.4 + random() * 0.3), y + 5 + random() * 7]);
  }
  points.push([x + width * (0.95 + random() * 0.25), y - 4 - random() * 12]);
  return smoothPath(points);
}
