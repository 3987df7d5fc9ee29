// The styles of a base document, resolved: what a paragraph of each looks like once all that it is based on is counted.
import { readableOnWhite } from '../../../shared/domain/colours.ts';
import { isKnownFont } from '../../../shared/domain/house-layouts.ts';
import type { BaseRemark } from '../../../shared/contract/house-layouts.ts';
import { type BaseLook, type BaseStyle, baseStyles, type StyleLook } from '../../exports/docx/base-look.ts';
import { type OpenedDocument, relationsOf } from './open-document.ts';
import { badPart, child, find, isOn, readTree, whole, type XmlNode } from './xml-tree.ts';

/** Properties of paragraphs and of their words by name, the nearest one counting. */
export interface Properties {
  paragraph: Map<string, XmlNode>;
  words: Map<string, XmlNode>;
}

/** The styles of a document. */
export interface Stylesheet {
  /** The properties of a style by its id; of the usual paragraph where there is no such style. */
  resolve(id: string | undefined): Properties;
  /** The id of the style that Word knows under a name. */
  idOf(name: string): string | undefined;
  /** The font that properties name; empty where none can be told. */
  fontOf(words: ReadonlyMap<string, XmlNode>): string;
  /** The colour that a property names as six hex digits. */
  colourOf(node: XmlNode | undefined, attribute?: string): string | undefined;
}

const mostSteps = 20;
const fontName = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u;
const hex = /^[0-9a-f]{6}$/i;

const themeNames: Readonly<Record<string, string>> = {
  text1: 'dk1',
  dark1: 'dk1',
  background1: 'lt1',
  light1: 'lt1',
  text2: 'dk2',
  dark2: 'dk2',
  background2: 'lt2',
  light2: 'lt2',
  hyperlink: 'hlink',
};

function add(into: Map<string, XmlNode>, node: XmlNode | undefined): void {
  for (const one of node?.children ?? []) {
    const before = into.get(one.name);
    // Spacing, indents and fonts are said in parts: what is not named again still counts.
    const isInParts = ['w:spacing', 'w:ind', 'w:rFonts'].includes(one.name) && before !== undefined;
    into.set(one.name, isInParts ? { ...one, attributes: { ...before.attributes, ...one.attributes } } : one);
  }
}

/** Reads styles and theme. Throws AppError `damaged` where there are no styles or they cannot be read. */
export function readStylesheet({ zip, main }: OpenedDocument): Stylesheet {
  const relations = relationsOf(zip, main);
  const partOf = (type: string) => relations.find((one) => one.type.endsWith(`/${type}`) && !one.isOutside)?.target;
  const part = partOf('styles') ?? 'word/styles.xml';
  const sheet = readTree(zip, part);
  if (!sheet) throw badPart(part, 'with the styles is missing');
  const theme = readTree(zip, partOf('theme') ?? 'word/theme/theme1.xml');
  const styles = new Map<string, XmlNode>();
  const names = new Map<string, string>();
  let usual: string | undefined;
  for (const style of sheet.children) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined || style.attributes['w:type'] === 'character') continue;
    if (style.attributes['w:type'] !== 'paragraph') continue;
    styles.set(id, style);
    names.set((child(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase(), id);
    if (isOn({ ...style, attributes: { 'w:val': style.attributes['w:default'] ?? '0' } })) usual = id;
  }
  const defaults = child(sheet, 'w:docDefaults');
  const scheme = find(theme, 'a:clrScheme');
  const typeface = (size: 'major' | 'minor') =>
    child(find(theme, `a:${size}Font`), 'a:latin')?.attributes.typeface ?? '';

  const schemeColour = (name: string) => {
    const entry = child(scheme, `a:${themeNames[name] ?? name}`);
    return child(entry, 'a:srgbClr')?.attributes.val ?? child(entry, 'a:sysClr')?.attributes.lastClr;
  };
  return {
    resolve(id) {
      const chain: XmlNode[] = [];
      let next = id !== undefined && styles.has(id) ? id : usual;
      while (next !== undefined && chain.length < mostSteps) {
        const style = styles.get(next);
        if (!style || chain.includes(style)) break;
        chain.unshift(style);
        next = child(style, 'w:basedOn')?.attributes['w:val'];
      }
      const properties: Properties = { paragraph: new Map(), words: new Map() };
      add(properties.paragraph, child(child(defaults, 'w:pPrDefault'), 'w:pPr'));
      add(properties.words, child(child(defaults, 'w:rPrDefault'), 'w:rPr'));
      for (const style of chain) {
        add(properties.paragraph, child(style, 'w:pPr'));
        add(properties.words, child(style, 'w:rPr'));
      }
      return properties;
    },
    idOf: (name) => names.get(name.toLowerCase()) ?? (name === 'Normal' ? usual : undefined),
    fontOf(words) {
      const fonts = words.get('w:rFonts')?.attributes ?? {};
      const themed = fonts['w:asciiTheme'] ?? fonts['w:hAnsiTheme'];
      const fromTheme = themed === undefined ? '' : typeface(themed.startsWith('major') ? 'major' : 'minor');
      return (fromTheme || fonts['w:ascii'] || fonts['w:hAnsi'] || '').trim();
    },
    colourOf(node, attribute = 'w:val') {
      const own = node?.attributes[attribute];
      const themed = node?.attributes[attribute === 'w:val' ? 'w:themeColor' : 'w:themeFill'];
      const value = own !== undefined && hex.test(own) ? own : themed === undefined ? undefined : schemeColour(themed);
      return value !== undefined && hex.test(value) ? value.toLowerCase() : undefined;
    },
  };
}

