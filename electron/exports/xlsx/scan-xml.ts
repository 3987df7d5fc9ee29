// A strict reader of XML in one pass, without a tree, for parts that this product wrote. Comments, document types,
// character data sections and processing instructions are refused, as we write none.

/** Reads an attribute of the element at hand; an empty text where it has none. */
export type ReadAttribute = (name: string) => string;

/** Is told what stands in a part, in its order. */
export interface Watch {
  open?: (name: string, attribute: ReadAttribute) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** What XML forbids, save halves of characters: those cannot come out of valid UTF-8. */
const forbidden = /[^\t\n\r -\uFFFD]/;
const declaration = /^<\?xml version="1\.0"[^?<>]*\?>\s*/;
const validName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const reference = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));|&/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const space = 32;
const slash = 47;
const less = 60;
const greater = 62;
const ampersand = 38;
const quote = 34;
const apostrophe = 39;
const isSpace = (code: number) => code === space || code === 10 || code === 9 || code === 13;

function fail(why: string): never {
  throw new Error(`It is not well-formed: ${why}.`);
}

function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(reference, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name) return entities[name] ?? '';
    if (whole === '&') fail('an & begins nothing');
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
    return forbidden.test(character) || !character.isWellFormed()
      ? fail('it names a character that XML forbids')
      : character;
  });
}

/** Goes through a part and tells what stands in it. Throws at the first thing that is not well-formed. */
export function scanXml(xml: string, { open, text, close }: Watch): void {
  if (forbidden.test(xml)) fail('it has a character that XML forbids');
  const known = new Set<string>();
  const nameFrom = (from: number, to: number) => {
    const name = xml.slice(from, to);
    if (known.has(name)) return name;
    if (!validName.test(name)) fail(`${name.slice(0, 40)} is no name`);
    known.add(name);
    return name;
  };
  const elements: string[] = [];
  const names: string[] = [];
  /** Where the values of the attributes begin and end. */
  const starts: number[] = [];
  const ends: number[] = [];
  let count = 0;
  let roots = 0;
  const attribute: ReadAttribute = (name) => {
    for (let index = 0; index < count; index += 1)
      if (names[index] === name) return plainText(xml.slice(starts[index], ends[index]));
    return '';
  };

  /** Reads attributes from a place on; answers with the place of the `>` or `/>`. */
  function readAttributes(from: number): number {
    let at = from;
    count = 0;
    for (;;) {
      const before = at;
      while (isSpace(xml.charCodeAt(at))) at += 1;
      const code = xml.charCodeAt(at);
      if (code === greater || code === slash) return at;
      if (at === before) fail('an attribute has no space before it');
      const sign = xml.indexOf('=', at);
      if (sign < 0) fail('an element has no end');
      const name = nameFrom(at, sign);
      const mark = xml.charCodeAt(sign + 1);
      if (mark !== quote && mark !== apostrophe) fail(`the attribute ${name} has no quotes`);
      let end = sign + 2;
      let coded = false;
      for (let one = xml.charCodeAt(end); one !== mark; one = xml.charCodeAt((end += 1))) {
        if (one === ampersand) coded = true;
        // Behind the last character there is none: neither larger nor smaller than anything.
        if (one === less || !(one >= 0)) fail(`the attribute ${name} has no end`);
      }
      if (coded) plainText(xml.slice(sign + 2, end));
      for (let index = 0; index < count; index += 1) if (names[index] === name) fail(`${name} stands twice`);
      names[count] = name;
      starts[count] = sign + 2;
      ends[count] = end;
      count += 1;
      at = end + 1;
    }
  }

  let at = declaration.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const end = start < 0 ? xml.length : start;
    if (end > at) {
      const piece = xml.slice(at, end);
      if (elements.length === 0) {
        if (piece.trim() !== '') fail('there is text outside of its root');
      } else {
        if (piece.includes(']]>')) fail('a text holds ]]>');
        text?.(plainText(piece));
      }
    }
    if (start < 0) break;
    if (xml.charCodeAt(start + 1) === slash) {
      const stop = xml.indexOf('>', start);
      const name = elements.pop();
      if (stop < 0 || name === undefined || xml.slice(start + 2, stop).trimEnd() !== name)
        fail('an end fits no beginning');
      close?.(name);
      at = stop + 1;
      continue;
    }
    let stop = start + 1;
    for (let code = xml.charCodeAt(stop); code !== greater && code !== slash && !isSpace(code); ) {
      if (!(code > 0)) fail('an element has no end');
      code = xml.charCodeAt((stop += 1));
    }
    const name = nameFrom(start + 1, stop);
    if (elements.length === 0 && (roots += 1) > 1) fail('it has two roots');
    stop = readAttributes(stop);
    open?.(name, attribute);
    if (xml.charCodeAt(stop) === slash) {
      if (xml.charCodeAt(stop + 1) !== greater) fail('an element has no end');
      close?.(name);
      at = stop + 2;
    } else {
      elements.push(name);
      at = stop + 1;
    }
  }
  if (elements.length > 0) fail(`${elements.at(-1)} has no end`);
  if (roots === 0) fail('it is empty');
}
