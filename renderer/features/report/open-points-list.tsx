// What stands between the audit and issuing its report, each point a way to where it can be dealt with.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { hrefOfPoint, type OpenPoint, type PointPlace, usePointGroups } from '../../api/open-points.ts';
import type { ReportCheck } from '../../api/report-check.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './side.module.css';
import { texts } from './texts.ts';

const shownPoints = 6;

interface Props {
  check: ReportCheck;
  /** Goes to the conclusions, which are in this room. */
  onConclusions: () => void;
}

function Point({ point, onConclusions }: { point: OpenPoint; onConclusions: () => void }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const { place, message } = point;
  if (place === 'conclusions') {
    return (
      <button type="button" onClick={onConclusions}>
        {message}
      </button>
    );
  }
  const href = hrefOfPoint(ref, point);
  return href === undefined ? <span>{message}</span> : <a href={href}>{message}</a>;
}

/** The list of open points by room. */
export function OpenPoints({ check: { warnings, failure, retry }, onConclusions }: Props) {
  const [whole, setWhole] = useState<readonly PointPlace[]>([]);
  const groups = usePointGroups(warnings);
  const count = groups.reduce((sum, { points }) => sum + points.length, 0);
  return (
    <section>
      <h2>
        {texts.points}
        {warnings === undefined ? '' : ` · ${texts.pointsCount(count)}`}
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
      {warnings !== undefined ? (
        <p className={styles.faint}>{count === 0 ? texts.noPoints : texts.pointsWords}</p>
      ) : null}
      {groups.map(({ place, points }) => {
        const shown = whole.includes(place) ? points : points.slice(0, shownPoints);
        return (
          <div key={place} className={styles.points}>
            <h3>
              {texts.places[place]} <span>{points.length}</span>
            </h3>
            <ul>
              {shown.map((point) => (
                <li key={`${point.record} ${point.message}`}>
                  <Point point={point} onConclusions={onConclusions} />
                </li>
              ))}
            </ul>
            {points.length > shown.length ? (
              <button type="button" className={styles.more} onClick={() => setWhole([...whole, place])}>
                {texts.morePoints(points.length - shown.length)}
              </button>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}
