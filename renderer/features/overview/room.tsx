// The overview: the whole audit on one page, every part of it a way to where the work is.
import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { coverAudit } from '../../../shared/domain/coverage.ts';
import { sumMinutes } from '../../../shared/domain/plan-times.ts';
import { goToRoom, hrefToRoom } from '../../api/addresses.ts';
import { runCommand, useCommands } from '../../api/commands.ts';
import { useCounts } from '../../api/counts.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { BeforeIssue } from './before-issue.tsx';
import { CoverageMap, cellId } from './coverage-map.tsx';
import { Crosswalks } from './crosswalks.tsx';
import { Figures } from './figures.tsx';
import { FindingGrades } from './finding-grades.tsx';
import { Governance } from './governance.tsx';
import { Legend } from './legend.tsx';
import { Progress } from './progress.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';
import { SystemMap } from './system-map.tsx';
import { Themes } from './themes.tsx';

/** The overview of an audit. */
export default function OverviewRoom() {
  const open = useAudit((state) => state.open);
  const catalogue = useAudit((state) => state.catalogue);
  const [{ cell }, changeView] = useRoomView('overview', { cell: '' });
  const scroller = useRef<HTMLDivElement>(null);
  const { ref } = open.audit;
  const scrollKey = `${ref} overview`;
  // What is further down may be what is seen first.
  useKeptScroll(scrollKey, scroller);

  const { audit, checklist, soa } = open;
  const counts = useCounts();
  const groups = useMemo(() => coverAudit(catalogue, { audit, checklist, soa }), [catalogue, audit, checklist, soa]);
  const covered = useMemo(() => groups.flatMap(({ requirements }) => requirements), [groups]);
  const results = useMemo(() => new Map(covered.map(({ requirement, result }) => [requirement.id, result])), [covered]);

  const { planSlots, meetings } = open;
  const minutes = useMemo(() => sumMinutes([...planSlots, ...meetings]), [planSlots, meetings]);

  const ids = covered.map(({ requirement }) => requirement.id);
  const current = ids.includes(cell) ? cell : (ids[0] ?? '');
  const focusCell = (id: string | undefined) => document.getElementById(cellId(id ?? ''))?.focus();
  const move = (by: 1 | -1) => {
    const isInMap = document.activeElement?.id === cellId(current);
    focusCell(isInMap ? ids[ids.indexOf(current) + by] : current);
  };
  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': () => goToRoom(ref, 'checklist', current),
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });

  return (
    <div ref={scroller} className={styles.room}>
      <div className={styles.page}>
        <h1 className="visually-hidden">{texts.room}</h1>
        <div className={styles.main}>
          <Figures audit={ref} counts={counts} minutes={minutes} />
          {counts.questions.answered > 0 ? null : (
            <p className={styles.start}>
              {texts.nothingAnswered} <a href={hrefToRoom(ref, 'checklist')}>{texts.startChecklist}</a>
            </p>
          )}
          <Legend byVerdict={counts.requirements.byVerdict} excluded={counts.controls.excluded} />
          <CoverageMap
            audit={ref}
            groups={groups}
            current={current}
            onCurrent={(requirement) => changeView({ cell: requirement })}
          />
          <Button variant="subtle" size="compact-xs" className={styles.facts} onClick={() => runCommand('audit.facts')}>
            {texts.facts}
          </Button>
        </div>
        <div className={styles.side}>
          <Governance results={results} />
          <BeforeIssue />
        </div>
        <div className={styles.below}>
          <Themes results={results} />
          <FindingGrades />
        </div>
        <SystemMap />
        <Progress />
        <Crosswalks results={results} />
      </div>
    </div>
  );
}
