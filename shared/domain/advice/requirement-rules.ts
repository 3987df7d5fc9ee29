// What a finding is measured against: a clause or a control that applies.
import { referencesIn } from '../references.ts';
import type { AdviceRule } from './rule.ts';

/** No clause and no control. */
export const noRequirement: AdviceRule = {
  key: 'no-requirement',
  title: 'A requirement is cited',
  why: 'A finding is a judgement against a requirement. Choose the clause or the control above; a rule of the organisation or good practice alone does not carry it.',
  gapOf: 'all',
  blocks: true,
  example: {
    box: 'requirement',
    bad: { requirement: 'Procedure AIP-07, chapter 3: assessments are redone after a change.', requirements: [] },
    good: { requirement: '8.4: assessments are redone at planned intervals.', requirements: ['8.4'] },
  },
  find: ({ finding }) =>
    finding.requirements.length === 0 ? [{ box: 'requirement', words: 'Names no requirement.' }] : [],
};

/** A control that the Statement of Applicability excludes. */
export const excludedControl: AdviceRule = {
  key: 'excluded-control',
  title: 'Excluded controls',
  why: 'A control that is excluded is not required. What can be wrong is the exclusion, and that is judged under risk treatment.',
  gapOf: 'nonconformities',
  blocks: true,
  example: {
    box: 'requirement',
    bad: { requirement: 'A.7.2: data processes are defined.', requirements: ['A.7.2'] },
    good: { requirement: '6.1.3: the exclusion of A.7.2 is justified.', requirements: ['6.1.3'] },
    audit: { excluded: new Set(['A.7.2']) },
  },
  find: ({ finding, audit }) =>
    finding.requirements
      .filter((id) => audit.excluded?.has(id))
      .map((id) => ({
        box: 'requirement',
        words: `Cites ${id}, which the Statement of Applicability excludes; a wrong exclusion is a matter of ${audit.exclusionsUnder ?? 'the risk treatment'}.`,
      })),
};

/** A number of evidence or of a finding that is not there. */
export const unknownReference: AdviceRule = {
  key: 'unknown-reference',
  title: 'References lead somewhere',
  why: 'Whoever reads the report looks the number up. This audit has no such record.',
  example: {
    box: 'evidence',
    bad: { evidence: 'Three of three files read [E-044].' },
    good: { evidence: 'Three of three files read [E-012].' },
    audit: { known: new Set(['E-012']) },
  },
  find: ({ finding, audit: { known } }) => {
    if (known === undefined) return [];
    const said = new Set<string>();
    return (['requirement', 'evidence', 'nature', 'gradeReason'] as const).flatMap((box) =>
      unknownReferencesIn(finding[box], known).flatMap((target) => {
        if (said.has(target)) return [];
        said.add(target);
        return [{ box, words: sayUnknown(target) }];
      }),
    );
  },
};

/** That a number is not there. */
export const sayUnknown = (target: string) => `Refers to ${target}, which does not exist in this audit.`;

/** Numbers of evidence and findings that a text refers to and that are not there. */
export function unknownReferencesIn(text: string, known: ReadonlySet<string>): string[] {
  return referencesIn(text).filter((target) => /^[EF]-/.test(target) && !known.has(target));
}
