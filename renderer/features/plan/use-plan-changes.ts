// Changes of the plan as a whole, each a step that can be undone. A new row gets the focus once it is there.
import { useLayoutEffect, useMemo, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { MeetingRecord, PlanSlotRecord } from '../../../shared/contract/records.ts';
import { shiftStart } from '../../../shared/domain/plan-times.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useTemplate } from '../../api/audit-template.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { endOf, nextPlace } from './plan-view.ts';
import { texts } from './texts.ts';

export interface PlanChanges {
  addSlot: (beside: PlanSlotRecord | undefined) => void;
  /** Adds a copy behind a slot, still to be held. */
  duplicateSlot: (slot: PlanSlotRecord) => void;
  /** Adds the next kind of meeting with the agenda that the template proposes. Answers with its id. */
  addMeeting: () => string;
  removeSlot: (slot: PlanSlotRecord) => void;
  removeMeeting: (meeting: MeetingRecord) => void;
  /** Lets a slot or meeting begin that many minutes later, or earlier. */
  shift: (noun: 'planSlot' | 'meeting', record: PlanSlotRecord | MeetingRecord, minutes: number) => void;
  /** Says that a slot or meeting took as long as planned. */
  asPlanned: (noun: 'planSlot' | 'meeting', record: PlanSlotRecord | MeetingRecord) => void;
  /** Puts a requirement into a slot, or into a new one. */
  cover: (requirement: string, slot: PlanSlotRecord | undefined) => void;
}

/** The changes of the plan. `rowId` is the id of a record's row on the page. */
export function usePlanChanges(rowId: (record: string) => string): PlanChanges {
  const session = useAuditSession();
  const template = useTemplate();
  const { say } = useAppActions();
  const added = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    const row = added.current === undefined ? null : document.getElementById(rowId(added.current));
    if (!row) return;
    added.current = undefined;
    row.scrollIntoView({ block: 'nearest' });
    (row.querySelector<HTMLElement>('[data-field="title"]') ?? row).focus();
  });

  return useMemo(() => {
    const report = async (work: Promise<unknown>, done?: string) => {
      try {
        await work;
        if (done !== undefined) say(done, { undo: true });
      } catch (error) {
        say(error instanceof Error ? error.message : String(error), { isAlarm: true });
      }
    };
    const open = () => session.store.getState().open;
    const createSlot = (fields: Partial<PlanSlotRecord>, label: string, isFocused: boolean, done?: string) => {
      const id = uuidv7();
      if (isFocused) added.current = id;
      void report(session.run('planSlots.create', { id, fields }, label), done);
    };
    const edit = (
      noun: 'planSlot' | 'meeting',
      { id }: { id: string },
      fields: Partial<Pick<PlanSlotRecord, 'startsAt' | 'actualMinutes'>>,
      what: string,
    ) =>
      session.edit(noun, id, fields, {
        label: `${what} of ${noun === 'planSlot' ? texts.labels.slot : texts.labels.meeting}`,
      });
    return {
      addSlot(beside) {
        const { planSlots, audit } = open();
        createSlot(nextPlace(planSlots, beside, audit.startsOn), texts.labels.added.slot, true);
      },
      duplicateSlot(slot) {
        const { id: _id, actualMinutes: _actual, ...fields } = slot;
        const { position } = nextPlace(open().planSlots, slot, null);
        const startsAt = endOf(slot) || slot.startsAt;
        createSlot({ ...fields, startsAt, position }, texts.labels.duplicated, true);
      },
      addMeeting() {
        const { meetings, audit } = open();
        const id = uuidv7();
        added.current = id;
        const { position } = nextPlace(meetings, undefined, audit.startsOn);
        const kind: MeetingRecord['kind'] = meetings.some((meeting) => meeting.kind === 'opening')
          ? 'daily'
          : 'opening';
        const on = kind === 'opening' ? audit.startsOn : null;
        const proposed = template.meetings.find((meeting) => meeting.kind === kind);
        const { title = '', minutes = null, agenda = [] } = proposed ?? {};
        const fields = { kind, title, minutes, agenda: [...agenda], on, position };
        void report(session.run('meetings.create', { id, fields }, texts.labels.added.meeting));
        return id;
      },
      removeSlot: ({ id }) =>
        void report(session.run('planSlots.remove', { planSlot: id }, texts.labels.removed.slot), texts.slotRemoved),
      removeMeeting: ({ id }) =>
        void report(
          session.run('meetings.remove', { meeting: id }, texts.labels.removed.meeting),
          texts.meetingRemoved,
        ),
      shift(noun, record, minutes) {
        const startsAt = shiftStart(record.startsAt, minutes);
        if (startsAt === undefined) say(record.startsAt === '' ? texts.noStart : texts.dayEnds);
        else edit(noun, record, { startsAt }, texts.fields.startsAt.toLowerCase());
      },
      asPlanned(noun, record) {
        if (record.minutes === null) say(texts.noPlannedMinutes);
        else edit(noun, record, { actualMinutes: record.minutes }, texts.fields.actualMinutes.toLowerCase());
      },
      cover(requirement, slot) {
        const { requirements } = session.store.getState().catalogue;
        if (slot) {
          const ids = new Set([...slot.requirements, requirement]);
          const known = requirements.filter(({ id }) => ids.has(id)).map(({ id }) => id);
          const rest = slot.requirements.filter((id) => !known.includes(id));
          session.edit(
            'planSlot',
            slot.id,
            { requirements: [...known, ...rest] },
            { label: `${texts.fields.requirements.toLowerCase()} of ${texts.labels.slot}` },
          );
          say(texts.wasPut(requirement, slot.title || texts.untitledSlot), { undo: true });
          return;
        }
        const { planSlots, audit } = open();
        const title = requirements.find(({ id }) => id === requirement)?.title ?? '';
        const place = nextPlace(planSlots, undefined, audit.startsOn);
        const fields = { ...place, title, requirements: [requirement] };
        createSlot(fields, texts.labels.added.slot, false, texts.wasPut(requirement, title));
      },
    };
  }, [session, template, say]);
}
