// The slots as one table, a heading per day. One body, so that a row that changes its day keeps the focus.
import type { PlanSlotRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { formatLongDay } from '../../ui/format.ts';
import type { PlanChoices } from './plan-choices.ts';
import type { PlanDay } from './plan-view.ts';
import styles from './plan-table.module.css';
import { SlotRow } from './slot-row.tsx';
import { texts } from './texts.ts';

interface Props {
  days: readonly PlanDay[];
  catalogue: Catalogue;
  choices: PlanChoices;
  /** Sentences about what does not fit, by slot. */
  conflicts: ReadonlyMap<string, string>;
  chosen: string | undefined;
  rowId: (record: string) => string;
  onChoose: (record: string) => void;
  onRemove: (slot: PlanSlotRecord) => void;
  onDuplicate: (slot: PlanSlotRecord) => void;
}

function DayRow({ day }: { day: PlanDay }) {
  const { on, number, sums: total, meetingMinutes } = day;
  const sums = [
    texts.planned(total.planned),
    ...(total.actual > 0 ? [texts.actual(total.actual)] : []),
    ...(total.difference === null ? [] : [texts.difference(total.difference)]),
    ...(meetingMinutes > 0 ? [texts.withMeetings(meetingMinutes)] : []),
  ];
  return (
    <tr className={styles.day}>
      <th scope="rowgroup" colSpan={10}>
        <span className={styles.dayName}>{on === null ? texts.undated : texts.day(number, formatLongDay(on))}</span>
        <span className={styles.sums}>{sums.join(' · ')}</span>
      </th>
    </tr>
  );
}

/** The plan by day. */
export function PlanTable({ days, chosen, rowId, conflicts, ...rest }: Props) {
  return (
    <div className={styles.place}>
      <table aria-label={texts.slots} className={styles.table}>
        <thead>
          <tr>
            {Object.entries(texts.columns).map(([column, label]) => (
              <th key={column} scope="col" data-column={column}>
                <span>{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.flatMap((day) => [
            <DayRow key={`day ${day.on}`} day={day} />,
            ...day.slots.map((slot) => (
              <SlotRow
                key={slot.id}
                slot={slot}
                id={rowId(slot.id)}
                isChosen={slot.id === chosen}
                conflict={conflicts.get(slot.id) ?? ''}
                {...rest}
              />
            )),
          ])}
        </tbody>
      </table>
    </div>
  );
}
