// A Word document from outside as the base of a layout: what is taken, what is said, and what is refused.
import { beforeAll, describe, expect, it } from 'vitest';
import { readBaseDocument } from '../../electron/exchange/base-document/read-base.ts';
import { largestBase } from '../../shared/domain/house-layouts.ts';
import { aBaseDocument, withParts } from '../support/base-document.ts';

let good: Uint8Array;
beforeAll(async () => {
  good = await aBaseDocument();
});

const read = (bytes: Uint8Array, name = 'house.docx') => readBaseDocument({ bytes, name });
const said = (bytes: Uint8Array) => read(bytes).remarks.map(({ kind, message }) => `${kind}: ${message}`);
const relation = (type: string, target: string, more = '') =>
  `<Relationship Id="rIdBad" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${more}/></Relationships>`;
const related = (type: string, target: string, more = '') => ({
  'word/_rels/document.xml.rels': (xml: string) => xml.replace('</Relationships>', relation(type, target, more)),
});
const inHeader = (xml: string) => ({
  'word/header1.xml': (all: string) => all.replace(/<\/w:p>\s*<\/w:hdr>/, `${xml}</w:p></w:hdr>`),
});

describe('what is refused', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const damages: [string, (document: Uint8Array) => Uint8Array, RegExp][] = [
    ['an empty file', () => new Uint8Array(), /is empty/],
    ['a text', () => text('Dear house,'), /is not a Word document/],
    ['a PDF', () => text('%PDF-1.7 …'), /is not a Word document/],
    ['an old Word document', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old|password/],
    ['too many bytes', () => new Uint8Array(largestBase + 1).fill(0x50), /larger than 5 MB/],
    ['a file cut off', (whole) => whole.subarray(0, whole.length - 300), /damaged/],
    [
      'a spreadsheet',
      (whole) => withParts(whole, { 'word/document.xml': null, 'xl/workbook.xml': '<x/>' }),
      /no Word document|not a Word document/,
    ],
    ['a document without styles', (whole) => withParts(whole, { 'word/styles.xml': null }), /styles/],
    ['macros', (whole) => withParts(whole, { 'word/vbaProject.bin': text('x') }), /macros/],
    [
      'a type with macros',
      (whole) =>
        withParts(whole, {
          '[Content_Types].xml': (xml) =>
            xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
        }),
      /macros|not a Word document/,
    ],
    ['an ActiveX control', (whole) => withParts(whole, { 'word/activeX/activeX1.xml': '<x/>' }), /ActiveX/],
    ['an embedded object', (whole) => withParts(whole, { 'word/embeddings/oleObject1.bin': text('x') }), /embedded/],
    ['another document inside', (whole) => withParts(whole, related('aFChunk', 'other.html')), /another file/],
    [
      'a document type',
      (whole) =>
        withParts(whole, {
          'word/styles.xml': (xml) => xml.replace('<w:styles', '<!DOCTYPE w:styles [<!ENTITY a "b">]><w:styles'),
        }),
      /styles\.xml/,
    ],
    ['no XML', (whole) => withParts(whole, { 'word/styles.xml': (xml) => xml.slice(0, 200) }), /styles\.xml/],
    [
      'elements nested without end',
      (whole) => withParts(whole, { 'word/header1.xml': `<w:hdr xmlns:w="w">${'<w:p>'.repeat(5_000)}` }),
      /header1\.xml/,
    ],
    [
      'a part that unpacks to too much',
      (whole) => withParts(whole, { 'word/styles.xml': new Uint8Array(30_000_000).fill(32) }),
      /unpacks|too/,
    ],
    [
      'styles without end',
      (whole) =>
        withParts(whole, {
          'word/styles.xml': (xml) =>
            xml.replace('</w:styles>', `${'<w:style w:type="paragraph" w:styleId="x"/>'.repeat(40_000)}</w:styles>`),
        }),
      /styles\.xml/,
    ],
    ['a name that leads out', (whole) => withParts(whole, { '../evil.xml': '<x/>' }), /outside/],
  ];

  it.each(damages)('%s', (_what, damage, sentence) => {
    expect(() => read(damage(good))).toThrow(sentence);
  });
});

