// The head of a requirement: which it is, how far it is, and what is special about it in this audit.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import type { RequirementRow } from './checklist-view.ts';
import styles from './requirement-header.module.css';
import { sampledOf } from './tailor-checklist.ts';
import { texts } from './texts.ts';

function Excluded({ row }: { row: RequirementRow }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const { id } = row.requirement;
  const justification = useAudit(
    (state) => state.open.soa.entries.find(({ control }) => control === id)?.justification,
  );
  const about = row.aboutExclusion;
  return (
    <div className={styles.notice}>
      <p>
        {texts.excludedWords} {justification || texts.noJustification}
      </p>
      {about ? (
        <p>
          <a className={styles.about} href={hrefToRoom(ref, 'checklist', about.id)}>
            {texts.aboutExclusion(about.requirement)}
            <VerdictChip verdict={about.verdict} size="small" />
          </a>
        </p>
      ) : null}
    </div>
  );
}

function LeftOut({ onTakeIn }: { onTakeIn: () => void }) {
  const reason = useAudit((state) => state.open.audit.leftOutReason);
  return (
    <div className={styles.notice}>
      <p>
        <strong>{texts.leftOutTitle}</strong>
        {reason === '' ? null : <>: {reason}</>}
      </p>
      <Button variant="default" size="compact-sm" onClick={onTakeIn}>
        {texts.takeIn}
      </Button>
    </div>
  );
}

interface Props {
  row: RequirementRow;
  /** How many questions could be put for further AI systems. */
  repeatable: number;
  onRepeatAll: () => void;
  onMarkRest: () => void;
  onTakeIn: () => void;
  onAdd: () => void;
  onMark: () => void;
  /** What is being done here, under the title. */
  children: ReactNode;
}

/** The head that stays while the questions scroll. */
export function RequirementHeader({
  row,
  repeatable,
  onRepeatAll,
  onMarkRest,
  onTakeIn,
  onAdd,
  onMark,
  children,
}: Props) {
  const systems = useAudit((state) => state.open.aiSystems);
  const { requirement } = row;
  const sampled = sampledOf(systems).map(({ name }) => name);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <p className={styles.facts}>
          {[requirement.id, texts.answered(row.answered, row.items.length), ...sampled.slice(0, 3)].join(' · ')}
        </p>
        {row.isLeftOut ? null : (
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className={styles.menu} aria-label={texts.more} title={texts.more}>
                <IconDots size={16} stroke={1.6} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onAdd}>{texts.add}</Menu.Item>
              <Menu.Item onClick={onMark}>{texts.markHere}</Menu.Item>
              <Menu.Item onClick={onMarkRest}>{texts.restMenu}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <h1>{requirement.title}</h1>
      {row.isExcluded ? <Excluded row={row} /> : null}
      {row.isLeftOut ? <LeftOut onTakeIn={onTakeIn} /> : null}
      {repeatable === 0 ? null : (
        <button type="button" className={styles.offer} onClick={onRepeatAll}>
          {texts.repeatAll(repeatable)}
        </button>
      )}
      {children}
    </header>
  );
}
