// A Word or Excel file as the format sees it: parts, content types, relationships. Nothing of the writer's own code.
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** One element of a part, in the order of the document. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

export interface OfficePackage {
  names: string[];
  /** The text of a part; empty where it is missing. */
  text: (name: string) => string;
  /** The root of an XML part; undefined where the part is missing or broken. */
  root: (name: string) => Element | undefined;
  /** Targets by relationship id, as full part names, of the part that owns them; `''` is the package. */
  relations: (owner: string) => Map<string, string>;
  faults: string[];
}

/** Every element below and including one, in document order. */
export function* walk(element: Element | undefined): Generator<Element> {
  if (!element) return;
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** All elements of a name. */
export const all = (element: Element | undefined, name: string) =>
  [...walk(element)].filter((one) => one.name === name);

/** Values that stand more than once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

/** Parts that were parsed before: a file with a planted fault differs from the sound one in a single part. */
const parsedParts = new Map<string, Element>();
const mostParsed = 200;

function parse(xml: string): Element {
  const known = parsedParts.get(xml);
  if (known) return known;
  const root = parseAnew(xml);
  if (parsedParts.size >= mostParsed) parsedParts.clear();
  parsedParts.set(xml, root);
  return root;
}

function parseAnew(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it has a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element: Element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('it is empty');
  return root;
}

const ownerOf = (name: string) => {
  const [folder = '', file = ''] = name.split('_rels/');
  return folder + file.replace(/\.rels$/, '');
};

/** Reads a file and notes what is wrong with it as a package: XML, content types, relationships. */
export function readPackage(file: Uint8Array): OfficePackage {
  const entries = unzipSync(file);
  const names = Object.keys(entries);
  const faults: string[] = [];
  const roots = new Map<string, Element>();
  for (const name of names.filter((each) => /\.(xml|rels)$/.test(each))) {
    try {
      roots.set(name, parse(strFromU8(entries[name] ?? new Uint8Array())));
    } catch (error) {
      faults.push(`${name} is not well-formed: ${(error as Error).message}`);
    }
  }
  const relations = new Map<string, Map<string, string>>();
  for (const name of names.filter((each) => each.endsWith('.rels'))) {
    const owner = ownerOf(name);
    const found = all(roots.get(name), 'Relationship').map(({ attributes }) => attributes);
    for (const id of repeated(found.map((each) => each['Id'] ?? ''))) faults.push(`${name} has ${id} twice`);
    const inside = found.filter((each) => each['TargetMode'] !== 'External');
    relations.set(
      owner,
      new Map(
        inside.map((each) => [
          each['Id'] ?? '',
          path.posix.join('/', path.posix.dirname(owner), each['Target'] ?? '').slice(1),
        ]),
      ),
    );
    for (const target of relations.get(owner)?.values() ?? [])
      if (!names.includes(target)) faults.push(`${name} leads to ${target}, which is missing`);
    if (owner !== '' && !names.includes(owner)) faults.push(`${name} belongs to no part`);
  }
  checkTypes(names, roots.get('[Content_Types].xml'), faults);
  const reached = new Set([...relations.values()].flatMap((targets) => [...targets.values()]));
  for (const name of names) {
    if (name === '[Content_Types].xml' || name.endsWith('.rels')) continue;
    if (!reached.has(name)) faults.push(`nothing leads to ${name}`);
    const own = relations.get(name) ?? new Map<string, string>();
    for (const { attributes } of walk(roots.get(name)))
      for (const key of ['r:id', 'r:embed', 'r:link'])
        if (attributes[key] !== undefined && !own.has(attributes[key]))
          faults.push(`${name} uses ${attributes[key]}, which is no relationship`);
  }
  return {
    names,
    text: (name) => strFromU8(entries[name] ?? new Uint8Array()),
    root: (name) => roots.get(name),
    relations: (owner) => relations.get(owner) ?? new Map(),
    faults,
  };
}

function checkTypes(names: readonly string[], types: Element | undefined, faults: string[]): void {
  const extensions = all(types, 'Default').map(({ attributes }) => attributes['Extension'] ?? '');
  const overrides = all(types, 'Override').map(({ attributes }) => (attributes['PartName'] ?? '').slice(1));
  for (const twice of [...repeated(extensions), ...repeated(overrides)]) faults.push(`${twice} has two content types`);
  for (const part of overrides) if (!names.includes(part)) faults.push(`${part} has a content type but is missing`);
  for (const name of names) {
    const known = overrides.includes(name) || extensions.includes(name.slice(name.lastIndexOf('.') + 1));
    if (!known && name !== '[Content_Types].xml') faults.push(`${name} has no content type`);
  }
}