describe('what is taken', () => {
  it('has fonts, sizes, colours, margins, header and footer of the document', () => {
    const { look, remarks } = read(good);
    expect(look.styles.Normal).toMatchObject({ font: 'Georgia', size: 11, colour: '202020', after: 8 });
    expect(look.styles['heading 1']).toMatchObject({
      font: 'Verdana',
      size: 18,
      bold: true,
      colour: '7a1f3d',
      after: 10,
    });
    expect(look.styles['heading 2']).toMatchObject({ size: 13, colour: '7a1f3d' });
    expect(look.styles['heading 2']?.bold).toBeUndefined();
    expect(look.page.top).toBeCloseTo(35.3, 0);
    expect(look.header?.words).toBe('Granite & Reed Assurance');
    expect(look.header?.pictures).toHaveLength(1);
    expect(look.footer?.countsPages).toBe(true);
    expect(look.footer?.xml).toContain('PAGE');
    expect(remarks.some(({ kind, message }) => kind === 'taken' && message.includes('heading 1'))).toBe(true);
  });

  it('has nothing of the text', () => expect(JSON.stringify(read(good).look)).not.toContain('not taken'));

  it('follows styles that are based on others, and gives up where they go round', () => {
    const styles = (xml: string) =>
      xml.replace(
        '</w:styles>',
        '<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Subtitle"/><w:basedOn w:val="Again"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>' +
          '<w:style w:type="paragraph" w:styleId="Again"><w:name w:val="again"/><w:basedOn w:val="Round"/><w:rPr><w:i/></w:rPr></w:style></w:styles>',
      );
    const { look } = read(
      withParts(good, {
        'word/styles.xml': (xml) => styles(xml.replaceAll(/<w:style [^>]*w:styleId="Subtitle".*?<\/w:style>/gs, '')),
      }),
    );
    expect(look.styles.Subtitle).toMatchObject({ size: 15, italic: true });
  });
});

describe('what is said and left', () => {
  it.each<[string, Record<string, (xml: string) => string>, RegExp]>([
    ['a style that is missing', {}, /^left: .*Subtitle/],
    [
      'a font nobody has',
      { 'word/styles.xml': (xml) => xml.replaceAll('Georgia', 'Granite Sans') },
      /^wrong: .*Granite Sans/,
    ],
    [
      'a colour that cannot be read',
      { 'word/styles.xml': (xml) => xml.replaceAll('7A1F3D', 'FFEE00') },
      /^wrong: .*darker/,
    ],
    [
      'a size beyond reason',
      { 'word/styles.xml': (xml) => xml.replace('w:sz w:val="22"', 'w:sz w:val="400"') },
      /^wrong: .*size/,
    ],
    [
      'margins that are too small',
      { 'word/document.xml': (xml) => xml.replace(/w:top="\d+"/, 'w:top="100"') },
      /^wrong: .*margin/,
    ],
    ['margins at the sides', {}, /^left: .*side/],
    [
      'a field that cannot be kept',
      inHeader('<w:fldSimple w:instr=" INCLUDETEXT secret.txt "><w:r><w:t>words</w:t></w:r></w:fldSimple>'),
      /^left: .*field.*INCLUDETEXT/,
    ],
    [
      'a picture of another kind',
      { 'word/_rels/header1.xml.rels': (xml) => xml.replace(/Target="[^"]*"/, 'Target="media/sign.emf"') },
      /^left: .*picture/,
    ],
    [
      'a picture that lies outside',
      {
        'word/_rels/header1.xml.rels': (xml) =>
          xml.replace(/Target="[^"]*"/, 'Target="https://example.invalid/a.png" TargetMode="External"'),
      },
      /^left: .*picture.*outside/,
    ],
    [
      'a template that is fetched from elsewhere',
      {
        'word/_rels/settings.xml.rels': () =>
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('attachedTemplate', 'https://example.invalid/t.dotm', ' TargetMode="External"')}`,
      },
      /^left: .*template/,
    ],
    ['a link', inHeader('<w:hyperlink r:id="rId9"><w:r><w:t>site</w:t></w:r></w:hyperlink>'), /^left: .*link/],
  ])('%s', (_what, change, sentence) => {
    const remarks = said(withParts(good, change));
    expect(
      remarks.some((one) => sentence.test(one)),
      remarks.join('\n'),
    ).toBe(true);
  });

  it('never keeps what a field would fetch', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDEAUTO cmd "/c calc" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { look } = read(withParts(good, inHeader(field)));
    expect(look.header?.xml).not.toContain('DDE');
    expect(look.header?.words).toContain('shown');
  });
});
