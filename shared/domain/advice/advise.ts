// Advice on a finding, beside the box it concerns. Pure, deterministic, never in the way.
import { isNonconformity } from '../findings.ts';
import { earlierFinding } from './earlier-finding.ts';
import { emptyPart } from './empty-parts.ts';
import { noEvidenceNumber } from './evidence-number.ts';
import { foreignGrade, noGradeReason } from './grade-rules.ts';
import { licensedIndexOf } from './licensed-index.ts';
import { readNames } from './names.ts';
import { personName } from './person-name.ts';
import { prepare } from './prepared-text.ts';
import { excludedControl, noRequirement, unknownReference } from './requirement-rules.ts';
import { type AdviceAudit, type AdviceBox, type AdvisedFinding, type AdviceRule } from './rule.ts';
import { noSample } from './sample.ts';
import { standardText } from './standard-text.ts';
import { twoFailures } from './two-failures.ts';
import { advice, blame, cause, vagueWords } from './wording.ts';

/** Every rule, in the order in which the advice of a box is read. */
export const adviceRules: readonly AdviceRule[] = [
  earlierFinding,
  emptyPart,
  noRequirement,
  excludedControl,
  noEvidenceNumber,
  unknownReference,
  noSample,
  foreignGrade,
  noGradeReason,
  twoFailures,
  personName,
  advice,
  cause,
  blame,
  vagueWords,
  standardText,
];

/** One piece of advice. */
export interface Advice {
  rule: AdviceRule;
  box: AdviceBox;
  words: string;
}

/** Whether a workspace may switch a rule off: not one that a report cannot be issued against. */
export const canSwitchOff = ({ blocks }: AdviceRule): boolean => blocks !== true;

/** What the rules say to a finding. Rules that are switched off say nothing. */
export function advise(
  finding: AdvisedFinding,
  audit: AdviceAudit,
  rules: readonly AdviceRule[] = adviceRules,
): Advice[] {
  const context = {
    finding,
    audit,
    prepared: {
      requirement: prepare(finding.requirement),
      evidence: prepare(finding.evidence),
      nature: prepare(finding.nature),
      gradeReason: prepare(finding.gradeReason),
    },
    names: readNames(audit.people ?? []),
    licensed: audit.licensedTexts === undefined ? undefined : licensedIndexOf(audit.licensedTexts),
  };
  const inForce = rules.filter((rule) => !(canSwitchOff(rule) && audit.switchedOff?.has(rule.key)));
  return inForce.flatMap((rule) => rule.find(context).map(({ box, words }) => ({ rule, box, words })));
}

const ofNonconformities = adviceRules.filter(({ gapOf }) => gapOf !== undefined);
const ofAll = adviceRules.filter(({ gapOf }) => gapOf === 'all');

/** What the report check says of a finding: that a technical reviewer would send it back, or that it cannot be issued. */
export function findGapsOf(finding: AdvisedFinding, audit: AdviceAudit): { words: string; blocks: boolean }[] {
  const found = advise(finding, audit, isNonconformity(finding.grade) ? ofNonconformities : ofAll);
  return found.map(({ words, rule }) => ({ words, blocks: rule.blocks === true }));
}
