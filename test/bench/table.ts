import type { Figure } from './measure.ts';

const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** Figures as lines of a table: name, value, target, and what there is to know. */
export function formatFigures(figures: readonly Figure[]): string {
  return figures
    .map(({ name, value, unit, target, isMissed, low, high, note }) => {
      const amount = `${value.toFixed(digits(value))} ${unit}`.padStart(12);
      const verdict = target === undefined ? '' : `at most ${target} ${unit}  ${isMissed ? 'MISSED' : 'met'}`;
      const range = low === high ? '' : `${low.toFixed(digits(low))} to ${high.toFixed(digits(high))}`;
      const remarks = [range, note ?? ''].filter((text) => text !== '').join('; ');
      return `  ${name.padEnd(58)} ${amount}  ${verdict.padEnd(26)} ${remarks}`.trimEnd();
    })
    .join('\n');
}
