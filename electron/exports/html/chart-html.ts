// Charts as drawings in the page: crisp at any size, their words can be selected. Lengths are millimetres.
import { type ChartBlock, textWidth } from '../blocks.ts';
import { colours, strongColour, tones } from '../docx/theme.ts';
import { escapeXml } from '../docx/xml-text.ts';

const labels = 46;
const line = 7.5;
const bar = 4.8;
const legendLine = 7;
/** Room at the right for the number of the longest bar. */
const end = 12;

const text = (x: number, y: number, anchor: 'start' | 'middle' | 'end', colour: string, words: string) =>
  `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-size="3.1" text-anchor="${anchor}" dominant-baseline="central" fill="#${colour}">${escapeXml(words)}</text>`;

const box = (x: number, y: number, width: number, height: number, tone: keyof typeof tones, isStrong: boolean) => {
  const { fill, hatched } = tones[tone];
  const edge = hatched || fill === colours.paper ? ` stroke="#${colours.lineStrong}" stroke-width="0.25"` : '';
  return `<rect x="${x.toFixed(2)}" y="${y.toFixed(2)}" width="${width.toFixed(2)}" height="${height}" fill="#${isStrong ? strongColour(tone) : fill}"${edge}/>`;
};

/** Longest line of a label, in characters, and how far its lines stand apart. */
const longestLine = 28;
const labelLine = 3.4;

/** A label on one line, or on two that part at a word. */
function inTwoLines(label: string): string[] {
  if (label.length <= longestLine) return [label];
  const at = label.lastIndexOf(' ', longestLine);
  return at > 0 ? [label.slice(0, at), label.slice(at + 1)] : [label];
}

/** A chart of a report. */
export function chartHtml({ alt, categories, series }: ChartBlock): string {
  const isOne = series.length === 1;
  const sums = categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
  const scale = (textWidth - labels - end) / Math.max(1, ...sums);
  const height = categories.length * line + (isOne ? 0 : legendLine);
  const parts: string[] = [];
  for (const [place, category] of categories.entries()) {
    const middle = place * line + line / 2;
    const lines = inTwoLines(category);
    for (const [at, part] of lines.entries())
      parts.push(text(labels - 3, middle + (at - (lines.length - 1) / 2) * labelLine, 'end', colours.ink2, part));
    let from = labels;
    for (const { tone, tones: own, values } of series) {
      const value = values[place] ?? 0;
      if (value === 0) continue;
      const width = value * scale;
      const shown = own?.[place] ?? tone;
      parts.push(box(from, middle - bar / 2, width, bar, shown, isOne));
      if (isOne) parts.push(text(from + width + 1.6, middle, 'start', colours.ink, String(value)));
      else if (width > 3) parts.push(text(from + width / 2, middle, 'middle', tones[shown].ink, String(value)));
      from += width;
    }
  }
  if (!isOne) {
    const room = (textWidth - labels) / series.length;
    for (const [place, { name, tone }] of series.entries()) {
      const from = labels + place * room;
      parts.push(
        box(from, height - 4.4, 3, 3, tone, false),
        text(from + 4.2, height - 2.9, 'start', colours.ink2, name),
      );
    }
  }
  return `<svg class="bars" role="img" aria-label="${escapeXml(alt)}" viewBox="0 0 ${textWidth} ${height}">${parts.join('')}</svg>`;
}
