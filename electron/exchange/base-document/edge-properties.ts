// Properties of paragraphs, words and tables as they may stand in a header or footer of a report: only what is known, every
// value checked, in the order that WordprocessingML demands.
import type { Properties, Stylesheet } from './base-styles.ts';
import { child, isOn, whole, type XmlNode } from './xml-tree.ts';

const pick = (node: XmlNode | undefined, attribute: string, allowed: readonly string[]) => {
  const value = node?.attributes[attribute] ?? '';
  return allowed.includes(value) ? value : undefined;
};
/** Numbers of an element as attributes, those within bounds. */
const numbers = (node: XmlNode | undefined, names: readonly (readonly [from: string, to: string])[], most = 31_680) =>
  names
    .map(([from, to]) => {
      const value = whole(node, `w:${from}`, to === 'left' || to === 'right' ? -most : 0, most);
      return value === undefined ? '' : ` w:${to}="${value}"`;
    })
    .join('');
const same = (...names: string[]) => names.map((name) => [name, name] as const);

const lines = ['single', 'double', 'dotted', 'dashed', 'thick', 'dotDash', 'triple', 'nil', 'none'] as const;

function borderXml(sheet: Stylesheet, side: string, node: XmlNode | undefined): string {
  if (!node) return '';
  const kind = pick(node, 'w:val', lines) ?? 'single';
  const [size, space] = [whole(node, 'w:sz', 0, 96) ?? 4, whole(node, 'w:space', 0, 31) ?? 0];
  return `<w:${side} w:val="${kind}" w:sz="${size}" w:space="${space}" w:color="${sheet.colourOf(node, 'w:color') ?? 'auto'}"/>`;
}

function bordersXml(sheet: Stylesheet, name: string, node: XmlNode | undefined, sides: readonly string[]): string {
  const inside = sides.map((side) => borderXml(sheet, side, child(node, `w:${side}`))).join('');
  return inside && `<w:${name}>${inside}</w:${name}>`;
}

function shadeXml(sheet: Stylesheet, node: XmlNode | undefined): string {
  const fill = sheet.colourOf(node, 'w:fill');
  return fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '';
}

function tabsXml(node: XmlNode | undefined): string {
  const tabs = (node?.children ?? []).slice(0, 20).flatMap((tab) => {
    const position = whole(tab, 'w:pos', -31_680, 31_680);
    const kind = pick(tab, 'w:val', ['left', 'center', 'right', 'decimal', 'clear']);
    if (position === undefined || kind === undefined) return [];
    const leader = pick(tab, 'w:leader', ['dot', 'hyphen', 'underscore']);
    return [`<w:tab w:val="${kind}"${leader ? ` w:leader="${leader}"` : ''} w:pos="${position}"/>`];
  });
  return tabs.length > 0 ? `<w:tabs>${tabs.join('')}</w:tabs>` : '';
}

const aligned: Readonly<Record<string, string>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
};

function alignXml(node: XmlNode | undefined): string {
  const to = aligned[node?.attributes['w:val'] ?? ''];
  return to ? `<w:jc w:val="${to}"/>` : '';
}

/** The properties of a paragraph. */
export function paragraphProperties(sheet: Stylesheet, paragraph: Properties['paragraph']): string {
  const spacing = paragraph.get('w:spacing');
  const rule = pick(spacing, 'w:lineRule', ['auto', 'exact', 'atLeast']);
  const room = `${numbers(spacing, same('before', 'after'), 2_000) || ' w:before="0" w:after="0"'}${numbers(spacing, same('line'), 4_000)}`;
  const own = paragraph.get('w:ind');
  const sides = (['left', 'right'] as const).map((side) => {
    const logical = side === 'left' ? 'start' : 'end';
    return numbers(own, [[own?.attributes[`w:${side}`] === undefined ? logical : side, side]]);
  });
  const first = numbers(own, same('hanging')) || numbers(own, same('firstLine'));
  const indent = sides.join('') + first;
  return [
    bordersXml(sheet, 'pBdr', paragraph.get('w:pBdr'), ['top', 'left', 'bottom', 'right']),
    shadeXml(sheet, paragraph.get('w:shd')),
    tabsXml(paragraph.get('w:tabs')),
    isOn(paragraph.get('w:bidi')) ? '<w:bidi/>' : '',
    `<w:spacing${room}${room.includes('w:line=') && rule ? ` w:lineRule="${rule}"` : ''}/>`,
    indent && `<w:ind${indent}/>`,
    alignXml(paragraph.get('w:jc')),
  ].join('');
}

