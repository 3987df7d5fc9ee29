// What stands between the audit and issuing its report, each point a way to where it can be dealt with.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { runCommand } from '../../api/commands.ts';
import { hrefOfPoint, type OpenPoint, type PointPlace, usePointGroups } from '../../api/open-points.ts';
import type { ReportCheck } from '../../api/report-check.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './side.module.css';
import { texts } from './texts.ts';

const shownPoints = 6;

interface Props {
  check: ReportCheck;
  /** Goes to the conclusions, or to review and sign-off, which are in this room. */
  onHere: (place: 'conclusions' | 'review') => void;
}

function Point({ point, onHere }: { point: OpenPoint; onHere: Props['onHere'] }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const { place, message } = point;
  if (place === 'conclusions' || place === 'review') {
    return (
      <button type="button" onClick={() => onHere(place)}>
        {message}
      </button>
    );
  }
  const href = hrefOfPoint(ref, point);
  if (href !== undefined) return <a href={href}>{message}</a>;
  return (
    <button type="button" onClick={() => runCommand('audit.facts')}>
      {message}
    </button>
  );
}

/** The list of open points by room. */
export function OpenPoints({ check: { warnings, failure, retry }, onHere }: Props) {
  const [whole, setWhole] = useState<readonly PointPlace[]>([]);
  const groups = usePointGroups(warnings);
  const count = groups.reduce((sum, { points }) => sum + points.length, 0);
  const blocking = groups.reduce((sum, { points }) => sum + points.filter(({ blocks }) => blocks).length, 0);
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
        <p className={styles.faint}>{count === 0 ? texts.noPoints : texts.pointsWords(blocking)}</p>
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
                <li key={`${point.record} ${point.message}`} data-blocks={point.blocks || undefined}>
                  {point.blocks ? <span className="visually-hidden">{texts.must} </span> : null}
                  <Point point={point} onHere={onHere} />
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
