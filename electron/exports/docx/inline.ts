import { crc32 } from 'node:zlib';
import type { Run, WordsLook } from '../blocks.ts';
import { drawingXml } from './drawing.ts';
import { type ParagraphStyleId, paragraphStyles } from './theme.ts';
import { escapeXml, hasRightToLeft, isRightToLeft, runContent, runXml, textRun } from './xml-text.ts';

/**
 * The bookmark of a place: letters, digits and underscores, at most 40, the same on every call. Numbers and usual ids
 * keep their looks (`E_012`, `R_A_6_2_4`); anything else gets a check sum, so that no two places share a name.
 */
export function bookmarkName(place: string): string {
  if (/^[A-Z]-[A-Z]?\d{1,30}$/.test(place)) return place.replace('-', '_');
  if (/^[A-Z0-9.]{1,38}$/.test(place)) return `R_${place.replaceAll('.', '_')}`;
  const sum = crc32(place).toString(16).padStart(8, '0');
  return `P_${place.replaceAll(/[^A-Za-z0-9]+/g, '_').slice(0, 28)}_${sum}`;
}

/** Numbers the bookmarks of one document, and knows those that the lists of contents lead to. */
export interface Bookmarks {
  nextId(): number;
  /** The bookmark around a whole heading or caption; none where no list names it. */
  markOf(target: object): string | undefined;
}

/** The bookmarks of one document. */
export function createBookmarks(marks: ReadonlyMap<object, string> = new Map()): Bookmarks {
  let lastId = 0;
  return { nextId: () => (lastId += 1), markOf: (target) => marks.get(target) };
}

const character = (style: string) => `<w:rStyle w:val="${style}"/>`;
const looks = {
  bold: character('Strong'),
  muted: character('Muted'),
  hash: character('Hash'),
  id: character('QuestionId'),
  sample: character('Sample'),
} as const;

/** The character style of a tone's chip, and of words in its ink alone. */
export const chipStyle = (tone: string) => `Chip_${tone}`;
export const inkStyle = (tone: string) => `Ink_${tone}`;

/** A bookmark around XML. */
export function bookmark(bookmarks: Bookmarks, name: string, xml: string): string {
  const id = bookmarks.nextId();
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${xml}<w:bookmarkEnd w:id="${id}"/>`;
}

/**
 * A field with its result already there: Word shows the result and asks nothing. The run that ends it carries
 * `properties`, as LibreOffice draws the result in the look of that one; where its words are of one script it is their run,
 * for a large report has thousands of fields.
 */
export function field(instruction: string, result: string, properties = ''): string {
  const begin =
    `<w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> ${instruction} </w:instrText>` +
    '<w:fldChar w:fldCharType="separate"/>';
  const end = '<w:fldChar w:fldCharType="end"/>';
  if (hasRightToLeft(result)) return runXml(begin, '') + textRun(result, properties) + runXml(end, properties);
  return runXml(begin, '') + runXml(runContent(escapeXml(result)) + end, properties);
}

/** A live cross-reference to a place, showing `text` in a character style; a counted number is asked for by \\r. */
export function reference(place: string, text: string, style = 'Ref', counted = false): string {
  const number = counted ? '\\r ' : '';
  return field(`REF ${bookmarkName(place)} ${number}\\h \\* MERGEFORMAT`, text, character(style));
}

/** The room at both sides of a chip's words; a line does not break there. */
const pad = '\u00a0';

/** Ids of signatures begin above those of all pictures. */
const firstDrawing = 1_000_000;

/** Runs as WordprocessingML. */
export function inlineXml(runs: readonly Run[], bookmarks: Bookmarks): string {
  let xml = '';
  let waiting = '';
  let look: WordsLook | undefined;
  const plain = () => (waiting === '' ? '' : textRun(waiting, look ? looks[look] : ''));
  for (const run of runs) {
    if (run.kind === 'words') {
      // Words that follow each other in one look are one run.
      if (run.look !== look) xml += plain();
      waiting = run.look === look ? waiting + run.text : run.text;
      look = run.look;
      continue;
    }
    xml += plain();
    waiting = '';
    if (run.kind === 'reference') xml += reference(run.place, run.text, 'Ref', run.counted);
    else if (run.kind === 'drawing') xml += drawingXml(run, firstDrawing + bookmarks.nextId());
    else if (run.kind === 'chip') xml += textRun(`${pad}${run.text}${pad}`, character(chipStyle(run.tone)));
    else xml += bookmark(bookmarks, bookmarkName(run.place), textRun(run.text, run.look ? looks[run.look] : ''));
  }
  return xml + plain();
}

/** What a paragraph may have beyond its style. */
export interface ParagraphExtras {
  keepNext?: boolean;
  /** Leaves out the number that the style counts. */
  unnumbered?: boolean;
  /** The content of w:tabs, beyond what the style has. */
  tabs?: string;
  /** Points before and after, where the style has none. */
  before?: number;
  after?: number;
}

/** A paragraph in a style around runs that are XML already. `text` decides its direction. */
export function paragraphXml(
  style: ParagraphStyleId,
  content: string,
  text = '',
  extras: ParagraphExtras = {},
): string {
  const properties =
    (style === 'Normal' ? '' : `<w:pStyle w:val="${style}"/>`) +
    (extras.keepNext && !('keepNext' in paragraphStyles[style]) ? '<w:keepNext/>' : '') +
    (extras.unnumbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' : '') +
    (extras.tabs ? `<w:tabs>${extras.tabs}</w:tabs>` : '') +
    (isRightToLeft(text) ? '<w:bidi/>' : '') +
    (extras.before || extras.after
      ? `<w:spacing${space('before', extras.before)}${space('after', extras.after)}/>`
      : '');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

const space = (side: string, points: number | undefined) => (points ? ` w:${side}="${Math.round(points * 20)}"` : '');

/** The words of runs, without their looks. */
export function plainText(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map(({ text }) => text).join('');
}

/** What stands above a table or below a figure. `target` is what lists name, `place` what references lead to. */
export interface CaptionParts {
  label: 'Table' | 'Figure';
  number: number;
  target: object;
  place?: string;
  /** The words as runs, and as plain text. */
  words: string;
  text: string;
  keepNext: boolean;
}

/** A caption: its label and number bold, the number a real sequence field, then the words. */
export function captionXml(
  { label, number, target, place, words, text, keepNext }: CaptionParts,
  bookmarks: Bookmarks,
): string {
  const strong = looks.bold;
  const sequence = field(`SEQ ${label} \\* ARABIC`, String(number), strong);
  const named = `${textRun(`${label} `, strong)}${sequence}`;
  const placed = place ? bookmark(bookmarks, bookmarkName(place), named) : named;
  const content = `${placed}${textRun('. ', strong)}${words}`;
  const mark = bookmarks.markOf(target);
  return paragraphXml('Caption', mark ? bookmark(bookmarks, mark, content) : content, text, { keepNext });
}

/** Words as runs without a look. */
export function wordsXml(text: string): string {
  return textRun(text, '');
}

/** An attribute value. */
export const attribute = escapeXml;
