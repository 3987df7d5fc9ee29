// Walks the fields of every noun: each stands in the workbook as a labelled cell, never as JSON, and a hostile text in
// any of them reaches both documents.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { composeWorkbook } from '../../electron/exports/xlsx/compose-workbook.ts';
import { type Noun, nouns } from '../../shared/domain/nouns.ts';
import { reportNotRun } from '../support/not-run.ts';
import { openExcel } from '../support/excel.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { aRecord } from '../support/open-audit.ts';
import { openWord } from '../support/word.ts';

const office = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0);
if (!office) reportNotRun('hostile texts in LibreOffice', 'soffice is not installed');
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-fields-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const byName = 'the number or name of the record it points to is shown instead of the internal id';
const byOrder = 'the order of the rows shows it';
/** Fields that no cell shows as they are stored, each with its reason. */
const exceptions: Record<string, string> = {
  'audit.organization': byName,
  'audit.guideline': byName,
  'audit.houseLayout': byName,
  'audit.previousAudit': 'each finding that was carried over names the audit it comes from',
  'soa.sourceEvidence': byName,
  'soaEntry.sourceRow': 'a row of the file that was read in, which the sheet Audit names',
  'checklistItem.requirement': byName,
  'checklistItem.questionId': byName,
  'checklistItem.asked': 'stands as the text of the question',
  'checklistItem.position': byOrder,
  'sample.item': byName,
  'sample.position': byOrder,
  'note.corrects': byName,
  'evidence.number': byName,
  'finding.title': 'stands as the heading, which falls back to the nature',
  'finding.aiSystems': byName,
  'finding.earlierFinding': byName,
  'finding.item': byName,
  'action.finding': byName,
  'gradeDecision.finding': byName,
  'auditGrade.position': byOrder,
  'planSlot.position': byOrder,
  'meeting.position': byOrder,
};
/**
 * Nouns without a row of their own: those that only tie two records together, as both ends show each other's number; the
 * time limits of the workspace, as each action shows its due date with its basis; rules that are switched off, which
 * stand among the facts of the audit by what they look at; and the layouts of the house, which say how documents look: the
 * audit names its own.
 */
const unlisted: Noun[] = ['link', 'noteLink', 'dueRule', 'switchedRule', 'houseLayout'];

function aFullModel(): ReportModel {
  const model = aReportModel({ ...modelSizes.small, accepted: true });
  const fields = {
    id: 'x',
    title: 'Talk',
    on: '2026-11-17',
    startsAt: '09:00',
    minutes: 30,
    actualMinutes: 40,
    place: '',
  };
  model.planSlots = [{ ...fields, requirements: [], auditee: '', auditor: '', position: 0 }];
  model.meetings = [
    { ...fields, kind: 'opening', agenda: [], attendees: [], opinions: '', notes: '', position: 0 } as never,
  ];
  const [finding] = model.findings;
  if (!finding) throw new Error('the model has no finding');
  finding.earlierFinding = 'the one before';
  finding.earlierReference = '2025-004 F-003';
  finding.earlierStatus = 'open';
  for (const action of finding.actions) action.effective = 'no';
  model.reviewComments = [aRecord('reviewComment', 'c', { text: 'Which release?' })];
  model.signatures = [aRecord('signature', 's', { name: 'Lead Auditor', side: 'team' })];
  model.issues = [aRecord('reportIssue', 'i', { version: 1 })];
  return model;
}

/** The record of the model that stands for a noun. */
function recordOf(model: ReportModel, noun: Noun): Record<string, unknown> {
  const questions = model.requirements.flatMap((requirement) => requirement.questions);
  const records: Partial<Record<Noun, unknown>> = {
    organization: model.organization,
    audit: model.audit,
    aiSystem: model.aiSystems[0],
    teamMember: model.team[0],
    soa: model.soa,
    soaEntry: model.soa.entries[0],
    checklistItem: questions[0],
    sample: questions.flatMap(({ samples }) => samples)[0],
    note: model.notes[0],
    evidence: model.evidence[0],
    finding: model.findings[0],
    auditGrade: model.template.grades[0],
    gradeDecision: model.findings.flatMap(({ decisions }) => decisions)[0],
    action: model.findings.flatMap(({ actions }) => actions)[0],
    conclusion: model.conclusion,
    planSlot: model.planSlots[0],
    meeting: model.meetings[0],
    reviewComment: model.reviewComments[0],
    signature: model.signatures[0],
    reportIssue: model.issues[0],
  };
  const record = records[noun];
  if (!record) throw new Error(`the model has no ${noun}`);
  return record as Record<string, unknown>;
}

interface Shape {
  safeParse(value: unknown): { success: boolean };
  options?: string[];
  def: { innerType?: Shape; element?: Shape };
}
function optionsOf({ options, def }: Shape): string[] {
  const inner = def.innerType ?? def.element;
  return options ?? (inner ? optionsOf(inner) : []);
}
const accepts = (shape: Shape, value: unknown) => shape.safeParse(value).success;

