import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOnWhite, readableContrast, readableOnWhite } from '../../shared/domain/colours.ts';
import { mergeSections, sectionsOf, storedSections, withHouseLayout } from '../../shared/domain/house-layouts.ts';
import type { ReportLayout } from '../../shared/domain/report-layouts.ts';
import { plainTemplate, type ReportSection, reportSections } from '../../shared/domain/templates.ts';
import { keysOf } from '../../shared/domain/vocabulary.ts';

const all = keysOf(reportSections);
const type: ReportLayout['sections'] = all.map((section) => ({
  section,
  heading: `Usual ${section}`,
  always: ['control', 'required'].includes(section),
}));
const some = fc.uniqueArray(fc.constantFrom(...all));

describe('the sections of a layout', () => {
  it('stand in their order, with those that a report always has, each once', () => {
    fc.assert(
      fc.property(some, (wanted) => {
        const merged = mergeSections(wanted, { template: all, type });
        expect(new Set(merged).size).toBe(merged.length);
        expect(merged.filter((section) => wanted.includes(section))).toEqual(wanted);
        if (wanted.length > 0) expect(merged).toEqual(expect.arrayContaining(['control', 'required']));
      }),
    );
  });

  it('stay as the template has them where the layout names none', () =>
    expect(mergeSections([], { template: ['cover', 'findings'], type })).toEqual(['cover', 'findings']));

  it('puts what a report always has after what stands before it in the order of the type', () =>
    expect(mergeSections(['findings', 'cover'], { template: all, type })).toEqual([
      'findings',
      'required',
      'cover',
      'control',
    ]));

  it('take headings and title from the layout, and keep the others', () => {
    const given = {
      template: plainTemplate('internal'),
      reportLayout: { type: 'internal' as const, sections: type, contents: [] },
    };
    const own = storedSections([
      { section: 'findings', heading: 'What we found', introduction: 'See [F-001].' },
      { section: 'scope', heading: ' ', introduction: '' },
    ]);
    const { template, reportLayout } = withHouseLayout(given, { ...own, coverTitle: 'Our report' });
    const heading = (section: ReportSection) => reportLayout.sections.find((one) => one.section === section)?.heading;
    expect(template.reportTitle).toBe('Our report');
    expect(heading('findings')).toBe('What we found');
    expect(heading('scope')).toBe('Usual scope');
    expect(sectionsOf(own)[0]?.introduction).toBe('See [F-001].');
    expect(withHouseLayout(given, null)).toBe(given);
  });
});

describe('a colour', () => {
  it('is made as dark as words on white need, and stays where it is dark enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xff_ff_ff }), (value) => {
        const colour = value.toString(16).padStart(6, '0');
        const readable = readableOnWhite(colour);
        expect(contrastOnWhite(readable)).toBeGreaterThanOrEqual(readableContrast);
        if (contrastOnWhite(colour) >= readableContrast) expect(readable).toBe(colour);
      }),
    );
    expect(contrastOnWhite('000000')).toBeCloseTo(21);
    expect(contrastOnWhite('ffffff')).toBeCloseTo(1);
  });
});
