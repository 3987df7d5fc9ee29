// The plan of the audit: slots by day and the meetings with the auditee, all changed where they stand.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { excludedControls } from '../../../shared/domain/summary.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { MeetingRow } from './meeting-row.tsx';
import { NotCovered } from './not-covered.tsx';
import { PlanTable } from './plan-table.tsx';
import { inOrder, notCovered, planDays } from './plan-view.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';
import { usePlanChanges } from './use-plan-changes.ts';

interface View {
  chosen: string | undefined;
  /** Meetings whose details are shown. */
  opened: readonly string[];
}

const rowId = (record: string) => `plan-row-${record}`;

/** The plan room. `record` is the id of a slot or a meeting. */
export default function PlanRoom({ record }: { record: string | undefined }) {
  const session = useAuditSession();
  const catalogue = useAudit((state) => state.catalogue);
  const audit = useAudit((state) => state.open.audit);
  const slots = useAudit((state) => state.open.planSlots);
  const allMeetings = useAudit((state) => state.open.meetings);
  const soa = useAudit((state) => state.open.soa);
  const members = useAudit((state) => state.open.team);
  const [view, changeView] = useRoomView<View>('plan', { chosen: undefined, opened: [] });
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, startsOn, leftOut } = audit;
  useKeptScroll(`${ref} plan`, scroller);

  const meetings = useMemo(() => inOrder(allMeetings), [allMeetings]);
  const days = useMemo(() => planDays(slots, meetings, startsOn), [slots, meetings, startsOn]);
  const team = useMemo(() => members.map(({ name }) => name), [members]);
  const missing = useMemo(
    () => notCovered(catalogue.requirements, slots, new Set([...leftOut, ...excludedControls(soa)])),
    [catalogue, slots, leftOut, soa],
  );
  const changes = usePlanChanges(rowId);
  const chosen = record ?? view.chosen;
  const { opened } = view;

  useEffect(() => {
    if (record === undefined) return;
    changeView({ chosen: record });
    document.getElementById(rowId(record))?.scrollIntoView({ block: 'nearest' });
  }, [record, changeView]);
  useEffect(() => () => session.leaveField(), [session]);

  const choose = useCallback((one: string) => goToRoom(ref, 'plan', one, { replace: true }), [ref]);
  const open = useCallback(
    (meeting: string, isOpen: boolean) =>
      changeView({ opened: [...opened.filter((one) => one !== meeting), ...(isOpen ? [meeting] : [])] }),
    [changeView, opened],
  );
  const addMeeting = () => open(changes.addMeeting(), true);
  const chosenSlot = slots.find(({ id }) => id === chosen);
  const chosenMeeting = meetings.find(({ id }) => id === chosen);
  const move = (by: 1 | -1) => {
    const order = [...days.flatMap((day) => day.slots), ...meetings].map(({ id }) => id);
    const place = order.indexOf(chosen ?? '');
    const next = order[place < 0 ? 0 : Math.min(order.length - 1, Math.max(0, place + by))];
    if (next === undefined) return;
    choose(next);
    document.getElementById(rowId(next))?.focus();
  };
  const chosenRow = () => document.getElementById(rowId(chosen ?? ''));

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.new': () => (chosenMeeting ? addMeeting() : changes.addSlot(chosenSlot)),
    'list.open': () => {
      if (chosenMeeting) open(chosenMeeting.id, true);
      chosenRow()?.querySelector<HTMLElement>('[data-field="title"]')?.focus();
    },
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      chosenRow()?.focus();
    },
  });

  const addSlotButton = (
    <Button
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      rightSection={<KeyCap keys="n" />}
      onClick={() => changes.addSlot(chosenSlot)}
    >
      {texts.addSlot}
    </Button>
  );
  return (
    <div ref={scroller} className={styles.room}>
      <header className={styles.head}>
        <h1>{texts.room}</h1>
        <p className={styles.counts}>
          {texts.counts(
            slots.length,
            days.reduce((sum, { minutes }) => sum + minutes, 0),
            meetings.length,
          )}
        </p>
      </header>

      <section aria-labelledby="plan-slots">
        <div className={styles.part}>
          <h2 id="plan-slots">{texts.slots}</h2>
          {slots.length === 0 ? null : addSlotButton}
        </div>
        {slots.length === 0 ? (
          <div className={styles.first}>
            <h3>{texts.emptyTitle}</h3>
            <p>{texts.emptyWords}</p>
            {addSlotButton}
          </div>
        ) : (
          <>
            <NotCovered ids={missing} />
            <PlanTable
              days={days}
              catalogue={catalogue}
              team={team}
              chosen={chosen}
              rowId={rowId}
              onChoose={choose}
              onRemove={changes.removeSlot}
            />
          </>
        )}
      </section>

      <section aria-labelledby="plan-meetings">
        <div className={styles.part}>
          <h2 id="plan-meetings">{texts.meetings}</h2>
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={addMeeting}>
            {texts.addMeeting}
          </Button>
        </div>
        {meetings.length === 0 ? <p className={styles.first}>{texts.noMeetings}</p> : null}
        <ul className={styles.meetings}>
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <MeetingRow
                meeting={meeting}
                id={rowId(meeting.id)}
                isChosen={meeting.id === chosen}
                isOpen={opened.includes(meeting.id)}
                onChoose={choose}
                onOpen={open}
                onRemove={changes.removeMeeting}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
