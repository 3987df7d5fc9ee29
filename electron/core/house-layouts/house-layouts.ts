// The layouts of the house: looks, orders and own texts of reports, kept in the workspace and chosen per audit.
import path from 'node:path';
import type { Handlers, Parsed } from '../../../shared/contract/contract.ts';
import type { HouseLayoutRecord } from '../../../shared/contract/house-layouts.ts';
import { contrastOnWhite, readableContrast, readableOnWhite } from '../../../shared/domain/colours.ts';
import {
  type HouseLayoutFields,
  isKnownFont,
  sectionsOf,
  storedSections,
} from '../../../shared/domain/house-layouts.ts';
import { AppError } from '../../../shared/errors.ts';
import { changesOfStep } from '../../store/changes.ts';
import { auditsWithLayout } from '../../store/house-layouts.ts';
import { auditOfRecord, readRecord, readRecords } from '../../store/tables.ts';
import { undoStep } from '../../store/undo.ts';
import type { Context } from '../context.ts';
import { importLayout, setBase, setLogo } from './files.ts';
import { withFiles } from './in-force.ts';

type Stored = HouseLayoutFields & { id: string };

/** What of a layout will not look as it was meant. */
function warningsOf({ textFont, headingFont }: HouseLayoutFields): string[] {
  const strange = [...new Set([textFont, headingFont])].filter((font) => !isKnownFont(font));
  return strange.map(
    (font) => `The font “${font}” is not on every computer; where it is missing, another one is shown.`,
  );
}

/** A layout as calls answer it. */
export function toRecord(context: Context, layout: Stored): HouseLayoutRecord {
  const { headings: _headings, introductions: _introductions, ...rest } = layout;
  return {
    ...rest,
    sections: sectionsOf(layout),
    audits: auditsWithLayout(context.db, layout.id),
    warnings: warningsOf(layout),
  };
}

/** A stored layout. Throws AppError `not-found` where there is none. */
export function layoutOf(context: Context, id: string): Stored {
  const layout = readRecord(context.db, 'houseLayout', id);
  if (!layout)
    throw new AppError('not-found', 'This layout is no longer there; it may have been removed or undone.', { id });
  return layout;
}

type Given = Partial<Parsed<'houseLayouts.create'>['fields']>;

/** Fields as they are stored: sections side by side, and colours in which words can be read. */
function toFields({ sections, accent, headingColour, ...rest }: Given): Partial<HouseLayoutFields> {
  const readable = (colour: string) =>
    colour === '' || contrastOnWhite(colour) >= readableContrast ? colour : readableOnWhite(colour);
  return {
    ...rest,
    ...(accent !== undefined && { accent: readable(accent) }),
    ...(headingColour !== undefined && { headingColour: readable(headingColour) }),
    ...(sections && storedSections(sections)),
  };
}

/** Refuses to remove a layout that audits are printed with. */
function refuseUsed(context: Context, { id, name }: Stored): void {
  const [first, ...others] = auditsWithLayout(context.db, id);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  throw new AppError(
    'refused',
    `“${name}” is the layout of ${first}${more}. Give ${others.length === 0 ? 'that audit' : 'those audits'} another one first.`,
    { audits: [first, ...others] },
  );
}

/** Takes back a step that changed layouts and nothing else. */
function undo(context: Context, { undone, step }: Parsed<'houseLayouts.undo'>): void {
  const changes = changesOfStep(context.db, undone);
  if (changes.length === 0 || changes.some(({ noun }) => noun !== 'houseLayout'))
    throw new AppError('not-found', 'This step did not change a layout.', { step: undone });
  if (step !== undefined && changesOfStep(context.db, step).length > 0) return;
  const made = changes.find(({ kind }) => kind === 'create');
  const layout = made && readRecord(context.db, 'houseLayout', made.recordId);
  if (layout) refuseUsed(context, layout);
  context.writer.write(null, step, (write) => undoStep(context.db, undone, write), undone);
}

async function exportLayout(context: Context, { layout: id, path: given }: Parsed<'houseLayouts.export'>) {
  if (given !== undefined && !context.allowsPaths)
    throw new AppError('refused', 'This host exports into the workspace only.', { path: given });
  const layout = withFiles(context, layoutOf(context, id));
  const safe = layout.name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, '')
    .replace(/^\.+/, '')
    .slice(0, 80)
    .trim();
  const target = path.resolve(given ?? path.join(context.folders.exports, `${safe || 'layout'}.plumbline-layout.json`));
  const made = await context.workers.run('write-layout', { layout, target });
  return { path: target, name: path.basename(target), ...made };
}

type Names = Extract<keyof Handlers, `houseLayouts.${string}`>;

/** The calls about layouts of the house. */
export function houseLayoutHandlers(context: Context): Pick<Handlers, Names> {
  const record = (id: string) => toRecord(context, layoutOf(context, id));
  const list = () =>
    readRecords(context.db, 'houseLayout')
      .map((layout) => toRecord(context, layout))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  return {
    'houseLayouts.list': list,
    'houseLayouts.create': ({ id, fields, step }) => {
      if (id !== undefined && auditOfRecord(context.db, 'houseLayout', id) !== undefined) return record(id);
      return context.writer.write(null, step, (write) =>
        toRecord(context, write.create('houseLayout', { ...toFields(fields), name: fields.name }, id)),
      );
    },
    'houseLayouts.update': ({ layout, fields, step }) => {
      layoutOf(context, layout);
      context.writer.write(null, step, (write) => write.set('houseLayout', layout, toFields(fields as Given)));
      return record(layout);
    },
    'houseLayouts.remove': ({ layout, step }) => {
      refuseUsed(context, layoutOf(context, layout));
      context.writer.write(null, step, (write) => write.remove('houseLayout', layout));
      return { id: layout };
    },
    'houseLayouts.setLogo': async ({ layout, file, step }) => {
      layoutOf(context, layout);
      await setLogo(context, layout, file, step);
      return record(layout);
    },
    'houseLayouts.setBase': async ({ layout, file, step }) => {
      layoutOf(context, layout);
      const remarks = await setBase(context, layout, file, step);
      return { layout: record(layout), remarks };
    },
    'houseLayouts.checkBase': ({ layout }) => {
      const { baseFile, baseName, base } = withFiles(context, layoutOf(context, layout));
      if (base === '') return [];
      if (baseFile === '')
        return [
          {
            kind: 'wrong',
            message: `“${baseName}” is missing in the vault. Reports are made without it; choose it again.`,
          },
        ];
      return context.workers.run('read-base', { file: baseFile, name: baseName });
    },
    'houseLayouts.preview': ({ layout }) =>
      context.workers.run('preview-layout', { layout: withFiles(context, layoutOf(context, layout)) }),
    'houseLayouts.export': (input) => exportLayout(context, input),
    'houseLayouts.import': async ({ file, id, step }) => {
      if (id !== undefined && auditOfRecord(context.db, 'houseLayout', id) !== undefined)
        return { layout: record(id), remarks: [] };
      const { layout, remarks } = await importLayout(context, { file, id, step });
      return { layout: record(layout), remarks };
    },
    'houseLayouts.undo': (input) => {
      undo(context, input);
      return list();
    },
  };
}
