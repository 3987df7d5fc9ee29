import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addLargeAudit } from '../make-large-audit.ts';
import type { Measure } from '../measure.ts';
import { buildWorkspace, workspaceIn } from '../workspace.ts';

/** The reference of the large audit among the 500 others. */
export const largeAudit = '2026-501';

/** The workspace that the page is measured on. */
export const pageWorkspaceIn = (folder: string) => path.join(folder, 'page');

/** Makes the workspace of 500 audits, unless this run has it already, and adds the large audit to a copy of it. */
export async function buildPageWorkspace(folder: string): Promise<Measure[]> {
  const workspace = pageWorkspaceIn(folder);
  const done = path.join(workspace, 'complete');
  if (existsSync(done)) return [];
  rmSync(workspace, { recursive: true, force: true });
  const measures = existsSync(workspaceIn(folder)) ? [] : await buildWorkspace(folder);
  cpSync(workspaceIn(folder), workspace, { recursive: true });
  const added = await addLargeAudit(workspace, folder, { withPhotos: false, number: 501 });
  writeFileSync(done, '');
  return [...measures, ...added];
}
