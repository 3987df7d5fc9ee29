import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPanes, paneLimits, sizedPanes } from '../../renderer/ui/pane-sizes.ts';

describe('the widths of panes', () => {
  it('leave room for the pane that takes the rest, whatever was chosen on whatever page', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('reading' as const, 'register' as const),
        fc.constantFrom(2, 3),
        fc.integer({ min: 840, max: 4_000 }),
        fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 2 }),
        (shape, panes, whole, chosen) => {
          const widths = fitPanes(shape, panes, whole, chosen);
          expect(widths).toHaveLength(sizedPanes(shape, panes).length);
          expect(whole - widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(230);
          for (const [place, pane] of sizedPanes(shape, panes).entries()) {
            const { least, most } = paneLimits(shape, pane, whole);
            expect(widths[place]).toBeGreaterThanOrEqual(least);
            expect(widths[place]).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });

  it('are as chosen where there is room, and as usual where nothing was chosen', () => {
    expect(fitPanes('reading', 3, 1_182, [300, 0])).toEqual([300, 296]);
    expect(fitPanes('reading', 3, 972, [])).toEqual([220, 248]);
    expect(fitPanes('register', 2, 1_182, [])).toEqual([426]);
  });
});
