// The small parts of the package: what stands beside word/document.xml.
import { type ReportDocument, textWidth, turnedTextWidth } from '../blocks.ts';
import { attribute, field, paragraphXml, wordsXml } from './inline.ts';
import type { Pictures } from './pictures.ts';
import { twips } from './tables.ts';
import type { BaseEdge } from './base-look.ts';
import { factsOf } from './font-facts.ts';
import type { Theme } from './theme.ts';
import { escapeXml } from './xml-text.ts';
import type { ZipPart } from './zip-write.ts';

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
  'word/numbering.xml': `${wordTypes}.numbering+xml`,
  'word/settings.xml': `${wordTypes}.settings+xml`,
  'word/fontTable.xml': `${wordTypes}.fontTable+xml`,
  'word/header.xml': `${wordTypes}.header+xml`,
  'word/footer.xml': `${wordTypes}.footer+xml`,
  'word/header-turned.xml': `${wordTypes}.header+xml`,
  'word/footer-turned.xml': `${wordTypes}.footer+xml`,
  'word/cover-footer.xml': `${wordTypes}.footer+xml`,
  'docProps/core.xml': `${packageTypes}.core-properties+xml`,
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
};

const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** [Content_Types].xml. */
export function contentTypesXml({ charts }: Pick<Pictures, 'charts'>): string {
  const typed = [...Object.entries(typedParts), ...charts.map(({ name }) => [`word/${name}`, chartType])];
  const overrides = typed.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
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
    relationship('rId4', `${office}/relationships/custom-properties`, 'docProps/custom.xml'),
  ]);
}

const type = (name: string) => `${office}/relationships/${name}`;

/** word/_rels/document.xml.rels. */
export function documentRelationshipsXml(
  { media, charts }: Pick<Pictures, 'media' | 'charts'>,
  mark: string | undefined,
): string {
  return relationships([
    relationship('rIdStyles', type('styles'), 'styles.xml'),
    relationship('rIdNumbering', type('numbering'), 'numbering.xml'),
    relationship('rIdSettings', type('settings'), 'settings.xml'),
    relationship('rIdFonts', type('fontTable'), 'fontTable.xml'),
    relationship('rIdHeader', type('header'), 'header.xml'),
    relationship('rIdFooter', type('footer'), 'footer.xml'),
    relationship('rIdHeaderTurned', type('header'), 'header-turned.xml'),
    relationship('rIdFooterTurned', type('footer'), 'footer-turned.xml'),
    relationship('rIdCoverFooter', type('footer'), 'cover-footer.xml'),
    ...(mark === undefined ? [] : [relationship('rIdMark', type('image'), mark.replace('word/', ''))]),
    ...charts.map(({ relation, name }) => relationship(relation, type('chart'), name)),
    ...media.map(({ relation, name }) => relationship(relation, type('image'), name)),
  ]);
}

const compatibility = (name: string, value: string) =>
  `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;

/** word/settings.xml: today's layout rules, and nothing that makes Word ask on opening. */
export function settingsXml({ language }: ReportDocument): string {
  return (
    `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
    `${compatibility('compatibilityMode', '15')}${compatibility('overrideTableStyleFontSizeAndJustification', '1')}` +
    `${compatibility('enableOpenTypeFeatures', '1')}${compatibility('doNotFlipMirrorIndents', '1')}</w:compat>` +
    `<w:themeFontLang w:val="${attribute(language)}"/>` +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}

