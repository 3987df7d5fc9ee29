// The validator of exported files finds each kind of fault: every rule has one planted fault that only it can name.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import { ruleFaults, schemaFaults } from '../support/office/sound.ts';
import { makePhotos } from '../support/photos.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-sound-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = { docx: new Uint8Array(), xlsx: new Uint8Array() };

beforeAll(async () => {
  const pictures = await makePhotos(folder, 2, 20_000);
  const model = aReportModel({ ...modelSizes.small, pictures });
  // The longest annexes repeat what others have: without them each of the many faults is found in half the time.
  const isShort = (section: string) => section !== 'crosswalks' && section !== 'checklist';
  model.template = { ...model.template, sections: model.template.sections.filter(isShort) };
  await exportWord(model, path.join(folder, 'a.docx'));
  await exportExcel(model, path.join(folder, 'a.xlsx'));
  files.docx = readFileSync(path.join(folder, 'a.docx'));
  files.xlsx = readFileSync(path.join(folder, 'a.xlsx'));
});

/** The file with something replaced in one part; a part replaced by nothing is left out. */
function planted(kind: 'docx' | 'xlsx', part: string, from: string | RegExp, to: string): Uint8Array {
  const entries = unzipSync(files[kind]);
  const before = strFromU8(entries[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after, 'the fault was planted').not.toBe(before);
  if (after === '') delete entries[part];
  else entries[part] = strToU8(after);
  return zipSync(entries, { level: 1 });
}

const whole = /^[\s\S]*$/;
const body = 'word/document.xml';
const rels = 'word/_rels/document.xml.rels';
const styles = 'word/styles.xml';
const types = '[Content_Types].xml';
const book = 'xl/workbook.xml';
const sheet = 'xl/worksheets/sheet8.xml';
const table = 'xl/tables/table7.xml';
const drawing = 'xl/drawings/drawing1.xml';
const chart = 'xl/charts/chart1.xml';

const wordPlants: [fault: string, part: string, from: string | RegExp, to: string, named: RegExp][] = [
  ['XML that is not well-formed', styles, '</w:style>', '', /styles\.xml is not well-formed/],
  ['a prefix without a name space', body, '<w:p>', '<w:p><x:y/>', /document\.xml is not well-formed/],
  ['a document type', styles, '<w:styles', '<!DOCTYPE a><w:styles', /document type/],
  ['a missing part', 'word/footer.xml', whole, '', /footer\.xml, which is missing/],
  ['a part without a content type', types, 'Extension="png"', 'Extension="gif"', /mark\.png has no content type/],
  ['a content type given twice', types, 'Extension="png"', 'Extension="jpeg"', /jpeg has two content types/],
  ['a content type of nothing', types, '/word/header.xml', '/word/head.xml', /head\.xml has a content type but/],
  ['a relationship number used twice', rels, 'Id="rIdFonts"', 'Id="rIdStyles"', /has rIdStyles twice/],
  ['a relationship that is missing', rels, 'Id="rIdHeader"', 'Id="rIdOther"', /uses rIdHeader, which is no/],
  ['a part that nothing leads to', rels, /<Relationship Id="rIdFonts".*?\/>/, '', /nothing leads to word\/fontTable/],
  ['two drawings with one number', body, /(<wp:docPr id=")2"/, '$11"', /drawing 1 stands twice/],
  ['a drawing without a description', body, /(<wp:docPr [^>]*descr=")[^"]+/, '$1', /no alternative text/],
  ['a bookmark that stands twice', body, 'w:name="F_002"', 'w:name="F_001"', /bookmark F_001 stands twice/],
  ['a bookmark number that stands twice', body, 'bookmarkStart w:id="2"', 'bookmarkStart w:id="1"', /number 1 stands/],
  ['a bookmark without an end', body, '<w:bookmarkEnd w:id="3"/>', '', /bookmark 3 has no end/],
  ['a bookmark without a start', body, /<w:bookmarkStart w:id="3" [^>]*>/, '', /bookmark 3 has no start/],
  ['a bookmark with a name Word refuses', body, 'w:name="F_001"', 'w:name="F 001"', /F 001 is no name/],
  ['a link to nothing', body, /w:anchor="_Toc10000001"/, 'w:anchor="gone"', /a link leads to gone/],
  ['a reference to nothing', body, / REF F_001 /, ' REF gone ', /the field REF leads to gone/],
  ['a page reference to nothing', body, / PAGEREF _Toc10000002 /, ' PAGEREF gone ', /PAGEREF leads to gone/],
  ['a field without an end', body, '<w:fldChar w:fldCharType="end"/>', '', /field .* has no end/],
  [
    'a field without a beginning',
    body,
    '<w:fldChar w:fldCharType="begin"/>',
    '',
    /outside of a field|without a beginning/,
  ],
  [
    'a field without a text',
    'word/footer.xml',
    /(NUMPAGES.*?separate"\/><\/w:r><w:r>)<w:t>.*?<\/w:t>/,
    '$1',
    /NUMPAGES has no text/,
  ],
  ['a field out of date', body, 'fldCharType="begin"', 'fldCharType="begin" w:dirty="true"', /out of date/],
  ['a style that is missing', body, '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="None"/>', /style None is used/],
  ['a style that stands twice', styles, 'w:styleId="Small"', 'w:styleId="Lead"', /style Lead stands twice/],
  [
    'a numbering that is missing',
    body,
    /(<w:pStyle w:val="Heading1"\/>)/,
    '$1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>',
    /numbering 77 is missing/,
  ],
  [
    'a comment that is missing',
    body,
    '</w:p>',
    '<w:r><w:commentReference w:id="9"/></w:r></w:p>',
    /comment 9 is missing/,
  ],
  [
    'a style that counts in a list that is missing',
    'word/numbering.xml',
    'w:numId="1"',
    'w:numId="7"',
    /numbering 1 is/,
  ],
  [
    'a level that another style counts',
    'word/numbering.xml',
    '<w:pStyle w:val="Heading2"/>',
    '',
    /Heading2 counts at a/,
  ],
  [
    'a reference with another number than its heading',
    body,
    /( REF P_section_scope_\w+ \\r .*?<w:t>)2</,
    '$13<',
    /says 3 instead of 2/,
  ],
  [
    'a reference with other words than its place',
    body,
    /( REF F_001 .*?<w:t>)F-001</,
    '$1F-002<',
    /says F-002 instead of F-001/,
  ],
  [
    'a list of tables with a line too few',
    body,
    /<w:p><w:pPr><w:pStyle w:val="TableofFigures"\/><\/w:pPr><w:hyperlink w:anchor="_Toc20000002".*?<\/w:p>/,
    '',
    /list of tables has/,
  ],
  [
    'a list of figures with other words',
    body,
    /(w:anchor="_Toc30000001".*?<w:t>)Figure 1/,
    '$1Figure 9',
    /list of figures has/,
  ],
  [
    'a chart with a point too few',
    'word/charts/chart-1.xml',
    /<c:pt idx="0">.*?<\/c:pt>/,
    '',
    /chart-1\.xml has \d+ points instead of/,
  ],
  ['a chart that is missing', rels, /<Relationship Id="rIdChart1".*?\/>/, '', /uses rIdChart1, which is no/],
  ['a turned page that is not as wide', body, ' w:orient="landscape"', '', /is turned without saying so/],
  [
    'a section without its header',
    body,
    '<w:headerReference w:type="default" r:id="rIdHeaderTurned"/>',
    '',
    /pages without a header/,
  ],
  ['a property that stands twice', 'docProps/custom.xml', 'pid="3"', 'pid="2"', /property 2 stands twice/],
  ['a prompt on opening', 'word/settings.xml', '<w:compat>', '<w:updateFields/><w:compat>', /asks to update/],
];

const excelPlants: typeof wordPlants = [
  ['a sheet that stands twice', book, 'name="Findings"', 'name="Evidence"', /sheet evidence stands twice/],
  ['a sheet number that stands twice', book, 'sheetId="2"', 'sheetId="1"', /sheet number 1 stands twice/],
  ['a name that a sheet may not have', book, 'name="Notes"', 'name="No:tes"', /No:tes is no name/],
  ['a defined name that leads nowhere', book, /('?Findings'?)!/, "'Gone'!", /leads to 'Gone'!/],
  ['a link that leads nowhere', sheet, /location="[^"]+"/, 'location="Gone!A1"', /leads to Gone!A1/],
  ['a row out of order', sheet, '<row r="3"', '<row r="1"', /row 1 is out of order/],
  ['a cell out of order', sheet, '<c r="B2"', '<c r="A2"', /cell A2 is out of order/],
  ['a text that is missing', sheet, /t="s"><v>\d+</, 't="s"><v>999999<', /has no text/],
  ['a format that is missing', sheet, /<c r="A2" s="\d+"/, '<c r="A2" s="9999"', /A2 has no format/],
  [
    'merged cells that overlap',
    'xl/worksheets/sheet1.xml',
    '<mergeCell ',
    '<mergeCell ref="A2:C3"/><mergeCell ref="B3:D4"/><mergeCell ',
    /overlap/,
  ],
  ['a defined name that is a cell', book, 'name="count_actions"', 'name="AB12"', /AB12 is no name for a range/],
  ['a defined name that stands twice', book, 'name="count_actions"', 'name="count_notes"', /name count_notes .*twice/],
  [
    'a table with a name of two words',
    table,
    / displayName="\w+"/,
    ' displayName="The findings"',
    /no name for a table/,
  ],
  ['a table named like a range', table, / displayName="\w+"/, ' displayName="count_notes"', /the name of a range/],
  ['a table without a row', table, / ref="A1:X3"/, ' ref="A1:X1"', /no row below its header/],
  ['a table that filters elsewhere', table, '<autoFilter ref="A1:X3"', '<autoFilter ref="A1:X2"', /filters A1:X2/],
  ['a table with other titles', table, 'name="Grade"', 'name="Class"', /other titles than its header/],
  ['a table with too few columns', table, /<tableColumn id="24".*?>/, '', /has other columns/],
  ['a table number that stands twice', table, /(<table [^>]*) id="7"/, '$1 id="6"', /table number 6 stands twice/],
  ['a filter below a table', sheet, '</sheetData>', '</sheetData><autoFilter ref="A1:C3"/>', /lies on A1:C3/],
  [
    'merged cells in a table',
    sheet,
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
    /lies on A2:B2/,
  ],
  ['a table that is not used', sheet, /<tableParts.*<\/tableParts>/, '', /does not use its tables/],
  ['a list that is not there', sheet, 'list_grade', 'list_gone', /list list_gone is not there/],
  ['a validation of no range', sheet, /(<dataValidation [^>]*sqref=")[^"]+/, '$1B', /on B, which is no range/],
  ['two validations of a cell', sheet, /(<dataValidation [^>]*sqref=")[^"]+/, '$1A2:X3', /two validations share/],
  ['a validation without a formula', sheet, /<formula1>[^<]*/, '<formula1>', /no formula that can be/],
  ['miscounted validations', sheet, /<dataValidations count="\d+"/, '<dataValidations count="1"', /are miscounted/],
  ['a message that is too long', sheet, / error="/, ` error="${'long '.repeat(60)}`, /message is too long/],
  ['a rule without its format', sheet, /dxfId="\d+"/, 'dxfId="999"', /a rule has no format/],
  ['two rules of one rank', sheet, 'priority="2"', 'priority="1"', /two rules come 1\./],
  [
    'a rule without a formula',
    sheet,
    /(<cfRule [^>]*>)<formula>[^<]*<\/formula>/,
    '$1<formula></formula>',
    /rule has no formula/,
  ],
  ['a cell with two links', sheet, /(<hyperlink [^>]*>)/, '$1$1', /leads to two places/],
  ['a chart without a text', drawing, /descr="[^"]+"/, 'descr=""', /no alternative text/],
  ['two drawings with one number', drawing, 'cNvPr id="3"', 'cNvPr id="2"', /drawing 2 stands twice/],
  ['a drawing without room', drawing, /<xdr:to><xdr:col>\d+/, '<xdr:to><xdr:col>0', /a drawing has no room/],
  ['a drawing that is not used', 'xl/worksheets/sheet1.xml', /<drawing [^>]*>/, '', /does not use its drawing/],
  ['a chart that is not shown', drawing, /<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/, '', /does not show its charts/],
  ['a chart without a title', chart, /<c:title>.*?<\/c:title>/, '', /chart1\.xml has no title/],
  ['a chart of cells that are not there', chart, /<c:f>'Summary'!/, "<c:f>'Gone'!", /holds .* which holds undefined/],
  ['a chart of no range', chart, /<c:f>[^<]*/, '<c:f>Summary', /reads Summary, which is not there/],
  ['a chart with other numbers', chart, /(<c:numCache>.*?<c:v>)\d+/, '$177', /holds 77 for/],
  ['a chart with fewer values', chart, /<c:pt idx="1">.*?<\/c:pt>/, '', /values of/],
  [
    'a chart with an axis of no use',
    chart,
    '<c:axId val="2"/></c:barChart>',
    '<c:axId val="3"/></c:barChart>',
    /axis 3 of no use/,
  ],
];

describe('the validator of Word files', () => {
  it('has nothing against a report', () => expect(ruleFaults(files.docx)).toEqual([]));
  it.each(wordPlants)('names %s', (_fault, part, from, to, named) => {
    expect(ruleFaults(planted('docx', part, from, to)).join('\n')).toMatch(named);
  });
});

describe('the validator of workbooks', () => {
  it('has nothing against a workbook', () => expect(ruleFaults(files.xlsx)).toEqual([]));
  it.each(excelPlants)('names %s', (_fault, part, from, to, named) => {
    expect(ruleFaults(planted('xlsx', part, from, to)).join('\n')).toMatch(named);
  });
});

describe('the schemas', () => {
  it.each(['docx', 'xlsx'] as const)('have nothing against a sound %s', async (kind) => {
    expect(await schemaFaults(files[kind], kind)).toEqual([]);
  });

  it.each([
    ['docx', 'properties of a run after its text', body, /(<w:r>)(<w:rPr>.*?<\/w:rPr>)(<w:t>[^<]*<\/w:t>)/, '$1$3$2'],
    ['docx', 'properties of a paragraph in the wrong order', styles, /(<w:keepNext\/>)(<w:keepLines\/>)/, '$2$1'],
    ['docx', 'an element that does not exist', body, '<w:p>', '<w:p><w:nothing/>'],
    ['docx', 'an attribute with a value that does not exist', body, '<w:tblHeader/>', '<w:tblHeader w:val="perhaps"/>'],
    ['docx', 'a table without a grid', body, /<w:tblGrid>.*?<\/w:tblGrid>/, ''],
    ['xlsx', 'margins after the page', sheet, /(<pageMargins [^>]*>)(<pageSetup [^>]*>)/, '$2$1'],
    [
      'xlsx',
      'links before the rows',
      sheet,
      /(<sheetData>.*<\/sheetData>)(.*?)(<hyperlinks>.*<\/hyperlinks>)/,
      '$3$2$1',
    ],
    ['xlsx', 'an unknown kind of cell', sheet, 't="s"', 't="text"'],
    [
      'xlsx',
      'columns of a table before its filter',
      table,
      /(<autoFilter.*?>)(<tableColumns.*<\/tableColumns>)/,
      '$2$1',
    ],
    [
      'xlsx',
      'a chart whose bars come after its axes',
      chart,
      /(<c:barChart>.*<\/c:barChart>)(<c:catAx>.*<\/c:catAx>)/,
      '$2$1',
    ],
    ['xlsx', 'a drawing that is anchored to nothing', drawing, '<xdr:clientData/>', ''],
  ] as const)('object in a %s to %s', async (kind, _fault, part, from, to) => {
    expect(await schemaFaults(planted(kind, part, from, to), kind)).not.toEqual([]);
  });
});
