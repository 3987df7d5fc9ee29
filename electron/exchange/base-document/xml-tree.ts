// A part of a Word document as a small tree. Bounded: a base document comes from outside.
import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/errors.ts';
import { unpackEntry, type Zip } from '../xlsx/zip-limits.ts';

/** An element with the usual prefix of its namespace: `w:p`. Of other namespaces nothing is kept but the name. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  text: string;
}

/** Most elements of one part, of one that is only looked through, nested ones, and attributes of one element. */
const most = { elements: 40_000, passed: 600_000, depth: 80, attributes: 60 } as const;

const office = /^(?:http:\/\/schemas\.openxmlformats\.org|http:\/\/purl\.oclc\.org\/ooxml)\/(.*)$/;
const prefixes: Readonly<Record<string, string>> = {
  'wordprocessingml/2006/main': 'w',
  'wordprocessingml/main': 'w',
  'officeDocument/2006/relationships': 'r',
  'officeDocument/relationships': 'r',
  'package/2006/relationships': 'rel',
  'package/2006/content-types': 'ct',
  'drawingml/2006/wordprocessingDrawing': 'wp',
  'drawingml/wordprocessingDrawing': 'wp',
  'drawingml/2006/main': 'a',
  'drawingml/main': 'a',
  'drawingml/2006/picture': 'pic',
  'drawingml/picture': 'pic',
  'markup-compatibility/2006': 'mc',
};
const usualName = (uri: string, local: string) => {
  if (uri === '') return local;
  const prefix = prefixes[office.exec(uri)?.[1] ?? ''] ?? 'other';
  return `${prefix}:${local}`;
};

/** The refusal of a part that cannot be read. */
export const badPart = (part: string, what: string) =>
  new AppError('damaged', `The document cannot be used: its part ${part} ${what}.`, { entry: part });

/**
 * The tree of a part; undefined where the document has none. With `only`, elements of that name stand side by side under
 * the root and nothing else is kept. Throws AppError `damaged` that names the part.
 */
export function readTree(zip: Zip, part: string, only?: string): XmlNode | undefined {
  const entry = zip.entries.get(part.toLowerCase());
  if (!entry) return undefined;
  const bytes = unpackEntry(zip, entry);
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack: XmlNode[] = [root];
  let elements = 0;
  let depth = 0;
  let keptFrom = only === undefined ? 0 : Number.POSITIVE_INFINITY;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const tooMuch = (what: string) => badPart(part, `has too many ${what}`);
  parser.on('doctype', () => {
    throw badPart(part, 'declares a document type of its own');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    depth += 1;
    if (elements > (only === undefined ? most.elements : most.passed)) throw tooMuch('elements');
    if (depth > most.depth) throw tooMuch('elements inside each other');
    const given = Object.values(tag.attributes);
    if (given.length > most.attributes) throw tooMuch('attributes');
    const name = usualName(tag.uri, tag.local);
    if (depth > 1 && only === name) keptFrom = Math.min(keptFrom, depth);
    if (depth < keptFrom) return;
    const attributes = Object.fromEntries(given.map(({ uri, local, value }) => [usualName(uri, local), value]));
    const node = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => {
    if (depth >= keptFrom) stack.pop();
    if (depth === keptFrom && only !== undefined) keptFrom = Number.POSITIVE_INFINITY;
    depth -= 1;
  });
  const addText = (text: string) => {
    const top = stack.at(-1);
    if (top && top !== root) top.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true });
    parser.write(decoder.decode(bytes)).close();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw badPart(part, 'is no sound XML');
  }
  return only === undefined ? root.children[0] : root;
}

/** The first child of a name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

/** The first element of a name, at any depth. */
export function find(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const one of node?.children ?? []) {
    const found = one.name === name ? one : find(one, name);
    if (found) return found;
  }
  return undefined;
}

/** A whole number of an attribute within bounds; undefined where it is none. */
export function whole(node: XmlNode | undefined, attribute: string, least: number, most_: number): number | undefined {
  const text = node?.attributes[attribute];
  if (text === undefined || !/^-?\d{1,9}(?:\.\d+)?$/.test(text)) return undefined;
  const value = Math.round(Number(text));
  return value >= least && value <= most_ ? value : undefined;
}

/** Whether an element that switches something on is there and does. */
export const isOn = (node: XmlNode | undefined): boolean =>
  node !== undefined && !['0', 'false', 'off'].includes(node.attributes['w:val'] ?? '');
