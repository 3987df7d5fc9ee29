import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../renderer/styles/contrast.css'), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', '[data-contrast="more"]'],
  ['dark', '[data-contrast="more"][data-mantine-color-scheme="dark"]'],
])('high contrast, %s', (_name, selector) => {
  const tokens = tokensOf(selector);
  const grounds = ['bg', 'surface', 'sunken', 'hover', 'accent-soft'];
  const results = ['conforms', 'improvement', 'nonconforming', 'not-applicable', 'progress', 'strength', 'alarm'];
  const pairs = [
    ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink) => grounds.map((ground) => [ink, ground])),
    ...results.flatMap((result) => [
      [result, `${result}-soft`],
      [result, 'surface'],
    ]),
    ...[
      'on-accent accent',
      'on-accent accent-strong',
      'on-nonconforming nonconforming',
      'on-alarm alarm',
      'ok surface',
      'ink hatch',
    ].map((pair) => pair.split(' ')),
  ];

  it('has every text at least 7:1 on its ground', () => {
    const weak = pairs
      .map(([ink = '', ground = '']) => ({ ink, ground, ratio: contrast(tokens[ink] ?? '', tokens[ground] ?? '') }))
      .filter(({ ratio }) => !(ratio >= 7));
    expect(weak).toEqual([]);
  });

  it('has edges and focus at least 3:1', () => {
    for (const edge of ['line', 'line-strong', 'line-control', 'focus'])
      expect(contrast(tokens[edge] ?? '', tokens.surface ?? ''), edge).toBeGreaterThanOrEqual(3);
  });
});
