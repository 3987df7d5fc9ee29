// Every room in an audit with nothing in it and in one with far too much, and the layers of the frame.
import { roomIds } from '../../renderer/api/addresses.ts';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { openFacts, type RoomPicture, showTimetable } from './rooms.ts';

const inRoom =
  (room: string, record?: (audit: OpenAudit) => string | undefined) =>
  (audit: OpenAudit): string => {
    const chosen = record?.(audit);
    return `/a/${audit.audit.ref}/${room}${chosen === undefined ? '' : `/${chosen}`}`;
  };

/** The records that are looked at in an overfull room. */
const chosen: Record<string, (audit: OpenAudit) => string | undefined> = {
  // The proposed slots come first; the long ones after them.
  plan: ({ planSlots }) => planSlots.find(({ place }) => place.length > 40)?.id,
  checklist: ({ checklist }) => checklist[1]?.id,
  systems: ({ aiSystems }) => aiSystems[5]?.id,
  notes: ({ notes }) => notes.at(-1)?.id,
  evidence: ({ evidence }) => evidence[0]?.number,
  findings: ({ findings }) => findings[1]?.number,
};

const emptyRooms = roomIds.map(
  (room): RoomPicture => ({ name: `${room}, empty`, audit: 'empty', address: inRoom(room) }),
);
const overfullRooms = roomIds.map(
  (room): RoomPicture => ({ name: `${room}, overfull`, audit: 'overfull', address: inRoom(room, chosen[room]) }),
);

/** Pictures of states, beside the rooms of the sample. */
export const statePictures: readonly RoomPicture[] = [
  ...emptyRooms,
  ...overfullRooms,
  { name: 'plan, the timetable, overfull', audit: 'overfull', address: inRoom('plan'), ...showTimetable },
  {
    name: 'checklist, a long note',
    audit: 'overfull',
    address: inRoom('checklist', ({ checklist }) => checklist[0]?.id),
  },
  {
    name: 'findings, a long one',
    audit: 'overfull',
    address: inRoom('findings', ({ findings }) => findings[0]?.number),
  },
  { name: 'audit and team, empty', audit: 'empty', address: inRoom('plan'), prepare: openFacts },
  { name: 'audit and team, overfull', audit: 'overfull', address: inRoom('plan'), prepare: openFacts },
  { name: 'help', address: () => '/help/checklist' },
  { name: 'help, how to begin', address: () => '/help/start' },
  {
    name: 'tour',
    address: inRoom('checklist'),
    async prepare(page) {
      for (const key of ['g', 't']) await page.keyboard.press(key);
      await page.getByRole('dialog', { name: 'Tour' }).waitFor();
    },
    async leave(page) {
      const tour = page.getByRole('dialog', { name: 'Tour' });
      await tour.getByRole('button', { name: 'Skip the tour' }).click();
      await tour.waitFor({ state: 'detached' });
      await page.waitForLoadState('networkidle');
    },
  },
];
