// The report on the screen and for PDF says what Word says: the same tables, the same words, nothing of it markup.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { previewReport, writePrintPage } from '../../electron/exports/export-html.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-html-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface ReadHtml {
  tables: Map<string, string>;
  words: string;
  ids: string[];
  links: string[];
  elements: Set<string>;
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, '');

/** Reads the preview with an XML parser: it throws where an element is not closed or a text is not escaped. */
function readHtml(html: string): ReadHtml {
  const read: ReadHtml = { tables: new Map(), words: '', ids: [], links: [], elements: new Set() };
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  let table: string | undefined;
  parser.on('opentag', ({ name, attributes }) => {
    read.elements.add(name);
    for (const attribute of Object.keys(attributes)) read.elements.add(`@${attribute}`);
    if (attributes.id) read.ids.push(attributes.id);
    if (attributes.href) read.links.push(attributes.href);
    if (name === 'table') read.tables.set((table = attributes['aria-label'] ?? ''), '');
  });
  parser.on('text', (text) => {
    read.words += text;
    if (table !== undefined) read.tables.set(table, (read.tables.get(table) ?? '') + squeeze(text));
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'table') table = undefined;
  });
  parser.write(`<body>${html}</body>`).close();
  return read;
}

describe('the report as a page', () => {
  it('has every table of the Word report, word by word', async () => {
    const model = aReportModel({ ...modelSizes.small, accepted: true });
    const file = path.join(folder, 'report.docx');
    await exportWord(model, file);
    const word = openWord(file).tables;
    const { tables } = readHtml(previewReport(model).html);
    // Word cuts long titles of groups in the map, and sets the large numbers and the pictures in tables.
    const own = [...word.keys()].filter(
      (name) => !/^(Result of every requirement|Photographs|The audit in numbers)$/.test(name),
    );
    const compared = own.filter((name) => tables.has(name));
    expect(compared.length).toBeGreaterThan(25);
    for (const name of compared) expect(tables.get(name), name).toBe(squeeze((word.get(name) ?? []).flat().join('')));
    expect(own.filter((name) => !tables.has(name))).toEqual([]);
  });

  it('has an end for every link, each place once, and neither script nor style', () => {
    const { html } = previewReport(aReportModel({ ...modelSizes.small, accepted: true }));
    const { ids, links, elements } = readHtml(html);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    for (const refused of ['script', 'style', 'iframe', 'object', '@style', '@onclick', '@src'])
      expect(elements.has(refused), refused).toBe(false);
  });

  it('carries any text as text', () => {
    const model = aReportModel({ ...modelSizes.small, findings: 1 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const [finding] = model.findings;
        if (finding) finding.nature = `<script>alert(1)</script>${text}"'>]]>`;
        const { elements, words } = readHtml(previewReport(model).html);
        expect(elements.has('script')).toBe(false);
        expect(words).toContain('<script>alert(1)</script>');
      }),
      { numRuns: 25 },
    );
  });

  it('is printed with the head of every page, pages that turn, and no way out', async () => {
    const target = path.join(folder, 'print.html');
    await writePrintPage(aReportModel(modelSizes.small), target);
    const page = readFileSync(target, 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).toMatch(/@top-left\{content:"2026-/);
    expect(page).toContain('counter(pages)');
    expect(page).toContain('<div class="turned">');
    expect(page).not.toMatch(/https?:/);
  });
});
