// Grades have the names that the template gives them, wherever a report prints one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { countRows } from '../../electron/exports/sections/counts.ts';
import { gradeNames, gradesShown, shortGrades } from '../../electron/exports/sections/grading.ts';
import { plainTemplate, type Template } from '../../shared/domain/templates.ts';
import { readTemplate } from '../support/report-catalogue.ts';
import { columnOf, openExcel } from '../support/excel.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-grading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printed(name: string, model: ReportModel) {
  await exportWord(model, path.join(folder, `${name}.docx`));
  await exportExcel(model, path.join(folder, `${name}.xlsx`));
  const word = openWord(path.join(folder, `${name}.docx`));
  const lines = word.paragraphs.map((paragraph) => paragraph.text);
  return { word, lines, text: lines.join('\n'), sheets: await openExcel(path.join(folder, `${name}.xlsx`)) };
}

const ownGrades: Template['grades'] = [
  { grade: 'major', label: 'Critical nonconformity', definition: 'Stops the work.' },
  { grade: 'minor', label: 'Limited gap', definition: 'Can wait for a while.' },
  { grade: 'strength', label: 'Good practice', definition: '' },
];

describe('the grades of a template', () => {
  it('stand by their own names in chips, counts, tables and sheets', async () => {
    const template = { ...plainTemplate('internal'), grades: ownGrades };
    const model = aReportModel({ ...modelSizes.full, accepted: false, findings: 5, template });
    const { lines, text, word, sheets } = await printed('own', model);
    expect(text).not.toMatch(/Major nonconformity|Minor nonconformity|Opportunity for improvement|Area of concern/i);
    expect(lines.filter((line) => line.startsWith('\u00a0Critical\u00a0'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('\u00a0Limited gap\u00a0'))).toHaveLength(2);
    expect(text).toContain('Critical: Release does not depend');
    expect(text).toContain('two as “Critical nonconformity” (F-001, F-004), two as “Limited gap” (F-002, F-005).');
    expect(word.tables.get('How findings are graded')).toEqual([
      ['Grade', 'Meaning'],
      ['Critical nonconformity', 'Stops the work.'],
      ['Limited gap', 'Can wait for a while.'],
      ['Good practice', ''],
    ]);
    expect(
      word.tables
        .get('Findings by grade')
        ?.slice(1)
        .map((cells) => cells.slice(0, 2)),
    ).toEqual([
      ['Critical nonconformity', '2'],
      ['Limited gap', '2'],
      ['Good practice', '1'],
    ]);
    expect(columnOf(sheets, 'Findings', 'Grade').slice(0, 3)).toEqual([
      'Critical nonconformity',
      'Limited gap',
      'Good practice',
    ]);
    const counts = sheets.get('Summary')?.map((row) => row.slice(0, 2));
    expect(counts).toContainEqual(['Findings: good practice', '1']);
    expect(counts?.map(([label]) => label)).not.toContain('Findings: observation');
  });

  it('of stage 1 make the report speak of areas of concern only', async () => {
    const model = aReportModel({ ...modelSizes.full, accepted: false, findings: 4, template: readTemplate('stage-1') });
    const { lines, text, word, sheets } = await printed('stage-1', model);
    expect(text).toContain('Two areas of concern (F-001, F-004) were raised.');
    expect(text).not.toMatch(/nonconformit(y|ies) (was|were) raised|Nonconformities:|No nonconformity/);
    expect(text).not.toMatch(/Major|Minor nonconformity|Findings: (major|minor)/);
    const facts = lines.filter((line) => /^\d+ requirements: /.test(line));
    expect(facts).toHaveLength(4);
    for (const line of facts) expect(line).toMatch(/Areas of concern: F-|No area of concern\./);
    const strip = word.tables.get('The audit in numbers')?.flat() ?? [];
    expect(strip.slice(1, 4)).toEqual(['2areas of concern', '1observation', '1strength']);
    const labels = sheets.get('Summary')?.map(([label]) => label) ?? [];
    expect(labels.filter((label) => label?.startsWith('Findings: '))).toEqual([
      'Findings: area of concern',
      'Findings: observation',
      'Findings: strength',
    ]);
    expect(labels.filter((label) => label === 'Areas of concern')).toHaveLength(4);
    expect(labels).not.toContain('Nonconformities');
  });

  it('show a grade that the template does not use as soon as a finding has it', async () => {
    const model = aReportModel({ ...modelSizes.small, template: readTemplate('stage-1') });
    const [finding] = model.findings;
    if (!finding) throw new Error('The model has no finding.');
    finding.grade = 'major';
    model.counts = structuredClone(model.counts);
    Object.assign(model.counts.findings.byGrade, { concern: 0, major: 1 });
    expect(gradesShown(model)).toEqual(['concern', 'observation', 'strength', 'major']);
    const { word, text } = await printed('outside', model);
    expect(word.tables.get('How findings are graded')?.at(-1)).toEqual([
      'Major nonconformity',
      'Used although audits of this kind do not use it.',
    ]);
    expect(text).toContain('One major (F-001) and no minor nonconformity was raised.');
  });

  it('are told apart where two have the same name', async () => {
    const template = {
      ...plainTemplate('internal'),
      grades: [
        { grade: 'major' as const, label: 'Finding', definition: '' },
        { grade: 'minor' as const, label: 'Finding', definition: '' },
        { grade: 'improvement' as const, label: 'Observation', definition: '' },
      ],
    };
    const model = aReportModel({ ...modelSizes.small, template });
    expect(gradeNames(model)).toMatchObject({
      major: 'Finding (major nonconformity)',
      minor: 'Finding (minor nonconformity)',
      improvement: 'Observation (opportunity for improvement)',
      observation: 'Observation (observation)',
    });
    const labels = countRows(model).map(([label]) => label);
    expect(new Set(labels).size).toBe(labels.length);
    const { word: same } = await printed('same', model);
    expect(
      same.paragraphs.filter(({ style, text }) => style === 'Heading2' && text.endsWith('How findings are graded')),
    ).toEqual([]);
  });

  it('keep their usual short names unless the template says otherwise', () => {
    expect(shortGrades({ template: plainTemplate('internal') }).improvement).toBe('Improvement');
    const template = { ...plainTemplate('internal'), grades: [...ownGrades] };
    expect(shortGrades({ template })).toMatchObject({
      major: 'Critical',
      minor: 'Limited gap',
      observation: 'Observation',
    });
  });
});
