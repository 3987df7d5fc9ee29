// What the keys of the plan do: they work on the slot or meeting that is chosen.
import type { MeetingRecord, PlanSlotRecord } from '../../../shared/contract/records.ts';
import { useCommands } from '../../api/commands.ts';
import type { PlanChanges } from './use-plan-changes.ts';

const stepMinutes = 15;

interface Parts {
  /** All slots and meetings in the order in which they stand. */
  order: readonly string[];
  chosen: string | undefined;
  slot: PlanSlotRecord | undefined;
  meeting: MeetingRecord | undefined;
  changes: PlanChanges;
  /** The first requirement that no slot names. */
  uncovered: string | undefined;
  rowId: (record: string) => string;
  choose: (record: string) => void;
  /** Leads to the fields of the chosen record. */
  openFields: (record: string, field: string) => void;
  addMeeting: () => void;
  toggleView: () => void;
}

/** Registers the keys of the plan. */
export function usePlanKeys(parts: Parts): void {
  const { order, chosen, slot, meeting, changes, uncovered, rowId, choose, openFields, addMeeting, toggleView } = parts;
  const rowOf = (record: string | undefined) => document.getElementById(rowId(record ?? ''));
  const go = (record: string | undefined) => {
    if (record === undefined) return;
    choose(record);
    rowOf(record)?.focus();
  };
  const move = (by: 1 | -1) => {
    const place = order.indexOf(chosen ?? '');
    go(order[place < 0 ? 0 : Math.min(order.length - 1, Math.max(0, place + by))]);
  };
  const shift = (minutes: number) => {
    if (slot) changes.shift('planSlot', slot, minutes);
    else if (meeting) changes.shift('meeting', meeting, minutes);
  };
  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.new': () => (meeting ? addMeeting() : changes.addSlot(slot)),
    'list.open': () => {
      if (chosen !== undefined) openFields(chosen, 'title');
    },
    'plan.actual': () => {
      if (chosen !== undefined) openFields(chosen, 'actualMinutes');
    },
    'plan.as-planned': () => {
      if (slot) changes.asPlanned('planSlot', slot);
      else if (meeting) changes.asPlanned('meeting', meeting);
    },
    'plan.earlier': () => shift(-stepMinutes),
    'plan.later': () => shift(stepMinutes),
    'plan.duplicate': () => {
      if (slot) changes.duplicateSlot(slot);
    },
    'plan.remove': () => {
      const place = order.indexOf(chosen ?? '');
      const next = order[place + 1] ?? order[place - 1];
      if (slot) changes.removeSlot(slot);
      else if (meeting) changes.removeMeeting(meeting);
      if (slot || meeting) go(next);
    },
    'plan.cover': () => {
      if (uncovered !== undefined) changes.cover(uncovered, slot);
    },
    'plan.timetable': toggleView,
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      rowOf(chosen)?.focus();
    },
  });
}
