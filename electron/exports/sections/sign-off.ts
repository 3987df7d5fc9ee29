import type { SignatureRecord } from '../../../shared/contract/records.ts';
import { needsReview } from '../../../shared/domain/gate/review.ts';
import { signatureSides, teamRoles } from '../../../shared/domain/vocabulary.ts';
import type { Block, Run, TableRow } from '../blocks.ts';
import { type Composing, cell, heading, row, table, words } from './composing.ts';
import { formatInstant } from './wording.ts';

type Side = keyof typeof signatureSides;

const drawingWidth = 48;

function nameCell(name: string, role: string) {
  const runs: Run[][] = [[words(name || ' ')]];
  if (role) runs.push([words(role, 'muted')]);
  return cell(runs);
}

function signedRow(side: Side, { name, role, drawing, signedAt }: SignatureRecord): TableRow {
  const signature: Run[] =
    drawing === ''
      ? [words('Signed with the typed name', 'muted')]
      : [{ kind: 'drawing', text: '', path: drawing, width: drawingWidth, alt: `Signature of ${name}` }];
  return row(cell(signatureSides[side]), nameCell(name, role), cell([signature]), cell(formatInstant(signedAt)));
}

function openRow(side: Side, name: string, role: string): TableRow {
  const alt = name ? `Place for the signature of ${name}` : 'Place for a signature';
  const place: Run = { kind: 'drawing', text: '', path: '', width: drawingWidth, alt };
  return row(cell(signatureSides[side]), nameCell(name, role), cell([place]), cell(''));
}

/** Who signs this version: what is signed with its drawing and date, and a line to sign on for whoever has not. */
export function composeSignOff(composing: Composing): Block[] {
  const { audit, signatures, team, version } = composing.model;
  const rows: TableRow[] = [];
  const add = (side: Side, expected: readonly (readonly [name: string, role: string])[]) => {
    const signed = signatures.filter((one) => one.side === side && one.version === version);
    rows.push(...signed.map((one) => signedRow(side, one)));
    if (signed.length === 0) rows.push(...expected.map(([name, role]) => openRow(side, name, role)));
  };
  const leads = team.filter(({ role }) => role === 'lead-auditor');
  add(
    'team',
    leads.length > 0 ? leads.map(({ name, role }) => [name, teamRoles[role]]) : [['', teamRoles['lead-auditor']]],
  );
  if (needsReview(audit)) {
    const released = audit.releasedAt === null ? 'Reviewer' : `Reviewer; released ${formatInstant(audit.releasedAt)}`;
    add('reviewer', [[audit.reviewer, released]]);
  } else add('reviewer', []);
  add('auditee', [['', 'For the auditee']]);
  const columns = [
    { title: 'For', width: 24 },
    { title: 'Name and role', width: 56 },
    { title: 'Signature', width: 54 },
    { title: 'Date', width: 32 },
  ];
  return [heading(2, 'Sign-off'), { ...table(composing, 'Sign-off', columns, rows), together: true }];
}
