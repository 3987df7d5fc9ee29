import { compareNumbers } from './numbering.ts';
import type { Catalogue, Crosswalk } from './catalogue.ts';

/** The frameworks that a catalogue may link its requirements to, by the names people know them by. */
export const frameworks = {
  nistAiRmf: 'NIST AI RMF',
  euAiAct: 'EU AI Act',
  iso27001: 'ISO/IEC 27001',
} as const satisfies Partial<Record<keyof Crosswalk, string>>;
export type FrameworkId = keyof typeof frameworks;

type CrosswalkLink = Crosswalk[FrameworkId][number];

/** A link seen from the other side: which requirement covers the same ground, who says so, and how closely. */
export interface ReferenceLink {
  requirement: string;
  basis: CrosswalkLink['basis'];
  strength: CrosswalkLink['strength'];
}

/** One place in a framework with the requirements that link to it, in the order of the catalogue. */
export interface LinkedReference {
  reference: string;
  links: ReferenceLink[];
}

/** The functions of the framework that has them, in its own order. */
const functions = ['GOVERN', 'MAP', 'MEASURE', 'MANAGE'];

/** The part of its framework that a reference names in capitals: `GOVERN` for `GOVERN 1.1`; else an empty text. */
export function partOf(reference: string): string {
  return /^[A-Z]{2,}(?= )/.exec(reference)?.[0] ?? '';
}

/** Puts references in the order in which their framework has them. */
function compareReferences(one: string, other: string): number {
  return functions.indexOf(partOf(one)) - functions.indexOf(partOf(other)) || compareNumbers(one, other);
}

/** The crosswalks the other way round: per framework, every place that a requirement of the catalogue links to. */
export function linksByReference({
  requirements,
  crosswalks,
}: Pick<Catalogue, 'requirements' | 'crosswalks'>): Record<FrameworkId, LinkedReference[]> {
  const byRequirement = new Map(crosswalks.map((crosswalk) => [crosswalk.id, crosswalk]));
  const turn = (framework: FrameworkId): LinkedReference[] => {
    const pairs = requirements.flatMap(({ id: requirement }) =>
      (byRequirement.get(requirement)?.[framework] ?? []).map(({ id: reference, basis, strength }) => ({
        reference,
        link: { requirement, basis, strength },
      })),
    );
    return [...Map.groupBy(pairs, ({ reference }) => reference)]
      .map(([reference, own]) => ({ reference, links: own.map(({ link }) => link) }))
      .toSorted((one, other) => compareReferences(one.reference, other.reference));
  };
  return { nistAiRmf: turn('nistAiRmf'), euAiAct: turn('euAiAct'), iso27001: turn('iso27001') };
}
