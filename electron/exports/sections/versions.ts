import type { ReportIssueRecord } from '../../../shared/contract/records.ts';
import type { Block, Run } from '../blocks.ts';
import { type Composing, cell, heading, row, table, words } from './composing.ts';
import { formatInstant } from './wording.ts';

/** Most differences of a version that the report prints; the workbook has all of them. */
const mostDifferences = 200;

function reasonRuns(composing: Composing, { version, reason, differences }: ReportIssueRecord): Run[][] {
  const record = composing.model.audit.ref;
  const why =
    reason.trim() === ''
      ? [[words(version === 1 ? 'First version.' : 'No reason recorded.')]]
      : composing.write(reason, record);
  const lines = differences.split('\n').filter(Boolean);
  if (version === 1) return why;
  if (lines.length === 0) return [...why, [words('Nothing that the report prints has changed.', 'muted')]];
  const told = lines.slice(0, mostDifferences).map((line): Run[] => [words(line)]);
  if (lines.length > told.length)
    told.push([words(`${lines.length - told.length} more differences stand in the workbook.`, 'muted')]);
  return [...why, [words('Differences from the version before:', 'bold')], ...told];
}

/** The issued versions of the report, each with who, when, why and what changed. Nothing as long as there is none. */
export function composeVersions(composing: Composing): Block[] {
  const { issues, version } = composing.model;
  if (issues.length === 0) return [];
  const columns = [
    { title: 'Version', width: 16 },
    { title: 'Issued', width: 40 },
    { title: 'Reason and differences', width: 110 },
  ];
  const rows = issues.map((issue) => {
    const by = [`by ${issue.issuedBy || 'an unnamed person'}`, issue.releasedBy && `released by ${issue.releasedBy}`];
    const facts: Run[][] = [
      [words(formatInstant(issue.issuedAt))],
      ...by.filter(Boolean).map((text): Run[] => [words(text, 'muted')]),
    ];
    const reason = reasonRuns(composing, issue);
    // No file can hold its own hash: a version is told by the ones after it.
    if (issue.word !== '' && issue.version < version)
      reason.push([words('SHA-256 of its Word report ', 'muted'), words(issue.word, 'hash')]);
    return row(cell([words(String(issue.version), 'bold')]), cell(facts), cell(reason));
  });
  return [
    heading(2, 'Versions'),
    table(composing, 'Versions of the report', columns, rows, 'Issued versions of the report.'),
  ];
}

/** The hashes that the table of versions prints, for the check of the finished file. */
export function hashesOfVersions({ issues, version }: Pick<Composing['model'], 'issues' | 'version'>): string[] {
  return issues.flatMap((issue) => (issue.word !== '' && issue.version < version ? [issue.word] : []));
}
