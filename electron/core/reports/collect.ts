import { adviceRules } from '../../../shared/domain/advice/advise.ts';
import { closureState } from '../../../shared/domain/closure.ts';
import { isOwnQuestion } from '../../../shared/domain/checklist.ts';
import { withScale } from '../../../shared/domain/audit-grades.ts';
import { withHouseLayout } from '../../../shared/domain/house-layouts.ts';
import { findingHeading } from '../../../shared/domain/findings.ts';
import { citedIn, collectEvidenceUses } from '../../../shared/domain/evidence-uses.ts';
import { collectGovernance } from '../../../shared/domain/governance.ts';
import { nextVersion } from '../../../shared/domain/report-issues.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { byNumber, compareNumbers } from '../../../shared/domain/numbering.ts';
import { type RequirementResult, verdictInForce } from '../../../shared/domain/roll-up.ts';
import {
  countAudit,
  countThemes,
  excludedControls,
  resultsByRequirement,
  themesOf,
} from '../../../shared/domain/summary.ts';
import { templateOf } from '../../../shared/domain/templates.ts';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ActionRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type {
  ReportEvidence,
  ReportFinding,
  ReportModel,
  ReportPicture,
  ReportRequirement,
} from '../../exports/report-model.ts';
import type { GatePoint } from '../../../shared/domain/gate/points.ts';
import { readActionsOf } from '../../store/actions.ts';
import { newestChange } from '../../store/changes.ts';
import { changedSinceRelease as hasChangedSinceRelease } from '../../store/report-issues.ts';
import { localTime } from '../../store/writer.ts';
import { openAudit } from '../audits.ts';
import { loadGuidelines } from '../catalogue-files.ts';
import { catalogueOf, type Context } from '../context.ts';
import { readLicensedTexts } from '../licensed-texts.ts';
import { loadReportLayout } from '../report-layouts.ts';
import { layoutInForce } from '../house-layouts/in-force.ts';
import { collectNotes } from './collect-notes.ts';
import { findGaps } from './gaps.ts';

interface Lookups {
  audit: OpenAudit;
  catalogue: Catalogue;
  /** Numbers of evidence by its id. */
  numberOf: Map<string, string>;
  nameOf: Map<string, string>;
  /** Evidence numbers by the record they are linked to. */
  evidenceOf: Map<string, string[]>;
}

function lookUp(audit: OpenAudit, catalogue: Catalogue): Lookups {
  const numberOf = new Map(audit.evidence.map(({ id, number }) => [id, number]));
  const evidenceOf = new Map<string, string[]>();
  for (const { evidence, target } of audit.links) {
    const number = numberOf.get(evidence);
    if (number === undefined) continue;
    const numbers = evidenceOf.get(target);
    if (numbers) numbers.push(number);
    else evidenceOf.set(target, [number]);
  }
  for (const numbers of evidenceOf.values()) numbers.sort(compareNumbers);
  return {
    audit,
    catalogue,
    numberOf,
    nameOf: new Map(audit.aiSystems.map(({ id, name }) => [id, name])),
    evidenceOf,
  };
}

const named = (ids: readonly string[], names: ReadonlyMap<string, string>) => ids.flatMap((id) => names.get(id) ?? []);

function collectFindings(
  { audit, evidenceOf, nameOf }: Lookups,
  earlierActions: ReadonlyMap<string, ActionRecord[]>,
  today: string,
): ReportFinding[] {
  const known = new Set(audit.evidence.map(({ number }) => number));
  const actions = Map.groupBy(audit.actions, ({ finding }) => finding);
  const decisions = Map.groupBy(audit.gradeDecisions, ({ finding }) => finding);
  return byNumber(audit.findings).map((finding) => {
    const cited = citedIn(finding).filter((target) => known.has(target));
    return {
      ...finding,
      heading: findingHeading(finding),
      evidenceNumbers: [...new Set([...(evidenceOf.get(finding.id) ?? []), ...cited])].toSorted(compareNumbers),
      systemNames: named(finding.aiSystems, nameOf),
      actions: (actions.get(finding.id) ?? []).map((action) => ({
        ...action,
        evidenceNumbers: evidenceOf.get(action.id) ?? [],
      })),
      earlierActions: earlierActions.get(finding.earlierFinding ?? '') ?? [],
      state: closureState(finding, actions.get(finding.id) ?? [], today),
      decisions: decisions.get(finding.id) ?? [],
    };
  });
}

