import { type SignedHeads, whatHeadsProve } from '../../../shared/proof/signed-heads.ts';
import { auditStages, auditTypes, confidentialityLevels, teamRoles } from '../../../shared/domain/vocabulary.ts';
import type { Block, FactsBlock, Run } from '../blocks.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { auditDates, soaVersion, standardName, versionInWords } from './cover.ts';
import { sectionPlace } from './layout.ts';
import { composeSignOff } from './sign-off.ts';
import { composeVersions } from './versions.ts';
import { capitalise, formatDay, formatInstant } from './wording.ts';

/** Document control: what this document is, who made it, for whom, and which data it was made from. */
export function composeControl(composing: Composing): Block[] {
  const { model } = composing;
  const { audit, catalogue, head, product, soa, team } = model;
  const rows: FactsBlock['rows'] = [];
  const add = (label: string, content: string | Run[][]) => {
    rows.push({ label, paragraphs: typeof content === 'string' ? [[words(content)]] : content });
  };
  add('Reference', audit.ref);
  add('Audit', `${audit.title} (${auditTypes[audit.type].toLowerCase()}, ${standardName(model)})`);
  add(
    'State',
    `${capitalise(versionInWords(model))}; the audit is at the stage: ${auditStages[audit.status].toLowerCase()}`,
  );
  add('Audit dates', auditDates(model));
  add(
    'Made',
    [formatInstant(model.generatedAt), model.generatedBy && `by ${model.generatedBy}`].filter(Boolean).join(' '),
  );
  add('Confidentiality', confidentialityLevels[audit.confidentiality]);
  add('Distribution', audit.distribution.trim() ? composing.write(audit.distribution, audit.ref) : 'Not recorded.');
  add('Kept until', formatDay(audit.retainUntil) || 'Not recorded.');
  const statement: Run[] = [words(soaVersion(model))];
  if (soa.approver) statement.push(words(`, approved by ${soa.approver}`));
  if (soa.sourceNumber) statement.push(words(', file '), composing.refer(soa.sourceNumber, audit.ref));
  add('Statement of Applicability', [statement]);
  add('Question catalogue', [
    [words(`${catalogue.id}, version ${catalogue.version}`)],
    [words('SHA-256 ', 'muted'), words(catalogue.hash, 'hash')],
  ]);
  add('Made with', `${product.name} ${product.version}`);
  if (model.switchedRules.length > 0)
    add(
      'Rules switched off',
      model.switchedRules.flatMap(({ title, reason }) => composing.write(`${title}: ${reason}`, audit.ref)),
    );
  add(
    'Newest change contained',
    head
      ? [[words(`${head.id}, ${formatInstant(head.at)}`)], [words('SHA-256 ', 'muted'), words(head.hash, 'hash')]]
      : 'None.',
  );
  if (model.signedHeads) add('Signed history', signedHistory(model.signedHeads));

  return [
    sectionHeading(composing, 'control'),
    { kind: 'facts', name: 'Document control', labelWidth: 42, rows },
    heading(2, 'Audit team', sectionPlace('control', 'team')),
    ...composeTeam(composing, team),
    ...composeVersions(composing),
    ...composeSignOff(composing),
  ];
}

/** Where the chains of changes end, signed: what a copy of this document proves against a history that was rewritten. */
function signedHistory({ heads, publicKey, signature }: SignedHeads): Run[][] {
  return [
    ...heads.flatMap(({ hash, length }): Run[][] => [
      [words(`${length} changes up to SHA-256 `, 'muted'), words(hash, 'hash')],
    ]),
    [words('Ed25519 key of the device ', 'muted'), words(publicKey, 'hash')],
    [words('Signature ', 'muted'), words(signature, 'hash')],
    [words(whatHeadsProve, 'muted')],
  ];
}

/** The hashes, key and signature that document control prints of the signed history, for the check of the finished file. */
export function hashesOfHistory({ signedHeads }: Pick<Composing['model'], 'signedHeads'>): string[] {
  if (!signedHeads) return [];
  return [...signedHeads.heads.map(({ hash }) => hash), signedHeads.publicKey, signedHeads.signature];
}

function composeTeam(composing: Composing, team: Composing['model']['team']): Block[] {
  if (team.length === 0) {
    return [paragraph('No member of the audit team is recorded.')];
  }
  const columns = [
    { title: 'Name', width: 40 },
    { title: 'Role', width: 26 },
    { title: 'Competence', width: 50 },
    { title: 'Independence', width: 50 },
  ];
  const rows = team.map((member) => {
    const name: Run[] = [words(member.name)];
    return row(
      cell(member.organization ? [name, [words(member.organization, 'muted')]] : name),
      cell(teamRoles[member.role]),
      cell(composing.write(member.competence || 'Not recorded.', member.name)),
      cell(composing.write(member.independence || 'Not recorded.', member.name)),
    );
  });
  return [table(composing, 'Audit team', columns, rows, 'Audit team, competence and independence.')];
}
