import { findingHeading } from '../../../shared/domain/findings.ts';
import { collectGovernance } from '../../../shared/domain/governance.ts';
import { referencesIn } from '../../../shared/domain/references.ts';
import type { RequirementResult } from '../../../shared/domain/roll-up.ts';
import { countAudit, countThemes, resultsByRequirement } from '../../../shared/domain/summary.ts';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type {
  ExportWarning,
  ReportEvidence,
  ReportFinding,
  ReportModel,
  ReportPicture,
  ReportRequirement,
} from '../../exports/report-model.ts';
import { newestChange } from '../../store/changes.ts';
import { localTime } from '../../store/writer.ts';
import { openAudit } from '../audits.ts';
import { catalogueOf, type Context } from '../context.ts';
import { findGaps } from './gaps.ts';

/** Made once: localeCompare makes one for every comparison. */
const byNumber = new Intl.Collator('en', { numeric: true });

interface Lookups {
  audit: OpenAudit;
  catalogue: Catalogue;
  numberOf: Map<string, string>;
  nameOf: Map<string, string>;
  requirementOfItem: Map<string, string>;
  /** Evidence numbers by the record they are linked to. */
  evidenceOf: Map<string, string[]>;
}

function lookUp(audit: OpenAudit, catalogue: Catalogue): Lookups {
  const numberOf = new Map([...audit.evidence, ...audit.findings].map(({ id, number }) => [id, number]));
  const evidenceOf = new Map<string, string[]>();
  for (const { evidence, target } of audit.links) {
    const number = numberOf.get(evidence);
    if (number === undefined) continue;
    const numbers = evidenceOf.get(target);
    if (numbers) numbers.push(number);
    else evidenceOf.set(target, [number]);
  }
  for (const numbers of evidenceOf.values()) numbers.sort();
  return {
    audit,
    catalogue,
    numberOf,
    nameOf: new Map(audit.aiSystems.map(({ id, name }) => [id, name])),
    requirementOfItem: new Map(audit.checklist.map(({ id, requirement }) => [id, requirement])),
    evidenceOf,
  };
}

const named = (ids: readonly string[], names: ReadonlyMap<string, string>) => ids.flatMap((id) => names.get(id) ?? []);

function collectFindings({ audit, evidenceOf, nameOf }: Lookups): ReportFinding[] {
  const known = new Set(audit.evidence.map(({ number }) => number));
  const actions = Map.groupBy(audit.actions, ({ finding }) => finding);
  return audit.findings
    .toSorted((one, other) => byNumber.compare(one.number, other.number))
    .map((finding) => {
      const cited = referencesIn(`${finding.evidence}\n${finding.nature}\n${finding.gradeReason}`).filter((target) =>
        known.has(target),
      );
      return {
        ...finding,
        heading: findingHeading(finding),
        evidenceNumbers: [...new Set([...(evidenceOf.get(finding.id) ?? []), ...cited])].toSorted(),
        systemNames: named(finding.aiSystems, nameOf),
        actions: actions.get(finding.id) ?? [],
      };
    });
}

function collectRequirements(
  { audit, catalogue, evidenceOf, nameOf }: Lookups,
  findings: readonly ReportFinding[],
  results: ReadonlyMap<string, RequirementResult>,
): ReportRequirement[] {
  const depths = new Map(catalogue.questions.map(({ id, depth }) => [id, depth]));
  const items = Map.groupBy(audit.checklist, ({ requirement }) => requirement);
  const raisedFrom = Map.groupBy(findings, ({ item }) => item ?? '');
  return catalogue.requirements.map((requirement) => ({
    ...requirement,
    result: results.get(requirement.id) ?? { verdict: 'not-started', partial: false },
    findings: findings.filter(({ requirements }) => requirements.includes(requirement.id)).map(({ number }) => number),
    questions: (items.get(requirement.id) ?? []).map((item) => ({
      id: item.questionId,
      itemId: item.id,
      text: item.question,
      depth: depths.get(item.questionId) ?? '',
      aiSystem: nameOf.get(item.aiSystem ?? '') ?? '',
      verdict: item.verdict,
      reason: item.reason,
      notes: item.notes,
      interviewees: item.interviewees,
      sampled: item.sampled,
      evidence: evidenceOf.get(item.id) ?? [],
      findings: (raisedFrom.get(item.id) ?? []).map(({ number }) => number),
    })),
  }));
}