function collectRequirements(
  { audit, catalogue, evidenceOf, nameOf }: Lookups,
  findings: readonly ReportFinding[],
  results: ReadonlyMap<string, RequirementResult>,
  licensed: Readonly<Record<string, string>>,
): ReportRequirement[] {
  const bank = new Map(catalogue.questions.map((question) => [question.id, question]));
  const links = new Map(catalogue.crosswalks.map((crosswalk) => [crosswalk.id, crosswalk]));
  const excluded = excludedControls(audit.soa);
  const leftOut = new Set(audit.audit.leftOut);
  const items = Map.groupBy(audit.checklist, ({ requirement }) => requirement);
  const samples = Map.groupBy(
    audit.samples.toSorted((one, other) => one.position - other.position),
    ({ item }) => item,
  );
  const raisedFrom = Map.groupBy(findings, ({ item }) => item ?? '');
  return catalogue.requirements.map((requirement) => ({
    ...requirement,
    isLeftOut: leftOut.has(requirement.id),
    crosswalk: links.get(requirement.id) ?? { nistAiRmf: [], euAiAct: [], iso27001: [] },
    licensedText: licensed[requirement.id] ?? '',
    result: results.get(requirement.id) ?? { verdict: 'not-started', partial: false },
    findings: findings.filter(({ requirements }) => requirements.includes(requirement.id)).map(({ number }) => number),
    questions: (items.get(requirement.id) ?? []).map((item) => ({
      id: item.questionId,
      itemId: item.id,
      text: item.question,
      depth: bank.get(item.questionId)?.depth ?? '',
      aiSystem: nameOf.get(item.aiSystem ?? '') ?? '',
      isOwn: isOwnQuestion(item),
      parked: item.parked,
      control: item.control,
      themes: themesOf(bank.get(item.questionId), requirement),
      verdict: verdictInForce(item, excluded),
      reason: item.reason,
      notes: item.notes,
      interviewees: item.interviewees,
      sampled: item.sampled,
      samples: samples.get(item.id) ?? [],
      evidence: evidenceOf.get(item.id) ?? [],
      findings: (raisedFrom.get(item.id) ?? []).map(({ number }) => number),
    })),
  }));
}

function collectEvidence(
  { audit, catalogue }: Lookups,
  pictures: ReadonlyMap<string, ReportPicture | null>,
): ReportEvidence[] {
  const uses = collectEvidenceUses(audit, catalogue.requirements);
  return byNumber(audit.evidence).map((evidence) => ({
    ...evidence,
    usedIn: uses.get(evidence.id)?.usedIn ?? [],
    systemNames: uses.get(evidence.id)?.systemNames ?? [],
    picture: pictures.get(evidence.sha256) ?? null,
  }));
}

/** Areas not covered and why: questions answered so, and requirements that the audit leaves out and nothing asks about. */
function collectNotAudited(
  requirements: readonly ReportRequirement[],
  { audit }: Pick<OpenAudit, 'audit'>,
): ReportModel['notAudited'] {
  return requirements.flatMap(({ id, title, isLeftOut, questions, result }) => {
    if (isLeftOut && questions.length === 0)
      return result.verdict === 'not-applicable'
        ? []
        : [{ requirement: id, title, question: '', reason: audit.leftOutReason }];
    return questions
      .filter(({ verdict }) => verdict === 'not-audited')
      .map(({ text, reason }) => ({ requirement: id, title, question: text, reason }));
  });
}

/** The versions issued so far, oldest first, and the version that the report is: a draft is one of the next. */
function collectIssues({
  audit,
  reportIssues,
  signatures,
}: OpenAudit): Pick<ReportModel, 'version' | 'issues' | 'signatures'> {
  const issues = reportIssues.toSorted((one, other) => one.version - other.version);
  const version = isIssued(audit.status) ? (issues.at(-1)?.version ?? 1) : nextVersion(issues);
  return { version, issues, signatures };
}

