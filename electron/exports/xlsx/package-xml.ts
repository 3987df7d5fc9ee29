import type { Sheet } from './cells.ts';
import type { Workbook } from './compose-workbook.ts';
import { declaration, mainSpace, tableRange } from './worksheet-xml.ts';
import { cleanText, escapeXml } from './xml-text.ts';

const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const plain = (text: string): string => escapeXml(cleanText(text));

/** A name in a formula: `'Long texts'!$A$1:$F$9`. */
function absolute(sheet: Sheet, range: string): string {
  return `'${sheet.name}'!${range.replaceAll(/([A-Z]+)?(\d+)/g, (_, letters: string | undefined, row: string) => `${letters ? `$${letters}` : ''}$${row}`)}`;
}

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;

function contentTypes({ sheets }: Workbook): string {
  return [
    `${declaration}<Types xmlns="${packageSpace}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${contentType}.sheet.main+xml`),
    ...sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${contentType}.worksheet+xml`)),
    override('xl/styles.xml', `${contentType}.styles+xml`),
    override('xl/sharedStrings.xml', `${contentType}.sharedStrings+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    '</Types>',
  ].join('');
}

function relationships(entries: [type: string, target: string][]): string {
  const items = entries.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return `${declaration}<Relationships xmlns="${packageSpace}/relationships">${items.join('')}</Relationships>`;
}

function workbookXml({ sheets }: Workbook): string {
  const entries = sheets.map(({ name }, index) => {
    return `<sheet name="${plain(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  const filters = sheets.flatMap((sheet, index) => {
    if (!sheet.table) return [];
    const range = plain(absolute(sheet, tableRange(sheet)));
    return [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName>`];
  });
  const titles = sheets.map((sheet, index) => {
    // Where a sheet is printed on pages beside each other, each of them names its rows.
    const names = (sheet.form?.pagesWide ?? 1) > 1 ? `'${sheet.name}'!$A:$A,` : '';
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${plain(names + absolute(sheet, '1:1'))}</definedName>`;
  });
  return [
    `${declaration}<workbook xmlns="${mainSpace}" xmlns:r="${officeSpace}"><workbookPr/>`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000" tabRatio="800"/></bookViews>',
    `<sheets>${entries.join('')}</sheets><definedNames>${[...filters, ...titles].join('')}</definedNames></workbook>`,
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
  return [
    ['[Content_Types].xml', contentTypes(workbook)],
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
  ];
}