/** Smallest and largest size of each style, in points. */
const sizes: Record<BaseStyle, readonly [least: number, most: number]> = {
  Normal: [8, 14],
  Title: [12, 48],
  Subtitle: [9, 28],
  'heading 1': [11, 36],
  'heading 2': [10, 28],
  'heading 3': [9, 20],
  caption: [7, 12],
  'toc 1': [8, 10.5],
  'toc 2': [8, 9.5],
  header: [6, 9],
  footer: [6, 9],
};

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const inPoints = (twentieths: number) => Math.round(twentieths / 2) / 10;
const say = (kind: BaseRemark['kind'], message: string): BaseRemark => ({ kind, message });

interface Reading {
  sheet: Stylesheet;
  remarks: BaseRemark[];
}

function readFont({ sheet, remarks }: Reading, name: BaseStyle, words: Properties['words']): string | undefined {
  const font = sheet.fontOf(words);
  if (font === '') return undefined;
  if (!fontName.test(font)) {
    remarks.push(say('left', `The font of the style ${name} has a name that cannot be kept; ours stays.`));
    return undefined;
  }
  if (!isKnownFont(font))
    remarks.push(
      say('wrong', `The font “${font}” is not on every computer; where it is missing, another one is shown.`),
    );
  return font;
}

function readColour({ sheet, remarks }: Reading, name: BaseStyle, words: Properties['words']): string | undefined {
  const colour = sheet.colourOf(words.get('w:color'));
  if (colour === undefined) return undefined;
  const readable = readableOnWhite(colour);
  if (readable !== colour)
    remarks.push(
      say('wrong', `The colour ${colour} of the style ${name} is hard to read on white; it is made darker.`),
    );
  return readable;
}

function readSize({ remarks }: Reading, name: BaseStyle, words: Properties['words']): number {
  const stated = (whole(words.get('w:sz'), 'w:val', 1, 10_000) ?? 20) / 2;
  const [least, most] = sizes[name];
  const size = clamp(stated, least, most);
  // Contents, header and footer are set in small type whatever the house has: our lines are longer than those of a letter.
  if (size !== stated && !/^(?:toc|header|footer)/.test(name))
    remarks.push(
      say('wrong', `The size of the style ${name}, ${stated} points, does not suit a report; ${size} is used.`),
    );
  return size;
}

