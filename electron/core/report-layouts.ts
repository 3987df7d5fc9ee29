import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type ReportLayout, reportLayoutSchema, requiredContentSchema } from '../../shared/domain/report-layouts.ts';
import type { AuditType } from '../../shared/domain/vocabulary.ts';
import { readAssetFolder } from './assets.ts';

const readJson = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));

/** The layout of the reports of a type of audit. A file that is not what it should be is a fault of the installation. */
export function loadReportLayout(type: AuditType, folder = readAssetFolder('report-layouts')): ReportLayout {
  const { contents: asked, ...layout } = reportLayoutSchema.parse(readJson(folder, type));
  const contents = z.array(requiredContentSchema).parse(readJson(folder, 'contents'));
  const known = new Map(contents.map((content) => [content.id, content]));
  return {
    ...layout,
    contents: asked.map((id) => {
      const content = known.get(id);
      if (!content)
        throw new Error(`assets/report-layouts/${type}.json names ${id}, which contents.json does not say.`);
      return content;
    }),
  };
}
