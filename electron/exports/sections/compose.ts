import { sectionsOf, withoutIntroduction } from '../../../shared/domain/house-layouts.ts';
import type { ReportSection } from '../../../shared/domain/templates.ts';
import { auditTypes, confidentialityLevels } from '../../../shared/domain/vocabulary.ts';
import type { Block, ReportDocument, TurnBlock } from '../blocks.ts';
import type { ExportWarning, ReportModel } from '../report-model.ts';
import { composeChecklist } from './annex-checklist.ts';
import { composeCrosswalks } from './annex-crosswalks.ts';
import { composeEvidence } from './annex-evidence.ts';
import { composePhotos } from './annex-photos.ts';
import { composeRequired } from './annex-required.ts';
import { composeSoa } from './annex-soa.ts';
import { composeBoard } from './board.ts';
import { type Composing, countHeadings, createComposing, paragraph } from './composing.ts';
import { composeConclusions } from './conclusions.ts';
import { composeControl } from './control.ts';
import { composeCover, shortVersion, standardName } from './cover.ts';
import { composeFindings } from './findings.ts';
import { languageTag } from './language.ts';
import { numbersNamedIn, sectionTitle } from './layout.ts';
import { composePlan } from './plan.ts';
import { composeResults } from './results.ts';
import { composeScope } from './scope.ts';
import { composeSystems } from './systems.ts';

/** Sections whose wide tables stand on turned pages. */
const turned: readonly ReportSection[] = ['soa', 'evidence'];

const sections: Record<Exclude<ReportSection, 'required'>, (composing: Composing) => Block[]> = {
  cover: composeCover,
  control: composeControl,
  contents: ({ model }) => [
    { kind: 'contents', title: sectionTitle('contents', model), figures: 'Figures', tables: 'Tables' },
  ],
  board: composeBoard,
  scope: composeScope,
  plan: composePlan,
  systems: composeSystems,
  clauses: (composing) => composeResults(composing, 'clause'),
  controls: (composing) => composeResults(composing, 'control'),
  findings: composeFindings,
  conclusions: composeConclusions,
  checklist: composeChecklist,
  soa: composeSoa,
  evidence: composeEvidence,
  photos: composePhotos,
  crosswalks: composeCrosswalks,
};

/** A name short enough for one line with more beside it. */
const shorten = (name: string) => (name.length <= 60 ? name : `${name.slice(0, 59).trimEnd()}…`);

/** The report of a model as neutral blocks, with warnings that name the record they concern. Changes nothing. */
export function composeReport(model: ReportModel): { document: ReportDocument; warnings: ExportWarning[] } {
  const composing = createComposing(model);
  const { audit, organization, product, template } = model;
  const blocks = composeSections(composing);
  warnOfUnnamedFindings(composing);
  const document: ReportDocument = {
    title: `${template.reportTitle} ${audit.ref}, ${organization.name}`,
    subject: `${audit.title}, ${auditTypes[audit.type].toLowerCase()}`,
    creator: model.generatedBy || product.name,
    company: model.team.find(({ role }) => role === 'lead-auditor')?.organization ?? '',
    keywords: [audit.ref, auditTypes[audit.type], standardName(model), 'AI management system'],
    product: `${product.name} ${product.version}`,
    createdAt: model.generatedAt,
    language: languageTag(audit.language),
    properties: [
      ['Reference', audit.ref],
      ['Version', shortVersion(model)],
      ['Classification', confidentialityLevels[audit.confidentiality]],
      ['Organisation', organization.name],
      ['Catalogue', `${model.catalogue.id} ${model.catalogue.version}`],
      ['Made with', `${product.name} ${product.version}`],
    ],
    header: {
      left: `${audit.ref} · ${shorten(organization.name)} · ${auditTypes[audit.type]}`,
      right: `${confidentialityLevels[audit.confidentiality]} · ${shortVersion(model)}`,
    },
    ...(model.houseLayout?.footer.trim() && { footer: model.houseLayout.footer.trim() }),
    blocks,
  };
  return { document, warnings: composing.warnings };
}

/** What the layout of the house says at the beginning of a section, under its heading; references in it are live. */
function introduced(composing: Composing, section: ReportSection, blocks: Block[]): Block[] {
  const { houseLayout, audit } = composing.model;
  if (!houseLayout || withoutIntroduction.includes(section)) return blocks;
  const text =
    sectionsOf(houseLayout)
      .find((one) => one.section === section)
      ?.introduction.trim() ?? '';
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  if (text === '' || at < 0) return blocks;
  return blocks.toSpliced(at + 1, 0, ...composing.write(text, audit.ref).map((runs) => paragraph(runs)));
}

/**
 * All sections in their order, their parts counted. The one that says where each content is comes last to be composed,
 * for it refers to all others; wide tables stand on pages that are turned, and the page turns back where upright ones follow.
 */
function composeSections(composing: Composing): Block[] {
  const order = [...composing.layout.keys()];
  const made = new Map(
    order.map((section): [ReportSection, Block[]] => [
      section,
      section === 'required' ? [] : introduced(composing, section, sections[section](composing)),
    ]),
  );
  countHeadings([...made.values()].flat());
  if (made.has('required')) {
    const headings = [...made.values()].flat().filter((block) => block.kind === 'heading');
    made.set('required', introduced(composing, 'required', composeRequired(composing, headings)));
  }
  let orientation: TurnBlock['to'] = 'portrait';
  const blocks: Block[] = [];
  for (const [section, own] of made) {
    const to = turned.includes(section) ? 'landscape' : 'portrait';
    if (to !== orientation) blocks.push({ kind: 'turn', to });
    orientation = to;
    blocks.push(...own);
  }
  blocks.push(paragraph('End of the report.', 'muted'));
  return blocks;
}

/** A layout without findings may leave one out altogether; nobody shall learn that from the reader. */
function warnOfUnnamedFindings(composing: Composing): void {
  const { layout, model } = composing;
  if (layout.has('findings')) return;
  const named = new Set([...layout.keys()].flatMap((section) => [...numbersNamedIn(section, model)]));
  for (const { number } of model.findings)
    if (!named.has(number)) composing.warn(number, 'No section of this report names the finding.');
}
