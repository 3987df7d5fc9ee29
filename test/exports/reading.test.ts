// What a technical reviewer of a certification body sends back when reading the reports of the different types of audit.
import { describe, expect, it } from 'vitest';
import { findGaps } from '../../electron/core/reports/gaps.ts';
import { loadReportLayout } from '../../electron/core/report-layouts.ts';
import { previewReport } from '../../electron/exports/export-html.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { collectGovernance } from '../../shared/domain/governance.ts';
import { auditTypes, keysOf } from '../../shared/domain/vocabulary.ts';
import { readCatalogue, readTemplate } from '../support/report-catalogue.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

/** The words of a report, a line per paragraph. */
function read(model: ReportModel): string {
  const { html } = previewReport(model);
  return html
    .replaceAll(/<\/(p|h\d|td|th|text|dd)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'");
}

const nothingSaid = {
  id: 'a meeting',
  title: '',
  on: null,
  startsAt: '',
  minutes: null,
  actualMinutes: null,
  place: '',
  attendees: [],
  agenda: [],
  notes: '',
  position: 0,
};

/** A surveillance report with one nonconformity of its own, and two that an earlier audit had raised. */
function aSurveillance(): ReportModel {
  const model = aReportModel({ ...modelSizes.small, findings: 3, template: readTemplate('surveillance') });
  const [own, closed, open] = model.findings;
  if (!own || !closed || !open) throw new Error('The model has three findings.');
  for (const [finding, earlierStatus] of [
    [closed, 'closed'],
    [open, 'not-effective'],
  ] as const) {
    const { actions } = finding;
    Object.assign(finding, {
      grade: 'minor',
      requirements: own.requirements,
      earlierFinding: `earlier ${finding.number}`,
      earlierReference: `2025-004 ${finding.number}`,
      earlierStatus,
      earlierReason: 'Looked at again.',
      auditeePosition: '',
      auditeeComment: '',
      actions: [],
      earlierActions: (actions.length > 0 ? actions : own.actions).map((action) => ({
        ...action,
        text: 'A second look at each release [E-002].',
      })),
    });
  }
  own.grade = 'major';
  model.counts.findings = {
    total: 3,
    earlier: 2,
    byGrade: { major: 1, minor: 2, improvement: 0, observation: 0, strength: 0, concern: 0 },
  };
  const results = new Map(model.requirements.map(({ id, result }) => [id, result]));
  const facts = collectGovernance(readCatalogue().frame, results, model.findings);
  model.governance = facts.map((fact, at) => ({ ...fact, answer: model.governance[at]?.answer ?? '' }));
  return model;
}

describe('findings of an earlier audit', () => {
  it('are not said to be raised by this one, and count where they still stand', () => {
    const text = read(aSurveillance());
    expect(text).toContain('One major (F-001) and no minor nonconformity was raised.');
    expect(text).toContain('Of 2 findings of earlier audits, one is closed (F-002), one is open (F-003).');
    expect(text).toMatch(/1\s*of 2 earlier findings open/);
    expect(text).toContain('1 finding was raised, and 2 findings of earlier audits were followed up.');
    expect(text).toContain('from earlier audits F-002, F-003');
    for (const line of text.split('\n').filter((one) => one.includes('Nonconformities: ')))
      expect(line).not.toContain('F-002');
    expect(text).toMatch(/Nonconformities: .*F-003/);
  });

  it('show what was agreed then, and no empty response of this audit', () => {
    const model = aSurveillance();
    const [, closed] = model.findings;
    if (!closed) throw new Error('The model has a second finding.');
    closed.earlierActions = closed.earlierActions.slice(0, 1);
    const text = read(model);
    const own = text.slice(
      text.lastIndexOf('Carried over from 2025-004 F-002'),
      text.lastIndexOf('Carried over from 2025-004 F-003'),
    );
    expect(own).toContain('Agreed in the earlier audit');
    // A number of the earlier audit is no number of this one.
    expect(own).toContain('A second look at each release E-002 of 2025-004.');
    expect(own).not.toContain('Not recorded.');
    expect(own).not.toContain('Response');
  });
});

describe('a review of readiness', () => {
  it('calls what fails of concern, in every place', () => {
    const model = aReportModel({ ...modelSizes.full, template: readTemplate('stage-1') });
    const text = read(model);
    expect(text).not.toMatch(/nonconforming|noncon-forming/i);
    expect(text).toContain('A of concern, – not applicable');
    expect(text).toMatch(/\nRequirements: of concern\s+\d/);
    expect(read(aReportModel({ ...modelSizes.small, template: readTemplate('stage-2') }))).toContain(
      'N nonconforming,',
    );
  });

  it('can be issued with an exclusion without a reason that an area of concern is about', () => {
    const model = aReportModel({ ...modelSizes.full, template: readTemplate('stage-1') });
    const [entry] = model.soa.entries.filter(({ applicable, additional }) => !applicable && !additional);
    const [finding] = model.findings;
    if (!entry || !finding) throw new Error('The model has an exclusion and a finding.');
    entry.justification = '';
    const pointsOn = () =>
      findGaps(model, { changedSinceRelease: false }).find(({ message }) => message.includes('excluded without'));
    expect(pointsOn()?.blocks).toBe(true);
    Object.assign(finding, { grade: 'concern', evidence: `${entry.control} is marked “no” and gives no reason.` });
    expect(pointsOn()?.blocks).toBe(false);
  });
});

describe('the conclusions', () => {
  it('do not repeat a difference of opinion that they name already', () => {
    const model = aReportModel({ ...modelSizes.small, findings: 2 });
    const [first, second] = model.findings;
    if (!first || !second) throw new Error('The model has two findings.');
    model.meetings = [
      { ...nothingSaid, kind: 'closing', opinions: 'On F-001 the owner sees it otherwise.' },
      { ...nothingSaid, kind: 'daily', opinions: '' },
    ];
    Object.assign(first, { auditeePosition: 'disagrees', auditeeComment: '' });
    Object.assign(second, { auditeePosition: 'disagrees', auditeeComment: '' });
    model.conclusion.differences = '';
    const recorded = read(model);
    expect(recorded).toContain('On F-001 the owner sees it otherwise.');
    expect(recorded).toContain('The auditee disagrees with F-001');
    model.conclusion.differences = 'F-001: the owner holds that the rule came later; the team keeps the finding.';
    const text = read(model);
    const part = text.slice(text.lastIndexOf('the owner holds that the rule came later'));
    expect(part).not.toContain('On F-001 the owner sees it otherwise.');
    expect(part).not.toContain('The auditee disagrees with F-001');
    expect(part).toContain('The auditee disagrees with F-002');
  });
});

describe('every type of audit', () => {
  it.each(keysOf(auditTypes))('%s is not asked for results of requirements that its template leaves out', (type) => {
    const { requirements } = readTemplate(type);
    const asked = loadReportLayout(type).contents.flatMap((content) => content.requirements);
    const missing = requirements.length === 0 ? [] : asked.filter((id) => !requirements.includes(id));
    // Of several, one is enough to say something.
    expect(asked.length === 0 || missing.length < asked.length).toBe(true);
    for (const { id, requirements: about } of loadReportLayout(type).contents)
      expect(about.length === 0 || about.some((one) => !missing.includes(one)), id).toBe(true);
  });

  it.each(keysOf(auditTypes))('%s has a purpose that tells the reader and asks the auditor for nothing', (type) => {
    const { purpose } = readTemplate(type);
    expect(purpose).not.toMatch(/(?:[.;:] |^)(?:add|write|cut|take|name|choose)\b/i);
  });

  it('names its language in words', () => {
    const model = aReportModel(modelSizes.small);
    const printed = ['en', 'de-AT', 'German and English', 'xq'].map((language) => {
      model.audit.language = language;
      return /Language\n(.*)\n/.exec(read(model))?.[1]?.trim();
    });
    expect(printed).toEqual(['English', 'Austrian German', 'German and English', 'xq']);
  });
});
