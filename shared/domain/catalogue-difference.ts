// What a newer version of a catalogue changes, as a list that people can read before they take it.
import type { Catalogue } from './catalogue.ts';

/** One thing that differs. `fields` names what changed with both values as text; empty for what is new or gone. */
export interface CatalogueDifference {
  kind: 'requirement' | 'question' | 'guidance' | 'template' | 'crosswalk';
  change: 'added' | 'removed' | 'changed';
  id: string;
  /** The title or the wording, of the newer version where there is one. */
  text: string;
  fields: { field: string; before: string; after: string }[];
}

const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join('\n');
  return JSON.stringify(value);
};

type Entry = { id: string } & Record<string, unknown>;

function compareLists(
  kind: CatalogueDifference['kind'],
  before: readonly Entry[],
  after: readonly Entry[],
  textOf: (entry: Entry) => string,
): CatalogueDifference[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((entry): CatalogueDifference[] => {
    const earlier = old.get(entry.id);
    if (!earlier) return [{ kind, change: 'added', id: entry.id, text: textOf(entry), fields: [] }];
    const fields = [...new Set([...Object.keys(earlier), ...Object.keys(entry)])].flatMap((field) => {
      const [one, other] = [asText(earlier[field]), asText(entry[field])];
      return one === other ? [] : [{ field, before: one, after: other }];
    });
    return fields.length === 0 ? [] : [{ kind, change: 'changed', id: entry.id, text: textOf(entry), fields }];
  });
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map((entry): CatalogueDifference => ({ kind, change: 'removed', id: entry.id, text: textOf(entry), fields: [] }));
  return [...changed, ...removed];
}

/** What differs between two versions: requirements, questions, guidance, templates, crosswalks, in this order. */
export function compareCatalogues(before: Catalogue, after: Catalogue): CatalogueDifference[] {
  const titles = new Map([...before.requirements, ...after.requirements].map(({ id, title }) => [id, title]));
  const titleOf = ({ id }: Entry) => titles.get(id) ?? id;
  return [
    ...compareLists('requirement', before.requirements, after.requirements, titleOf),
    ...compareLists('question', before.questions, after.questions, (entry) => asText(entry.question)),
    ...compareLists('guidance', before.items, after.items, titleOf),
    ...compareLists('template', before.templates, after.templates, (entry) => asText(entry.title)),
    ...compareLists('crosswalk', before.crosswalks, after.crosswalks, titleOf),
  ];
}
