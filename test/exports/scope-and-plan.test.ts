// What the audit was to look at, what it left out, and how it was planned.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { plainTemplate } from '../../shared/domain/templates.ts';
import { columnOf, openExcel } from '../support/excel.ts';
import { readTemplate } from '../support/report-catalogue.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-scope-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printed(name: string, model: ReportModel) {
  const file = path.join(folder, `${name}.docx`);
  const { warnings } = await exportWord(model, file);
  const word = openWord(file);
  const lines = word.paragraphs.map((paragraph) => paragraph.text);
  return { ...word, lines, text: lines.join('\n'), warnings };
}

const reason = 'Looked at in the next audit of the cycle, when the supplier has handed over.';
const leftOut = ['4.1', 'A.10.2', 'A.10.3'];

describe('requirements that an audit leaves out', () => {
  it('stand in the scope with the reason once, and as not audited in the results', async () => {
    const model = aReportModel({ ...modelSizes.full, leftOut, leftOutReason: reason });
    const { tables, text, warnings } = await printed('left-out', model);
    expect(
      tables
        .get('Left out of this audit')
        ?.slice(1)
        .map(([id]) => id),
    ).toEqual(leftOut);
    expect(text).toContain(`3 of 70 requirements are left out. ${reason}`);
    const results = [...tables].flatMap(([name, rows]) => (name.startsWith('Results of ') ? rows : []));
    for (const id of leftOut) {
      const line = results.find(([first]) => first === id);
      expect(line?.[2]).toBe('\u00a0/\u00a0 Not audited');
      expect(line?.[3]).toBe('Left out of this audit, see section 2');
    }
    const skipped = tables.get('Areas not audited')?.slice(1) ?? [];
    const asked = model.notAudited.length - 3;
    expect(skipped).toHaveLength(asked);
    expect(text).toContain(
      `${asked} questions were not audited, and 3 requirements were left out of the audit; they stand with the reason in section 2.`,
    );
    expect(text.split(reason)).toHaveLength(2);
    expect(text).toContain('Left out of this audit: A.10.2, A.10.3.');
    expect(warnings).toEqual([]);
  });

  it('keep their reason in the conclusions where the report has no scope', async () => {
    const template = { ...plainTemplate('stage-2'), sections: ['conclusions' as const] };
    const { tables } = await printed(
      'no-scope',
      aReportModel({ ...modelSizes.small, template, leftOut, leftOutReason: reason }),
    );
    const rows = tables.get('Areas not audited') ?? [];
    expect(rows.find(([id]) => id === 'A.10.2')?.[3]).toBe(reason);
  });

  it('stand in two columns where they are many, each once', async () => {
    const template = readTemplate('surveillance');
    const all = aReportModel(modelSizes.small).requirements.map(({ id }) => id);
    const many = all.filter((id) => !template.requirements.includes(id));
    const model = aReportModel({ ...modelSizes.full, template, leftOut: many });
    const { tables, text } = await printed('many', model);
    // A control that the statement excludes is not left out by the audit.
    const counted = model.requirements
      .filter(({ isLeftOut, result }) => isLeftOut && result.verdict !== 'not-applicable')
      .map(({ id }) => id);
    expect(counted.length).toBeLessThan(many.length);
    expect(text).toContain(`${counted.length} of 70 requirements are left out.`);
    const rows = tables.get('Left out of this audit')?.slice(1) ?? [];
    expect(rows).toHaveLength(Math.ceil(counted.length / 2));
    const listed = rows.flatMap(([one = '', , other = '']) => (other ? [one, other] : [one]));
    expect(listed.toSorted()).toEqual(counted.toSorted());
    expect(text).toContain('The reason is not recorded.');
  });

  it('are marked in the workbook', async () => {
    const file = path.join(folder, 'left-out.xlsx');
    const model = aReportModel({ ...modelSizes.small, leftOut, leftOutReason: reason });
    await exportExcel(model, file);
    const sheets = await openExcel(file);
    const ids = columnOf(sheets, 'Requirements', 'Requirement');
    const marked = columnOf(sheets, 'Requirements', 'Coverage').flatMap((text, at) =>
      text === 'Left out of this audit' ? [ids[at]] : [],
    );
    expect(marked).toEqual(leftOut);
    expect(sheets.get('Summary')?.map((row) => row.slice(0, 2))).toContainEqual(['Reason', reason]);
  });
});

describe('the scope', () => {
  it('names the kind of audit, its purpose and the roles for AI', async () => {
    const template = readTemplate('stage-2');
    const model = aReportModel({ ...modelSizes.small, template });
    const open = await printed('kind', model);
    const facts = new Map(open.tables.get('Objectives, scope and criteria')?.map(([label, text]) => [label, text]));
    expect(facts.get('Kind of audit')).toBe(`Stage 2 audit.${template.purpose}`);
    expect(facts.get('Roles for AI in scope')).toBe('All: producer, provider, customer, partner');
    model.audit.aiRoles = ['provider', 'customer'];
    const cut = await printed('roles', model);
    const roles = cut.tables.get('Objectives, scope and criteria')?.find(([label]) => label?.startsWith('Roles'));
    expect(roles?.[1]).toBe('Provider, customer');
  });

  it('says which guidance the audit follows, and never that it demands anything', async () => {
    const model = aReportModel(modelSizes.small);
    model.guideline = {
      id: 'guide',
      name: 'ISO 19011',
      edition: '2026',
      title: '',
      status: 'current',
      note: 'It is guidance, not requirements.',
      provenance: 'Numbers from public sources.',
      topics: { sampling: 'A.6', report: '6.5.1' },
      agendas: {},
    };
    const { paragraphs, lines } = await printed('guidance', model);
    const sentence = 'The audit follows the guidance of ISO 19011:2026: sampling A.6, audit report 6.5.1.';
    expect(lines).toContain(sentence);
    expect(paragraphs.find(({ text }) => text === 'It is guidance, not requirements.')?.style).toBe('Small');
    expect(paragraphs.some(({ text }) => text.includes('public sources'))).toBe(false);
    model.guideline = null;
    const { text } = await printed('no-guidance', model);
    expect(text).not.toContain('Guidance followed');
    expect(text).not.toContain('guidance of ISO 19011');
  });
});

