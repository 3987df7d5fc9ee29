import type { Block, Run } from '../blocks.ts';
import type { ReportSoaEntry } from '../report-model.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { soaVersion } from './cover.ts';

/** Annex: the Statement of Applicability control by control, then the organisation's own controls. */
export function composeSoa(composing: Composing): Block[] {
  const { soa, counts, audit } = composing.model;
  const standard = soa.entries.filter(({ additional }) => !additional);
  const own = soa.entries.filter(({ additional }) => additional);
  const source: Run[] = [words(`${soaVersion(composing.model)}.`)];
  if (soa.approver) source.push(words(` Approved by ${soa.approver}.`));
  if (soa.sourceNumber) source.push(words(' File '), composing.refer(soa.sourceNumber, audit.ref), words('.'));
  source.push(
    words(` ${counts.controls.applicable} controls are applicable, ${counts.controls.excluded} are excluded.`),
  );
  if (standard.every(({ stated }) => !stated))
    composing.warn(audit.ref, 'The Statement of Applicability is not recorded.');
  return [
    sectionHeading(composing, 'soa'),
    paragraph(source),
    standard.length > 0
      ? soaTable(composing, 'Statement of Applicability', standard)
      : paragraph('The catalogue of this audit has no controls.'),
    heading(2, 'Own controls'),
    own.length > 0
      ? soaTable(composing, 'Own controls', own)
      : paragraph('The statement names no controls of the organisation beyond those of the standard.'),
  ];
}

function soaTable(composing: Composing, name: string, entries: readonly ReportSoaEntry[]): Block {
  const columns = [
    { title: 'No.', width: 17 },
    { title: 'Control', width: 60 },
    { title: 'Applicable', width: 22 },
    { title: 'Justification', width: 77 },
    { title: 'Implementation', width: 77 },
  ];
  const rows = entries.map((entry) => {
    const known = composing.model.requirements.some(({ id }) => id === entry.control);
    const applicable: Run[] = entry.applicable
      ? [words(entry.stated ? 'Yes' : 'Not stated')]
      : [{ kind: 'chip', text: 'No', tone: 'not-applicable' }];
    return row(
      cell([known ? composing.refer(entry.control, entry.control) : words(entry.control)]),
      cell(entry.title),
      cell(applicable),
      cell(composing.write(entry.justification, entry.control)),
      cell(composing.write(entry.implementation, entry.control)),
    );
  });
  return table(composing, name, columns, rows, name === 'Own controls' ? 'Own controls.' : 'Controls of the standard.');
}
