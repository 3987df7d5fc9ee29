import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namePasted } from '../../renderer/features/evidence/incoming-files.ts';
import { decodeText, splitText } from '../../renderer/features/evidence/preview-kind.ts';
import { firstLook, fitPercent, stepZoom, turnLook, zoomSteps } from '../../renderer/features/evidence/zoom.ts';

describe('how large evidence is shown', () => {
  it('steps to the next size from wherever it stands, and stays at the ends', () => {
    expect([stepZoom(46, 1), stepZoom(46, -1), stepZoom(100, 1), stepZoom(100, -1)]).toEqual([50, 25, 150, 75]);
    expect([stepZoom(800, 1), stepZoom(5, -1)]).toEqual([800, 5]);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 900, noNaN: true }), (shown) => {
        expect(zoomSteps).toContain(stepZoom(shown, 1));
        expect(stepZoom(stepZoom(shown, 1), -1)).toBeLessThanOrEqual(Math.max(shown, 600));
      }),
    );
  });

  it('fits a picture whole into its place and never draws it larger than it is', () => {
    expect(fitPercent({ width: 1_000, height: 500 }, { width: 200, height: 200 })).toBe(20);
    expect(fitPercent({ width: 20, height: 20 }, { width: 200, height: 200 })).toBe(100);
    expect(fitPercent({ width: 0, height: 0 }, { width: 200, height: 200 })).toBe(100);
  });

  it('comes back after four turns to either side', () => {
    for (const by of [1, -1] as const) {
      const turned = Array.from({ length: 4 }, () => by).reduce((look) => turnLook(look, by), firstLook);
      expect(turned).toEqual(firstLook);
    }
    expect(turnLook(firstLook, -1).quarter).toBe(3);
  });
});

describe('long texts', () => {
  it('are split into parts that make up the text again, none of them long', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.constant('x'.repeat(9_000)), fc.constant('\n')),
        ),
        (pieces) => {
          const text = pieces.join('');
          const parts = splitText(text);
          expect(parts.join('')).toBe(text);
          expect(parts.every((part) => part.length > 0 && part.length <= 20_000)).toBe(true);
        },
      ),
    );
  });

  it('do not tear a sign of two halves apart', () => {
    const parts = splitText(`${'x'.repeat(19_999)}😀${'y'.repeat(10)}`);
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });

  it('are read as UTF-16 where every second byte is empty, with or without a mark', () => {
    const words = 'A log of the gate, line by line';
    const little = new Uint8Array(words.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
    const big = new Uint8Array(words.split('').flatMap((letter) => [0, letter.charCodeAt(0)]));
    expect(decodeText(little)).toBe(words);
    expect(decodeText(big)).toBe(words);
  });
});

describe('pasted pictures', () => {
  it('are named by when they were pasted, and keep a name of their own', () => {
    const at = new Date(2026, 10, 24, 9, 5, 7);
    const files = ['image.png', 'image.png', 'Board.png'].map((name) => new File(['x'], name, { type: 'image/png' }));
    expect(namePasted(files, at).map(({ name }) => name)).toEqual([
      'Screenshot 2026-11-24 09.05.07.png',
      'Screenshot 2026-11-24 09.05.07 2.png',
      'Board.png',
    ]);
  });
});
