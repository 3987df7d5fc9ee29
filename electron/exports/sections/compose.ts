import { auditTypes, confidentialityLevels } from '../../../shared/domain/vocabulary.ts';
import type { Block, ReportDocument } from '../blocks.ts';
import type { ExportWarning, ReportModel } from '../report-model.ts';
import { composeChecklist } from './annex-checklist.ts';
import { composeEvidence } from './annex-evidence.ts';
import { composePhotos } from './annex-photos.ts';
import { composeSoa } from './annex-soa.ts';
import { composeBoard } from './board.ts';
import { type Composing, createComposing, paragraph } from './composing.ts';
import { composeConclusions } from './conclusions.ts';
import { composeControl } from './control.ts';
import { composeCover, reportState } from './cover.ts';
import { composeFindings } from './findings.ts';
import { composeResults } from './results.ts';
import { composeScope } from './scope.ts';
import { composeSystems } from './systems.ts';

const sections: readonly ((composing: Composing) => Block[])[] = [
  composeCover,
  composeControl,
  () => [{ kind: 'contents', title: 'Contents' }],
  composeBoard,
  composeScope,
  composeSystems,
  (composing) => composeResults(composing, 'clause'),
  (composing) => composeResults(composing, 'control'),
  composeFindings,
  composeConclusions,
  composeChecklist,
  composeSoa,
  composeEvidence,
  composePhotos,
  () => [paragraph('End of the report.', 'muted')],
];

/** A name short enough for one line with more beside it. */
const shorten = (name: string) => (name.length <= 60 ? name : `${name.slice(0, 59).trimEnd()}…`);

/** The report of a model as neutral blocks, with warnings that name the record they concern. Changes nothing. */
export function composeReport(model: ReportModel): { document: ReportDocument; warnings: ExportWarning[] } {
  const composing = createComposing(model);
  const { audit, organization, product } = model;
  const blocks = sections.flatMap((compose) => compose(composing));
  const document: ReportDocument = {
    title: `Audit report ${audit.ref}, ${organization.name}`,
    subject: `${audit.title}, ${auditTypes[audit.type].toLowerCase()}`,
    creator: model.generatedBy || product.name,
    product: `${product.name} ${product.version}`,
    createdAt: model.generatedAt,
    header: {
      left: `${audit.ref} · ${shorten(organization.name)} · ${auditTypes[audit.type]}`,
      right: `${confidentialityLevels[audit.confidentiality]} · ${reportState(model)}`,
    },
    blocks,
  };
  return { document, warnings: composing.warnings };
}
