import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawingArea,
  isDrawing,
  longestDrawing,
  pathOf,
  signatureFields,
  strokesOf,
} from '../../shared/domain/signatures.ts';

const point = fc.tuple(
  fc.double({ min: -50, max: drawingArea.width + 50, noNaN: true }),
  fc.double({ min: -50, max: drawingArea.height + 50, noNaN: true }),
);

describe('a drawn signature', () => {
  it('is a path of strokes inside its area, whatever was drawn', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 30 }), { maxLength: 8 }), (strokes) => {
        const path = pathOf(strokes);
        expect(isDrawing(path)).toBe(true);
        expect(pathOf(strokesOf(path))).toBe(path);
      }),
    );
  });

  it.each([
    'M1 1L2',
    'm1 1l2 2',
    'M1 1 L2 2',
    'M1.5 1L2 2',
    'M-1 1L2 2',
    'L1 1',
    `M${drawingArea.width + 1} 1L2 2`,
    'M1 1L2 2"/><script>',
    'M1 1C2 2 3 3 4 4',
    `M1 1${'L2 2'.repeat(longestDrawing / 4)}`,
  ])('is nothing else: %#', (drawing) => {
    expect(signatureFields.safeParse({ name: 'Ines Example', side: 'team', drawing }).success).toBe(false);
  });

  it('is read in time that grows with its length only', () => {
    const long = `M1 1${'L2 2'.repeat(14_000)}X`;
    expect(isDrawing(long)).toBe(false);
    expect(isDrawing(long.slice(0, -1))).toBe(true);
  });
});
