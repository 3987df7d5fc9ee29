// The look and the order that a client or a firm wants its reports to have: a layout of the house.
import { z } from 'zod';
import { line } from './fields.ts';
import type { ReportLayout } from './report-layouts.ts';
import { type ReportSection, reportSections, type Template } from './templates.ts';
import { keysOf } from './vocabulary.ts';

/** Fonts that Word and LibreOffice have on most computers, or have another one of the same widths for. */
export const knownFonts = [
  'Calibri',
  'Arial',
  'Cambria',
  'Courier New',
  'Georgia',
  'Helvetica',
  'Segoe UI',
  'Tahoma',
  'Times New Roman',
  'Trebuchet MS',
  'Verdana',
] as const;

/** The largest logo: bytes of its file, pixels of a side. */
export const largestLogo = { bytes: 2_000_000, side: 4_000 } as const;
/** The largest document that is taken as a base, in bytes. */
export const largestBase = 5_000_000;
/** How wide a logo may be on the cover, in millimetres. */
export const logoWidth = { least: 10, most: 120, usual: 45 } as const;
/** The greatest height of a logo on the cover, in millimetres. */
export const logoHeight = 40;
/** Longest heading of a section, and longest text that introduces one. */
export const longestHeading = 120;
export const longestIntroduction = 5_000;

const colour = () =>
  z
    .union([z.literal(''), z.string().regex(/^[0-9a-f]{6}$/, 'A colour is six hex digits, such as 2c4a8e.')])
    .default('');
const font = () =>
  z
    .string()
    .max(60)
    .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?)?$/u, 'A font is named by letters, digits and spaces.')
    .default('');
const content = () =>
  z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/, 'This is not the hash of a file.')]).default('');

/**
 * A layout of the house. An empty field leaves what the product has. `accent` is the colour of references and lines,
 * `headingColour` that of title and headings; `logo` and `base` are hashes of files in the vault; `logoWidth` is in
 * millimetres. `sections`, `headings` and `introductions` go side by side; without sections the order of the type stands.
 */
export const houseLayoutFields = z.strictObject({
  name: z.string().trim().min(1, 'The layout needs a name.').max(200),
  accent: colour(),
  headingColour: colour(),
  textFont: font(),
  headingFont: font(),
  logo: content(),
  logoType: z.enum(['', 'image/png', 'image/jpeg']).default(''),
  logoPixelsWide: z.int().min(0).max(largestLogo.side).default(0),
  logoPixelsHigh: z.int().min(0).max(largestLogo.side).default(0),
  logoWidth: z.int().min(logoWidth.least).max(logoWidth.most).default(logoWidth.usual),
  coverTitle: z.string().max(300).default(''),
  coverLines: z.array(z.string().max(300)).max(8).default([]),
  coverNote: z.string().max(2_000).default(''),
  footer: z.string().max(200).default(''),
  sections: z
    .array(z.enum(keysOf(reportSections)))
    .max(keysOf(reportSections).length)
    .default([]),
  headings: z.array(z.string().max(longestHeading)).max(keysOf(reportSections).length).default([]),
  introductions: z.array(z.string().max(longestIntroduction)).max(keysOf(reportSections).length).default([]),
  base: content(),
  baseName: line(),
});
export type HouseLayoutFields = z.output<typeof houseLayoutFields>;

/** One section as a layout wants it: its own heading and a text that introduces it, both may be empty. */
export const houseSection = z.strictObject({
  section: z.enum(keysOf(reportSections)),
  heading: z.string().max(longestHeading).default(''),
  introduction: z.string().max(longestIntroduction).default(''),
});
export type HouseSection = z.output<typeof houseSection>;

/** The sections of a stored layout. */
export const sectionsOf = ({
  sections,
  headings,
  introductions,
}: Pick<HouseLayoutFields, 'sections' | 'headings' | 'introductions'>): HouseSection[] =>
  sections.map((section, place) => ({
    section,
    heading: headings[place] ?? '',
    introduction: introductions[place] ?? '',
  }));

/** Sections as they are stored, each once. */
export function storedSections(
  sections: readonly HouseSection[],
): Pick<HouseLayoutFields, 'sections' | 'headings' | 'introductions'> {
  const once = [...new Map(sections.map((one) => [one.section, one])).values()];
  return {
    sections: once.map(({ section }) => section),
    headings: once.map(({ heading }) => heading),
    introductions: once.map(({ introduction }) => introduction),
  };
}

/** Sections that have no page of their own words: nothing introduces them. */
export const withoutIntroduction: readonly ReportSection[] = ['cover', 'contents'];
/** Sections that have no heading that could be another one. */
export const withoutHeading: readonly ReportSection[] = ['cover'];

/**
 * The order of sections that a layout leads to: its own, and every section that reports of the type always have, after
 * the one that stands before it in the order of the type. Without sections of its own nothing changes.
 */
export function mergeSections(
  wanted: readonly ReportSection[],
  { template, type }: { template: readonly ReportSection[]; type: ReportLayout['sections'] },
): ReportSection[] {
  const always = type.filter((one) => one.always).map(({ section }) => section);
  if (wanted.length === 0) return [...template];
  const merged = [...new Set(wanted)];
  for (const section of always) {
    if (merged.includes(section)) continue;
    const before = type.slice(
      0,
      type.findIndex((one) => one.section === section),
    );
    const after = before.findLast((one) => merged.includes(one.section));
    merged.splice(after ? merged.indexOf(after.section) + 1 : 0, 0, section);
  }
  return merged;
}

/** Template and layout of the type with what a layout of the house says: title, order and headings. */
export function withHouseLayout<T extends Pick<Template, 'sections' | 'reportTitle'>>(
  given: { template: T; reportLayout: ReportLayout },
  house: Pick<HouseLayoutFields, 'coverTitle' | 'sections' | 'headings' | 'introductions'> | null,
): { template: T; reportLayout: ReportLayout } {
  if (house === null) return given;
  const { template, reportLayout } = given;
  const sections = mergeSections(house.sections, { template: template.sections, type: reportLayout.sections });
  const own = new Map(sectionsOf(house).map(({ section, heading }) => [section, heading.trim()]));
  const known = new Map(reportLayout.sections.map((one) => [one.section, one]));
  return {
    template: { ...template, sections, reportTitle: house.coverTitle.trim() || template.reportTitle },
    reportLayout: {
      ...reportLayout,
      sections: [...new Set([...sections, ...known.keys()])].map((section) => {
        const heading = own.get(section) || known.get(section)?.heading || reportSections[section];
        return { section, heading, always: known.get(section)?.always ?? false };
      }),
    },
  };
}

/** Whether a font is one that most computers have; an empty name is the product's own. */
export const isKnownFont = (name: string): boolean =>
  name === '' || knownFonts.some((known) => known.toLowerCase() === name.trim().toLowerCase());
