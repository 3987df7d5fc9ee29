// The rooms of an audit, in the order of the rail. A room is a folder of features/ with a room.tsx.
import { IconAlertTriangle, IconChecklist, IconFileText, IconListCheck, IconPaperclip } from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { RoomId } from '../api/addresses.ts';
import type { IntakeProps } from '../api/app-actions.tsx';
import type { CommandName } from '../api/commands.ts';
import type { Counts } from '../../shared/domain/summary.ts';

/** What every room gets: the part of the address after the room, a record's id or number. */
export interface RoomProps {
  record: string | undefined;
}

interface RoomModule {
  default: ComponentType<RoomProps>;
}

export interface Room {
  id: RoomId;
  label: string;
  Icon: typeof IconChecklist;
  command: CommandName;
  Component: LazyExoticComponent<ComponentType<RoomProps>>;
  /** The count in the rail. */
  count?: (counts: Counts) => string;
}

const modules = import.meta.glob<RoomModule>('../features/*/room.tsx');
const intakes = import.meta.glob<{ default: ComponentType<IntakeProps> }>('../features/evidence/intake.tsx');

const wanted: (Omit<Room, 'Component'> & { folder: string })[] = [
  {
    id: 'applicability',
    label: 'Applicability',
    Icon: IconListCheck,
    command: 'go.applicability',
    folder: 'soa',
    count: ({ controls }) => String(controls.applicable + controls.excluded),
  },
  {
    id: 'checklist',
    label: 'Checklist',
    Icon: IconChecklist,
    command: 'go.checklist',
    folder: 'checklist',
    count: ({ questions }) => `${questions.answered}/${questions.total}`,
  },
  {
    id: 'evidence',
    label: 'Evidence',
    Icon: IconPaperclip,
    command: 'go.evidence',
    folder: 'evidence',
    count: ({ evidence }) => String(evidence),
  },
  {
    id: 'findings',
    label: 'Findings',
    Icon: IconAlertTriangle,
    command: 'go.findings',
    folder: 'findings',
    count: ({ findings }) => String(findings.total),
  },
  { id: 'report', label: 'Report', Icon: IconFileText, command: 'go.report', folder: 'report' },
];

export const rooms: readonly Room[] = wanted.flatMap(({ folder, ...room }) => {
  const load = modules[`../features/${folder}/room.tsx`];
  return load ? [{ ...room, Component: lazy(load) }] : [];
});

const loadIntake = intakes['../features/evidence/intake.tsx'];
/** The layer in which evidence is added. */
export const Intake = loadIntake ? lazy(loadIntake) : undefined;