/** The rules that are switched off, in the order of the advice; one that this version does not know has its key as title. */
function collectSwitchedRules({ switchedRules }: OpenAudit): ReportModel['switchedRules'] {
  const titles = new Map(adviceRules.map(({ key, title }) => [key, title]));
  return switchedRules.map(({ rule, reason }) => ({ rule, title: titles.get(rule) ?? rule, reason }));
}

/** Lets other calls through between two pieces of work, so that none holds the writer thread for long. */
export const letOthersThrough = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Reads an audit in one transaction, and makes of it the model that every document is made from. */
export async function collectReport(
  context: Context,
  auditKey: string,
  pictures: ReadonlyMap<string, ReportPicture | null>,
  options: { licensedTexts?: boolean | undefined } = {},
): Promise<{ model: ReportModel; points: GatePoint[] }> {
  const { db } = context;
  const { audit, catalogue, head, changedSinceRelease, earlierActions } = db.transaction(() => {
    const opened = openAudit(context, auditKey);
    const { id } = opened.audit;
    return {
      audit: opened,
      catalogue: catalogueOf(context, id),
      head: newestChange(db, id) ?? null,
      earlierActions: readActionsOf(
        db,
        opened.findings.flatMap(({ earlierFinding }) => earlierFinding ?? []),
      ),
      changedSinceRelease: opened.audit.releasedAt !== null && hasChangedSinceRelease(db, id),
    };
  })();
  await letOthersThrough();
  const lookups = lookUp(audit, catalogue);
  const { name: standard, edition } = catalogue.standard;
  const licensed = options.licensedTexts
    ? readLicensedTexts(context.configuration, standard, edition)
    : { holder: '', texts: {} };
  const generatedAt = localTime(new Date());
  const findings = collectFindings(lookups, earlierActions, generatedAt.slice(0, 10));
  const results = resultsByRequirement(catalogue, audit);
  const requirements = collectRequirements(lookups, findings, results, licensed.texts);
  await letOthersThrough();
  const evidence = collectEvidence(lookups, pictures);
  await letOthersThrough();
  const houseLayout = layoutInForce(context, audit.audit);
  const titles = new Map(catalogue.requirements.map(({ id, title }) => [id, title]));
  const { entries, ...soa } = audit.soa;
  const model: ReportModel = {
    product: { name: 'Plumbline', version: context.version },
    generatedAt,
    generatedBy: context.actor(),
    catalogue: {
      id: catalogue.id,
      version: catalogue.version,
      title: catalogue.title,
      standard: catalogue.standard,
      groups: catalogue.groups,
      governance: catalogue.governance,
      crosswalkSources: catalogue.crosswalkSources,
      hash: audit.audit.catalogue,
    },
    ...withHouseLayout(
      {
        template: withScale(templateOf(catalogue, audit.audit), audit.auditGrades),
        reportLayout: loadReportLayout(audit.audit.type),
      },
      houseLayout,
    ),
    houseLayout,
    guideline: loadGuidelines().find(({ id }) => id === audit.audit.guideline) ?? null,
    licenceHolder: licensed.holder,
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
    planSlots: audit.planSlots,
    meetings: audit.meetings,
    notes: collectNotes(audit),
    themes: countThemes(catalogue, results),
    governance: collectGovernance(catalogue, results, findings).map((facts) => ({
      ...facts,
      answer: audit.conclusion.acceptedAt === null ? '' : audit.conclusion[facts.id],
    })),
    conclusion: audit.conclusion,
    notAudited: collectNotAudited(requirements, audit),
    reviewComments: audit.reviewComments,
    ...collectIssues(audit),
    switchedRules: collectSwitchedRules(audit),
    head,
    signedHeads: null,
  };
  const exclusionsUnder = catalogue.exclusionQuestion?.requirement;
  return { model, points: findGaps(model, { exclusionsUnder, changedSinceRelease }) };
}