/** A value that a field may have and does not have yet. */
function another(shape: Shape, now: unknown, name: string): unknown {
  const given = [
    '2031-05-06',
    '10:35',
    '2031-05-06T10:35:00+01:00',
    77,
    'ab'.repeat(32),
    'M1 1L2 2',
    !now,
    ...optionsOf(shape),
    ...optionsOf(shape).map((one) => [one]),
  ];
  const texts = accepts(shape, '2031-05-06') && !accepts(shape, name) ? [] : [`${name} marks`, [`${name} marks`]];
  return [...texts, ...given].find((value) => value !== now && accepts(shape, value));
}

const cellsOf = (model: ReportModel) =>
  composeWorkbook(model).workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map(({ value }) => value)),
  }));

const fields = (Object.keys(nouns) as Noun[])
  .filter((noun) => !unlisted.includes(noun))
  .flatMap((noun) =>
    Object.entries(nouns[noun].shape).map(([field, shape]) => [noun, field, shape as unknown as Shape] as const),
  );

it.each(fields.filter(([noun, field]) => !(`${noun}.${field}` in exceptions)))(
  'shows %s %s in a labelled cell',
  (noun, field, shape) => {
    const model = aFullModel();
    const before = cellsOf(model);
    const record = recordOf(model, noun);
    const value = another(shape, record[field], `${noun}.${field}`);
    expect(value, 'a value to try').toBeDefined();
    record[field] = value;
    const labels = cellsOf(model).flatMap(({ name, rows }, sheet) =>
      rows.flatMap((row, position) =>
        row.flatMap((cell, column) => {
          if (before[sheet]?.rows[position]?.[column] === cell) return [];
          return [String((name === 'Summary' ? row[0] : rows[0]?.[column]) ?? '')];
        }),
      ),
    );
    expect(labels.filter(Boolean)).not.toEqual([]);
  },
);

it('knows every exception', () => {
  const known = fields.map(([noun, field]) => `${noun}.${field}`);
  expect(Object.keys(exceptions).filter((name) => !known.includes(name))).toEqual([]);
});

it('never shows JSON', () => {
  const values = cellsOf(aFullModel()).flatMap(({ rows }) => rows.flat());
  expect(values.filter((value) => typeof value === 'string' && /^[[{]\s*["{[]|\[object /.test(value))).toEqual([]);
});

const hostile = (name: string) =>
  `=1+1 ${name} \u0000\u000B\uFFFE\uD800 ]]> <b a="1"> & _x0041_ \u05E9\u05DC\u05D5\u05DD \u202E end`;
const seen = (name: string) => `=1+1 ${name}`;

it('carries a hostile text in every text field of every noun into both documents', { timeout: 240_000 }, async () => {
  const model = aFullModel();
  const names: string[] = [];
  for (const [noun, field, shape] of fields) {
    const name = `${noun}.${field}`;
    if (name in exceptions || !accepts(shape, 'x y') || (noun === 'audit' && ['catalogue', 'template'].includes(field)))
      continue;
    if (['sha256', 'number', 'control', 'aiSystem', 'mediaType'].includes(field)) continue;
    // Some texts come in clean or not at all.
    if (!accepts(shape, hostile(name))) continue;
    recordOf(model, noun)[field] = hostile(name);
    names.push(name);
  }
  expect(names.length).toBeGreaterThan(60);
  model.notes[0] = { ...(model.notes[0] as ReportModel['notes'][number]), text: `=${'long text '.repeat(20_000)}` };
  await exportWord(model, path.join(folder, 'hostile.docx'));
  await exportExcel(model, path.join(folder, 'hostile.xlsx'));
  const sheets = await openExcel(path.join(folder, 'hostile.xlsx'));
  const cells = [...sheets.values()].flat(2);
  expect(names.filter((name) => name !== 'note.text' && !cells.some((cell) => cell.includes(seen(name))))).toEqual([]);
  expect(cells.filter((cell) => cell.includes('continued on the sheet')).length).toBeGreaterThan(0);
  expect(cells.filter((cell) => cell.length > 32_767)).toEqual([]);
  const { paragraphs } = openWord(path.join(folder, 'hostile.docx'));
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  expect(text).toContain(seen('finding.nature'));
  expect(names.filter((name) => /^(finding|action)\./.test(name) && !text.includes(seen(name)))).toEqual([]);
  expect(text).toContain('שלום');
  if (!office) return;
  for (const [to, kind] of [
    ['odt', 'docx'],
    ['ods', 'xlsx'],
  ] as const) {
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const source = path.join(folder, `hostile.${kind}`);
    spawnSync(office, [profile, '--headless', '--convert-to', to, '--outdir', folder, source]);
    const content = unzipSync(readFileSync(path.join(folder, `hostile.${to}`)))['content.xml'] ?? new Uint8Array();
    expect(strFromU8(content)).toContain(seen('finding.nature'));
  }
});
