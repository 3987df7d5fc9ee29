import type { ReportDocument } from '../blocks.ts';
import { documentXml } from './body.ts';
import { chartXml } from './charts.ts';
import { listedIn, marksOf } from './contents.ts';
import { createBookmarks } from './inline.ts';
import { markPicture } from './mark.ts';
import { numberingXml } from './numbering-part.ts';
import {
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  coverFooterXml,
  customPropertiesXml,
  documentRelationshipsXml,
  fontTableXml,
  footerXml,
  headerXml,
  packageRelationshipsXml,
  settingsXml,
} from './package-parts.ts';
import { estimatePages } from './page-estimate.ts';
import { createPictures } from './pictures.ts';
import { stylesXml } from './styles-part.ts';
import type { ZipPart } from './zip-write.ts';

/** Above this many pages the estimate drifts, and the lists have names only. */
const mostPages = 100;

/** A report as the parts of a Word document, texts first and pictures last. Reads no file. */
export function renderDocument(document: ReportDocument): ZipPart[] {
  const listed = listedIn(document);
  const { pages, pageOf } = estimatePages(document, listed, mostPages);
  const marks = marksOf(listed);
  const contents = { ...listed, marks, pageOf: pages <= mostPages ? pageOf : undefined };
  const pictures = createPictures(document);
  const cover = document.blocks.find((block) => block.kind === 'cover');
  return [
    { name: '[Content_Types].xml', text: contentTypesXml(pictures) },
    { name: '_rels/.rels', text: packageRelationshipsXml() },
    {
      name: 'word/document.xml',
      text: () => documentXml(document, { bookmarks: createBookmarks(marks), pictures, contents }),
    },
    { name: 'word/_rels/document.xml.rels', text: documentRelationshipsXml(pictures) },
    { name: 'word/styles.xml', text: stylesXml(document.language) },
    { name: 'word/numbering.xml', text: numberingXml() },
    { name: 'word/settings.xml', text: settingsXml(document) },
    { name: 'word/fontTable.xml', text: fontTableXml() },
    { name: 'word/header.xml', text: headerXml(document, false) },
    { name: 'word/footer.xml', text: footerXml(document, pages, false) },
    { name: 'word/header-turned.xml', text: headerXml(document, true) },
    { name: 'word/footer-turned.xml', text: footerXml(document, pages, true) },
    { name: 'word/cover-footer.xml', text: coverFooterXml(cover?.note ?? '') },
    { name: 'docProps/core.xml', text: corePropertiesXml(document) },
    { name: 'docProps/app.xml', text: appPropertiesXml(document) },
    { name: 'docProps/custom.xml', text: customPropertiesXml(document) },
    ...pictures.charts.map(({ name, chart }) => ({ name: `word/${name}`, text: chartXml(chart) })),
    { name: 'word/media/mark.png', bytes: markPicture },
    ...pictures.media.map(({ name, file }) => ({ name: `word/${name}`, file })),
  ];
}