describe('the plan and the meetings', () => {
  const slot = {
    id: '',
    on: '2026-11-16',
    startsAt: '',
    minutes: 60,
    actualMinutes: null,
    place: '',
    requirements: [],
    auditee: '',
    auditor: '',
    position: 0,
  };
  const meeting = {
    id: '',
    title: '',
    on: null,
    startsAt: '',
    minutes: null,
    actualMinutes: null,
    place: '',
    notes: '',
  };

  it('print slots by day and time, and every meeting with its agenda', async () => {
    const model = aReportModel(modelSizes.small);
    model.planSlots = [
      { ...slot, title: 'Wrap-up', on: null },
      { ...slot, title: 'Policy', startsAt: '23:30', requirements: ['5.2', '99.9'], auditee: 'Board', auditor: 'Ada' },
      { ...slot, title: 'Scope', startsAt: '09:00', actualMinutes: 75, place: 'Room 2' },
    ];
    model.meetings = [
      {
        ...meeting,
        kind: 'closing',
        title: 'With the board',
        on: '2026-11-18',
        startsAt: '15:00',
        minutes: 45,
        agenda: [],
        attendees: [],
        opinions: 'They differ on [8.4].',
        position: 1,
      },
      {
        ...meeting,
        kind: 'opening',
        title: 'Opening meeting',
        on: '2026-11-16',
        agenda: ['Who is here', 'The plan'],
        attendees: ['Ada', 'Bo'],
        opinions: '',
        position: 0,
      },
    ];
    const { tables, text, lines, paragraphs, warnings } = await printed('plan', model);
    expect(tables.get('Audit plan, 16 November 2026')?.slice(1)).toEqual([
      ['09:00–10:00Room 2', 'Scope', '', '', '', '6075 actual'],
      ['23:30–00:30', 'Policy', '5.2, 99.9', 'Board', 'Ada', '60'],
    ]);
    expect(tables.get('Audit plan, day not set')?.[1]?.slice(0, 2)).toEqual(['Time not set', 'Wrap-up']);
    expect(text).toContain('3 slots, 3 h planned; 1 h 15 min recorded for one of them.');
    const headings = paragraphs.filter(({ style }) => style === 'Heading3').map((paragraph) => paragraph.text);
    expect(headings.slice(0, 4)).toEqual([
      'Monday, 16 November 2026',
      'Day not set',
      'Opening meeting',
      'Closing meeting: With the board',
    ]);
    expect(tables.get('Opening meeting')).toContainEqual(['Agenda', '1.\u00a0Who is here2.\u00a0The plan']);
    expect(tables.get('Opening meeting')).toContainEqual(['Present', 'Ada, Bo']);
    expect(tables.get('Closing meeting, With the board')).toContainEqual([
      'Diverging opinions',
      'They differ on [8.4].',
    ]);
    expect(tables.get('Closing meeting, With the board')?.[0]?.[1]).toBe('Wednesday, 18 November 2026, 15:00–15:45');
    const place = lines.findIndex((line) => line.endsWith('differences of opinion'));
    expect(lines[place + 1]).toBe('With the board, 18 November 2026: They differ on [8.4].');
    const file = path.join(folder, 'plan.xlsx');
    await exportExcel(model, file);
    const sheets = await openExcel(file);
    const slots = (title: string) => columnOf(sheets, 'Plan', title);
    expect(slots('What')).toEqual(['Scope', 'Policy', 'Wrap-up']);
    expect(slots('Start')).toEqual(['09:00', '23:30', '']);
    expect(slots('End')).toEqual(['10:00', '00:30', '']);
    expect(slots('Difference')).toEqual(['15', '', '']);
    expect(slots('Requirements')).toEqual(['', '5.2, 99.9', '']);
    expect(columnOf(sheets, 'Meetings', 'Kind')).toEqual(['Opening meeting', 'Closing meeting']);
    expect(columnOf(sheets, 'Meetings', 'Agenda')).toEqual(['Who is here\nThe plan', '']);
    expect(columnOf(sheets, 'Meetings', 'Diverging opinions')).toEqual(['', 'They differ on [8.4].']);
    expect(warnings).toContainEqual({
      record: 'Policy',
      message: 'Refers to 99.9, which does not exist in this audit.',
    });
  });

  it('are one sentence where nothing is recorded', async () => {
    const { lines } = await printed('no-plan', aReportModel(modelSizes.small));
    expect(lines).toContain('No plan and no meeting is recorded for this audit.');
  });
});
