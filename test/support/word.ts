// Opens a Word file the way a reader would, with nothing of the writer's own code.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { countHeadings } from './office/heading-numbers.ts';
import { checkSchemasAfterwards, expectSound } from './office/sound.ts';

checkSchemasAfterwards();

export interface OpenedWord {
  names: string[];
  /** Text of a part. */
  part: (name: string) => string;
  /** The paragraphs of the document as plain text, with the numbers that lists count and the results of fields. */
  paragraphs: { style: string; text: string }[];
  /** Tables by their name, as texts of cells. */
  tables: Map<string, string[][]>;
}

/** Opens a Word file; throws where it is not sound by the rules and schemas of the format. */
export function openWord(file: string): OpenedWord {
  expectSound(file, 'docx');
  const entries = unzipSync(readFileSync(file));
  const part = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
  const count = countHeadings(part('word/styles.xml'), part('word/numbering.xml'));
  return { names: Object.keys(entries), part, ...readBody(part('word/document.xml'), count) };
}

function readBody(xml: string, count: (style: string) => string): Pick<OpenedWord, 'paragraphs' | 'tables'> {
  const paragraphs: OpenedWord['paragraphs'] = [];
  const tables: OpenedWord['tables'] = new Map();
  let table: string[][] | undefined;
  let words = false;
  /** Whether the paragraph is still to get the number that its style counts. */
  let isCounted = true;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') paragraphs.push({ style: 'Normal', text: '' });
    const last = paragraphs.at(-1);
    if (name === 'w:pStyle' && last) last.style = attributes['w:val'] ?? '';
    if (name === 'w:numId' && attributes['w:val'] === '0') isCounted = false;
    if (name === 'w:p') isCounted = true;
    if (name === 'w:r' && last && isCounted) last.text += count(last.style);
    if (name === 'w:r') isCounted = false;
    if (name === 'w:br' && last) last.text += '\n';
    if (name === 'w:tab' && last && attributes['w:val'] === undefined) last.text += '\t';
    if (name === 'w:tblCaption') tables.set(attributes['w:val'] ?? '', (table = []));
    if (name === 'w:tr') table?.push([]);
    if (name === 'w:tc') table?.at(-1)?.push('');
    words = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (!words) return;
    const last = paragraphs.at(-1);
    if (last) last.text += text;
    const row = table?.at(-1);
    if (row) row[row.length - 1] += text;
  });
  parser.on('closetag', ({ name }) => {
    words = false;
    if (name === 'w:tbl') table = undefined;
  });
  parser.write(xml).close();
  return { paragraphs, tables };
}
