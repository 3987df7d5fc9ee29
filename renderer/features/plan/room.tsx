// The plan of the audit: slots by day as a table or a timetable, what does not fit, minutes, and the meetings with the auditee.
import { Button } from '@mantine/core';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { findPlanConflicts } from '../../../shared/domain/plan-conflicts.ts';
import { sumMinutes } from '../../../shared/domain/plan-times.ts';
import { namesOfPlan } from '../../../shared/domain/plan-words.ts';
import { excludedControls } from '../../../shared/domain/summary.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { formatDay } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import { Conflicts } from './conflicts.tsx';
import { Meetings } from './meetings.tsx';
import { MinutesTable } from './minutes-table.tsx';
import { NotCovered } from './not-covered.tsx';
import { planChoices } from './plan-choices.ts';
import { PlanTable } from './plan-table.tsx';
import { conflictsByRecord, gapsOfPlan, inOrder, minutesByAuditor, notCovered, planDays } from './plan-view.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';
import { Timetable } from './timetable.tsx';
import { usePlanChanges } from './use-plan-changes.ts';
import { usePlanKeys } from './use-plan-keys.ts';

interface View {
  chosen: string | undefined;
  /** Meetings whose details are shown. */
  opened: readonly string[];
  isTimetable: boolean;
}

const rowId = (record: string) => `plan-row-${record}`;

/** What the plan says, in the forms in which the room shows it. */
function usePlan() {
  const catalogue = useAudit((state) => state.catalogue);
  const audit = useAudit((state) => state.open.audit);
  const slots = useAudit((state) => state.open.planSlots);
  const allMeetings = useAudit((state) => state.open.meetings);
  const soa = useAudit((state) => state.open.soa);
  const team = useAudit((state) => state.open.team);
  const checklist = useAudit((state) => state.open.checklist);
  const aiSystems = useAudit((state) => state.open.aiSystems);
  const evidence = useAudit((state) => state.open.evidence);
  const { startsOn, leftOut } = audit;

  const meetings = useMemo(() => inOrder(allMeetings), [allMeetings]);
  const days = useMemo(() => planDays(slots, meetings, startsOn), [slots, meetings, startsOn]);
  const choices = useMemo(
    () =>
      planChoices({ audit, team, planSlots: slots, meetings, checklist, aiSystems, evidence }, texts.labels.wholeTeam),
    [audit, team, slots, meetings, checklist, aiSystems, evidence],
  );
  const missing = useMemo(
    () => notCovered(catalogue.requirements, slots, new Set([...leftOut, ...excludedControls(soa)])),
    [catalogue, slots, leftOut, soa],
  );
  const names = useMemo(() => namesOfPlan({ planSlots: slots, meetings }), [slots, meetings]);
  const conflicts = useMemo(
    () => findPlanConflicts({ audit, planSlots: slots, meetings, team }),
    [audit, slots, meetings, team],
  );
  const said = useMemo(() => conflictsByRecord(conflicts, names, formatDay), [conflicts, names]);
  const gaps = useMemo(() => gapsOfPlan(slots), [slots]);
  const minutes = useMemo(() => minutesByAuditor(slots, meetings, team), [slots, meetings, team]);
  const listed = useMemo(() => conflicts.filter(({ kind }) => kind !== 'incomplete'), [conflicts]);
  return { catalogue, audit, team, slots, meetings, days, choices, missing, names, listed, said, gaps, minutes };
}

