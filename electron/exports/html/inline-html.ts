// Lines of a report as HTML. Every text passes `escapeXml`: nothing a person wrote becomes markup.
import { drawingArea } from '../../../shared/domain/signatures.ts';
import type { DrawingRun, Run } from '../blocks.ts';
import { bookmarkName } from '../docx/inline.ts';
import { escapeXml } from '../docx/xml-text.ts';

const looks = { bold: 'bold', muted: 'muted', hash: 'hash', id: 'question-id', sample: 'sample' } as const;

const span = (look: keyof typeof looks | undefined, html: string, id = '') =>
  look || id ? `<span${look ? ` class="${looks[look]}"` : ''}${id && ` id="${id}"`}>${html}</span>` : html;

/** A link inside the document. */
export const link = (place: string, text: string): string => `<a href="#${bookmarkName(place)}">${escapeXml(text)}</a>`;

function drawing({ path, width, alt }: DrawingRun): string {
  const { width: across, height } = drawingArea;
  const line = path === '' ? `M0 ${height - 10}L${across} ${height - 10}` : path;
  return `<svg class="${path === '' ? 'line' : 'signature'}" role="img" aria-label="${escapeXml(alt)}" viewBox="0 0 ${across} ${height}" width="${Math.round((width * 96) / 25.4)}"><path d="${escapeXml(line)}"/></svg>`;
}

const drawn: { [K in Run['kind']]: (run: Extract<Run, { kind: K }>) => string } = {
  words: ({ look, text }) => span(look, escapeXml(text)),
  place: ({ look, text, place }) => span(look, escapeXml(text), bookmarkName(place)),
  reference: ({ place, text }) => link(place, text),
  chip: ({ tone, text }) => `<span class="chip tone-${tone}">${escapeXml(text)}</span>`,
  drawing,
};

/** Runs as HTML. */
export const runsHtml = (runs: readonly Run[]): string =>
  runs.map((run) => (drawn[run.kind] as (one: Run) => string)(run)).join('');

/** A paragraph in a style of the report; its direction is that of its first letter. */
export const paragraphHtml = (style: string, html: string, tag = 'p'): string =>
  `<${tag} class="${style}" dir="auto">${html}</${tag}>`;

/** Paragraphs of a cell. */
export const cellHtml = (style: string, paragraphs: readonly Run[][]): string =>
  paragraphs.map((runs) => paragraphHtml(style, runsHtml(runs))).join('');
