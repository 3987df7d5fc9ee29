// Requirements as they are typed into one line: `7.4, A.4.2`. A group stands for all of its requirements. Pure.
import type { Catalogue } from '../../../shared/domain/catalogue.ts';

type Known = Pick<Catalogue, 'groups' | 'requirements'>;

export interface Suggestion {
  id: string;
  title: string;
  /** How many requirements it stands for. */
  count: number;
}

const most = 8;
const plain = (text: string) =>
  text
    .replaceAll(/[[\]#]/g, '')
    .trim()
    .toLowerCase();

function idsFor({ groups, requirements }: Known, typed: string): string[] {
  const wanted = plain(typed);
  const one = requirements.find(({ id }) => id.toLowerCase() === wanted);
  if (one) return [one.id];
  const group = groups.find(({ id }) => id.toLowerCase() === wanted);
  return group ? requirements.filter((requirement) => requirement.group === group.id).map(({ id }) => id) : [];
}

/** What a line names, in the order of the catalogue and each once, and what of it the catalogue does not have. */
export function readRequirements(known: Known, line: string): { ids: string[]; unknown: string[] } {
  const found = new Set<string>();
  const unknown: string[] = [];
  const take = (typed: string) => {
    const ids = idsFor(known, typed);
    for (const id of ids) found.add(id);
    return ids.length > 0;
  };
  for (const part of line.split(/[,;\n]/)) {
    if (plain(part) === '' || take(part)) continue;
    // Ids may have spaces in them, but people separate by spaces, too.
    unknown.push(
      ...part
        .trim()
        .split(/\s+/)
        .filter((word) => !take(word)),
    );
  }
  return { ids: known.requirements.map(({ id }) => id).filter((id) => found.has(id)), unknown };
}

/** The part of a line that is being typed at the caret: where it begins, and what it says so far. */
export function typedPart(line: string, caret: number): { from: number; query: string } {
  const before = line.slice(0, caret);
  const from = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1;
  const spaces = before.slice(from).length - before.slice(from).trimStart().length;
  return { from: from + spaces, query: before.slice(from + spaces) };
}

/** What the typed part may become: ids that begin so, then titles that have all the words. */
export function suggestRequirements({ groups, requirements }: Known, query: string): Suggestion[] {
  const typed = plain(query);
  if (typed === '') return [];
  const all = [
    ...groups.map(({ id, title }) => ({
      id,
      title,
      count: requirements.filter(({ group }) => group === id).length,
    })),
    ...requirements.map(({ id, title }) => ({ id, title, count: 1 })),
  ].filter(({ count }) => count > 0);
  const begun = all.filter(({ id }) => id.toLowerCase().startsWith(typed));
  const exact = begun.filter(({ id }) => id.toLowerCase() === typed);
  const words = typed.split(/\s+/);
  const told = all.filter(
    (one) => !begun.includes(one) && words.every((word) => word.length > 1 && one.title.toLowerCase().includes(word)),
  );
  return [...new Set([...exact, ...begun, ...told])].slice(0, most);
}

/** The line with the typed part completed, ready for the next one, and where the caret goes. */
export function completeRequirement(line: string, caret: number, id: string): { line: string; caret: number } {
  const { from } = typedPart(line, caret);
  const rest = line.slice(caret).replace(/^[^,;\n]*[,;\n]?\s*/, '');
  const before = `${line.slice(0, from)}${id}, `;
  return { line: before + rest, caret: before.length };
}
