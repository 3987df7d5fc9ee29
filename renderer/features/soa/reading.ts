// What an import would do, put in order for reading. Pure.
import type { Output } from '../../../shared/contract/contract.ts';
import { type SoaIssue, soaIssueCodes } from '../../../shared/contract/soa.ts';

export type Preview = Output<'soa.preview'>;
export type Difference = Preview['differences'][number];

/** The kinds of issue, those that change what is imported first. */
const order: readonly SoaIssue['code'][] = [
  'contradicting-duplicate',
  'unreadable-applicability',
  'missing-control',
  'exclusion-without-justification',
  'unknown-control',
  'group-row-with-answer',
  'duplicate',
  'inclusion-without-justification',
  'additional-control',
];

/** Issues by kind, each kind by row; issues of the whole statement first. */
export function groupIssues(issues: readonly SoaIssue[]): { code: SoaIssue['code']; issues: SoaIssue[] }[] {
  const byCode = Map.groupBy(issues, ({ code }) => code);
  const codes = [...order, ...soaIssueCodes.filter((code) => !order.includes(code))];
  return codes.flatMap((code) => {
    const group = byCode.get(code) ?? [];
    return group.length === 0
      ? []
      : [{ code, issues: group.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)) }];
  });
}

/** Which parts of a control differ between before and after. */
export function changedParts({ before, after }: Difference): {
  applicable: boolean;
  justification: boolean;
  implementation: boolean;
} {
  return {
    applicable: before.applicable !== after.applicable || before.stated !== after.stated,
    justification: before.justification !== after.justification,
    implementation: before.implementation !== after.implementation,
  };
}
