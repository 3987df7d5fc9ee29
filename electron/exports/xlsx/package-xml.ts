import { chartXml } from './chart-xml.ts';
import type { Workbook } from './compose-workbook.ts';
import { definedNamesXml } from './defined-names.ts';
import { drawingXml } from './drawing-xml.ts';
import { declaration, mainSpace, officeSpace, packageSpace, relationships } from './parts.ts';
import { tableXml } from './table-xml.ts';
import { cleanText, escapeXml } from './xml-text.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const drawingType = 'application/vnd.openxmlformats-officedocument';

const plain = (text: string): string => escapeXml(cleanText(text));
const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;

/** A part beside the sheets: its name, its content, and its type for the list of contents. */
type ExtraPart = [name: string, xml: string, type?: string];

/** What belongs to single sheets: tables, drawings, charts, and the relationships that lead to them. */
function sheetParts({ sheets }: Workbook): ExtraPart[] {
  const parts: ExtraPart[] = [];
  const relate = (owner: string, targets: readonly (readonly [string, string])[]) => {
    const [folder = '', file = ''] = owner.split(/(?<=\/)(?=[^/]+$)/);
    parts.push([`${folder}_rels/${file}.rels`, relationships(targets)]);
  };
  let tables = 0;
  let drawings = 0;
  let charts = 0;
  for (const [index, sheet] of sheets.entries()) {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    if (sheet.table) {
      tables += 1;
      parts.push([`xl/tables/table${tables}.xml`, tableXml(sheet, tables), `${contentType}.table+xml`]);
      relate(part, [[`${officeSpace}/table`, `../tables/table${tables}.xml`]]);
    }
    const { charts: own = [] } = sheet;
    if (own.length === 0) continue;
    drawings += 1;
    const drawing = `xl/drawings/drawing${drawings}.xml`;
    parts.push([drawing, drawingXml(own), `${drawingType}.drawing+xml`]);
    relate(part, [[`${officeSpace}/drawing`, `../drawings/drawing${drawings}.xml`]]);
    const targets = own.map((chart): [string, string] => {
      charts += 1;
      parts.push([`xl/charts/chart${charts}.xml`, chartXml(chart), `${drawingType}.drawingml.chart+xml`]);
      return [`${officeSpace}/chart`, `../charts/chart${charts}.xml`];
    });
    relate(drawing, targets);
  }
  return parts;
}

function contentTypes({ sheets }: Workbook, extra: readonly ExtraPart[]): string {
  return [
    `${declaration}<Types xmlns="${packageSpace}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${contentType}.sheet.main+xml`),
    ...sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${contentType}.worksheet+xml`)),
    ...extra.flatMap(([name, , type]) => (type ? [override(name, type)] : [])),
    override('xl/styles.xml', `${contentType}.styles+xml`),
    override('xl/sharedStrings.xml', `${contentType}.sharedStrings+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    '</Types>',
  ].join('');
}

function workbookXml(workbook: Workbook): string {
  const entries = workbook.sheets.map(({ name }, index) => {
    return `<sheet name="${plain(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  return [
    `${declaration}<workbook xmlns="${mainSpace}" xmlns:r="${officeSpace}"><workbookPr/>`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000" tabRatio="800"/></bookViews>',
    `<sheets>${entries.join('')}</sheets>${definedNamesXml(workbook)}</workbook>`,
  ].join('');
}

function coreProperties({ title, subject, creator, createdAt }: Workbook): string {
  const at = new Date(createdAt).toISOString();
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return [
    `${declaration}<cp:coreProperties xmlns:cp="${packageSpace}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${plain(title)}</dc:title><dc:subject>${plain(subject)}</dc:subject>`,
    `<dc:creator>${plain(creator)}</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`,
  ].join('');
}

function appProperties({ application }: Workbook): string {
  const space = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return `${declaration}<Properties xmlns="${space}"><Application>${plain(application)}</Application></Properties>`;
}

/** The parts that hold no cells: what the file is made of and where everything is. */
export function packageParts(workbook: Workbook): [name: string, xml: string][] {
  const sheets = workbook.sheets.map((_, index): [string, string] => {
    return [`${officeSpace}/worksheet`, `worksheets/sheet${index + 1}.xml`];
  });
  const extra = sheetParts(workbook);
  return [
    ['[Content_Types].xml', contentTypes(workbook, extra)],
    [
      '_rels/.rels',
      relationships([
        [`${officeSpace}/officeDocument`, 'xl/workbook.xml'],
        [`${packageSpace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        [`${officeSpace}/extended-properties`, 'docProps/app.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(workbook)],
    ['docProps/app.xml', appProperties(workbook)],
    ['xl/workbook.xml', workbookXml(workbook)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets,
        [`${officeSpace}/styles`, 'styles.xml'],
        [`${officeSpace}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    ],
    ...extra.map(([name, xml]): [string, string] => [name, xml]),
  ];
}
