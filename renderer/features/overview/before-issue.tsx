// The first of what stands between the audit and its report, and the way to the rest.
import { Button } from '@mantine/core';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { runCommand } from '../../api/commands.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { hrefOfPoint, usePointGroups } from '../../api/open-points.ts';
import { useReportCheck } from '../../api/report-check.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

const shownPoints = 7;

/** The list of open points. */
export function BeforeIssue() {
  const ref = useAudit((state) => state.open.audit.ref);
  const { warnings, failure, retry } = useReportCheck();
  const points = usePointGroups(warnings).flatMap((group) => group.points);
  const more = points.length - shownPoints;
  const isLocked = useAudit((state) => isIssued(state.open.audit.status));
  if (isLocked) return null;
  return (
    <section>
      <h2>
        {texts.points}
        {warnings === undefined ? '' : ` · ${texts.pointsCount(points.length)}`}
      </h2>
      {failure === undefined ? null : (
        <div role="alert" className={styles.failure}>
          <p>
            {texts.pointsFailed} {failure}
          </p>
          <Button variant="default" onClick={retry}>
            {texts.tryAgain}
          </Button>
        </div>
      )}
      {warnings === undefined && failure === undefined ? <p className={styles.faint}>{texts.readingPoints}</p> : null}
      {warnings !== undefined && points.length === 0 ? <p className={styles.faint}>{texts.noPoints}</p> : null}
      <ul className={styles.points}>
        {points.slice(0, shownPoints).map((point) => {
          const href = hrefOfPoint(ref, point);
          return (
            <li key={`${point.record} ${point.message}`}>
              {href === undefined ? (
                <button type="button" onClick={() => runCommand('audit.facts')}>
                  {point.message}
                </button>
              ) : (
                <a href={href}>{point.message}</a>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 ? (
        <a className={styles.more} href={hrefToRoom(ref, 'report')}>
          {texts.morePoints(more)}
        </a>
      ) : null}
    </section>
  );
}
