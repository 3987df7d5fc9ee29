import { scanXml } from './xml-scan.ts';

/** What a Word document holds, as far as the check of an export asks. */
export interface DocumentFacts {
  /** Bookmarks by name, with the words they enclose. */
  bookmarks: Map<string, string>;
  /** Names that fields and links lead to. */
  targets: Set<string>;
  /** The numbers that Word counts for headings, by each bookmark in them: `3`, `3.1`, `Annex A`. */
  counted: Map<string, string>;
  /** Relationship ids that are used. */
  relations: Set<string>;
  /** Words by character style, run by run, for the styles asked for. */
  wordsByStyle: Map<string, string[]>;
  /** The cells of the tables asked for, by the table's name. */
  tables: Map<string, string[][]>;
  /** The numbers of findings and evidence that stand in each of the sections asked for, by the section's bookmark. */
  numbers: Map<string, Set<string>>;
  /** Whatever is wrong with the document by itself: twice used names, marks of unfinished fields. */
  problems: string[];
}

export interface ReadingWish {
  styles: readonly string[];
  tables: readonly string[];
  /** Bookmarks in the headings of sections: each begins its section. */
  sections: readonly string[];
}

/** A reader that takes XML in pieces. */
export interface DocumentReader {
  /** Throws what the parser says where the XML is not well-formed. */
  read(piece: string): void;
  /** What the document held. Throws where it ends too early. */
  end(): DocumentFacts;
}

const numberPattern = /[EF]-[A-Z]?\d{3,}/g;
const attribute = (attributes: Readonly<Record<string, string>>, name: string) => attributes[name] ?? '';

/** Counts headings as word/numbering.xml has Word count them. */
function createHeadingCount(): { next(style: string): string } {
  let sections = 0;
  let parts = 0;
  let annexes = 0;
  return {
    next(style) {
      if (style === 'Heading1') {
        sections += 1;
        parts = 0;
        return String(sections);
      }
      if (style === 'Heading2') return `${sections}.${(parts += 1)}`;
      return style === 'AnnexHeading' ? `Annex ${String.fromCharCode(64 + (annexes += 1))}` : '';
    },
  };
}

/** A reader for word/document.xml, or a header or footer. */
export function createDocumentReader(wish: ReadingWish): DocumentReader {
  const bookmarks = new Map<string, string>();
  const targets = new Set<string>();
  const counted = new Map<string, string>();
  const counts = createHeadingCount();
  const relations = new Set<string>();
  const wordsByStyle = new Map<string, string[]>(wish.styles.map((style) => [style, []]));
  const tables = new Map<string, string[][]>();
  const numbers = new Map<string, Set<string>>(wish.sections.map((section) => [section, new Set()]));
  const problems: string[] = [];
  const wanted = new Set(wish.tables);
  const drawings = new Set<string>();
  const open = new Map<string, { name: string; words: string }>();
  let section: Set<string> | undefined;
  let inWords = false;
  let inInstruction = false;
  let instruction = '';
  let fields = 0;
  let runWords = '';
  let runStyle = '';
  /** The style of the run before in the same paragraph: text of two scripts is one text in several runs. */
  let styleBefore = '';
  /** The style of the paragraph where it counts, and the number that it has once it was asked for. */
  let headingStyle = '';
  let number: string | undefined;
  let rows: string[][] | undefined;
  let cellWords = '';

  const opened = (name: string, attributes: Readonly<Record<string, string>>) => {
    switch (name) {
      case 'w:t':
        inWords = true;
        break;
      case 'w:p':
        styleBefore = '';
        headingStyle = '';
        number = undefined;
        break;
      case 'w:pStyle':
        headingStyle = attribute(attributes, 'w:val');
        break;
      case 'w:numId':
        if (attribute(attributes, 'w:val') === '0') headingStyle = '';
        break;
      case 'w:r':
        runWords = '';
        runStyle = '';
        break;
      case 'w:rStyle':
        runStyle = attribute(attributes, 'w:val');
        break;
      case 'w:instrText':
        inInstruction = true;
        instruction = '';
        break;
      case 'w:fldChar':
        if (attributes['w:dirty'] !== undefined) problems.push('it has a field that is marked as out of date');
        fields +=
          attribute(attributes, 'w:fldCharType') === 'begin'
            ? 1
            : attribute(attributes, 'w:fldCharType') === 'end'
              ? -1
              : 0;
        break;
      case 'w:bookmarkStart': {
        const id = attribute(attributes, 'w:id');
        const bookmark = attribute(attributes, 'w:name');
        if (open.has(id) || bookmarks.has(bookmark)) problems.push(`it has the bookmark ${bookmark} twice`);
        open.set(id, { name: bookmark, words: '' });
        section = numbers.get(bookmark) ?? section;
        number ??= counts.next(headingStyle);
        if (number !== '') counted.set(bookmark, number);
        break;
      }
      case 'w:bookmarkEnd': {
        const ended = open.get(attribute(attributes, 'w:id'));
        if (ended) bookmarks.set(ended.name, ended.words);
        else problems.push('it ends a bookmark that it did not begin');
        open.delete(attribute(attributes, 'w:id'));
        break;
      }
      case 'w:hyperlink':
        if (attributes['w:anchor'] !== undefined) targets.add(attribute(attributes, 'w:anchor'));
        break;
      case 'w:tblCaption':
        if (wanted.has(attribute(attributes, 'w:val'))) tables.set(attribute(attributes, 'w:val'), (rows = []));
        break;
      case 'w:tr':
        rows?.push([]);
        break;
      case 'w:tc':
        cellWords = '';
        break;
      case 'wp:docPr':
        if (drawings.has(attribute(attributes, 'id'))) problems.push('two drawings have the same number');
        if (!attributes['descr']) problems.push('a picture has no alternative text');
        drawings.add(attribute(attributes, 'id'));
        break;
    }
    if (attributes['r:id'] !== undefined) relations.add(attributes['r:id']);
    if (attributes['r:embed'] !== undefined) relations.add(attributes['r:embed']);
  };
  const read = (text: string) => {
    if (inInstruction) instruction += text;
    if (!inWords) return;
    runWords += text;
    if (rows) cellWords += text;
    for (const mark of open.values()) mark.words += text;
  };
  const closed = (name: string) => {
    switch (name) {
      case 'w:t':
        inWords = false;
        break;
      case 'w:r':
        if (section && runWords.includes('-'))
          for (const [named] of runWords.matchAll(numberPattern)) section.add(named);
        if (runStyle !== '' && runWords !== '') {
          const words = wordsByStyle.get(runStyle);
          const last = words?.pop() ?? '';
          if (runStyle === styleBefore) words?.push(last + runWords);
          else words?.push(...(last === '' ? [] : [last]), runWords);
        }
        styleBefore = runStyle;
        break;
      case 'w:instrText': {
        inInstruction = false;
        const target = /^\s*(?:PAGE)?REF (\S+)/.exec(instruction)?.[1];
        if (target) targets.add(target);
        break;
      }
      case 'w:p':
        number ??= counts.next(headingStyle);
        break;
      case 'w:tc':
        rows?.at(-1)?.push(cellWords);
        break;
      case 'w:tbl':
        rows = undefined;
        break;
    }
  };
  const scan = scanXml({ open: opened, text: read, close: closed });
  const end = (): DocumentFacts => {
    scan.end();
    if (fields !== 0) problems.push('it has a field without an end');
    if (open.size > 0) problems.push('it has a bookmark without an end');
    return { bookmarks, targets, counted, relations, wordsByStyle, tables, numbers, problems };
  };
  return { read: (piece) => scan.write(piece), end };
}
