import { z } from 'zod';
import { method } from './method.ts';

export const personalSettings = z.strictObject({
  name: z.string().max(300),
  role: z.string().max(300),
  deviceName: z.string().max(300),
  theme: z.enum(['system', 'light', 'dark']),
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
