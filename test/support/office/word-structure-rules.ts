// What a reader of a Word file relies on: numbers, lists at the front, references, charts and pages say the same thing.
import { countHeadings } from './heading-numbers.ts';
import { all, type Element, type OfficePackage, repeated, walk } from './package.ts';

const value = (element: Element | undefined) => element?.attributes['w:val'] ?? '';

interface Paragraph {
  style: string;
  number: string;
  text: string;
  bookmarks: string[];
}

/** Everything in which the parts of a Word file contradict each other. */
export function structureFaults(office: OfficePackage): string[] {
  const faults: string[] = [];
  const body = office.root('word/document.xml');
  const paragraphs = readParagraphs(office, body);
  checkCounting(office, faults);
  checkReferences(body, paragraphs, faults);
  for (const [label, name] of [
    ['Figure', 'figures'],
    ['Table', 'tables'],
  ] as const) {
    const listed = paragraphs
      .filter(({ style, text }) => style === 'TableofFigures' && text.startsWith(`${label} `))
      .map(({ text }) => text.replace(/\t\d+$/, ''));
    const captions = paragraphs.filter(({ style, text }) => style === 'Caption' && text.startsWith(`${label} `));
    const hasList = all(body, 'w:instrText').some(({ text }) => text.includes(`TOC \\c "${label}"`));
    if (!hasList) continue;
    const expected = captions.map(({ text }) => text);
    if (listed.join('\n') !== expected.join('\n'))
      faults.push(`the list of ${name} has ${listed.length} lines that are not its ${expected.length} captions`);
  }
  checkCharts(office, faults);
  checkPages(body, faults);
  const ids = all(office.root('docProps/custom.xml'), 'property').map(({ attributes }) => attributes['pid'] ?? '');
  for (const twice of repeated(ids)) faults.push(`the property ${twice} stands twice`);
  return faults;
}

function readParagraphs(office: OfficePackage, body: Element | undefined): Paragraph[] {
  const count = countHeadings(office.text('word/styles.xml'), office.text('word/numbering.xml'));
  return all(body, 'w:p').map((paragraph) => {
    const style = value(all(paragraph, 'w:pStyle')[0]);
    const isCounted = !all(paragraph, 'w:numId').some((element) => value(element) === '0');
    let text = '';
    for (const element of walk(paragraph)) {
      if (element.name === 'w:t') text += element.text;
      if (element.name === 'w:tab' && element.attributes['w:pos'] === undefined) text += '\t';
    }
    return {
      style,
      number: isCounted ? count(style).trim() : '',
      text,
      bookmarks: all(paragraph, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'] ?? ''),
    };
  });
}

/** Each style that counts names a list, and that list counts this style at this level. */
function checkCounting(office: OfficePackage, faults: string[]): void {
  const numbering = office.root('word/numbering.xml');
  const shapes = new Map(
    all(numbering, 'w:num').map((number) => [number.attributes['w:numId'], value(all(number, 'w:abstractNumId')[0])]),
  );
  for (const style of all(office.root('word/styles.xml'), 'w:style')) {
    const list = all(style, 'w:numId')[0];
    if (!list) continue;
    const id = style.attributes['w:styleId'] ?? '';
    const level = value(all(style, 'w:ilvl')[0]);
    const shape = all(numbering, 'w:abstractNum').find(
      ({ attributes }) => attributes['w:abstractNumId'] === shapes.get(value(list)),
    );
    const own = all(shape, 'w:lvl').find(({ attributes }) => attributes['w:ilvl'] === level);
    if (value(all(own, 'w:pStyle')[0]) !== id) faults.push(`the style ${id} counts at a level that does not name it`);
  }
}

/** A reference shows the words that its bookmark encloses, or the number of the heading that it stands in. */
function checkReferences(body: Element | undefined, paragraphs: readonly Paragraph[], faults: string[]): void {
  const numbers = new Map(
    paragraphs.flatMap(({ bookmarks, number }) => bookmarks.map((name) => [name, number] as const)),
  );
  const words = new Map<string, string>();
  const open = new Map<string, string>();
  const fields: { instruction: string; text: string; separated: boolean }[] = [];
  const shown: { name: string; isNumber: boolean; text: string }[] = [];
  for (const { name, attributes, text } of walk(body)) {
    if (name === 'w:bookmarkStart') {
      open.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '');
      words.set(attributes['w:name'] ?? '', '');
    } else if (name === 'w:bookmarkEnd') open.delete(attributes['w:id'] ?? '');
    else if (name === 'w:instrText') {
      const top = fields.at(-1);
      if (top) top.instruction += text;
    } else if (name === 'w:t') {
      for (const mark of open.values()) words.set(mark, (words.get(mark) ?? '') + text);
      for (const field of fields) if (field.separated) field.text += text;
    } else if (name === 'w:fldChar') {
      const type = attributes['w:fldCharType'];
      const top = fields.at(-1);
      if (type === 'begin') fields.push({ instruction: '', text: '', separated: false });
      else if (type === 'separate' && top) top.separated = true;
      else if (top) {
        fields.pop();
        const target = /^\s*REF (\S+)/.exec(top.instruction)?.[1];
        if (target) shown.push({ name: target, isNumber: / \\r /.test(top.instruction), text: top.text });
      }
    }
  }
  for (const { name, isNumber, text } of shown) {
    const expected = isNumber ? numbers.get(name) : words.get(name);
    if (expected !== undefined && expected !== text)
      faults.push(`a reference to ${name} says ${text} instead of ${expected}`);
  }
}

/** Each series of a chart has as many points as it says. */
function checkCharts(office: OfficePackage, faults: string[]): void {
  for (const part of office.names.filter((name) => name.startsWith('word/charts/'))) {
    const root = office.root(part);
    for (const list of ['c:strLit', 'c:numLit', 'c:strCache', 'c:numCache'].flatMap((name) => all(root, name))) {
      const said = all(list, 'c:ptCount')[0]?.attributes['val'];
      const found = all(list, 'c:pt').length;
      if (said !== String(found)) faults.push(`${part} has ${found} points instead of ${said}`);
    }
  }
}

/** Pages that are wider than high say so; every page but the cover has a header and a footer. */
function checkPages(body: Element | undefined, faults: string[]): void {
  for (const [position, section] of all(body, 'w:sectPr').entries()) {
    const size = all(section, 'w:pgSz')[0]?.attributes ?? {};
    const isTurned = Number(size['w:w']) > Number(size['w:h']);
    if (isTurned !== (size['w:orient'] === 'landscape'))
      faults.push(`section ${position + 1} is turned without saying so`);
    const isCover = position === 0 && all(section, 'w:headerReference').length === 0;
    if (!isCover && all(section, 'w:headerReference').length === 0)
      faults.push(`section ${position + 1} has pages without a header`);
    if (all(section, 'w:footerReference').length === 0)
      faults.push(`section ${position + 1} has pages without a footer`);
  }
}
