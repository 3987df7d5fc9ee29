// Charts as lying bars that are plain elements: crisp, selectable, read aloud by their alternative text.
import type { ChartBlock } from '../blocks.ts';
import { escapeXml } from '../docx/xml-text.ts';

/** A chart of a report. */
export function chartHtml({ alt, categories, series }: ChartBlock): string {
  const isOne = series.length === 1;
  const sums = categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const bars = categories.map((category, place) => {
    const parts = series.map(({ name, tone, tones, values }) => {
      const value = values[place] ?? 0;
      if (value === 0) return '';
      const own = tones?.[place] ?? tone;
      const width = ((100 * value) / most).toFixed(2);
      const bar = `<i class="${isOne ? 'solid' : 'tone'}-${own}" style="width:${width}%" title="${escapeXml(name)}">${isOne ? '' : value}</i>`;
      return isOne ? `${bar}<b>${value}</b>` : bar;
    });
    return `<div class="bar"><span>${escapeXml(category)}</span><div>${parts.join('')}</div></div>`;
  });
  const legend = isOne
    ? ''
    : `<p class="legend">${series.map(({ name, tone }) => `<span><i class="tone-${tone}"></i>${escapeXml(name)}</span>`).join('')}</p>`;
  return `<div class="bars" role="img" aria-label="${escapeXml(alt)}">${bars.join('')}${legend}</div>`;
}
