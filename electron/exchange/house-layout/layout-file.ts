// A layout of the house as one file: JSON with logo and base document inside.
import { z } from 'zod';
import { houseLayoutInput } from '../../../shared/contract/house-layouts.ts';
import type { BaseRemark } from '../../../shared/contract/house-layouts.ts';
import {
  type HouseLayoutFields,
  largestBase,
  largestLogo,
  sectionsOf,
  storedSections,
} from '../../../shared/domain/house-layouts.ts';
import { AppError } from '../../../shared/errors.ts';
import { readLogo } from '../../exports/pictures/logo.ts';
import { readBaseDocument } from '../base-document/read-base.ts';
import { quote } from '../catalogue/problems.ts';
import { sayIssue, valueAt } from '../catalogue/say-issue.ts';
import { findJsonFault } from '../catalogue/scan-json.ts';

/** The version of the file's form. */
const formVersion = 1;
/** Largest file, in bytes: logo and base are a third longer in it. */
export const largestLayoutFile = 12_000_000;

const bytesOf = (most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4, 'The file inside is too large.')
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'This is no file in Base64.');

const layoutFile = houseLayoutInput.extend({
  format: z.literal('plumbline-layout'),
  version: z.literal(formVersion),
  logo: z.strictObject({ name: z.string().max(300), bytes: bytesOf(largestLogo.bytes) }).nullable(),
  base: z.strictObject({ name: z.string().min(1).max(300), bytes: bytesOf(largestBase) }).nullable(),
});

/** A layout as a file says it: its fields without hashes, and its files. */
export interface LayoutFromFile {
  fields: HouseLayoutFields;
  logo: Uint8Array | null;
  base: Uint8Array | null;
  remarks: BaseRemark[];
}

/** The text of the file of a layout. */
export function writeLayoutFile(
  layout: HouseLayoutFields,
  { logo, base }: { logo: Uint8Array | null; base: Uint8Array | null },
): string {
  const {
    logo: _l,
    logoType,
    logoPixelsWide: _wide,
    logoPixelsHigh: _high,
    base: _b,
    baseName,
    headings: _headings,
    introductions: _introductions,
    ...rest
  } = layout;
  const inside = (name: string, bytes: Uint8Array | null) =>
    bytes && { name, bytes: Buffer.from(bytes).toString('base64') };
  const file: z.input<typeof layoutFile> = {
    format: 'plumbline-layout',
    version: formVersion,
    ...rest,
    sections: sectionsOf(layout),
    logo: inside(`logo.${logoType.slice('image/'.length)}`, logo),
    base: inside(baseName || 'base.docx', base),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parse(bytes: Uint8Array, name: string): unknown {
  const refused = (what: string) => new AppError('damaged', `“${name}” is no layout: ${what}.`, { entry: name });
  if (bytes.length > largestLayoutFile)
    throw new AppError('too-large', `“${name}” is larger than 12 MB and was not read.`, { entry: name });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('it has bytes that are no text');
  }
  const fault = findJsonFault(text);
  if (fault?.kind === 'too-deep') throw refused('it is nested too deeply');
  try {
    const value: unknown = JSON.parse(text);
    if (fault) throw refused(`the field ${quote(String(fault.path.at(-1)))} stands twice in line ${fault.line}`);
    return value;
  } catch (error) {
    throw error instanceof AppError ? error : refused('it is no sound JSON');
  }
}

const place = (path: readonly PropertyKey[]) =>
  path.map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key))).join(', ');

/** Reads a layout from a file. Throws AppError with a sentence that names the field which is wrong. */
export async function readLayoutFile({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<LayoutFromFile> {
  const value = parse(bytes, name);
  const version = valueAt(value, ['version']);
  if (typeof version === 'number' && version > formVersion)
    throw new AppError(
      'unsupported-file',
      `“${name}” was written by a newer Plumbline and cannot be read by this one.`,
    );
  const read = layoutFile.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue ? place(issue.path) : '';
    const what = issue ? sayIssue(issue, valueAt(value, issue.path)) : '';
    throw new AppError('refused', `“${name}” was not taken in. ${where && `${where}: `}${what}`, { field: where });
  }
  const { format: _format, version: _version, logo, base, sections, ...fields } = read.data;
  const logoBytes = logo && Buffer.from(logo.bytes, 'base64');
  const baseBytes = base && Buffer.from(base.bytes, 'base64');
  const facts = logo && logoBytes ? await readLogo(logoBytes, `logo in ${name}`) : undefined;
  const remarks = base && baseBytes ? readBaseDocument({ bytes: baseBytes, name: base.name }).remarks : [];
  return {
    fields: {
      ...fields,
      ...storedSections(sections),
      logo: '',
      logoType: facts?.mediaType ?? '',
      logoPixelsWide: facts?.width ?? 0,
      logoPixelsHigh: facts?.height ?? 0,
      base: '',
      baseName: base?.name ?? '',
    },
    logo: logoBytes,
    base: baseBytes,
    remarks,
  };
}