/** The properties of words. */
export function wordProperties(sheet: Stylesheet, words: Properties['words']): string {
  const font = sheet.fontOf(words);
  const safeFont = /^[\p{L}\p{N} ._-]{1,60}$/u.test(font) ? font : '';
  const on = (name: string) => (isOn(words.get(`w:${name}`)) ? `<w:${name}/>` : '');
  const colour = sheet.colourOf(words.get('w:color'));
  const size = whole(words.get('w:sz'), 'w:val', 8, 144) ?? 20;
  const letters = whole(words.get('w:spacing'), 'w:val', -100, 400);
  const raised = pick(words.get('w:vertAlign'), 'w:val', ['superscript', 'subscript']);
  const line = pick(words.get('w:u'), 'w:val', ['single', 'double', 'dotted', 'thick']);
  return [
    safeFont && `<w:rFonts w:ascii="${safeFont}" w:hAnsi="${safeFont}" w:cs="${safeFont}"/>`,
    on('b'),
    on('i'),
    on('caps'),
    on('smallCaps'),
    on('strike'),
    colour && `<w:color w:val="${colour}"/>`,
    letters === undefined ? '' : `<w:spacing w:val="${letters}"/>`,
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    line && `<w:u w:val="${line}"/>`,
    shadeXml(sheet, words.get('w:shd')),
    raised && `<w:vertAlign w:val="${raised}"/>`,
  ]
    .filter(Boolean)
    .join('');
}

/** A width of a table or cell. */
function widthXml(name: string, node: XmlNode | undefined): string {
  const kind = pick(node, 'w:type', ['dxa', 'pct', 'auto', 'nil']);
  const width = whole(node, 'w:w', 0, 31_680);
  return kind !== undefined && width !== undefined ? `<w:${name} w:w="${width}" w:type="${kind}"/>` : '';
}

/** The properties of a table. */
export function tableProperties(sheet: Stylesheet, node: XmlNode | undefined): string {
  const fixed = child(node, 'w:tblLayout')?.attributes['w:type'] === 'fixed';
  const margins = child(node, 'w:tblCellMar');
  const sides = ['top', 'left', 'bottom', 'right'].map((side) => widthXml(side, child(margins, `w:${side}`))).join('');
  const align = alignXml(child(node, 'w:jc')).replace('"both"', '"left"');
  return [
    widthXml('tblW', child(node, 'w:tblW')) || '<w:tblW w:w="0" w:type="auto"/>',
    align,
    bordersXml(sheet, 'tblBorders', child(node, 'w:tblBorders'), [
      'top',
      'left',
      'bottom',
      'right',
      'insideH',
      'insideV',
    ]),
    fixed ? '<w:tblLayout w:type="fixed"/>' : '',
    sides && `<w:tblCellMar>${sides}</w:tblCellMar>`,
  ].join('');
}

/** The properties of a table cell. */
export function cellProperties(sheet: Stylesheet, node: XmlNode | undefined): string {
  const span = whole(child(node, 'w:gridSpan'), 'w:val', 2, 30);
  const merged = child(node, 'w:vMerge');
  const upright = pick(child(node, 'w:vAlign'), 'w:val', ['top', 'center', 'bottom']);
  return [
    widthXml('tcW', child(node, 'w:tcW')),
    span ? `<w:gridSpan w:val="${span}"/>` : '',
    merged ? `<w:vMerge w:val="${merged.attributes['w:val'] === 'restart' ? 'restart' : 'continue'}"/>` : '',
    bordersXml(sheet, 'tcBorders', child(node, 'w:tcBorders'), ['top', 'left', 'bottom', 'right']),
    shadeXml(sheet, child(node, 'w:shd')),
    upright ? `<w:vAlign w:val="${upright}"/>` : '',
  ].join('');
}
