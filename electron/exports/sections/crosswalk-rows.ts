// The crosswalks as the report shows them: for both documents, and for their checks.
import { compareNumbers } from '../../../shared/domain/numbering.ts';
import {
  type FrameworkId,
  frameworks,
  linksByReference,
  type ReferenceLink,
} from '../../../shared/domain/crosswalks.ts';
import { keysOf } from '../../../shared/domain/vocabulary.ts';
import type { ReportModel, ReportRequirement } from '../report-model.ts';

/** Requirements that link to one place of a framework on the same basis and with the same strength. */
export interface CrosswalkRow {
  reference: string;
  basis: string;
  requirements: ReportRequirement[];
}

const bases = { published: 'Published crosswalk', judgement: 'Our judgement' } as const;

/** What a link rests on, in words, with its strength where one is given. */
export function basisOf({ basis, strength }: Pick<ReferenceLink, 'basis' | 'strength'>): string {
  return strength ? `${bases[basis]}, ${strength}` : bases[basis];
}

/** What a link rests on, in words. */
export const basisName = (basis: ReferenceLink['basis']): string => bases[basis];

/** The frameworks with their names, in order. */
export const frameworkIds: readonly FrameworkId[] = keysOf(frameworks);

/** The name of the table of a framework, for readers who cannot see it and for the check. */
export const crosswalkTableName = (framework: FrameworkId) => `Links to ${frameworks[framework]}`;

const titles = { general: 'In general', published: 'Published crosswalk', judgement: 'Our judgement', ...frameworks };

/** What the catalogue says about its links: in general, about the two bases, about each framework. */
export function crosswalkSources({ catalogue }: Pick<ReportModel, 'catalogue'>): Map<keyof typeof titles, string> {
  const known = keysOf(titles).map((key) => [key, (catalogue.crosswalkSources[key] ?? '').trim()] as const);
  return new Map(known.filter(([, text]) => text !== ''));
}

/** A title for a sentence about the links. */
export const sourceTitle = (key: keyof typeof titles): string => titles[key];

/** The links seen from the frameworks, published ones first, the closest next, as the catalogue orders them. */
export function crosswalkRows({
  requirements,
}: Pick<ReportModel, 'requirements'>): Record<FrameworkId, CrosswalkRow[]> {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const turned = linksByReference({
    requirements,
    crosswalks: requirements.map(({ id, crosswalk }) => ({ id, ...crosswalk })),
  });
  const rowsOf = (framework: FrameworkId): CrosswalkRow[] =>
    turned[framework].flatMap(({ reference, links }) => {
      const groups = Map.groupBy(links, basisOf);
      return [...groups.values()]
        .toSorted((one, other) => rank(one) - rank(other))
        .map((own) => ({
          reference,
          basis: own[0] ? basisOf(own[0]) : '',
          requirements: own.flatMap(({ requirement }) => byId.get(requirement) ?? []),
        }));
    });
  return { nistAiRmf: rowsOf('nistAiRmf'), euAiAct: rowsOf('euAiAct'), iso27001: rowsOf('iso27001') };
}

/** Strengths from close to loose, in the words that catalogues use; unknown ones come last. */
const strengths = ['equivalent', 'strong', 'related', 'partial', 'weak', 'context'];

function rank([link]: readonly ReferenceLink[]): number {
  if (link === undefined || link.basis === 'published') return 0;
  const at = strengths.indexOf(link.strength ?? '');
  return 1 + (at < 0 ? strengths.length : at);
}

/** One link as a line: a requirement and a place of a framework. */
export interface CrosswalkLine {
  requirement: ReportRequirement;
  framework: FrameworkId;
  reference: string;
  basis: ReferenceLink['basis'];
  strength: string;
}

/** Every link as one line, by requirement, framework and reference. */
export function crosswalkLines({ requirements }: Pick<ReportModel, 'requirements'>): CrosswalkLine[] {
  return requirements.flatMap((requirement) =>
    frameworkIds.flatMap((framework) =>
      requirement.crosswalk[framework]
        .toSorted((one, other) => compareNumbers(one.id, other.id))
        .map(({ id: reference, basis, strength = '' }) => ({ requirement, framework, reference, basis, strength })),
    ),
  );
}