/** The plan room. `record` is the id of a slot or a meeting. */
export default function PlanRoom({ record }: { record: string | undefined }) {
  const session = useAuditSession();
  const plan = usePlan();
  const { slots, meetings, days, missing, said } = plan;
  const [view, changeView] = useRoomView<View>('plan', { chosen: undefined, opened: [], isTimetable: false });
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ record: string; field: string } | undefined>(undefined);
  const { ref } = plan.audit;
  useKeptScroll(`${ref} plan`, scroller);

  const changes = usePlanChanges(rowId);
  const chosen = record ?? view.chosen;
  const { opened, isTimetable } = view;
  const slot = slots.find(({ id }) => id === chosen);
  const meeting = meetings.find(({ id }) => id === chosen);

  useEffect(() => {
    if (record === undefined) return;
    changeView({ chosen: record });
    document.getElementById(rowId(record))?.scrollIntoView({ block: 'nearest' });
  }, [record, changeView]);
  useEffect(() => () => session.leaveField(), [session]);
  // A field that is asked for may stand in the other view: it gets the focus once it is drawn.
  useEffect(() => {
    const { record: row = '', field = '' } = wanted.current ?? {};
    wanted.current = undefined;
    document.getElementById(rowId(row))?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  });

  const choose = useCallback((one: string) => goToRoom(ref, 'plan', one, { replace: true }), [ref]);
  const open = useCallback(
    (one: string, isOpen: boolean) =>
      changeView({ opened: [...opened.filter((other) => other !== one), ...(isOpen ? [one] : [])] }),
    [changeView, opened],
  );
  const addMeeting = () => {
    const id = changes.addMeeting();
    changeView({ isTimetable: false, opened: [...opened, id] });
  };
  const openFields = (one: string, field: string) => {
    wanted.current = { record: one, field };
    const isMeeting = meetings.some(({ id }) => id === one);
    changeView({
      isTimetable: false,
      opened: isMeeting && field === 'title' ? [...opened.filter((other) => other !== one), one] : [...opened],
    });
  };
  usePlanKeys({
    order: [...days.flatMap((day) => day.slots), ...meetings].map(({ id }) => id),
    chosen,
    slot,
    meeting,
    changes,
    uncovered: missing[0],
    rowId,
    choose,
    openFields,
    addMeeting,
    toggleView: () => changeView({ isTimetable: !isTimetable }),
  });

  const addSlotButton = (
    <Button
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      rightSection={<KeyCap keys="n" />}
      onClick={() => changes.addSlot(slot)}
    >
      {texts.addSlot}
    </Button>
  );
  const table = (
    <PlanTable
      days={days}
      catalogue={plan.catalogue}
      choices={plan.choices}
      conflicts={said}
      chosen={chosen}
      rowId={rowId}
      onChoose={choose}
      onRemove={changes.removeSlot}
      onDuplicate={changes.duplicateSlot}
    />
  );
  return (
    <div ref={scroller} className={styles.room}>
      <header className={styles.head}>
        <h1>{texts.room}</h1>
        <p className={styles.counts}>{texts.counts(slots.length, sumMinutes(slots), meetings.length)}</p>
      </header>

      <section aria-labelledby="plan-slots">
        <div className={styles.part}>
          <h2 id="plan-slots">{texts.slots}</h2>
          {slots.length === 0 ? null : (
            <div className={styles.tools}>
              <Button
                variant={isTimetable ? 'light' : 'default'}
                aria-pressed={isTimetable}
                leftSection={<IconCalendarTime size={14} aria-hidden />}
                rightSection={<KeyCap keys="t" />}
                onClick={() => changeView({ isTimetable: !isTimetable })}
              >
                {texts.view}
              </Button>
              {addSlotButton}
            </div>
          )}
        </div>
        {slots.length === 0 ? (
          <div className={styles.first}>
            <h3>{texts.emptyTitle}</h3>
            <p>{texts.emptyWords}</p>
            {addSlotButton}
          </div>
        ) : (
          <>
            <NotCovered
              ids={missing}
              slot={slot && (slot.title || texts.untitledSlot)}
              onPut={(id) => changes.cover(id, slot)}
            />
            <Conflicts conflicts={plan.listed} names={plan.names} gaps={plan.gaps} />
            {isTimetable ? (
              <Timetable
                days={days}
                slots={slots}
                meetings={meetings}
                team={plan.team}
                conflicts={said}
                chosen={chosen}
                rowId={rowId}
                onChoose={choose}
                onOpen={(one) => openFields(one, 'title')}
              />
            ) : (
              <KeptAsPrinted noun="planSlot">{table}</KeptAsPrinted>
            )}
          </>
        )}
      </section>

      {slots.length === 0 ? null : (
        <section>
          <div className={styles.part}>
            <h2 id="plan-minutes">{texts.minutes}</h2>
          </div>
          <MinutesTable rows={plan.minutes} days={days.flatMap(({ on }) => (on === null ? [] : [on]))} />
          <p className={styles.faint}>{texts.minutesWords}</p>
        </section>
      )}

      {isTimetable && slots.length > 0 ? null : (
        <KeptAsPrinted noun="meeting">
          <Meetings
            meetings={meetings}
            chosen={chosen}
            opened={opened}
            choices={plan.choices}
            conflicts={said}
            rowId={rowId}
            onAdd={addMeeting}
            onChoose={choose}
            onOpen={open}
            onRemove={changes.removeMeeting}
          />
        </KeptAsPrinted>
      )}
    </div>
  );
}
