// Plausible report models of any size, the same on every run. The organisation, its people and systems are invented.
import type {
  ReportAction,
  ReportEvidence,
  ReportFinding,
  ReportModel,
  ReportPicture,
  ReportQuestion,
} from '../../electron/exports/report-model.ts';
import { loadReportLayout } from '../../electron/core/report-layouts.ts';
import { findingHeading, isNonconformity } from '../../shared/domain/findings.ts';
import { formatNumber } from '../../shared/domain/numbering.ts';
import { referencesIn } from '../../shared/domain/references.ts';
import { countAudit, countThemes, resultsByRequirement } from '../../shared/domain/summary.ts';
import { plainTemplate, type Template } from '../../shared/domain/templates.ts';
import { type Grade, keysOf, type Verdict, verdicts } from '../../shared/domain/vocabulary.ts';
import { evidenceMethods } from '../../shared/domain/vocabulary.ts';
import { at, auditors, notes, otherKinds, people, pick, reasons, recordId, systems, verdictCycle } from './invented.ts';
import { aDecision, aMeeting, aSampleOf, aSlot, notIssuedYet, notReviewedYet, runningNotes } from './report-parts.ts';
import { readCatalogue } from './report-catalogue.ts';

/** How much a model holds. `accepted` says whether the conclusions are written and accepted. */
export interface ModelSizes {
  answers: number;
  findings: number;
  evidence: number;
  accepted: boolean;
  /** The template of the audit; by default the plain one. Findings have its grades. */
  template?: Template;
  /** Requirements that the audit leaves out, and why. */
  leftOut?: string[];
  leftOutReason?: string;
  /** Pictures that stand on this machine; the first pieces of evidence are their photos. */
  pictures: ReportPicture[];
}

/** The sizes that tests and the benchmark use. */
export const modelSizes = {
  small: { answers: 70, findings: 2, evidence: 6, accepted: false, pictures: [] },
  full: { answers: 250, findings: 12, evidence: 60, accepted: true, pictures: [] },
  large: { answers: 1_200, findings: 400, evidence: 3_000, accepted: true, pictures: [] },
} satisfies Record<string, ModelSizes>;

const evidenceNumber = (position: number) => formatNumber('E', '', position + 1);

