import type { Catalogue } from './catalogue.ts';

/** Something in a catalogue that does not hold together: where (as zod names it) and what, in words. */
export interface Inconsistency {
  path: (string | number)[];
  message: string;
  /** The part of the catalogue that lacks what is named here. */
  lacks?: 'requirements' | 'groups' | 'themes' | 'evidenceTypes';
}

const quote = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}”`;

/** Most known ids that a sentence lists. */
const mostListed = 12;

function listKnown(known: ReadonlySet<string>): string {
  const all = [...known];
  if (all.length === 0) return 'There are none.';
  const rest = all.length - mostListed;
  return `There are ${all.slice(0, mostListed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

class Findings {
  readonly all: Inconsistency[] = [];

  /** Names every value that stands a second time. */
  unique<T>(
    what: string,
    list: readonly T[],
    key: (one: T) => string,
    pathOf: (index: number) => Inconsistency['path'],
  ) {
    const seen = new Set<string>();
    for (const [index, one] of list.entries()) {
      const value = key(one);
      if (seen.has(value)) this.all.push({ path: pathOf(index), message: `The ${what} ${quote(value)} stands twice.` });
      seen.add(value);
    }
  }

  /** Names an id that is not among those there are. */
  known(
    what: string,
    lacks: Inconsistency['lacks'],
    known: ReadonlySet<string>,
    id: string,
    path: Inconsistency['path'],
  ) {
    if (known.has(id)) return;
    this.all.push({
      path,
      message: `There is no ${what} ${quote(id)} in this catalogue. ${listKnown(known)}`,
      ...(lacks ? { lacks } : {}),
    });
  }
}

const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));

/**
 * What must hold together in a catalogue beyond the form of its fields: ids stand once, and what refers to a
 * requirement, group, theme or type of evidence finds it. Empty where everything does.
 */
export function findInconsistencies(catalogue: Catalogue): Inconsistency[] {
  const found = new Findings();
  const requirements = idsOf(catalogue.requirements);
  const groups = idsOf(catalogue.groups);
  const themes = idsOf(catalogue.themes);
  const evidenceTypes = idsOf(catalogue.evidenceTypes);
  const requirement = (id: string, path: Inconsistency['path']) =>
    found.known('requirement', 'requirements', requirements, id, path);
  const eachRequirement = (ids: readonly string[], path: Inconsistency['path']) =>
    ids.forEach((id, index) => requirement(id, [...path, index]));
  const eachTheme = (ids: readonly string[], path: Inconsistency['path']) =>
    ids.forEach((id, index) => found.known('theme', 'themes', themes, id, [...path, 'themes', index]));
  const eachEvidenceType = (ids: readonly string[], path: Inconsistency['path']) =>
    ids.forEach((id, index) =>
      found.known('type of evidence', 'evidenceTypes', evidenceTypes, id, [...path, 'evidenceTypes', index]),
    );

  const withIds = {
    requirements: 'requirement',
    groups: 'group',
    themes: 'theme',
    evidenceTypes: 'type of evidence',
    depths: 'depth',
    benefits: 'benefit',
    governance: 'governance question',
    questions: 'question id',
    items: 'requirement',
    crosswalks: 'requirement',
    templates: 'template',
  } as const;
  for (const [part, what] of Object.entries(withIds) as [keyof typeof withIds, string][]) {
    const list: readonly { id: string }[] = catalogue[part];
    found.unique(
      what,
      list,
      ({ id }) => id,
      (index) => [part, index, 'id'],
    );
  }
  found.unique(
    'standard',
    catalogue.otherStandards,
    ({ name }) => name,
    (index) => ['otherStandards', index, 'name'],
  );

  for (const [index, one] of catalogue.requirements.entries()) {
    found.known('group', 'groups', groups, one.group, ['requirements', index, 'group']);
    eachTheme(one.themes, ['requirements', index]);
  }
  for (const part of ['benefits', 'governance'] as const) {
    for (const [index, one] of catalogue[part].entries()) eachTheme(one.themes, [part, index]);
  }
  for (const part of ['items', 'crosswalks'] as const) {
    for (const [index, { id }] of catalogue[part].entries()) requirement(id, [part, index, 'id']);
  }
  const exclusion = catalogue.exclusionQuestion ? [[catalogue.exclusionQuestion, ['exclusionQuestion']] as const] : [];
  const questions = catalogue.questions.map((one, index) => [one, ['questions', index]] as const);
  for (const [question, path] of [...questions, ...exclusion]) {
    requirement(question.requirement, [...path, 'requirement']);
    eachEvidenceType(question.evidenceTypes, [...path]);
    eachTheme(question.themes, [...path]);
  }
  for (const [index, template] of catalogue.templates.entries()) {
    eachRequirement(template.requirements, ['templates', index, 'requirements']);
    found.unique(
      'grade',
      template.grades,
      ({ grade }) => grade,
      (at) => ['templates', index, 'grades', at, 'grade'],
    );
    for (const [at, slot] of template.slots.entries())
      eachRequirement(slot.requirements, ['templates', index, 'slots', at, 'requirements']);
  }
  return found.all;
}