function collectEvidence(
  { audit, catalogue, nameOf, requirementOfItem, numberOf }: Lookups,
  findings: readonly ReportFinding[],
  pictures: ReadonlyMap<string, ReportPicture | null>,
): ReportEvidence[] {
  const order = new Map(catalogue.requirements.map(({ id }, place) => [id, place]));
  const links = Map.groupBy(audit.links, ({ evidence }) => evidence);
  const findingsByEvidence = new Map<string, string[]>();
  for (const { number, evidenceNumbers } of findings) {
    for (const evidence of evidenceNumbers)
      findingsByEvidence.set(evidence, [...(findingsByEvidence.get(evidence) ?? []), number]);
  }
  return audit.evidence
    .toSorted((one, other) => byNumber.compare(one.number, other.number))
    .map((evidence) => {
      const own = links.get(evidence.id) ?? [];
      const requirements = own.flatMap(({ noun, target }) =>
        noun === 'checklistItem' ? (requirementOfItem.get(target) ?? []) : [],
      );
      const linkedFindings = own.flatMap(({ noun, target }) =>
        noun === 'finding' ? (numberOf.get(target) ?? []) : [],
      );
      return {
        ...evidence,
        usedIn: [
          ...[...new Set(requirements)].toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
          ...[...new Set([...linkedFindings, ...(findingsByEvidence.get(evidence.number) ?? [])])].toSorted(),
        ],
        systemNames: named(
          own.flatMap(({ noun, target }) => (noun === 'aiSystem' ? [target] : [])),
          nameOf,
        ),
        picture: pictures.get(evidence.sha256) ?? null,
      };
    });
}

/** Lets other calls through between two pieces of work, so that none holds the writer thread for long. */
export const letOthersThrough = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Reads an audit in one transaction, and makes of it the model that every document is made from. */
export async function collectReport(
  context: Context,
  auditKey: string,
  pictures: ReadonlyMap<string, ReportPicture | null>,
): Promise<{ model: ReportModel; warnings: ExportWarning[] }> {
  const { db } = context;
  const { audit, catalogue, head } = db.transaction(() => {
    const opened = openAudit(context, auditKey);
    const { id } = opened.audit;
    return { audit: opened, catalogue: catalogueOf(context, id), head: newestChange(db, id) ?? null };
  })();
  await letOthersThrough();
  const lookups = lookUp(audit, catalogue);
  const findings = collectFindings(lookups);
  const results = resultsByRequirement(catalogue, audit);
  const requirements = collectRequirements(lookups, findings, results);
  await letOthersThrough();
  const evidence = collectEvidence(lookups, findings, pictures);
  await letOthersThrough();
  const titles = new Map(catalogue.requirements.map(({ id, title }) => [id, title]));
  const { entries, ...soa } = audit.soa;
  const model: ReportModel = {
    product: { name: 'Plumbline', version: context.version },
    generatedAt: localTime(new Date()),
    generatedBy: context.actor(),
    catalogue: {
      id: catalogue.id,
      version: catalogue.version,
      standard: catalogue.standard,
      groups: catalogue.groups,
      hash: audit.audit.catalogue,
    },
    audit: audit.audit,
    organization: audit.organization,
    team: audit.team,
    aiSystems: audit.aiSystems,
    counts: countAudit(catalogue, audit),
    requirements,
    findings,
    soa: {
      ...soa,
      sourceNumber: lookups.numberOf.get(soa.sourceEvidence ?? '') ?? '',
      entries: entries.map((entry) => ({ ...entry, title: titles.get(entry.control) ?? entry.title })),
    },
    evidence,
    notes: audit.notes,
    themes: countThemes(catalogue, results),
    governance: collectGovernance(catalogue, results, findings).map((facts) => ({
      ...facts,
      answer: audit.conclusion.acceptedAt === null ? '' : audit.conclusion[facts.id],
    })),
    conclusion: audit.conclusion,
    notAudited: audit.checklist
      .filter(({ verdict }) => verdict === 'not-audited')
      .map(({ requirement, question, reason }) => ({
        requirement,
        title: titles.get(requirement) ?? '',
        question,
        reason,
      })),
    head,
  };
  return { model, warnings: findGaps(model) };
}
