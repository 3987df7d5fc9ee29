// What stands between the audit and issuing its report, each point a way to where it can be dealt with.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { hrefToRoom } from '../api/addresses.ts';
import { runCommand } from '../api/commands.ts';
import { hrefOfPoint, type OpenPoint, type PointPlace, usePointGroups } from '../api/open-points.ts';
import type { ReportCheck } from '../api/report-check.ts';
import { useAudit } from '../api/session-context.tsx';
import styles from './open-points.module.css';
import { openPointTexts as texts } from './open-point-texts.ts';

/** How many stand at once: of each room where all can be shown, else of all together. */
const most = { perRoom: 6, first: 7 };

interface Props {
  check: ReportCheck;
  /**
   * Goes to conclusions, review or sign-off, where the list stands in the room that has them: all points are there, room by
   * room. Without it only the first points stand there, with the way to the rest.
   */
  onHere?: (place: 'conclusions' | 'review') => void;
}

function Point({ point, onHere }: { point: OpenPoint; onHere: Props['onHere'] }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const { place, message } = point;
  const href = hrefOfPoint(ref, point);
  const isHere = onHere !== undefined && (place === 'conclusions' || place === 'review');
  if (href !== undefined && !isHere) return <a href={href}>{message}</a>;
  return (
    <button type="button" onClick={() => (isHere ? onHere(place) : runCommand('audit.facts'))}>
      {message}
    </button>
  );
}

function Points({ points, onHere }: { points: readonly OpenPoint[]; onHere: Props['onHere'] }) {
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={`${point.record} ${point.message}`} data-blocks={point.blocks || undefined}>
          {point.blocks ? <span className="visually-hidden">{texts.must} </span> : null}
          <Point point={point} onHere={onHere} />
        </li>
      ))}
    </ul>
  );
}

/** The first points of all rooms, those that stand in the way before the others, and the way to the rest. */
function FirstPoints({ points }: { points: readonly OpenPoint[] }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const ordered = [...points.filter(({ blocks }) => blocks), ...points.filter(({ blocks }) => !blocks)];
  const more = points.length - most.first;
  return (
    <>
      <Points points={ordered.slice(0, most.first)} onHere={undefined} />
      {more > 0 ? (
        <a className={styles.more} href={hrefToRoom(ref, 'report')}>
          {texts.moreInReport(more)}
        </a>
      ) : null}
    </>
  );
}

/** The list of open points, with how many there are and whether they stand in the way. */
export function OpenPoints({ check: { warnings, failure, retry }, onHere }: Props) {
  const [whole, setWhole] = useState<readonly PointPlace[]>([]);
  const groups = usePointGroups(warnings);
  const all = groups.flatMap(({ points }) => points);
  const blocking = all.filter(({ blocks }) => blocks).length;
  return (
    <section>
      <h2>
        {texts.points}
        {warnings === undefined ? '' : ` · ${texts.count(all.length)}`}
      </h2>
      {failure === undefined ? null : (
        <div role="alert" className={styles.failure}>
          <p>
            {texts.failed} {failure}
          </p>
          <Button variant="default" onClick={retry}>
            {texts.tryAgain}
          </Button>
        </div>
      )}
      {warnings === undefined && failure === undefined ? <p className={styles.faint}>{texts.reading}</p> : null}
      {warnings === undefined ? null : (
        <p className={styles.faint}>{all.length === 0 ? texts.none : texts.words(blocking)}</p>
      )}
      {onHere === undefined ? (
        <FirstPoints points={all} />
      ) : (
        groups.map(({ place, points }) => {
          const shown = whole.includes(place) ? points : points.slice(0, most.perRoom);
          return (
            <div key={place} className={styles.group}>
              <h3>
                {texts.places[place]} <span>{points.length}</span>
              </h3>
              <Points points={shown} onHere={onHere} />
              {points.length > shown.length ? (
                <button type="button" className={styles.more} onClick={() => setWhole([...whole, place])}>
                  {texts.more(points.length - shown.length)}
                </button>
              ) : null}
            </div>
          );
        })
      )}
    </section>
  );
}
