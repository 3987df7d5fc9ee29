// The sections of a report follow its template: which, in which order, with which numbers.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDocument } from '../../electron/exports/docx/check.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { composeReport } from '../../electron/exports/sections/compose.ts';
import { layoutOf } from '../../electron/exports/sections/layout.ts';
import { plainTemplate, type ReportSection } from '../../shared/domain/templates.ts';
import { readTemplate } from '../support/report-catalogue.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-layout-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = (name: string) => path.join(folder, `${name}.docx`);
const withSections = (sections: ReportSection[], sizes = modelSizes.small): ReportModel =>
  withoutAlways(aReportModel({ ...sizes, template: { ...plainTemplate('stage-2'), sections } }));
/** A layout that puts no section into a report by itself. */
function withoutAlways(model: ReportModel): ReportModel {
  const sections = model.reportLayout.sections.map((section) => ({ ...section, always: false }));
  return { ...model, reportLayout: { ...model.reportLayout, sections } };
}

/** Exports and opens; a reference without a place would have been refused on the way. */
async function printed(name: string, model: ReportModel) {
  const { warnings } = await exportWord(model, target(name));
  const word = openWord(target(name));
  const text = word.paragraphs.map((paragraph) => paragraph.text).join('\n');
  const headings = word.paragraphs
    .filter(({ style }) => style === 'Heading1' || style === 'AnnexHeading')
    .map((paragraph) => paragraph.text);
  return { ...word, warnings, text, headings };
}

describe('the layout of a report', () => {
  it('numbers what is there, sections and annexes each by themselves', () => {
    const layout = layoutOf({
      sections: ['contents', 'findings', 'evidence', 'cover', 'scope', 'checklist', 'findings'],
    });
    expect([...layout]).toEqual([
      ['cover', ''],
      ['contents', ''],
      ['findings', '1'],
      ['evidence', 'Annex A'],
      ['scope', '2'],
      ['checklist', 'Annex B'],
    ]);
  });

  it('of stage 1 has its title, its sections and no photographs', async () => {
    const template = readTemplate('stage-1');
    const { headings, paragraphs, part, warnings } = await printed(
      'stage-1',
      aReportModel({ ...modelSizes.full, template }),
    );
    expect(headings).toEqual([
      'Document control',
      '1 Readiness at a glance',
      '2 Scope, criteria and method',
      '3 Plan and meetings',
      '4 AI systems',
      '5 Readiness by clause',
      '6 Readiness by control group',
      '7 Areas of concern',
      '8 Conclusions for stage 2',
      'Annex A Complete checklist',
      'Annex B Statement of Applicability',
      'Annex C Evidence register',
      'Annex D Where each required content is',
    ]);
    expect(paragraphs.find(({ style }) => style === 'Title')?.text).toBe('Stage 1 audit report');
    expect(part('docProps/core.xml')).toContain('<dc:title>Stage 1 audit report 2026-003, ');
    expect(warnings).toEqual([]);
  });

  it('with a few sections only refers in plain words to what it does not print', async () => {
    const { headings, text, part } = await printed('few', withSections(['cover', 'board', 'clauses', 'conclusions']));
    expect(headings).toEqual(['1 For the board', '2 Results by clause', '3 Conclusions']);
    expect(text).toContain('from the answers in the checklist of the audit: the worst');
    expect(text).toContain('F-001');
    expect(part('word/document.xml')).not.toMatch(/REF F_001 |REF R_A_|REF E_/);
    expect(part('word/document.xml')).toContain('REF R_8_4 ');
    expect(text).not.toMatch(/Annex [A-E]\b|document control/);
  });

  it('lets references to requirements lead to the checklist where it has no results', async () => {
    const { part, text } = await printed('checklist', withSections(['board', 'checklist', 'soa']));
    expect(part('word/document.xml')).toContain('w:name="R_A_8_4"');
    expect(part('word/document.xml')).toContain('REF R_A_8_4 ');
    expect(text).toContain('A.8.4 ');
  });

  it('needs no cover, and counts its pages from one', async () => {
    const { paragraphs, headings } = await printed('bare', withSections(['contents', 'scope', 'findings']));
    expect(headings[0]).toBe('1 Scope, criteria and method');
    const lines = paragraphs.filter(({ style }) => style === 'TOC1').map(({ text }) => text);
    expect(lines[0]).toBe('1\tScope, criteria and method\t2');
  });

  it('is taken as it is even with one section, and warns of findings that no section names', async () => {
    const { warnings } = await printed('systems', withSections(['systems']));
    expect(warnings.map(({ record }) => record)).toEqual(['F-001', 'F-002']);
    expect(warnings[0]?.message).toBe('No section of this report names the finding.');
    expect(composeReport(withSections(['checklist'])).warnings).toEqual([]);
  });
});

describe('the check of a finished report', () => {
  it('still looks for findings where a layout without their section cites them', async () => {
    const model = withSections(['clauses', 'controls', 'checklist', 'evidence']);
    await exportWord(model, target('cited'));
    await expect(checkDocument(target('cited'), model)).resolves.toBeDefined();
    const more = structuredClone(model);
    more.requirements.find(({ kind }) => kind === 'clause')?.findings.push('F-009');
    await expect(checkDocument(target('cited'), more)).rejects.toMatchObject({
      message: expect.stringContaining('the section “Results by clause” does not name F-009'),
    });
    const asked = structuredClone(model);
    asked.requirements.flatMap(({ questions }) => questions)[0]?.evidence.push('E-099');
    await expect(checkDocument(target('cited'), asked)).rejects.toMatchObject({
      message: expect.stringContaining('“Complete checklist” does not name E-099'),
    });
  });

  it('refuses a report with a section too few, or with another number', async () => {
    const model = withSections(['scope', 'systems', 'findings']);
    await exportWord(model, target('short'));
    for (const sections of [
      ['scope', 'systems', 'findings', 'plan'],
      ['systems', 'scope', 'findings'],
    ] as const) {
      const other = { ...model, template: { ...model.template, sections: [...sections] } };
      await expect(checkDocument(target('short'), other)).rejects.toMatchObject({
        code: 'damaged',
        message: expect.stringMatching(/the section “.+” is missing or has another number/),
      });
    }
  });

  it('refuses counts that contradict the records even where no table shows them', async () => {
    const model = withSections(['scope']);
    model.counts = structuredClone(model.counts);
    model.counts.findings.total += 1;
    const before = readdirSync(folder);
    await expect(exportWord(model, target('wrong'))).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(folder)).toEqual(before);
  });
});
