// Progress over the days of the audit, from its own history: four small drawings over the same days, and a table.
import { useCallback, useMemo, useState } from 'react';
import type { ProgressDay } from '../../../shared/domain/progress.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { useStoredAudit } from '../../api/stored-audit.ts';
import { formatDay } from '../../ui/format.ts';
import { daysBetween, type ProgressRow, progressRows, series, type Series } from './progress-rows.ts';
import styles from './progress.module.css';
import { texts } from './texts.ts';

const mostDays = 40;
const mostLabels = 7;
const height = 34;
const column = 100;

function Bars({ rows, name, top }: { rows: readonly ProgressRow[]; name: Series; top: number }) {
  const scale = (count: number) => (top === 0 ? 0 : (Math.max(0, count) / top) * height);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${rows.length * column} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {rows.map((row, place) => {
        const [whole, gain] = [scale(row[name]), scale(Math.max(0, row.added[name]))];
        const left = place * column;
        return (
          <g key={row.day}>
            <rect className={styles.before} x={left + 16} width={column - 32} y={height - whole} height={whole} />
            <rect className={styles.added} x={left + 16} width={column - 32} y={height - whole} height={gain} />
          </g>
        );
      })}
    </svg>
  );
}

/** A mark under every day of the plan. */
function PlannedMarks({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <svg className={styles.marks} viewBox={`0 0 ${rows.length * column} 6`} preserveAspectRatio="none" aria-hidden>
      {rows.map(({ day, isPlanned }, place) =>
        isPlanned ? <rect key={day} x={place * column + 16} width={column - 32} height={6} /> : null,
      )}
    </svg>
  );
}

function Table({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <details className={styles.table}>
      <summary>{texts.asTable}</summary>
      <div role="region" aria-label={texts.asTable} tabIndex={0}>
        <table aria-label={texts.progressByDay}>
          <thead>
            <tr>
              <th scope="col">{texts.day}</th>
              {series.map((name) => (
                <th key={name} scope="col">
                  {texts.series[name]}
                </th>
              ))}
              <th scope="col">{texts.planned}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.day}>
                <th scope="row">{formatDay(row.day)}</th>
                <td>{texts.seriesEnd(row.answered, row.questions)}</td>
                <td>{row.evidence}</td>
                <td>{row.findings}</td>
                <td>{row.notes}</td>
                <td>{row.isPlanned ? texts.yes : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The progress of the open audit. It follows what is stored. */
export function Progress() {
  const { api } = useEngine();
  const { id } = useAuditSession();
  const { startsOn, endsOn } = useAudit((state) => state.open.audit);
  const planSlots = useAudit((state) => state.open.planSlots);
  const meetings = useAudit((state) => state.open.meetings);
  const [progress, setProgress] = useState<readonly ProgressDay[]>();
  const [failure, setFailure] = useState('');
  const read = useCallback(async () => {
    try {
      setProgress(await api.call('audits.progress', { audit: id }));
      setFailure('');
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }, [api, id]);
  useStoredAudit(read);

  const all = useMemo(() => {
    const planned = [...planSlots, ...meetings].flatMap(({ on }) => (on === null ? [] : [on]));
    return progressRows(progress ?? [], [...planned, ...daysBetween(startsOn, endsOn)]);
  }, [progress, planSlots, meetings, startsOn, endsOn]);
  const rows = all.slice(-mostDays);
  const [first, last] = [rows[0], rows.at(-1)];
  const labelled = rows.length > mostLabels && first && last ? [first, last] : rows;
  const hasPlan = rows.some(({ isPlanned }) => isPlanned);
  return (
    <section aria-labelledby="progress-by-day">
      <h2 id="progress-by-day">{texts.progressByDay}</h2>
      {failure === '' ? null : (
        <p role="alert" className={styles.failure}>
          {texts.progressFailed} {failure}
        </p>
      )}
      {progress === undefined || !first || !last ? null : (
        <>
          <dl className={styles.series}>
            {series.map((name) => {
              const total = name === 'answered' ? last.questions : undefined;
              return (
                <div key={name}>
                  <dt>{texts.series[name]}</dt>
                  <dd>
                    <Bars rows={rows} name={name} top={total ?? Math.max(...rows.map((row) => row[name]))} />
                    <b>{texts.seriesEnd(last[name], total)}</b>
                  </dd>
                </div>
              );
            })}
            {hasPlan ? (
              <div>
                <dt>{texts.plan}</dt>
                <dd>
                  <PlannedMarks rows={rows} />
                  <b>{texts.plannedDays(rows.filter(({ isPlanned }) => isPlanned).length)}</b>
                </dd>
              </div>
            ) : null}
          </dl>
          <p className={styles.days} data-ends={labelled.length < rows.length || undefined} aria-hidden>
            {labelled.map(({ day }) => (
              <span key={day}>{formatDay(day)}</span>
            ))}
          </p>
          <p className={styles.words}>
            {texts.progressWords} {all.length > rows.length ? texts.earlierDays(all.length - rows.length) : ''}
          </p>
          <Table rows={rows} />
        </>
      )}
    </section>
  );
}
