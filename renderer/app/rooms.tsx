// The rooms of an audit, in the order of the rail. Each is loaded when it is first entered.
import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconCpu,
  IconHistory,
  IconNotes,
  IconChecklist,
  IconFileText,
  IconLayoutGrid,
  IconListCheck,
  IconPaperclip,
} from '@tabler/icons-react';
import { lazy } from 'react';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Counts } from '../../shared/domain/summary.ts';
import { parseAddress, type RoomId } from '../api/addresses.ts';
import type { CommandName } from '../api/commands.ts';
import { type OnDemand, onDemand } from '../ui/on-demand.tsx';

/** What every room gets: the part of the address after the room, a record's id or number. */
export interface RoomProps {
  record: string | undefined;
}

export interface Room {
  id: RoomId;
  label: string;
  Icon: typeof IconChecklist;
  command: CommandName;
  Component: OnDemand<RoomProps>;
  /** The count in the rail. */
  count?: (counts: Counts, open: OpenAudit) => string;
}

export const rooms: readonly Room[] = [
  {
    id: 'overview',
    label: 'Overview',
    Icon: IconLayoutGrid,
    command: 'go.overview',
    Component: onDemand(() => import('../features/overview/room.tsx')),
  },
  {
    id: 'plan',
    label: 'Plan',
    Icon: IconCalendarEvent,
    command: 'go.plan',
    Component: onDemand(() => import('../features/plan/room.tsx')),
  },
  {
    id: 'systems',
    label: 'AI systems',
    Icon: IconCpu,
    command: 'go.systems',
    Component: onDemand(() => import('../features/ai-systems/room.tsx')),
    count: (_counts, { aiSystems }) => String(aiSystems.length),
  },
  {
    id: 'applicability',
    label: 'Applicability',
    Icon: IconListCheck,
    command: 'go.applicability',
    Component: onDemand(() => import('../features/soa/room.tsx')),
    count: ({ controls }) => String(controls.applicable + controls.excluded),
  },
  {
    id: 'checklist',
    label: 'Checklist',
    Icon: IconChecklist,
    command: 'go.checklist',
    Component: onDemand(() => import('../features/checklist/room.tsx')),
    count: ({ questions }) => `${questions.answered}/${questions.total}`,
  },
  {
    id: 'notes',
    label: 'Notes',
    Icon: IconNotes,
    command: 'go.notes',
    Component: onDemand(() => import('../features/notes/room.tsx')),
    count: ({ notes }) => String(notes),
  },
  {
    id: 'evidence',
    label: 'Evidence',
    Icon: IconPaperclip,
    command: 'go.evidence',
    Component: onDemand(() => import('../features/evidence/room.tsx')),
    count: ({ evidence }) => String(evidence),
  },
  {
    id: 'findings',
    label: 'Findings',
    Icon: IconAlertTriangle,
    command: 'go.findings',
    Component: onDemand(() => import('../features/findings/room.tsx')),
    count: ({ findings }) => String(findings.total),
  },
  {
    id: 'report',
    label: 'Report',
    Icon: IconFileText,
    command: 'go.report',
    Component: onDemand(() => import('../features/report/room.tsx')),
  },
  {
    id: 'activity',
    label: 'Activity',
    Icon: IconHistory,
    command: 'go.activity',
    Component: onDemand(() => import('../features/activity/room.tsx')),
  },
];

/** The layer in which evidence is added. */
export const Intake = lazy(() => import('../features/evidence/intake.tsx'));

/** What stands above all audits and has rooms of its own. */
export const roomsAbove = {
  catalogues: lazy(() => import('../features/catalogues/room.tsx')),
  settings: lazy(() => import('../features/settings/room.tsx')),
  help: lazy(() => import('../features/help/room.tsx')),
} as const;

/**
 * Loads the room that the page is opened at while its audit is still being read: a room that is waited for on the screen
 * is waited for at least 300 ms.
 */
export function loadRoomAhead(): void {
  const address = parseAddress(location.hash.slice(1));
  const room = address.place === 'audit' ? rooms.find(({ id }) => id === address.room) : undefined;
  // Where it fails, the room says so when it is drawn.
  void room?.Component.load().catch(() => undefined);
}

/**
 * Loads the rooms of an audit one after the other while nobody waits for anything, so that going to one is not waiting
 * for it. Answers with the end of it.
 */
export function loadRoomsWhenIdle(): () => void {
  const left = rooms.map(({ Component }) => Component);
  const next = () => {
    void left
      .shift()
      ?.load()
      .catch(() => undefined)
      .then(later);
  };
  // Safari has no idle time to offer.
  const canWait = typeof requestIdleCallback === 'function';
  let waiting = 0;
  const later = () => {
    if (left.length > 0) waiting = canWait ? requestIdleCallback(next) : window.setTimeout(next, 200);
  };
  later();
  return () => {
    left.length = 0;
    if (canWait) cancelIdleCallback(waiting);
    else clearTimeout(waiting);
  };
}
