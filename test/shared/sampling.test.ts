import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionCount, sampleExtent, sampleFields, sampleLine } from '../../shared/domain/samples.ts';
import { drawItems, drawRandom, drawSystematic, largestSample, readPopulation } from '../../shared/domain/sampling.ts';

const draw = fc.record({
  populationSize: fc.integer({ min: 1, max: 5_000 }),
  size: fc.integer({ min: 0, max: 600 }),
  seed: fc.string(),
});

describe('drawing a sample', () => {
  it('gives distinct places inside the population, in its order, as many as asked for and as there are', () => {
    for (const method of [drawRandom, drawSystematic]) {
      fc.assert(
        fc.property(draw, ({ populationSize, size, seed }) => {
          const places = method(populationSize, size, seed);
          expect(places).toHaveLength(Math.min(size, populationSize, largestSample));
          expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
          for (const place of places) expect(place >= 0 && place < populationSize).toBe(true);
        }),
      );
    }
  });

  it('gives the same items for the same seed, and other ones for most other seeds', () => {
    fc.assert(
      fc.property(draw, ({ populationSize, size, seed }) => {
        expect(drawRandom(populationSize, size, seed)).toEqual(drawRandom(populationSize, size, seed));
        expect(drawSystematic(populationSize, size, seed)).toEqual(drawSystematic(populationSize, size, seed));
      }),
    );
    const samples = Array.from({ length: 100 }, (_, seed) => drawRandom(1_000, 5, String(seed)).join());
    expect(new Set(samples).size).toBeGreaterThan(95);
    // Pinned: a sample that was drawn with one version must be drawn again by the next.
    expect(drawItems('random', { items: [], size: 61 }, 6, '20261014')).toEqual(['12', '14', '34', '40', '43', '54']);
    expect(drawItems('systematic', { items: [], size: 12 }, 3, '1')).toEqual(['2', '6', '10']);
  });

  it('keeps what was drawn when the sample grows', () => {
    fc.assert(
      fc.property(draw, fc.integer({ min: 1, max: 50 }), ({ populationSize, size, seed }, more) => {
        const larger = new Set(drawRandom(populationSize, size + more, seed));
        for (const place of drawRandom(populationSize, size, seed)) expect(larger.has(place)).toBe(true);
      }),
    );
  });

  it('favours no item', () => {
    for (const method of [drawRandom, drawSystematic]) {
      const times = Array.from({ length: 10 }, () => 0);
      for (let seed = 0; seed < 4_000; seed += 1)
        for (const place of method(10, 3, `seed ${seed}`)) times[place] = (times[place] ?? 0) + 1;
      for (const count of times) expect(Math.abs(count - 1_200)).toBeLessThan(150);
    }
  });

  it('walks through the whole population where it is systematic', () => {
    fc.assert(
      fc.property(draw, ({ populationSize, size, seed }) => {
        const places = drawSystematic(populationSize, size, seed);
        const distance = populationSize / Math.max(places.length, 1);
        for (const [at, place] of places.entries())
          expect(Math.abs(place - (places[0] ?? 0) - at * distance)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reads a pasted list: one item per line, trimmed, each once', () => {
    expect(readPopulation(' CHG-1 \r\n\nCHG-2\tlate\nCHG-1\n')).toEqual(['CHG-1', 'CHG-2 late']);
    expect(drawItems('random', { items: ['a', 'b'], size: 9 }, 5, 's')).toEqual(['a', 'b']);
  });
});

describe('a sample in words', () => {
  const sample = (fields: object) => sampleFields.parse({ item: 'i', ...fields });
  it('says how many of how many, how they were chosen, and how many had exceptions', () => {
    const changes = sample({ population: 'changes', populationSize: 9, size: 4, exceptions: 'CHG-1\n\nCHG-2: none\n' });
    expect(sampleLine(changes)).toBe('4 of 9 changes · by judgement · 2 of 4 had exceptions');
    expect(sampleLine(sample({ method: 'random', seed: '17', items: ['a', 'b'] }))).toBe('2 · random, seed 17');
    expect(sampleExtent(sample({ population: 'files', populationSize: 9 }))).toBe('from 9 files');
    expect(exceptionCount(sample({ exceptions: 'one' }))).toBe('1 had exceptions');
  });
});

describe('the sample audit', () => {
  it('has drawn samples that can be drawn again', () => {
    const file = path.resolve(import.meta.dirname, '../../assets/sample/samples.json');
    const samples = (JSON.parse(readFileSync(file, 'utf8')) as { fields: object }[]).map(({ fields }) =>
      sampleFields.parse({ item: 'i', ...fields }),
    );
    const drawn = samples.flatMap(({ method, populationSize, size, seed, items }) => {
      if (method !== 'random' && method !== 'systematic') return [];
      const again = drawItems(method, { items: [], size: populationSize ?? 0 }, size ?? 0, seed);
      expect(items.map((item) => item.replace(/^Row /, ''))).toEqual(again);
      return [method];
    });
    expect(drawn).toEqual(['random', 'systematic']);
  });
});
