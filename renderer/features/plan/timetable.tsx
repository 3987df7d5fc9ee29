// The plan as a timetable: per day a column for each auditor. A block chooses its slot; Enter leads to its fields.
import { type CSSProperties, useMemo } from 'react';
import type { MeetingRecord, PlanSlotRecord, TeamMemberRecord } from '../../../shared/contract/records.ts';
import { timeOf } from '../../../shared/domain/plan-times.ts';
import { meetingKinds } from '../../../shared/domain/vocabulary.ts';
import { formatLongDay } from '../../ui/format.ts';
import type { PlanDay } from './plan-view.ts';
import { texts } from './texts.ts';
import { layOutDay, leastMinutes, type TimetableBlock, type TimetableDay } from './timetable-layout.ts';
import styles from './timetable.module.css';

interface Props {
  days: readonly PlanDay[];
  slots: readonly PlanSlotRecord[];
  meetings: readonly MeetingRecord[];
  team: readonly TeamMemberRecord[];
  /** Sentences about what does not fit, by slot or meeting. */
  conflicts: ReadonlyMap<string, string>;
  chosen: string | undefined;
  rowId: (record: string) => string;
  onChoose: (record: string) => void;
  onOpen: (record: string) => void;
}

type BlockProps = Pick<Props, 'conflicts' | 'chosen' | 'rowId' | 'onChoose' | 'onOpen'> & {
  block: TimetableBlock;
  columns: number;
  fromHour: number;
};

const hour = 52;
const titleOf = (record: PlanSlotRecord | MeetingRecord) =>
  record.title || ('kind' in record ? meetingKinds[record.kind] : texts.untitledSlot);

function Block({ block, columns, fromHour, conflicts, chosen, rowId, onChoose, onOpen }: BlockProps) {
  const { record, isMeeting, from, until, column, span, lane, lanes } = block;
  const width = (100 / columns) * span;
  const time = `${timeOf(from)}–${timeOf(until)}`;
  const who = 'auditor' in record ? record.auditor : '';
  const height = (Math.max(until - from, leastMinutes) / 60) * hour - 2;
  const conflict = conflicts.get(record.id);
  const facts = [time, titleOf(record), who, record.place, conflict].filter(Boolean).join(', ');
  return (
    <button
      id={rowId(record.id)}
      type="button"
      className={styles.block}
      data-meeting={isMeeting || undefined}
      data-chosen={record.id === chosen || undefined}
      data-conflict={conflict !== undefined || undefined}
      aria-label={facts}
      title={facts}
      style={
        {
          '--height': height,
          top: ((from - fromHour * 60) / 60) * hour,
          height,
          left: `calc(${(100 / columns) * column + (width / lanes) * lane}% + 1px)`,
          width: `calc(${width / lanes}% - 3px)`,
        } as CSSProperties
      }
      onFocus={() => onChoose(record.id)}
      onClick={() => onOpen(record.id)}
    >
      <span className={styles.words}>
        {conflict === undefined ? null : <b>! </b>}
        <span className={styles.time}>{time}</span> <bdi>{titleOf(record)}</bdi>
      </span>
    </button>
  );
}

function Day({
  day,
  number,
  ...rest
}: { day: TimetableDay; number: number | undefined } & Omit<BlockProps, 'block' | 'columns' | 'fromHour'>) {
  const { on, columns, fromHour, untilHour, blocks } = day;
  const hours = Array.from({ length: untilHour - fromHour + 1 }, (_, place) => fromHour + place);
  return (
    <section className={styles.day} aria-label={texts.day(number, formatLongDay(on))}>
      <h3>{texts.day(number, formatLongDay(on))}</h3>
      <div
        className={styles.columns}
        aria-hidden
        style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
      >
        {columns.map(({ kind, name }) => (
          <span key={`${kind} ${name}`} title={kind === 'member' ? name : undefined}>
            <bdi>{kind === 'member' ? name : texts.columnsOf[kind]}</bdi>
          </span>
        ))}
      </div>
      <div className={styles.grid} style={{ height: (untilHour - fromHour) * hour }}>
        {hours.map((one) => (
          <span key={one} className={styles.hour} aria-hidden style={{ top: (one - fromHour) * hour }}>
            {timeOf(one * 60)}
          </span>
        ))}
        <div className={styles.blocks}>
          {blocks.map((block) => (
            <Block key={block.record.id} block={block} columns={columns.length} fromHour={fromHour} {...rest} />
          ))}
        </div>
      </div>
    </section>
  );
}

/** The timetable. What has no day or time stands below it. */
export function Timetable({ days, slots, meetings, team, ...rest }: Props) {
  const dated = useMemo(() => {
    const all = new Set(
      [...slots, ...meetings].flatMap(({ on, startsAt }) => (on === null || startsAt === '' ? [] : [on])),
    );
    return [...all].toSorted().map((on) => layOutDay(on, slots, meetings, team));
  }, [slots, meetings, team]);
  const untimed = slots.filter(({ on, startsAt }) => on === null || startsAt === '');
  return (
    <div className={styles.timetable}>
      {dated.map((day) => (
        <Day key={day.on} day={day} number={days.find(({ on }) => on === day.on)?.number} {...rest} />
      ))}
      {untimed.length === 0 ? null : (
        <section className={styles.untimed} aria-label={texts.untimed}>
          <h3>{texts.untimed}</h3>
          <ul>
            {untimed.map((slot) => (
              <li key={slot.id}>
                <button
                  id={rest.rowId(slot.id)}
                  type="button"
                  data-chosen={slot.id === rest.chosen || undefined}
                  onFocus={() => rest.onChoose(slot.id)}
                  onClick={() => rest.onOpen(slot.id)}
                >
                  <bdi>{titleOf(slot)}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
