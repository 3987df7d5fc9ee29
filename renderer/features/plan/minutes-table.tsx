// Planned and actual minutes by auditor and in all. A slot of several auditors counts for each of them.
import { formatDay } from '../../ui/format.ts';
import type { AuditorMinutes } from './plan-view.ts';
import styles from './minutes-table.module.css';
import { sayMinutes, texts } from './texts.ts';

interface Props {
  rows: readonly AuditorMinutes[];
  days: readonly string[];
}

const mostDays = 6;

/** The table under the plan. */
export function MinutesTable({ rows, days }: Props) {
  const shownDays = days.length > mostDays ? [] : days;
  return (
    <div className={styles.place} role="region" aria-labelledby="plan-minutes" tabIndex={0}>
      <table aria-label={texts.minutes} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.minutesColumns.who}</th>
            <th scope="col">{texts.minutesColumns.slots}</th>
            {shownDays.map((day) => (
              <th key={day} scope="col">
                {formatDay(day)}
              </th>
            ))}
            <th scope="col">{texts.columns.minutes}</th>
            <th scope="col">{texts.columns.actualMinutes}</th>
            <th scope="col">{texts.minutesColumns.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, name, slots, sums, byDay }) => (
            <tr key={`${kind} ${name}`} data-kind={kind}>
              <th scope="row">
                <bdi>{kind === 'member' ? name : texts.minutesRows[kind]}</bdi>
              </th>
              <td>{slots}</td>
              {shownDays.map((day) => (
                <td key={day}>{sayMinutes(byDay.get(day) ?? 0)}</td>
              ))}
              <td>{sayMinutes(sums.planned)}</td>
              <td>{sayMinutes(sums.actual)}</td>
              <td>{texts.difference(sums.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