function readSpacing(paragraph: Properties['paragraph'], size: number): Pick<StyleLook, 'before' | 'after' | 'line'> {
  const spacing = paragraph.get('w:spacing');
  const [before, after] = ['w:before', 'w:after'].map((side) => whole(spacing, side, 0, 1_200));
  const line = whole(spacing, 'w:line', 1, 4_000);
  const isAuto = (spacing?.attributes['w:lineRule'] ?? 'auto') === 'auto';
  const factor = line === undefined ? undefined : isAuto ? line / 240 : line / 20 / (size * 1.22);
  return {
    ...(before !== undefined && { before: inPoints(before) }),
    ...(after !== undefined && { after: inPoints(after) }),
    ...(factor !== undefined && { line: Math.round(clamp(factor, 0.9, 1.6) * 100) / 100 }),
  };
}

function readBorder({ sheet }: Reading, paragraph: Properties['paragraph']): StyleLook['border'] {
  const borders = paragraph.get('w:pBdr');
  for (const side of ['bottom', 'top', 'left'] as const) {
    const node = child(borders, `w:${side}`);
    const size = whole(node, 'w:sz', 1, 96);
    if (!node || size === undefined || ['nil', 'none'].includes(node.attributes['w:val'] ?? 'nil')) continue;
    const colour = sheet.colourOf(node, 'w:color') ?? '51565c';
    return { side, colour, width: clamp(size / 8, 0.25, 6), space: whole(node, 'w:space', 0, 31) ?? 1 };
  }
  return undefined;
}

function readLook(reading: Reading, name: BaseStyle, properties: Properties): StyleLook {
  const { paragraph, words } = properties;
  const size = readSize(reading, name, words);
  const [font, colour] = [readFont(reading, name, words), readColour(reading, name, words)];
  const look: StyleLook = { size, ...(font && { font }), ...(colour && { colour }), ...readSpacing(paragraph, size) };
  // Everything else is based on the usual paragraph: what emphasises must not reach the cells of tables.
  if (name === 'Normal') return look;
  const [border, fill] = [readBorder(reading, paragraph), reading.sheet.colourOf(paragraph.get('w:shd'), 'w:fill')];
  const align = paragraph.get('w:jc')?.attributes['w:val'] ?? '';
  const letters = whole(words.get('w:spacing'), 'w:val', -60, 200);
  return {
    ...look,
    ...(isOn(words.get('w:b')) && { bold: true }),
    ...(isOn(words.get('w:i')) && { italic: true }),
    ...(isOn(words.get('w:caps')) && { caps: true }),
    ...(border && { border }),
    // Only grounds that leave dark words readable.
    ...(fill && fill !== 'ffffff' && readableOnWhite(fill) !== fill && { fill }),
    ...(align === 'center' && { align: 'center' }),
    ...((align === 'right' || align === 'end') && { align: 'right' }),
    ...(letters && { spacing: letters / 20 }),
  };
}

function sayLook(name: BaseStyle, { font, size, bold, italic, colour }: StyleLook): BaseRemark {
  const facts = [
    font,
    size === undefined ? '' : `${size} points`,
    bold ? 'bold' : '',
    italic ? 'italic' : '',
    colour ? `colour ${colour}` : '',
  ];
  return say('taken', `Style ${name}: ${facts.filter(Boolean).join(', ')}.`);
}

/** The looks of the styles that a report has too, and what is to be said about them. */
export function readLooks(sheet: Stylesheet): { styles: BaseLook['styles']; remarks: BaseRemark[] } {
  const remarks: BaseRemark[] = [];
  const styles: BaseLook['styles'] = {};
  for (const name of baseStyles) {
    const id = sheet.idOf(name);
    if (id === undefined) {
      remarks.push(say('left', `The document has no style ${name}; ours stays.`));
      continue;
    }
    const look = readLook({ sheet, remarks }, name, sheet.resolve(id));
    styles[name] = look;
    remarks.push(sayLook(name, look));
  }
  return { styles, remarks };
}
