import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/errors.ts';
import type { Package } from './container.ts';
import { refusal } from './rules.ts';
import { unpackEntry, type Zip } from './zip-limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of a part is told. Names come without prefix. A listener that returns `stop` ends the reading. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): 'stop' | void;
  close?(name: string): 'stop' | void;
  text?(text: string): void;
}

class Stopped extends Error {}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The value of an attribute by its name without prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

function obey(answer: 'stop' | void): void {
  if (answer === 'stop') throw new Stopped();
}

/** Elements read so far of each container, so that many parts cannot exceed what one may not. */
const elementsRead = new WeakMap<Zip, number>();

function makeParser(zip: Package, part: string, listener: XmlListener): SaxesParser<{ xmlns: false; position: false }> {
  const limits = zip.rules.read;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let elements = elementsRead.get(zip) ?? 0;
  let attributes = 0;
  const tooMuch = (what: string) =>
    refusal('too-large', `The part ${part} of the workbook has too many ${what}. Send a smaller file.`, {
      entry: part,
    });
  parser.on('doctype', () => {
    throw new Error('document type');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) throw tooMuch('attributes in one element');
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.depth) throw tooMuch('nested elements');
    elementsRead.set(zip, ++elements);
    if (elements > limits.elements) throw tooMuch('elements');
    obey(listener.open?.(localName(tag.name), tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    obey(listener.close?.(localName(tag.name)));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return parser;
}

const encodingOf = (bytes: Uint8Array) =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';

/**
 * Reads one XML part of a container from front to back, in pieces and within the limits. Answers false where there is
 * no such part. Throws AppError `damaged` where it is no well-formed XML, `too-large` where it exceeds a limit.
 */
export function readXmlPart(zip: Package, part: string, listener: XmlListener): boolean {
  const entry = zip.entries.get(part.toLowerCase());
  if (!entry) return false;
  const bytes = unpackEntry(zip, entry);
  const parser = makeParser(zip, part, listener);
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  const piece = 1 << 18;
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      const last = at + piece >= bytes.length;
      parser.write(decoder.decode(bytes.subarray(at, at + piece), { stream: !last }));
    }
    parser.close();
  } catch (error) {
    if (error instanceof Stopped) return true;
    if (error instanceof AppError) throw error;
    throw refusal('damaged', `The workbook is damaged: its part ${part} is no XML. Ask for a fresh copy.`, {
      entry: part,
    });
  }
  return true;
}
