import type { FindingFields } from './findings.ts';
import type { LinkFields } from './links.ts';
import { compareNumbers } from './numbering.ts';
import { referencesIn } from './references.ts';

type Named<T> = readonly (T & { id: string })[];
type CitingTexts = Pick<FindingFields, 'evidence' | 'nature' | 'gradeReason'>;

/** What of an audit says where evidence is used. */
export interface EvidenceUsers {
  evidence: Named<{ number: string }>;
  findings: Named<{ number: string } & CitingTexts>;
  /** What verifies an action is used in its finding. */
  actions: Named<{ finding: string }>;
  links: readonly LinkFields[];
  checklist: Named<{ requirement: string }>;
  aiSystems: Named<{ name: string }>;
}

/** Where one piece of evidence is used. */
export interface EvidenceUses {
  /** Requirement ids in the order of the catalogue, then numbers of findings. */
  usedIn: string[];
  systemNames: string[];
}

/** What the texts of a finding refer to. */
export function citedIn({ evidence, nature, gradeReason }: CitingTexts): string[] {
  return referencesIn(`${evidence}\n${nature}\n${gradeReason}`);
}

/** Where each piece of evidence is used, by its id: linked to a question, a finding, an action or a system, or cited by a finding. */
export function collectEvidenceUses(
  { evidence, findings, actions, links, checklist, aiSystems }: EvidenceUsers,
  requirements: readonly { id: string }[],
): Map<string, EvidenceUses> {
  const place = new Map(requirements.map(({ id }, index) => [id, index]));
  const requirementOf = new Map(checklist.map(({ id, requirement }) => [id, requirement]));
  const findingOf = new Map(findings.map(({ id, number }) => [id, number]));
  const findingOfAction = new Map(actions.map(({ id, finding }) => [id, findingOf.get(finding) ?? '']));
  const nameOf = new Map(aiSystems.map(({ id, name }) => [id, name]));
  const citing = Map.groupBy(
    findings.flatMap((finding) => citedIn(finding).map((cited) => ({ cited, number: finding.number }))),
    ({ cited }) => cited,
  );
  const linksOf = Map.groupBy(links, (link) => link.evidence);
  return new Map(
    evidence.map(({ id, number }) => {
      const own = linksOf.get(id) ?? [];
      const linked = (noun: LinkFields['noun'], of: ReadonlyMap<string, string>) =>
        own.flatMap((link) => (link.noun === noun ? (of.get(link.target) ?? []) : []));
      const numbers = [
        ...linked('finding', findingOf),
        ...linked('action', findingOfAction).filter(Boolean),
        ...(citing.get(number) ?? []).map((one) => one.number),
      ];
      return [
        id,
        {
          usedIn: [
            ...[...new Set(linked('checklistItem', requirementOf))].toSorted(
              (one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0),
            ),
            ...[...new Set(numbers)].toSorted(compareNumbers),
          ],
          systemNames: linked('aiSystem', nameOf),
        },
      ];
    }),
  );
}
