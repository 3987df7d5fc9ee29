// What the advice has to know of the open audit, and its sentences by the box they stand beside. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { type Advice, advise } from '../../../shared/domain/advice/advise.ts';
import type { AdviceAudit, AdviceBox } from '../../../shared/domain/advice/rule.ts';
import { excludedControls } from '../../../shared/domain/summary.ts';
import { switchedOff } from '../../../shared/domain/switched-rules.ts';
import { citationsOf } from './finding-evidence.ts';

export type FindingAdvice = Readonly<Record<AdviceBox, readonly Advice[]>>;

const none: readonly Advice[] = [];
export const noAdvice: FindingAdvice = {
  requirement: none,
  evidence: none,
  nature: none,
  grade: none,
  gradeReason: none,
  earlier: none,
};

type Open = Pick<OpenAudit, 'soa' | 'team' | 'checklist' | 'evidence' | 'findings' | 'links' | 'switchedRules'>;

/** The advice on a finding, box by box. */
export function adviceOn(
  finding: FindingRecord,
  open: Open,
  { template, licensedTexts, exclusionsUnder }: Pick<AdviceAudit, 'template' | 'licensedTexts' | 'exclusionsUnder'>,
): FindingAdvice {
  const evidence = new Map(open.evidence.map(({ id, number }) => [id, number]));
  const known = new Set([...evidence.values(), ...open.findings.map(({ number }) => number)]);
  const linked = open.links.flatMap(({ noun, target, evidence: one }) =>
    noun === 'finding' && target === finding.id ? (evidence.get(one) ?? []) : [],
  );
  const all = advise(
    { ...finding, evidenceNumbers: [...linked, ...citationsOf(finding).filter((number) => known.has(number))] },
    {
      excluded: excludedControls(open.soa),
      people: [
        ...open.team.map(({ name }) => name),
        ...new Set(open.checklist.flatMap(({ interviewees }) => interviewees)),
      ],
      known,
      switchedOff: switchedOff(open.switchedRules),
      exclusionsUnder,
      ...(template === undefined ? {} : { template }),
      ...(licensedTexts === undefined ? {} : { licensedTexts }),
    },
  );
  const beside = (wanted: AdviceBox) => all.filter(({ box }) => box === wanted);
  return {
    requirement: beside('requirement'),
    evidence: beside('evidence'),
    nature: beside('nature'),
    grade: beside('grade'),
    gradeReason: beside('gradeReason'),
    earlier: beside('earlier'),
  };
}

const isSame = (one: readonly Advice[], other: readonly Advice[]) =>
  one.length === other.length && one.every(({ words }, place) => words === other[place]?.words);

/** The newer advice, with the lists of before where they say the same, so that their boxes are not drawn anew. */
export function keepSame(before: FindingAdvice, now: FindingAdvice): FindingAdvice {
  const kept = (box: AdviceBox) => (isSame(before[box], now[box]) ? before[box] : now[box]);
  const both: FindingAdvice = {
    requirement: kept('requirement'),
    evidence: kept('evidence'),
    nature: kept('nature'),
    grade: kept('grade'),
    gradeReason: kept('gradeReason'),
    earlier: kept('earlier'),
  };
  return Object.entries(both).every(([box, advice]) => before[box as AdviceBox] === advice) ? before : both;
}
