import { evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import type { Block, Run } from '../blocks.ts';
import type { ReportEvidence } from '../report-model.ts';
import { type Composing, cell, joinRuns, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { counted, formatInstant } from './wording.ts';

/** Annex: every piece of evidence with where, when and by whom it was collected, its use and its whole hash. */
export function composeEvidence(composing: Composing): Block[] {
  const { evidence } = composing.model;
  if (evidence.length === 0) return [sectionHeading(composing, 'evidence'), paragraph('No evidence was registered.')];
  const columns = [
    { title: 'No.', width: 15 },
    { title: 'What', width: 66 },
    { title: 'Method', width: 18 },
    { title: 'Where, when, by', width: 58 },
    { title: 'Used in', width: 42 },
    { title: 'SHA-256', width: 54 },
  ];
  return [
    sectionHeading(composing, 'evidence'),
    paragraph(
      `${counted(evidence.length, 'piece of evidence is', 'pieces of evidence are')} registered. The SHA-256 of a file is ` +
        'its fingerprint: any change of the file changes it.',
    ),
    table(
      composing,
      'Evidence register',
      columns,
      evidence.map((piece) => composeRow(composing, piece)),
      'Evidence register.',
    ),
  ];
}

function composeRow(composing: Composing, piece: ReportEvidence) {
  const { number } = piece;
  const facts = [evidenceKinds[piece.kind].toLowerCase(), piece.originalName].filter(Boolean).join(', ');
  const what: Run[][] = [[words(piece.title || piece.originalName || 'No title')], [words(facts, 'muted')]];
  const place = `figure:${number}`;
  const figure = composing.figures.get(place);
  if (figure !== undefined) what.push([{ kind: 'reference', place, text: `Figure ${figure}` }]);
  const seen: Run[][] = [];
  if (piece.place || piece.source) seen.push([words([piece.place, piece.source].filter(Boolean).join(', '))]);
  seen.push(
    joinRuns(
      [formatInstant(piece.collectedAt), piece.collectedBy].map((text) => (text ? [words(text)] : [])),
      ', ',
    ),
  );
  if (piece.permittedBy) seen.push([words(`Permitted by ${piece.permittedBy}`, 'muted')]);
  return row(
    cell([{ kind: 'place', place: number, text: number, look: 'bold' }]),
    cell(what),
    cell(evidenceMethods[piece.method].toLowerCase()),
    cell(seen),
    cell(usedIn(composing, piece)),
    cell(piece.sha256 ? [words(piece.sha256, 'hash')] : [words('no file', 'muted')]),
  );
}

/** Requirements in one line, each finding in a line of its own: a number with a hyphen would break in a narrow column. */
function usedIn(composing: Composing, { number, usedIn: targets }: ReportEvidence): Run[][] {
  const findings = targets.filter((target) => target.startsWith('F-'));
  const requirements = targets.filter((target) => !target.startsWith('F-'));
  const paragraphs = requirements.length > 0 ? [composing.referAll(requirements, number)] : [];
  paragraphs.push(...findings.map((target) => [composing.refer(target, number)]));
  return paragraphs.length > 0 ? paragraphs : [[words('not used', 'muted')]];
}