const font = (name: string, other: string, family: string, pitch: string) =>
  `<w:font w:name="${attribute(name)}">${other && `<w:altName w:val="${other}"/>`}<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;

/** word/fontTable.xml: the fonts, with what to take where they are missing. */
export function fontTableXml({ fonts, styles }: Theme): string {
  const used = new Set([fonts.text, ...Object.values(styles).flatMap((style) => style.font ?? [])]);
  used.delete(fonts.mono);
  const texts = [...used].map((name) => {
    const { other, serif } = factsOf(name);
    return font(name, other ?? '', serif ? 'roman' : 'swiss', 'variable');
  });
  return `${declaration}<w:fonts ${namespaces}>${texts.join('')}${font(fonts.mono, 'Liberation Mono', 'modern', 'fixed')}</w:fonts>`;
}

/** Where the words at the right end of a turned page: the tabulator of the style is that of an upright one. */
const turnedTab = `<w:tabs><w:tab w:val="clear" w:pos="${twips(textWidth)}"/><w:tab w:val="right" w:pos="${twips(turnedTextWidth)}"/></w:tabs>`;

const edgeXml = (style: 'Header' | 'Footer', content: string, turned: boolean) =>
  turned
    ? `<w:p><w:pPr><w:pStyle w:val="${style}"/>${turnedTab}</w:pPr>${content}</w:p>`
    : paragraphXml(style, content);

const pictureNamespaces =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

/** The header of every page but the cover; `turned` for pages on their side. What a base document has stands above. */
function headerXml({ header }: ReportDocument, turned: boolean, base: BaseEdge | undefined): string {
  const words = `${wordsXml(header.left)}<w:r><w:tab/></w:r>${wordsXml(header.right)}`;
  return `${declaration}<w:hdr ${namespaces} ${pictureNamespaces}>${base?.xml ?? ''}${edgeXml('Header', words, turned)}</w:hdr>`;
}

/**
 * The footer of every page but the cover: page number and number of pages are real fields. What a base document has
 * stands below; where that counts pages, ours does not.
 */
function footerXml(
  { product, footer }: ReportDocument,
  pages: number,
  turned: boolean,
  base: BaseEdge | undefined,
): string {
  const number = `${wordsXml('Page ')}${field('PAGE', '2')}${wordsXml(' of ')}${field('NUMPAGES', String(pages))}`;
  const words = `${wordsXml(footer ?? product)}<w:r><w:tab/></w:r>${base?.countsPages ? '' : number}`;
  return `${declaration}<w:ftr ${namespaces} ${pictureNamespaces}>${edgeXml('Footer', words, turned)}${base?.xml ?? ''}</w:ftr>`;
}

/** The relationships of a header or footer, which lead to its pictures. */
const edgeRelationships = (edge: 'header' | 'footer', { pictures }: BaseEdge) =>
  relationships(
    pictures.map(({ relation, mediaType }) =>
      relationship(relation, type('image'), edgePicture(edge, relation, mediaType)),
    ),
  );

const edgePicture = (edge: string, relation: string, mediaType: string) =>
  `media/${edge}-${relation}.${mediaType.slice('image/'.length)}`;

/** The same for turned pages: no two drawings of a document share a number. */
const renumbered = (edge: BaseEdge | undefined): BaseEdge | undefined =>
  edge && {
    ...edge,
    xml: edge.xml.replaceAll(/<wp:docPr id="(\d+)"/g, (_, id) => `<wp:docPr id="${Number(id) + 500_000}"`),
  };

/** Headers and footers, upright and turned, with the pictures that a base document has in them. */
export function edgeParts(document: ReportDocument, pages: number, theme: Theme): ZipPart[] {
  const parts: ZipPart[] = [];
  for (const edge of ['header', 'footer'] as const) {
    const upright = theme[edge];
    for (const turned of [false, true]) {
      const base = turned ? renumbered(upright) : upright;
      const name = `${edge}${turned ? '-turned' : ''}.xml`;
      const text = edge === 'header' ? headerXml(document, turned, base) : footerXml(document, pages, turned, base);
      parts.push({ name: `word/${name}`, text });
      if (base && base.pictures.length > 0)
        parts.push({ name: `word/_rels/${name}.rels`, text: edgeRelationships(edge, base) });
    }
    for (const { relation, mediaType, bytes } of upright?.pictures ?? [])
      parts.push({ name: `word/${edgePicture(edge, relation, mediaType)}`, bytes: Buffer.from(bytes) });
  }
  return parts;
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
    `${date('created')}${date('modified')}<dc:language>${escapeXml(document.language)}</dc:language></cp:coreProperties>`
  );
}

/** docProps/app.xml. */
export function appPropertiesXml(document: ReportDocument): string {
  return `${declaration}<Properties xmlns="${office}/extended-properties"><Application>${attribute(document.product)}</Application><Company>${escapeXml(document.company)}</Company></Properties>`;
}

/** docProps/custom.xml: what document systems look for, such as reference and version, each as a property of its own. */
export function customPropertiesXml({ properties }: ReportDocument): string {
  const entries = properties.map(
    ([name, text], position) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${position + 2}" name="${attribute(name)}">` +
      `<vt:lpwstr>${escapeXml(text)}</vt:lpwstr></property>`,
  );
  return `${declaration}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">${entries.join('')}</Properties>`;
}
