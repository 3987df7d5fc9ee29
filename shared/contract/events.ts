import { z } from 'zod';
import { changeRecord } from '../domain/changes.ts';
import { personalSettings } from './workspace.ts';

/** What the engine tells pages without being asked. */
export const engineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changes'), changes: z.array(changeRecord) }),
  z.object({ type: z.literal('progress'), job: z.string(), done: z.number(), total: z.number(), label: z.string() }),
  z.object({ type: z.literal('settings'), settings: personalSettings }),
  z.object({ type: z.literal('engine'), state: z.enum(['ready', 'restarting', 'stopped']), message: z.string() }),
]);
export type EngineEvent = z.output<typeof engineEvent>;
