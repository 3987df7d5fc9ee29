// Where somebody was: the last room and record of each audit, what was gone to lately, and where help was asked for.
import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { type Address, formatAddress, hrefToRoom, type RoomId, roomIds } from './addresses.ts';
import { recall, remember } from './browser-memory.ts';
import { type CommandName, commandNames } from './commands.ts';

const mostAudits = 60;
const mostRecent = 12;
const mostCommands = 6;

const auditPlace = z.object({
  id: z.string(),
  ref: z.string(),
  room: z.enum(roomIds),
  record: z.string().optional(),
});
const recentPlace = z.object({
  /** The fragment of the address. */
  address: z.string(),
  label: z.string(),
  hint: z.string().optional(),
});
const keptPlaces = z.object({
  /** The audit that was open last comes first. */
  audits: z.array(auditPlace).default([]),
  recent: z.array(recentPlace).default([]),
  commands: z.array(z.enum(commandNames)).default([]).catch([]),
  /** The last address that was not a page of help. */
  beforeHelp: z.string().default(''),
});
export type RecentPlace = z.output<typeof recentPlace>;
export type KeptPlaces = z.output<typeof keptPlaces>;

const nowhere: KeptPlaces = { audits: [], recent: [], commands: [], beforeHelp: '' };

/** Where somebody was in this workspace. */
export const placesStore = createStore<KeptPlaces>(() => nowhere);

/** The name under which the views of an audit's rooms are kept. */
export const viewsOf = (audit: string) => `views.${audit}`;

/** Reads what an earlier visit kept. */
export function recallPlaces(): void {
  const kept = keptPlaces.safeParse(recall('places'));
  placesStore.setState(kept.success ? kept.data : nowhere, true);
}

function change(patch: Partial<KeptPlaces>): void {
  placesStore.setState(patch);
  remember('places', placesStore.getState());
}

/** Notes that the page is at an address. `audit` is the one that is open there. */
export function notePlace(address: Address, audit: { id: string; ref: string } | undefined): void {
  if (address.place === 'help') return;
  const { audits } = placesStore.getState();
  const beforeHelp = formatAddress(address);
  if (address.place !== 'audit' || !audit) {
    change({ beforeHelp });
    return;
  }
  const { room, record } = address;
  const next = [
    { ...audit, room, ...(record === undefined ? {} : { record }) },
    ...audits.filter(({ id }) => id !== audit.id),
  ];
  for (const { id } of next.splice(mostAudits)) remember(viewsOf(id), undefined);
  change({ audits: next, beforeHelp });
}

/** The last place in an audit; its checklist where it was never open here. */
export function placeIn(ref: string): { room: RoomId; record: string | undefined } {
  const { room = 'checklist', record } = placesStore.getState().audits.find((one) => one.ref === ref) ?? {};
  return { room, record };
}

/** The link to an audit: where one was in it. */
export function hrefToAudit(ref: string): string {
  const { room, record } = placeIn(ref);
  return hrefToRoom(ref, room, record);
}

/** Notes a place that was gone to, so that it is offered first the next time. */
export function noteRecent(place: RecentPlace): void {
  const { recent } = placesStore.getState();
  change({ recent: [place, ...recent.filter(({ address }) => address !== place.address)].slice(0, mostRecent) });
}

/** Notes a command that was chosen by its name. */
export function noteCommand(name: CommandName): void {
  const { commands } = placesStore.getState();
  change({ commands: [name, ...commands.filter((other) => other !== name)].slice(0, mostCommands) });
}
