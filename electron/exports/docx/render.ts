import type { CoverBlock, ReportDocument } from '../blocks.ts';
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
  edgeParts,
  packageRelationshipsXml,
  settingsXml,
} from './package-parts.ts';
import { estimatePages } from './page-estimate.ts';
import { createPictures } from './pictures.ts';
import { stylesXml } from './styles-part.ts';
import { type Theme, usualTheme } from './theme.ts';
import type { ZipPart } from './zip-write.ts';

/** Above this many pages the estimate drifts, and the lists have names only. */
const mostPages = 100;

/** The picture of the cover: the logo of the house, else the mark of the product, which never stands over somebody's address. */
function coverMark(cover: CoverBlock | undefined): ZipPart | undefined {
  if (cover?.logo) return { name: `word/media/logo.${cover.logo.mediaType.slice(6)}`, file: cover.logo.file };
  return cover?.lines?.length ? undefined : { name: 'word/media/mark.png', bytes: markPicture };
}

/** A report as the parts of a Word document, texts first and pictures last. Reads no file. */
export function renderDocument(document: ReportDocument, theme: Theme = usualTheme): ZipPart[] {
  const listed = listedIn(document);
  const { pages, pageOf } = estimatePages(document, listed, mostPages, theme);
  const marks = marksOf(listed);
  const contents = { ...listed, marks, pageOf: pages <= mostPages ? pageOf : undefined };
  const pictures = createPictures(document);
  const cover = document.blocks.find((block) => block.kind === 'cover');
  const mark = coverMark(cover);
  return [
    { name: '[Content_Types].xml', text: contentTypesXml(pictures) },
    { name: '_rels/.rels', text: packageRelationshipsXml() },
    {
      name: 'word/document.xml',
      text: () => documentXml(document, { bookmarks: createBookmarks(marks), pictures, contents, theme }),
    },
    { name: 'word/_rels/document.xml.rels', text: documentRelationshipsXml(pictures, mark?.name) },
    { name: 'word/styles.xml', text: stylesXml(document.language, theme) },
    { name: 'word/numbering.xml', text: numberingXml() },
    { name: 'word/settings.xml', text: settingsXml(document) },
    { name: 'word/fontTable.xml', text: fontTableXml(theme) },
    ...edgeParts(document, pages, theme),
    { name: 'word/cover-footer.xml', text: coverFooterXml(cover?.note ?? '') },
    { name: 'docProps/core.xml', text: corePropertiesXml(document) },
    { name: 'docProps/app.xml', text: appPropertiesXml(document) },
    { name: 'docProps/custom.xml', text: customPropertiesXml(document) },
    ...pictures.charts.map(({ name, chart }) => ({ name: `word/${name}`, text: chartXml(chart, theme) })),
    ...(mark ? [mark] : []),
    ...pictures.media.map(({ name, file }) => ({ name: `word/${name}`, file })),
  ];
}
