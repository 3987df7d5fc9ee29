// The small parts of the package: what stands beside word/document.xml.
import type { ReportDocument } from '../blocks.ts';
import { attribute, field, paragraphXml, wordsXml } from './inline.ts';
import type { MediaPart } from './pictures.ts';
import { fonts } from './theme.ts';
import { escapeXml } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const packageTypes = 'application/vnd.openxmlformats-package';
const packageSchemas = 'http://schemas.openxmlformats.org/package/2006';
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}/relationships"`;

/** The parts with a content type of their own, by path. */
const typedParts: Record<string, string> = {
  'word/document.xml': `${wordTypes}.document.main+xml`,
  'word/styles.xml': `${wordTypes}.styles+xml`,
  'word/settings.xml': `${wordTypes}.settings+xml`,
  'word/fontTable.xml': `${wordTypes}.fontTable+xml`,
  'word/header.xml': `${wordTypes}.header+xml`,
  'word/footer.xml': `${wordTypes}.footer+xml`,
  'word/cover-footer.xml': `${wordTypes}.footer+xml`,
  'docProps/core.xml': `${packageTypes}.core-properties+xml`,
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
};

/** [Content_Types].xml. */
export function contentTypesXml(): string {
  const overrides = Object.entries(typedParts).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return (
    `${declaration}<Types xmlns="${packageSchemas}/content-types">` +
    `<Default Extension="rels" ContentType="${packageTypes}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>' +
    `${overrides.join('')}</Types>`
  );
}

const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relationships = (entries: readonly string[]) =>
  `${declaration}<Relationships xmlns="${packageSchemas}/relationships">${entries.join('')}</Relationships>`;

/** _rels/.rels. */
export function packageRelationshipsXml(): string {
  return relationships([
    relationship('rId1', `${office}/relationships/officeDocument`, 'word/document.xml'),
    relationship('rId2', `${packageSchemas}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relationship('rId3', `${office}/relationships/extended-properties`, 'docProps/app.xml'),
  ]);
}

const type = (name: string) => `${office}/relationships/${name}`;

/** word/_rels/document.xml.rels. */
export function documentRelationshipsXml(media: readonly (MediaPart & { relation: string })[]): string {
  return relationships([
    relationship('rIdStyles', type('styles'), 'styles.xml'),
    relationship('rIdSettings', type('settings'), 'settings.xml'),
    relationship('rIdFonts', type('fontTable'), 'fontTable.xml'),
    relationship('rIdHeader', type('header'), 'header.xml'),
    relationship('rIdFooter', type('footer'), 'footer.xml'),
    relationship('rIdCoverFooter', type('footer'), 'cover-footer.xml'),
    relationship('rIdMark', type('image'), 'media/mark.png'),
    ...media.map(({ relation, name }) => relationship(relation, type('image'), name)),
  ]);
}

const compatibility = (name: string, value: string) =>
  `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;

/** word/settings.xml: today's layout rules, and nothing that makes Word ask on opening. */
export function settingsXml(): string {
  return (
    `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
    `${compatibility('compatibilityMode', '15')}${compatibility('overrideTableStyleFontSizeAndJustification', '1')}` +
    `${compatibility('enableOpenTypeFeatures', '1')}${compatibility('doNotFlipMirrorIndents', '1')}</w:compat>` +
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}

const font = (name: string, other: string, family: string, pitch: string) =>
  `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;

/** word/fontTable.xml: the two fonts, with what to take where they are missing. */
export function fontTableXml(): string {
  return (
    `${declaration}<w:fonts ${namespaces}>${font(fonts.text, 'Carlito', 'swiss', 'variable')}` +
    `${font(fonts.mono, 'Liberation Mono', 'modern', 'fixed')}</w:fonts>`
  );
}

/** The header of every page but the cover. */
export function headerXml({ header }: ReportDocument): string {
  const words = `${wordsXml(header.left)}<w:r><w:tab/></w:r>${wordsXml(header.right)}`;
  return `${declaration}<w:hdr ${namespaces}>${paragraphXml('Header', words)}</w:hdr>`;
}

/** The footer of every page but the cover: page number and number of pages are real fields. */
export function footerXml({ product }: ReportDocument, pages: number): string {
  const number = `${wordsXml('Page ')}${field('PAGE', wordsXml('2'))}${wordsXml(' of ')}${field('NUMPAGES', wordsXml(String(pages)))}`;
  return `${declaration}<w:ftr ${namespaces}>${paragraphXml('Footer', `${wordsXml(product)}<w:r><w:tab/></w:r>${number}`)}</w:ftr>`;
}

/** The footer of the cover. */
export function coverFooterXml(note: string): string {
  return `${declaration}<w:ftr ${namespaces}>${paragraphXml('Footer', wordsXml(note), note)}</w:ftr>`;
}

/** docProps/core.xml: title, subject, author, dates and language. */
export function corePropertiesXml(document: ReportDocument): string {
  const instant = new Date(document.createdAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packageSchemas}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(document.title)}</dc:title><dc:subject>${escapeXml(document.subject)}</dc:subject>` +
    `<dc:creator>${escapeXml(document.creator)}</dc:creator><cp:keywords>${escapeXml(document.keywords.join(', '))}</cp:keywords><cp:lastModifiedBy>${escapeXml(document.product)}</cp:lastModifiedBy>` +
    `${date('created')}${date('modified')}<dc:language>en-GB</dc:language></cp:coreProperties>`
  );
}

/** docProps/app.xml. */
export function appPropertiesXml(document: ReportDocument): string {
  return `${declaration}<Properties xmlns="${office}/extended-properties"><Application>${attribute(document.product)}</Application><Company>${escapeXml(document.company)}</Company></Properties>`;
}