/** A report model of the given sizes; what is not given is as in `modelSizes.full`. */
export function aReportModel(given: Partial<ModelSizes> = {}): ReportModel {
  const sizes: ModelSizes = { ...modelSizes.full, ...given };
  const { frame, bank, sources, crosswalks } = readCatalogue();
  const excluded = new Set(['A.10.4']);
  const template = sizes.template ?? plainTemplate('stage-2');
  const { leftOut = [], leftOutReason = '' } = sizes;
  const requirementIds = frame.requirements.map(({ id }) => id);
  const inOrder = requirementIds.flatMap((id) =>
    bank.filter(({ requirement }) => requirement === id && !leftOut.includes(id)),
  );
  const firstOfEach = requirementIds.flatMap((id) => inOrder.find(({ requirement }) => requirement === id) ?? []);
  const asked = [...firstOfEach, ...inOrder.filter((question) => !firstOfEach.includes(question))];

  const questions = Array.from({ length: sizes.answers }, (_, position): ReportQuestion & { requirement: string } => {
    const question = pick(asked, position);
    const round = Math.floor(position / asked.length);
    const verdict = excluded.has(question.requirement) ? 'not-applicable' : pick(verdictCycle, position * 7 + round);
    const evidence = sizes.evidence > 0 ? [evidenceNumber((position * 7) % sizes.evidence)] : [];
    return {
      requirement: question.requirement,
      id: question.id,
      itemId: recordId(3, position),
      text: question.question,
      depth: question.depth,
      isOwn: false,
      parked: false,
      control: '',
      themes: question.themes,
      aiSystem: round === 0 ? '' : pick(systems, round - 1).name,
      verdict,
      reason: reasons[verdict] ?? '',
      notes: pick(notes, position),
      interviewees: [pick(people, position), pick(people, position + 1)],
      sampled: `${(position % 4) + 1} of ${(position % 9) + 4} records, drawn by impact`,
      samples: position % 5 === 0 ? [aSampleOf(position)] : [],
      evidence: verdict === 'not-audited' || verdict === 'not-applicable' ? [] : evidence,
      findings: [],
    };
  });
  questions.sort((a, b) => requirementIds.indexOf(a.requirement) - requirementIds.indexOf(b.requirement));

  const failing = questions.filter(({ verdict }) => verdict === 'nonconforming');
  const gradeCycle: Grade[] = sizes.template
    ? template.grades.map(({ grade }) => grade)
    : ['major', 'minor', 'minor', 'improvement', 'observation', 'minor', 'strength', 'concern'];
  const findings = Array.from({ length: sizes.findings }, (_, position): ReportFinding => {
    const number = formatNumber('F', '', position + 1);
    const source = failing.length > 0 ? pick(failing, position) : pick(questions, position);
    source.findings.push(number);
    const grade = pick(gradeCycle, position);
    const seen = sizes.evidence > 0 ? evidenceNumber((position * 3) % sizes.evidence) : '';
    const fields = {
      id: recordId(4, position),
      number,
      title: position % 3 === 0 ? 'Impact assessment not redone on a model change' : '',
      grade,
      requirement: `${frame.standard.name}:${frame.standard.edition}, [${source.requirement}]: assessments are to be performed again when a significant change is proposed. Procedure AIP-07 v3 counts every change of base model as significant.`,
      evidence: `The release log shows model 2.1 replaced by 3.0 on 12 January 2026${seen ? ` [${seen}]` : ''}. The only assessment was made for 2.1. Seen in 1 of 3 sampled changes, population 9, chosen by impact.`,
      nature: `The assessment of system ${position + 1} was not redone on a change that the organisation itself defines as significant; people were exposed to unassessed effects for ten months.`,
      gradeReason: isNonconformity(grade) ? 'Release does not depend on the assessment. Agreed by both auditors.' : '',
      requirements: [source.requirement],
      aiSystems: [pick(systems, position).id],
      item: source.itemId,
      raisedAt: at(position * 11),
      raisedBy: pick(auditors, position),
      auditeePosition: pick(['agrees', 'agrees', 'disagrees', ''] as const, position),
      auditeeComment: position % 4 === 2 ? 'The change was seen as a minor update by the team at the time.' : '',
      auditeeBy: position % 4 === 2 ? 'Head of claims (role)' : '',
      auditeeOn: position % 4 === 2 ? '2026-11-18' : null,
      earlierFinding: null,
      earlierReference: '',
      earlierStatus: '' as const,
      earlierReason: '',
    };
    const action = (kind: ReportAction['kind']): ReportAction => ({
      id: recordId(kind === 'correction' ? 5 : 6, position),
      finding: fields.id,
      kind,
      text: kind === 'correction' ? 'Assessment for model 3.0.' : 'A gate in the release process that asks for it.',
      cause: kind === 'correction' ? '' : 'Release and assessment are kept in two tools that do not know each other.',
      extent: kind === 'correction' ? 'The other eight changes were checked; none is missing.' : '',
      owner: pick(people, position),
      dueOn: '2026-12-17',
      dueBasis: '30 days, practice',
      plannedOn: '2026-12-10',
      status: position % 5 === 0 ? 'accepted' : 'open',
      verification: '',
      effectiveness: '',
      acceptedOn: null,
      acceptedBy: '',
      verifiedOn: null,
      verifiedBy: '',
      effective: '',
      effectivenessDueOn: null,
      effectivenessOn: null,
      effectivenessBy: '',
      closedOn: null,
      closedBy: '',
      evidenceNumbers: [],
    });
    return {
      ...fields,
      heading: findingHeading(fields),
      evidenceNumbers: referencesIn(`${fields.requirement}${fields.evidence}`).filter((part) => part.startsWith('E-')),
      systemNames: [pick(systems, position).name],
      earlierActions: [],
      actions: isNonconformity(grade) ? [action('correction'), action('corrective-action')] : [],
      state: isNonconformity(grade) ? (position % 5 === 0 ? 'accepted' : 'open') : 'stated',
      decisions: isNonconformity(grade)
        ? [
            aDecision(fields.id, position, { from: '', grade: 'minor', affected: 1, examined: 3 }),
            ...(grade === 'major' ? [aDecision(fields.id, position, { from: 'minor', grade, systemic: 'yes' })] : []),
          ]
        : [],
    };
  });

  const evidence = Array.from({ length: sizes.evidence }, (_, position): ReportEvidence => {
    const number = evidenceNumber(position);
    const picture = sizes.pictures[position] ?? null;
    const used = [
      ...questions.filter((question) => question.evidence.includes(number)).map(({ requirement }) => requirement),
      ...findings.filter((finding) => finding.evidenceNumbers.includes(number)).map((finding) => finding.number),
    ];
    return {
      id: recordId(7, position),
      number,
      title: picture
        ? `Override console during trial ${position + 1}`
        : `Procedure AIP-${position + 1} v3, impact assessment`,
      kind: picture ? 'photo' : pick(otherKinds, position),
      method: pick(keysOf(evidenceMethods), position),
      source: pick(people, position),
      place: pick(['Room 2', 'Screen share', 'Claims hall'], position),
      collectedAt: at(position),
      collectedBy: pick(auditors, position),
      permittedBy: picture ? 'Head of claims (role)' : '',
      confidentiality: 'confidential',
      caption: picture ? 'Override console; names are covered.' : '',
      sha256: (position + 1).toString(16).padStart(8, '0').repeat(8),
      size: 120_000 + position,
      originalName: picture ? `IMG_${position}.jpg` : `AIP-${position + 1} v3.pdf`,
      mediaType: picture ? 'image/jpeg' : 'application/pdf',
      usedIn: [...new Set(used)],
      systemNames: [],
      picture,
    };
  });

  const controls = frame.requirements.filter(({ kind }) => kind === 'control');
  const entries: ReportModel['soa']['entries'] = [
    ...controls.map(({ id, title }) => ({
      control: id,
      title,
      applicable: !excluded.has(id),
      stated: true,
      justification: excluded.has(id)
        ? 'No customer outside the group uses the systems.'
        : 'Follows from the risk treatment plan.',
      implementation: excluded.has(id) ? '' : 'Procedure AIP-03 and its records.',
      additional: false,
    })),
    {
      control: 'X.1',
      title: 'Own control: second look at refusals',
      applicable: true,
      stated: true,
      justification: 'Asked for by the works council.',
      implementation: 'Sampled weekly.',
      additional: true,
    },
  ];
  const results = resultsByRequirement(frame, { audit: { leftOut }, checklist: questions, soa: { entries } });
  const requirements = frame.requirements.map((requirement) => ({
    ...requirement,
    isLeftOut: leftOut.includes(requirement.id),
    crosswalk: crosswalks.get(requirement.id) ?? { nistAiRmf: [], euAiAct: [], iso27001: [] },
    licensedText: '',
    result: results.get(requirement.id) ?? { verdict: 'not-started' as const, partial: false },
    questions: questions.filter((question) => question.requirement === requirement.id),
    findings: findings.filter((finding) => finding.requirements.includes(requirement.id)).map(({ number }) => number),
  }));
  const running = runningNotes(sizes.evidence > 0);
  const answer = (words: string) => (sizes.accepted ? words : '');
  const answers = {
    governs: answer('Policy, objectives and management review are in place. One objective has no owner [6.2].'),
    accountable: answer('A named owner for every sampled system; one has no deputy.'),
    risks: answer('Identified and treated for all sampled systems; not reassessed after one model change [F-001].'),
    oversight: answer('Override worked in three of three trials [E-003].'),
  };

  return {
    product: { name: 'Plumbline', version: '0.1.0' },
    generatedAt: '2026-11-23T10:15:00+01:00',
    generatedBy: auditors[0] ?? '',
    catalogue: {
      id: frame.id,
      version: frame.version,
      title: frame.title,
      standard: frame.standard,
      groups: frame.groups,
      governance: frame.governance,
      crosswalkSources: sources,
      hash: 'c0'.repeat(32),
    },
    template,
    reportLayout: loadReportLayout(template.type),
    houseLayout: null,
    guideline: null,
    licenceHolder: '',
    switchedRules: [],
    audit: {
      id: recordId(1, 1),
      ref: '2026-003',
      title: 'Northwind Claims stage 2',
      type: template.type,
      status: 'reporting',
      organization: recordId(1, 2),
      standard: frame.standard.name,
      edition: frame.standard.edition,
      catalogue: 'c0'.repeat(32),
      template: template.id,
      guideline: '',
      aiRoles: [],
      leftOut,
      leftOutReason,
      objectives: 'To find out how far the AI management system fulfils the criteria and reaches its own objectives.',
      scope: 'Development and use of AI systems in claims handling at both sites, including bought services.',
      criteria: 'ISO/IEC 42001:2023; Statement of Applicability version 2.1; the procedures AIP-01 to AIP-12.',
      startsOn: '2026-11-16',
      endsOn: '2026-11-18',
      sites: 'Head office, 1 Invented Street\nClaims hall, 7 Example Road',
      remoteShare: 25,
      language: 'English',
      confidentiality: 'confidential',
      distribution: 'Audit client; management representative; certification body',
      limits: 'Source code was shown on screen only; no copies were taken.',
      changesSinceLast: 'First audit after stage 1; the supplier of Fraud flag was changed in June.',
      retainUntil: '2032-12-31',
      peopleInScope: 48,
      previousAudit: null,
      ...notReviewedYet,
      representative: 'AIMS manager (role)',
      combined: '',
      legalContext: 'Regulation (EU) 2024/1689, data protection law, insurance supervision.',
      withheld: '',
      deviations: '',
    },
    organization: {
      id: recordId(1, 2),
      name: 'Northwind Claims (invented sample)',
      description: 'An invented insurer of household contents.',
      sector: 'Insurance',
      sites: 'Two sites',
      peopleInScope: 48,
    },
    team: auditors.map((name, position) => ({
      id: recordId(9, position),
      name,
      role: position === 0 ? ('lead-auditor' as const) : ('technical-expert' as const),
      competence: 'Management system auditor since 2014; machine learning in production for six years.',
      independence: 'No work for the organisation in the last three years; declared on 2 November 2026.',
      organization: 'Example Certification (invented)',
    })),
    aiSystems: systems,
    counts: countAudit(frame, {
      audit: { leftOut },
      checklist: questions,
      soa: { entries },
      findings,
      evidence,
      actions: findings.flatMap(({ actions }) => actions),
      notes: running,
    }),
    requirements,
    findings,
    soa: {
      id: recordId(1, 3),
      version: '2.1',
      date: '2026-09-30',
      approver: 'Chief risk officer (role)',
      sourceEvidence: null,
      sourceSheet: 'SoA',
      sourceNumber: sizes.evidence > 0 ? 'E-001' : '',
      entries,
    },
    evidence,
    planSlots: sizes.accepted ? [aSlot(requirementIds)] : [],
    meetings: sizes.accepted ? [aMeeting()] : [],
    notes: running,
    themes: countThemes(frame, results),
    governance: frame.governance.map(({ id, question, themes }) => {
      const carrying = requirements.filter((requirement) => requirement.themes.some((theme) => themes.includes(theme)));
      const ids = new Set(carrying.map((requirement) => requirement.id));
      return {
        id,
        question,
        answer: answers[id],
        requirements: carrying.length,
        byVerdict: Object.fromEntries(
          keysOf(verdicts).map((verdict) => [
            verdict,
            carrying.filter(({ result }) => result.verdict === verdict).length,
          ]),
        ) as Record<Verdict, number>,
        nonconformities: findings
          .filter((finding) => isNonconformity(finding.grade) && finding.requirements.some((each) => ids.has(each)))
          .map(({ number }) => number),
        notAudited: carrying.filter(({ result }) => result.verdict === 'not-audited').map((each) => each.id),
      };
    }),
    conclusion: {
      id: recordId(1, 4),
      objectivesMet: answer('All objectives of the audit were met.'),
      conformity: answer('The management system fulfils the criteria except where a nonconformity says otherwise.'),
      effectiveness: answer('Objectives are measured; two of three were reached in the year.'),
      recommendation: answer('To recommend certification once the major nonconformity is closed and verified.'),
      differences: '',
      limits: answer('Source code was shown on screen only.'),
      notAudited: answer('Four controls were left for the next audit; see below.'),
      scopeFit: answer('The scope covers every system in use.'),
      earlierActions: answer('The actions of the last audit worked.'),
      programme: answer('Look at the broker portal first next time.'),
      marks: answer('The certificate is shown with its scope.'),
      ...answers,
      acceptedAt: sizes.accepted ? '2026-11-20T16:00:00+01:00' : null,
      acceptedBy: sizes.accepted ? (auditors[0] ?? '') : '',
    },
    notAudited: requirements.flatMap(({ id, title, isLeftOut, questions: own }) =>
      isLeftOut
        ? [{ requirement: id, title, question: '', reason: leftOutReason }]
        : own
            .filter(({ verdict }) => verdict === 'not-audited')
            .map(({ text, reason }) => ({ requirement: id, title, question: text, reason })),
    ),
    ...notIssuedYet,
    head: { id: recordId(1, 9), hash: 'ab'.repeat(32), at: '2026-11-23T10:14:58+01:00' },
    signedHeads: null,
  };
}
