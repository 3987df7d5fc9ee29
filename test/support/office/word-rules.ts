// What a schema cannot say about a Word file: names that lead somewhere, fields that are whole, numbers used once.
import { all, type Element, type OfficePackage, repeated, walk } from './package.ts';

const value = ({ attributes }: Element) => attributes['w:val'] ?? '';
const id = ({ attributes }: Element) => attributes['w:id'] ?? '';

/** Everything that is wrong with the text of a Word file. */
export function wordFaults(office: OfficePackage): string[] {
  const faults: string[] = [];
  const bodies = office.names.filter((name) =>
    /^word\/(document|header|footer|cover-|footnotes|comments)[^/]*\.xml$/.test(name),
  );
  const roots = bodies.map((name) => office.root(name));
  const every = (name: string) => roots.flatMap((root) => all(root, name));
  const unique = (what: string, values: readonly string[]) => {
    for (const twice of repeated(values)) faults.push(`${what} ${twice} stands twice`);
  };

  const drawings = every('wp:docPr');
  unique(
    'the drawing',
    drawings.map(({ attributes }) => attributes['id'] ?? ''),
  );
  for (const { attributes } of drawings)
    if (!attributes['descr']) faults.push(`the drawing ${attributes['name'] ?? ''} has no alternative text`);

  const starts = every('w:bookmarkStart');
  const marks = starts.map(({ attributes }) => attributes['w:name'] ?? '');
  unique('the bookmark', marks);
  unique('the bookmark number', starts.map(id));
  const ends = every('w:bookmarkEnd').map(id);
  unique('the end of bookmark', ends);
  const [begun, ended] = [new Set(starts.map(id)), new Set(ends)];
  for (const open of begun) if (!ended.has(open)) faults.push(`bookmark ${open} has no end`);
  for (const end of ended) if (!begun.has(end)) faults.push(`bookmark ${end} has no start`);
  for (const name of marks) if (!/^[A-Za-z_]\w{0,39}$/.test(name)) faults.push(`${name} is no name for a bookmark`);

  const known = new Set(marks);
  const lead = (from: string, to: string) => {
    if (!known.has(to)) faults.push(`${from} leads to ${to}, which is no bookmark`);
  };
  for (const { attributes } of every('w:hyperlink')) {
    if (attributes['w:anchor'] !== undefined) lead('a link', attributes['w:anchor']);
    else if (attributes['r:id'] === undefined) faults.push('a link leads nowhere');
  }
  for (const root of roots) {
    for (const instruction of checkFields(root, faults)) {
      const target = /^\s*(REF|PAGEREF|NOTEREF|HYPERLINK\s+\\l)\s+"?([^\s"]+)/.exec(instruction);
      if (target) lead(`the field ${target[1]}`, target[2] ?? '');
    }
  }
  checkNames(office, roots, faults, unique);
  const settings = office.root('word/settings.xml');
  if (all(settings, 'w:updateFields').length > 0) faults.push('it asks to update its fields');
  return faults;
}

/** Every complex field begins, separates and ends in this order, and has a text; answers with the instructions. */
function checkFields(root: Element | undefined, faults: string[]): string[] {
  const done: string[] = [];
  const open: { instruction: string; text: string; separated: boolean }[] = [];
  for (const element of walk(root)) {
    const top = open.at(-1);
    if (element.name === 'w:instrText') {
      if (!top || top.separated) faults.push(`the instruction ${element.text} stands outside of a field`);
      else top.instruction += element.text;
    } else if (element.name === 'w:t') {
      for (const field of open) if (field.separated) field.text += element.text;
    } else if (element.name === 'w:fldSimple') {
      done.push(element.attributes['w:instr'] ?? '');
      if (!all(element, 'w:t').some(({ text }) => text !== '')) faults.push('a simple field has no text');
    } else if (element.name === 'w:fldChar') {
      if (element.attributes['w:dirty'] !== undefined) faults.push('a field is marked as out of date');
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') open.push({ instruction: '', text: '', separated: false });
      else if (!top) faults.push(`a field has its ${type} without a beginning`);
      else if (type === 'separate') top.separated = true;
      else {
        open.pop();
        done.push(top.instruction);
        if (top.instruction.trim() === '') faults.push('a field has no instruction');
        if (top.text === '') faults.push(`the field ${top.instruction.trim()} has no text`);
      }
    }
  }
  for (const field of open) faults.push(`the field ${field.instruction.trim()} has no end`);
  return done;
}

/** Styles, numberings and comments that are used are there, each once. */
function checkNames(
  office: OfficePackage,
  roots: readonly (Element | undefined)[],
  faults: string[],
  unique: (what: string, values: readonly string[]) => void,
): void {
  const styles = office.root('word/styles.xml');
  const defined = all(styles, 'w:style').map(({ attributes }) => attributes['w:styleId'] ?? '');
  unique('the style', defined);
  const using = [...roots, styles, office.root('word/numbering.xml')];
  const uses = (name: string) => new Set(using.flatMap((root) => all(root, name)).map(value));
  for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'])
    for (const used of uses(name)) if (!defined.includes(used)) faults.push(`the style ${used} is used but missing`);
  const numbering = office.root('word/numbering.xml');
  const numbers = all(numbering, 'w:num');
  const shapes = all(numbering, 'w:abstractNum').map(({ attributes }) => attributes['w:abstractNumId'] ?? '');
  const ids = numbers.map(({ attributes }) => attributes['w:numId'] ?? '');
  unique('the numbering', ids);
  unique('the abstract numbering', shapes);
  for (const number of numbers)
    for (const shape of all(number, 'w:abstractNumId').map(value))
      if (!shapes.includes(shape)) faults.push(`the abstract numbering ${shape} is missing`);
  for (const used of uses('w:numId'))
    if (used !== '0' && !ids.includes(used)) faults.push(`the numbering ${used} is missing`);
  const comments = all(office.root('word/comments.xml'), 'w:comment').map(id);
  unique('the comment', comments);
  for (const used of roots.flatMap((root) => all(root, 'w:commentReference')).map(id))
    if (!comments.includes(used)) faults.push(`the comment ${used} is missing`);
}
