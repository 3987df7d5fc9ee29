// Every type of audit has a report with all that it is asked to contain, found by its annex, and says what is missing.
import { describe, expect, it } from 'vitest';
import { loadReportLayout } from '../../electron/core/report-layouts.ts';
import { findGaps } from '../../electron/core/reports/gaps.ts';
import type { TableBlock } from '../../electron/exports/blocks.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { requiredTableName } from '../../electron/exports/sections/annex-required.ts';
import { composeReport } from '../../electron/exports/sections/compose.ts';
import { reportContents } from '../../shared/domain/report-layouts.ts';
import { auditTypes, keysOf } from '../../shared/domain/vocabulary.ts';
import { readTemplate } from '../support/report-catalogue.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const types = keysOf(auditTypes);
const complete = (type: (typeof types)[number]) => {
  const model = aReportModel({ ...modelSizes.full, template: readTemplate(type) });
  for (const member of model.team) member.organization = 'Example Certification (invented)';
  return model;
};

/** The rows of the annex: what, where as words, and the places that references lead to. */
function annexOf(model: ReportModel) {
  const { document, warnings } = composeReport(model);
  const table = document.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === requiredTableName,
  );
  const rows = (table?.rows ?? []).map(({ cells: [what, where] }) => {
    const runs = where?.paragraphs.flat() ?? [];
    return {
      what:
        what?.paragraphs
          .flat()
          .map(({ text }) => text)
          .join('') ?? '',
      where: runs.map(({ text }) => text).join(''),
      places: runs.flatMap((run) => (run.kind === 'reference' ? [run.place] : [])),
    };
  });
  return { document, warnings, rows };
}

describe.each(types)('the report of the type %s', (type) => {
  it('has the sections of its template, and the annex, in the order of its layout', () => {
    const layout = loadReportLayout(type);
    const sections = layout.sections.map(({ section }) => section);
    expect(sections).toEqual([...readTemplate(type).sections, 'required']);
    expect(new Set(layout.contents.map(({ id }) => id)).size).toBe(layout.contents.length);
  });

  it('has everything that it is asked to contain, and leads to it', () => {
    const { document, warnings, rows } = annexOf(complete(type));
    const places = new Set(document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.place] : [])));
    expect(rows).toHaveLength(loadReportLayout(type).contents.length);
    expect(rows.filter(({ where }) => where.includes('Missing'))).toEqual([]);
    for (const { what, places: targets } of rows) {
      expect(targets, what).not.toEqual([]);
      for (const target of targets.filter((place) => place.startsWith('section:'))) expect(places).toContain(target);
    }
    expect(warnings).toEqual([]);
  });

  it('has no heading with nothing below it', () => {
    const { document } = annexOf(complete(type));
    for (const [position, block] of document.blocks.entries()) {
      const next = document.blocks.slice(position + 1).find(({ kind }) => kind !== 'turn');
      if (block.kind !== 'heading') continue;
      const isEmpty = !next || (next.kind === 'heading' && next.level <= block.level);
      expect(isEmpty ? block.text : '').toBe('');
    }
  });
});

describe('the required contents', () => {
  it('are each asked for by a type', () => {
    const asked = new Set(types.flatMap((type) => loadReportLayout(type).contents.map(({ id }) => id)));
    expect(reportContents.filter((id) => !asked.has(id))).toEqual([]);
  });

  it('that are absent are said to be, in the annex and by the report check', () => {
    const model = complete('surveillance');
    Object.assign(model.audit, { objectives: ' ', legalContext: '' });
    model.conclusion = { ...model.conclusion, marks: '' };
    const { rows, warnings } = annexOf(model);
    const missing = rows.filter(({ where }) => where.startsWith('Missing: '));
    expect(missing.map(({ what }) => what)).toEqual([
      'What the audit was to find out',
      'The legal context that was considered',
      'How certificate and marks are used, and complaints',
    ]);
    const points = findGaps(model, { changedSinceRelease: false });
    const said = points.filter(({ message }) => message.startsWith('The report lacks: '));
    expect(said).toMatchObject(warnings);
    expect(said.map(({ record }) => record)).toEqual(['Scope', 'Scope', 'Conclusions']);
  });

  it('that no section of a template can hold are warned of', () => {
    const template = { ...readTemplate('internal'), sections: ['findings' as const] };
    const { warnings, rows } = annexOf(aReportModel({ ...modelSizes.small, template }));
    expect(rows.find(({ what }) => what === 'What it was measured against')?.where).toContain(
      'No section of this report',
    );
    expect(warnings.map(({ message }) => message)).toContain(
      'No section of this report has: What it was measured against.',
    );
  });
});
