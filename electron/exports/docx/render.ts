import type { HeadingBlock, ReportDocument } from '../blocks.ts';
import { documentXml } from './body.ts';
import { createBookmarks } from './inline.ts';
import { markPicture } from './mark.ts';
import {
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  coverFooterXml,
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

/** Longest list of contents with its second level, in lines. */
const longestContents = 120;
/** Above this many pages the estimate drifts, and the list of contents has section numbers only. */
const mostPages = 100;

function headingsOf(document: ReportDocument): HeadingBlock[] {
  const headings = document.blocks.filter((block) => block.kind === 'heading');
  const upper = headings.filter(({ level }) => level <= 2);
  return upper.length <= longestContents ? upper : headings.filter(({ level }) => level === 1);
}

/** A report as the parts of a Word document, texts first and pictures last. Reads no file. */
export function renderDocument(document: ReportDocument): ZipPart[] {
  const headings = headingsOf(document);
  const { pages, pageOf } = estimatePages(document, headings);
  const contents = headings.map((heading) => ({
    heading,
    page: pages <= mostPages ? pageOf.get(heading) : undefined,
  }));
  const pictures = createPictures();
  const body = documentXml(document, { bookmarks: createBookmarks(), pictures, contents });
  const cover = document.blocks.find((block) => block.kind === 'cover');
  return [
    { name: '[Content_Types].xml', text: contentTypesXml() },
    { name: '_rels/.rels', text: packageRelationshipsXml() },
    { name: 'word/document.xml', text: body },
    { name: 'word/_rels/document.xml.rels', text: documentRelationshipsXml(pictures.media) },
    { name: 'word/styles.xml', text: stylesXml() },
    { name: 'word/settings.xml', text: settingsXml() },
    { name: 'word/fontTable.xml', text: fontTableXml() },
    { name: 'word/header.xml', text: headerXml(document) },
    { name: 'word/footer.xml', text: footerXml(document, pages) },
    { name: 'word/cover-footer.xml', text: coverFooterXml(cover?.note ?? '') },
    { name: 'docProps/core.xml', text: corePropertiesXml(document) },
    { name: 'docProps/app.xml', text: appPropertiesXml(document) },
    { name: 'word/media/mark.png', bytes: markPicture },
    ...pictures.media.map(({ name, file }) => ({ name: `word/${name}`, file })),
  ];
}
