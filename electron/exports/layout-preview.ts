// A layout of the house on a small page: what its cover, headings, words and tables look like. The words are examples.
import type { ReportDocument } from './blocks.ts';
import type { BaseLook } from './docx/base-look.ts';
import { themeOf } from './docx/house-theme.ts';
import { onScreen } from './export-html.ts';
import { documentHtml } from './html/blocks-html.ts';
import { reportStyles } from './html/styles.ts';
import type { ReportHouseLayout } from './report-model.ts';
import { coverLogo } from './sections/cover.ts';
import { cell, row, words } from './sections/composing.ts';

const line = (label: string, text: string) => ({ label, paragraphs: [[words(text)]] });

/** The page in the look of a layout. */
export function previewLayout(layout: ReportHouseLayout, base?: BaseLook): { html: string; styles: string } {
  const logo = coverLogo({ ...layout, logoFile: layout.logo });
  const lines = layout.coverLines.map((text) => text.trim()).filter(Boolean);
  const document: ReportDocument = {
    title: layout.name,
    subject: '',
    creator: '',
    company: '',
    keywords: [],
    product: 'Plumbline',
    createdAt: '2026-01-01T00:00:00Z',
    language: 'en-GB',
    properties: [],
    header: { left: '', right: '' },
    blocks: [
      {
        kind: 'cover',
        title: layout.coverTitle.trim() || 'Audit report',
        subtitles: ['AI management system'],
        ...(logo && { logo }),
        ...(lines.length > 0 && { lines }),
        ...(layout.coverNote.trim() && { houseNote: layout.coverNote.trim() }),
        rows: [line('Organisation', 'The audited organisation'), line('Reference', '2026-001')],
        note: '',
      },
      { kind: 'heading', level: 1, number: '1', counted: 'section', text: 'A section', place: '' },
      {
        kind: 'paragraph',
        runs: [
          words('This is how words look, and a reference to '),
          { kind: 'reference', place: 'F-001', text: 'F-001' },
          words('.'),
        ],
      },
      { kind: 'heading', level: 2, number: '1.1', counted: 'section', text: 'A part of it', place: '' },
      {
        kind: 'table',
        name: 'Example',
        columns: [
          { title: 'Requirement', width: 50 },
          { title: 'Result', width: 50 },
        ],
        rows: [row(cell('8.4'), cell('Conforms')), row(cell('A.6.2.4'), cell('Improvement'))],
      },
    ],
  };
  return { html: documentHtml(document, onScreen), styles: reportStyles(themeOf(layout, base)) };
}
