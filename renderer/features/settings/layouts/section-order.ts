// The order of sections in the form of a layout. Pure.
import type { HouseSection } from '../../../../shared/domain/house-layouts.ts';
import { type ReportSection, reportSections } from '../../../../shared/domain/templates.ts';
import { keysOf } from '../../../../shared/domain/vocabulary.ts';

/** Every section in the usual order, without own words: what an own order begins with. */
export const usualOrder = (): HouseSection[] =>
  keysOf(reportSections).map((section) => ({ section, heading: '', introduction: '' }));

/** The sections that an order leaves out. */
export const leftOut = (sections: readonly HouseSection[]): ReportSection[] =>
  keysOf(reportSections).filter((section) => !sections.some((one) => one.section === section));

/** The order with a section moved to a place. */
export function moved(sections: readonly HouseSection[], section: ReportSection, to: number): HouseSection[] {
  const from = sections.findIndex((one) => one.section === section);
  const own = sections[from];
  if (!own) return [...sections];
  const others = sections.toSpliced(from, 1);
  return others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, own);
}
