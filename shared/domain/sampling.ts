// Drawing a sample: which items of a population are looked at. The same seed and the same population give the same
// items on every machine, so that somebody else can draw the sample again.
//
// How it works, for whoever wants to repeat it with other means: the seed is hashed by FNV-1a (32 bits, over its UTF-16
// units) four times, with `/0` to `/3` behind it. The four results are the state of the generator sfc32, whose first 12
// numbers are thrown away. A number below n is the next output modulo n, where outputs at or above the largest multiple
// of n are skipped. A random sample is the first part of a Fisher-Yates shuffle of the population.

/** Most items that one sample may hold; what is looked at one by one is never more. */
export const largestSample = 500;
/** Most items that a list to draw from may have. */
export const largestPopulation = 1_000_000;

const range = 2 ** 32;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >>> 8), 0x01000193);
  }
  return value >>> 0;
}

/** A source of whole numbers from 0 to below the given one. */
function numbersFrom(seed: string): (below: number) => number {
  let [a, b, c, d] = [hash(`${seed}/0`), hash(`${seed}/1`), hash(`${seed}/2`), hash(`${seed}/3`)];
  const next = () => {
    const result = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = ((((c << 21) | (c >>> 11)) >>> 0) + result) >>> 0;
    return result;
  };
  for (let round = 0; round < 12; round += 1) next();
  return (below) => {
    const limit = range - (range % below);
    for (;;) {
      const number = next();
      if (number < limit) return number % below;
    }
  };
}

/** What can be drawn: no more than there is, and no more than one sample holds. */
const drawable = (size: number, populationSize: number) => Math.max(0, Math.min(size, populationSize, largestSample));

/**
 * The places (from 0) of a random sample in the order of the population. Each item is as likely as any other; a larger
 * sample from the same seed has all the items of the smaller one.
 */
export function drawRandom(populationSize: number, size: number, seed: string): number[] {
  const below = numbersFrom(seed);
  // Only places that were swapped are kept, so that a large population costs no more than a small one.
  const swapped = new Map<number, number>();
  const at = (place: number) => swapped.get(place) ?? place;
  return Array.from({ length: drawable(size, populationSize) }, (_, place) => {
    const other = place + below(populationSize - place);
    const drawn = at(other);
    swapped.set(other, at(place));
    return drawn;
  }).toSorted((one, another) => one - another);
}

/**
 * The places (from 0) of a systematic sample: every n-th from a start that the seed decides. The distance is the size of
 * the population over that of the sample, so that the whole population is walked through once.
 */
export function drawSystematic(populationSize: number, size: number, seed: string): number[] {
  const count = drawable(size, populationSize);
  if (count === 0) return [];
  const start = numbersFrom(seed)(populationSize);
  return Array.from({ length: count }, (_, place) => Math.floor((start + place * populationSize) / count));
}

/** A pasted list as items: one per line, without space around, each once. */
export function readPopulation(text: string): string[] {
  return [...new Set(text.split(/\r\n|[\r\n]/).map((line) => line.trim().replaceAll(/\s+/g, ' ')))].filter(Boolean);
}

/** What is drawn from. `items` are all there are; without them, the numbers from 1 to `size` are. */
export interface Population {
  items: readonly string[];
  size: number;
}

/** Draws items from a population. */
export function drawItems(
  method: 'random' | 'systematic',
  { items, size: populationSize }: Population,
  size: number,
  seed: string,
): string[] {
  const total = items.length > 0 ? items.length : Math.min(populationSize, largestPopulation);
  const places = (method === 'random' ? drawRandom : drawSystematic)(total, size, seed);
  return places.map((place) => items[place] ?? String(place + 1));
}
