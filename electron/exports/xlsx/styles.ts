import { declaration, mainSpace } from './parts.ts';
import { accent, fontName, fontSize, type HouseLook, ink, lines, type Look, stripe } from './theme.ts';

/** The style of all tables: stripes, as the cells have the rest. */
export const tableStyleName = 'Audit';

/** Collects the looks that a workbook uses and writes them as its style part. */
export interface Styles {
  /** The index of a look; `quoted` marks text that must never be taken for a formula. */
  indexOf(look: Look, quoted: boolean): number;
  /** The index of what a look adds to a cell that has another one. */
  differenceOf(look: Look): number;
  /** The content of `xl/styles.xml`. */
  xml(): string;
}

const firstOwnFormat = 164;
/** The size of the workbook's default font, which the widths of columns are measured in. */
const defaultSize = 11;

/** Texts keep a distance from their neighbours; a table has no vertical lines. */
const alignments = { left: ' horizontal="left" indent="1"', right: ' horizontal="right" indent="1"' };

/** A list without repetitions; `add` answers the position of an entry. */
function uniqueList(...entries: string[]) {
  const positions = new Map(entries.map((entry, index) => [entry, index]));
  return {
    add(entry: string): number {
      const known = positions.get(entry);
      if (known !== undefined) return known;
      positions.set(entry, positions.size);
      return positions.size - 1;
    },
    xml: (tag: string) => `<${tag} count="${positions.size}">${[...positions.keys()].join('')}</${tag}>`,
    entries: () => [...positions.keys()],
  };
}

/** A look as a layout of the house has it. */
function dressed(look: Look, house: HouseLook | undefined): Look & { face?: string } {
  if (!house) return look;
  const isDressed = look.role === 'title' || (look.role === 'head' && house.fitsHeads);
  const own = look.role === 'title' ? house.titles : look.role === 'head' ? house.accent : '';
  const color = own || (look.color === accent ? house.accent : look.color);
  return { ...look, ...(color && { color }), ...(isDressed && { face: house.font }) };
}

function fontXml(look: Look & { face?: string }): string {
  const marks = `${look.bold ? '<b/>' : ''}${look.underlined ? '<u/>' : ''}`;
  const face = `<sz val="${look.size ?? fontSize}"/><color rgb="FF${look.color ?? ink}"/><name val="${look.face ?? fontName}"/>`;
  return `<font>${marks}${face}<family val="2"/></font>`;
}

function fillXml(look: Look): string {
  const [pattern, front] = look.hatched ? ['lightUp', lines.hatch] : ['solid', look.fill];
  if (!front) return '<fill><patternFill patternType="none"/></fill>';
  const back = look.hatched ? '<bgColor rgb="FFFFFFFF"/>' : '<bgColor indexed="64"/>';
  return `<fill><patternFill patternType="${pattern}"><fgColor rgb="FF${front}"/>${back}</patternFill></fill>`;
}

function borderXml({ line = 'thin' }: Look): string {
  if (line === 'none') return '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const side = (name: string) => `<${name} style="thin"><color rgb="FF${lines[line]}"/></${name}>`;
  if (line === 'box') return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
  const bottom = side('bottom');
  return `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
}

/** What a look adds to a cell. In such a fill the ground is the colour of the back. */
function differenceXml(look: Look): string {
  const marks = look.bold === undefined ? '' : `<b val="${look.bold ? 1 : 0}"/>`;
  const font = `<font>${marks}${look.color ? `<color rgb="FF${look.color}"/>` : ''}</font>`;
  const fill = look.hatched
    ? `<fill><patternFill patternType="lightUp"><fgColor rgb="FF${lines.hatch}"/><bgColor rgb="FFFFFFFF"/></patternFill></fill>`
    : look.fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor rgb="FF${look.fill}"/></patternFill></fill>`
      : '';
  return `<dxf>${font === '<font></font>' ? '' : font}${fill}</dxf>`;
}

/** An empty set of styles, in the colours of a layout of the house where there is one. */
export function createStyles(house?: HouseLook): Styles {
  const fonts = uniqueList(fontXml({ size: defaultSize }));
  const fills = uniqueList(fillXml({}), '<fill><patternFill patternType="gray125"/></fill>');
  const borders = uniqueList(borderXml({ line: 'none' }));
  const formats = uniqueList();
  const cells = uniqueList('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const differences = uniqueList(differenceXml(stripe));
  const known = [new Map<Look, number>(), new Map<Look, number>()] as const;

  function add(usual: Look, quoted: boolean): number {
    const look = dressed(usual, house);
    const format = look.format ? firstOwnFormat + formats.add(look.format) : 0;
    const parts = [
      `numFmtId="${format}" fontId="${fonts.add(fontXml(look))}" fillId="${fills.add(fillXml(look))}"`,
      `borderId="${borders.add(borderXml(look))}" xfId="0"${quoted ? ' quotePrefix="1"' : ''}`,
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ];
    const alignment = `${alignments[look.align ?? 'left']} vertical="top"${look.wrap ? ' wrapText="1"' : ''}`;
    const [protect, open] = look.isOpen ? [' applyProtection="1"', '<protection locked="0"/>'] : ['', ''];
    return cells.add(`<xf ${parts.join(' ')}${protect}><alignment${alignment}/>${open}</xf>`);
  }

  return {
    indexOf(look, quoted) {
      const map = known[quoted ? 1 : 0];
      const index = map.get(look) ?? add(look, quoted);
      map.set(look, index);
      return index;
    },
    differenceOf: (look) => differences.add(differenceXml(look)),
    xml() {
      const own = formats.entries().map((code, index) => {
        return `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`;
      });
      return [
        `${declaration}<styleSheet xmlns="${mainSpace}">`,
        own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '',
        fonts.xml('fonts'),
        fills.xml('fills'),
        borders.xml('borders'),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        cells.xml('cellXfs'),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        differences.xml('dxfs'),
        `<tableStyles count="1" defaultTableStyle="${tableStyleName}"><tableStyle name="${tableStyleName}" pivot="0" count="1">`,
        '<tableStyleElement type="secondRowStripe" dxfId="0"/></tableStyle></tableStyles></styleSheet>',
      ].join('');
    },
  };
}
