import path from 'node:path';
import type { Package } from './container.ts';
import { type NumberFormat, readNumberFormat } from './number-text.ts';
import { refusal } from './rules.ts';
import { attributeOf, readXmlPart } from './xml-part.ts';

/** What a workbook's sheets share, and where its sheets stand in the container. */
export interface Workbook {
  zip: Package;
  sheets: { name: string; hidden: boolean; part: string }[];
  strings: string[];
  /** Number formats by the style number of a cell. */
  formats: NumberFormat[];
  from1904: boolean;
}

interface Relation {
  id: string;
  type: string;
  part: string;
}

const damaged = (what: string) =>
  refusal('damaged', `The workbook is damaged: ${what}. Ask for a fresh copy and try again.`);

function readRelations(zip: Package, source: string): Relation[] {
  const folder = path.posix.dirname(source);
  const relations: Relation[] = [];
  readXmlPart(zip, path.posix.join(folder, '_rels', `${path.posix.basename(source)}.rels`), {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (name !== 'Relationship' || !id || !type || !target || mode === 'External') return;
      const part = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part });
    },
  });
  return relations;
}

/** Texts as they are stored, with the escapes that stand for characters XML cannot hold. */
export function decodeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function readStrings(zip: Package, part: string): string[] {
  const strings: string[] = [];
  const longest = zip.rules.read.text;
  let current = '';
  let inText = false;
  let inReading = false;
  readXmlPart(zip, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text(text) {
      // One unit more than allowed is kept, so that the cell that uses it can be named when it is refused.
      if (inText && current.length <= longest) current = (current + text).slice(0, longest + 1);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') strings.push(decodeText(current));
    },
  });
  return strings;
}

function readFormats(zip: Package, part: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  readXmlPart(zip, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(readNumberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      return name === 'cellXfs' ? 'stop' : undefined;
    },
  });
  return formats;
}

/** Reads what the sheets of a workbook share. Throws AppError `damaged` where the workbook does not hold together. */
export function readWorkbook(zip: Package): Workbook {
  const main = readRelations(zip, '').find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined) throw damaged('it does not say where its content is');
  const relations = readRelations(zip, main);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part;
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  const found = readXmlPart(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === (attributeOf(attributes, 'id') ?? ''));
      if (!relation) throw damaged(`its sheet “${attributes.name ?? ''}” is missing`);
      if (relation.type !== 'worksheet') return;
      if (!zip.entries.has(relation.part.toLowerCase()))
        throw damaged(`its sheet “${attributes.name ?? ''}” is missing`);
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, part: relation.part });
    },
  });
  if (!found) throw damaged('its content is missing');
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    zip,
    sheets,
    strings: strings === undefined ? [] : readStrings(zip, strings),
    formats: styles === undefined ? [] : readFormats(zip, styles),
    from1904,
  };
}
