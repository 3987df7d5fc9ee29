// The sheets of the closing meeting: one page per finding, for the nonconformities or for the findings that are named.
import path from 'node:path';
import type { Output, Parsed } from '../../../shared/contract/contract.ts';
import { needsFollowUp } from '../../../shared/domain/findings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReportFinding } from '../../exports/report-model.ts';
import type { ClosingSheets, SheetDue } from '../../exports/sections/closing-sheets.ts';
import { ensureFolder } from '../../files.ts';
import { proposedDates } from '../actions.ts';
import { auditIdOf, type Context } from '../context.ts';
import { collectReport } from './collect.ts';
import { documentName, exportTarget } from './export-target.ts';

const kinds = [
  ['Correction', 'correction'],
  ['Corrective action', 'corrective-action'],
] as const;

/** The due days of a finding: those of its actions, else those that the time limits propose. */
function dueOf(context: Context, auditId: string, { id, actions }: ReportFinding): SheetDue[] {
  return kinds.flatMap(([what, kind]) => {
    const first = actions
      .filter((action) => action.kind === kind)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))[0];
    const { dueOn, dueBasis } = first ?? proposedDates(context, auditId, id, kind);
    return dueOn === null ? [] : [{ what, day: dueOn, basis: dueBasis }];
  });
}

/** The findings that a call asks for, in the order of their numbers. */
function chosenFindings(findings: readonly ReportFinding[], wanted: readonly string[] | undefined): ReportFinding[] {
  if (wanted === undefined) {
    const chosen = findings.filter(({ grade }) => needsFollowUp(grade));
    if (chosen.length > 0) return chosen;
    throw new AppError(
      'refused',
      'There is no nonconformity and no area of concern to print. Choose a finding to print it all the same.',
    );
  }
  const unknown = wanted.find((key) => !findings.some(({ id, number }) => id === key || number === key));
  if (unknown !== undefined)
    throw new AppError('not-found', `${unknown.slice(0, 60)} is not a finding of this audit.`, { finding: unknown });
  return findings.filter(({ id, number }) => wanted.includes(id) || wanted.includes(number));
}

/** Exports the sheets as a Word document. */
export async function exportClosingSheets(
  context: Context,
  input: Parsed<'reports.closingSheets'>,
): Promise<Output<'reports.closingSheets'>> {
  const auditId = auditIdOf(context, input.audit);
  const target = exportTarget(context, {
    name: documentName(context, auditId, 'closing meeting'),
    ending: 'docx',
    given: input.path,
  });
  const { model } = await collectReport(context, auditId, new Map());
  const { product, generatedAt, generatedBy, template, houseLayout, audit, organization, team } = model;
  const findings = chosenFindings(model.findings, input.findings);
  const sheets: ClosingSheets = {
    product,
    generatedAt,
    generatedBy,
    template,
    houseLayout,
    audit,
    organization,
    team,
    sheets: findings.map((finding) => ({
      finding,
      due: needsFollowUp(finding.grade) ? dueOf(context, auditId, finding) : [],
    })),
  };
  return context.jobs.run(input.job, async (signal, onProgress) => {
    await ensureFolder(path.dirname(target));
    const made = await context.workers.run('export-sheets', { model: sheets, target }, signal, onProgress);
    return { path: target, name: path.basename(target), ...made, sheets: findings.length };
  });
}
