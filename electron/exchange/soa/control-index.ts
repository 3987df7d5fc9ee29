import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { indexTitles, type TitleIndex } from './titles.ts';

/** What the reader of a statement needs to know of a catalogue. Ids of controls stand as the catalogue writes them. */
export interface ControlIndex {
  /** The name of the standard, as people know it. */
  standard: string;
  /** Title by id, in the catalogue's order. */
  controls: ReadonlyMap<string, string>;
  /** Ids of guidance that stand for a control or a group, by the same numbers in another annex. */
  aliases: ReadonlyMap<string, string>;
  /** Ids of groups and of the objectives at their head: headings, never controls. */
  groups: ReadonlySet<string>;
  /** Ids of clause items and of what stands above them. */
  clauses: ReadonlySet<string>;
  /** The letter before the numbers of a control, and the letters of all annexes that name controls. */
  letter: string;
  letters: ReadonlySet<string>;
  titles: TitleIndex;
  groupTitles: TitleIndex;
  others: { name: string; ids: ReadonlySet<string> }[];
}

/** The ids above an id: `A.6.2.4` gives `A.6.2` and `A.6`. */
function idsAbove(id: string): string[] {
  const parts = id.split('.');
  return parts.slice(2).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
}

const letterOf = (id: string) => /^\p{L}+/u.exec(id)?.[0] ?? '';

/** Prepares a catalogue for reading statements. */
export function indexCatalogue(catalogue: Catalogue): ControlIndex {
  const requirements = catalogue.requirements.filter(({ kind }) => kind === 'control');
  const controls = new Map(requirements.map(({ id, title }) => [id, title]));
  const letter = letterOf(requirements[0]?.id ?? '');
  const groups = new Set(catalogue.groups.filter(({ kind }) => kind === 'control').map(({ id }) => id));
  for (const id of controls.keys()) {
    const above = idsAbove(id);
    for (const group of above) groups.add(group);
    // The first place under a heading is its objective, where the catalogue has no control there.
    const objective = `${above[0] ?? ''}.1`;
    if (above[0] !== undefined && !controls.has(objective)) groups.add(objective);
  }
  const guidance = requirements.flatMap(({ id, guidance: alias }) =>
    alias === undefined ? [] : [[alias, id] as const],
  );
  const letters = new Set([letter, ...guidance.map(([alias]) => letterOf(alias))]);
  const aliases = new Map(guidance);
  for (const other of letters) for (const group of groups) aliases.set(group.replace(/^\p{L}+/u, other), group);
  const clauses = new Set(
    catalogue.requirements
      .filter(({ kind }) => kind === 'clause')
      .flatMap(({ id }) => [id, id.split('.').slice(0, 2).join('.'), id.split('.')[0] ?? '']),
  );
  const groupTitles = catalogue.groups.filter(({ kind }) => kind === 'control');
  return {
    standard: catalogue.standard.name,
    controls,
    aliases,
    groups,
    clauses,
    letter,
    letters,
    titles: indexTitles(requirements),
    groupTitles: indexTitles(groupTitles),
    others: catalogue.otherStandards.map(({ name, controls: ids }) => ({
      name,
      ids: new Set(ids.flatMap((id) => [id, ...idsAbove(id)])),
    })),
  };
}
