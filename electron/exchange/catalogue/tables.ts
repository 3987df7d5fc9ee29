import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { Fields, Tables } from './columns.ts';

/** The frameworks of crosswalks, in the order in which their links are written. */
export const frameworks = ['nistAiRmf', 'euAiAct', 'iso27001'] as const;

function crosswalkRows({ crosswalks }: Catalogue): Fields[] {
  return crosswalks.flatMap((crosswalk): Fields[] => {
    const links = frameworks.flatMap((framework) =>
      crosswalk[framework].map(({ id: reference, basis, strength }) => ({
        id: crosswalk.id,
        framework,
        reference,
        basis,
        strength,
      })),
    );
    return links.length > 0 ? links : [{ id: crosswalk.id }];
  });
}

function standardRows({ otherStandards }: Catalogue): Fields[] {
  return otherStandards.flatMap(({ name, controls }): Fields[] =>
    controls.length > 0 ? controls.map((control) => ({ name, control })) : [{ name }],
  );
}

/** The rows of every sheet of a catalogue: the inverse of assembling them. */
export function tablesOf(catalogue: Catalogue): Tables {
  const { id, version, title, standard, templates, exclusionQuestion: exclusion } = catalogue;
  const facts = {
    id,
    version,
    title,
    standard: standard.name,
    edition: standard.edition,
    standardTitle: standard.title,
  };
  const ofTemplates = (part: (template: Catalogue['templates'][number]) => readonly Fields[]): Fields[] =>
    templates.flatMap((template) => part(template).map((row) => ({ template: template.id, ...row })));
  return {
    questions: catalogue.questions,
    facts: Object.entries(facts).map(([field, value]) => ({ field, value })),
    items: catalogue.items,
    requirements: catalogue.requirements,
    groups: catalogue.groups,
    themes: catalogue.themes,
    evidenceTypes: catalogue.evidenceTypes,
    depths: catalogue.depths,
    interviewees: catalogue.interviewees.map((name) => ({ name })),
    exclusionQuestion: exclusion ? [exclusion] : [],
    governance: catalogue.governance,
    benefits: catalogue.benefits,
    crosswalks: crosswalkRows(catalogue),
    crosswalkSources: Object.entries(catalogue.crosswalkSources).map(([key, text]) => ({ key, text })),
    otherStandards: standardRows(catalogue),
    templates: templates.map(({ grades: _grades, meetings: _meetings, slots: _slots, ...fields }) => fields),
    grades: ofTemplates(({ grades }) => grades),
    meetings: ofTemplates(({ meetings }) => meetings),
    slots: ofTemplates(({ slots }) => slots),
  };
}
