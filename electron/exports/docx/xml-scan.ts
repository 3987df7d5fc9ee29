// Reads XML as our own writer makes it: elements, attributes in double quotes, text. Whatever else XML allows is refused,
// which makes the reading of a large report several times as fast as with a parser for all of XML.

/** What a scan tells of. Attributes and texts are unescaped. */
export interface XmlHandlers {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}

/** A scan that takes XML in pieces. Both calls throw an Error that says where the XML is not well-formed. */
export interface XmlScan {
  write(piece: string): void;
  end(): void;
}

interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  isEmpty: boolean;
}

/** Most tags repeat word by word; this many of them are kept as they were read. */
const mostKept = 4_000;
const namePattern = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const none: Readonly<Record<string, string>> = Object.freeze({});

const broken = (why: string) => new Error(why);

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
    const known = whole.endsWith(';') ? entities[name] : undefined;
    if (known === undefined) throw broken(`${whole.slice(0, 20)} is no entity`);
    return known;
  });
}

/** The words between `<` and `>` of an opening or empty tag. */
function readTag(source: string): Tag {
  const isEmpty = source.endsWith('/');
  const words = isEmpty ? source.slice(0, -1) : source;
  const space = words.indexOf(' ');
  const name = space < 0 ? words : words.slice(0, space);
  if (!namePattern.test(name)) throw broken(`<${source.slice(0, 40)}> is no tag`);
  if (space < 0) return { name, attributes: none, isEmpty };
  const attributes: Record<string, string> = {};
  for (let at = space; at < words.length; ) {
    const start = at + 1;
    const equals = words.indexOf('="', start);
    const end = equals < 0 ? -1 : words.indexOf('"', equals + 2);
    const key = end < 0 ? '' : words.slice(start, equals);
    if (words[at] !== ' ' || !namePattern.test(key))
      throw broken(`<${source.slice(0, 40)}> has attributes that cannot be read`);
    if (Object.hasOwn(attributes, key)) throw broken(`<${name}> has ${key} twice`);
    const value = words.slice(equals + 2, end);
    if (forbidden.test(value)) throw broken('it has a character that XML forbids');
    attributes[key] = unescape(value);
    at = end + 1;
  }
  return { name, attributes, isEmpty };
}

/** Begins to scan a document. */
export function scanXml({ open, text, close }: XmlHandlers): XmlScan {
  const kept = new Map<string, Tag>();
  const stack: string[] = [];
  let rest = '';
  let isStarted = false;
  let isDone = false;

  const openTag = (source: string) => {
    let tag = kept.get(source);
    if (!tag) {
      tag = readTag(source);
      if (kept.size < mostKept) kept.set(source, tag);
    }
    if (isDone) throw broken(`<${tag.name}> stands after the end`);
    open(tag.name, tag.attributes);
    if (tag.isEmpty) close(tag.name);
    else stack.push(tag.name);
    isDone = stack.length === 0;
  };
  const closeTag = (name: string) => {
    if (stack.pop() !== name) throw broken(`</${name.slice(0, 40)}> closes what is not open`);
    close(name);
    isDone = stack.length === 0;
  };
  const readText = (source: string) => {
    if (forbidden.test(source)) throw broken('it has a character that XML forbids');
    if (stack.length > 0) text(unescape(source));
    else if (source.trim() !== '') throw broken('it has text outside of its elements');
  };

  return {
    write(piece) {
      const source = rest === '' ? piece : rest + piece;
      let at = 0;
      for (;;) {
        const start = source.indexOf('<', at);
        const end = start < 0 ? -1 : source.indexOf('>', start + 1);
        if (end < 0) break;
        if (start > at) readText(source.slice(at, start));
        const first = source.charCodeAt(start + 1);
        if (first === slash) closeTag(source.slice(start + 2, end));
        else if (first === question) {
          if (isStarted || !source.startsWith('<?xml version="1.0"', start)) throw broken('it has an instruction');
        } else if (first === exclamation) throw broken('it has a document type or a comment');
        else openTag(source.slice(start + 1, end));
        isStarted = true;
        at = end + 1;
      }
      rest = source.slice(at);
    },
    end() {
      if (rest.trim() !== '') throw broken('it ends in the middle');
      if (!isDone) throw broken(stack.length > 0 ? `<${stack.at(-1)}> is not closed` : 'it is empty');
    },
  };
}

const slash = '/'.charCodeAt(0);
const question = '?'.charCodeAt(0);
const exclamation = '!'.charCodeAt(0);
