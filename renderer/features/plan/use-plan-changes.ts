// Adding and removing slots and meetings, each a step that can be undone. A new row gets the focus once it is there.
import { useCallback, useLayoutEffect, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { MeetingRecord, PlanSlotRecord } from '../../../shared/contract/records.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { nextPlace } from './plan-view.ts';
import { texts } from './texts.ts';

export interface PlanChanges {
  addSlot: (beside: PlanSlotRecord | undefined) => void;
  /** Answers with the id of the new meeting. */
  addMeeting: () => string;
  removeSlot: (slot: PlanSlotRecord) => void;
  removeMeeting: (meeting: MeetingRecord) => void;
}

/** The changes of the plan as a whole. `rowId` is the id of a record's row on the page. */
export function usePlanChanges(rowId: (record: string) => string): PlanChanges {
  const session = useAuditSession();
  const { say } = useAppActions();
  const added = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    const row = added.current === undefined ? null : document.getElementById(rowId(added.current));
    if (!row) return;
    added.current = undefined;
    row.scrollIntoView({ block: 'nearest' });
    row.querySelector<HTMLElement>('[data-field="title"]')?.focus();
  });

  const report = useCallback(
    async (work: Promise<unknown>, done?: string) => {
      try {
        await work;
        if (done !== undefined) say(done, { undo: true });
      } catch (error) {
        say(error instanceof Error ? error.message : String(error), { isAlarm: true });
      }
    },
    [say],
  );

  const addSlot = useCallback(
    (beside: PlanSlotRecord | undefined) => {
      const { planSlots, audit } = session.store.getState().open;
      const id = uuidv7();
      added.current = id;
      const fields = nextPlace(planSlots, beside, audit.startsOn);
      void report(session.run('planSlots.create', { id, fields }, texts.labels.added.slot));
    },
    [session, report],
  );
  const addMeeting = useCallback(() => {
    const { meetings, audit } = session.store.getState().open;
    const id = uuidv7();
    added.current = id;
    const { position } = nextPlace(meetings, undefined, audit.startsOn);
    const kind = meetings.some((meeting) => meeting.kind === 'opening') ? 'daily' : 'opening';
    const on = kind === 'opening' ? audit.startsOn : null;
    void report(session.run('meetings.create', { id, fields: { kind, on, position } }, texts.labels.added.meeting));
    return id;
  }, [session, report]);
  const removeSlot = useCallback(
    ({ id }: PlanSlotRecord) =>
      void report(session.run('planSlots.remove', { planSlot: id }, texts.labels.removed.slot), texts.slotRemoved),
    [session, report],
  );
  const removeMeeting = useCallback(
    ({ id }: MeetingRecord) =>
      void report(session.run('meetings.remove', { meeting: id }, texts.labels.removed.meeting), texts.meetingRemoved),
    [session, report],
  );
  return { addSlot, addMeeting, removeSlot, removeMeeting };
}
