import { z } from 'zod';
import { method } from './method.ts';

/** A view of a room that somebody gave a name: the filters as the room itself keeps them. */
export const savedFilter = z.strictObject({
  room: z.string().min(1).max(40),
  name: z.string().trim().min(1, 'The filter needs a name.').max(80),
  filter: z.record(
    z.string().max(40),
    z.union([z.string().max(200), z.boolean(), z.array(z.string().max(200)).max(100)]),
  ),
});
export type SavedFilter = z.output<typeof savedFilter>;

/**
 * What belongs to the person at this machine and never to a workspace. `language` is a BCP 47 tag for dates and
 * numbers, empty for the system's; `documentLanguage` is what new audits propose for their documents; `paneWidths` are
 * CSS pixels, left then right, per room; `tour` says how far the first tour was taken, `done` where it was finished or
 * skipped.
 */
export const personalSettings = z.strictObject({
  name: z.string().max(300),
  role: z.string().max(300),
  deviceName: z.string().max(300),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  textSize: z.enum(['small', 'normal', 'large', 'largest']),
  language: z.string().max(35),
  documentLanguage: z.string().max(35),
  paneWidths: z.record(z.string().max(40), z.array(z.number().min(0).max(4_000)).max(2)),
  savedFilters: z.array(savedFilter).max(200),
  tour: z.enum(['open', 'done']),
});
export type PersonalSettings = z.output<typeof personalSettings>;

export const workspaceInfo = z.object({
  path: z.string(),
  name: z.string(),
  version: z.string(),
  device: z.string(),
  allowsPaths: z.boolean().describe('Whether calls may name files of this machine by path.'),
  notices: z.array(z.string()).describe('What the user should know about this workspace, one sentence each.'),
  maximumFileSize: z.int(),
});
export type WorkspaceInfo = z.output<typeof workspaceInfo>;

export const workspaceContract = {
  'workspace.info': method(
    'Where the workspace is and what is to be known about it.',
    z.strictObject({}),
    workspaceInfo,
  ),
  'settings.read': method(
    'Personal settings of this machine, kept outside the workspace.',
    z.strictObject({}),
    personalSettings,
  ),
  'settings.write': method('Changes personal settings.', personalSettings.partial(), personalSettings),
  'sample.create': method(
    'Makes the invented sample organisation and its audit through the same calls as the page uses.',
    z.strictObject({ job: z.string().max(100).optional() }),
    z.object({ id: z.string(), ref: z.string() }),
  ),
} as const;
