// Which requirements in scope no slot of the plan names: each leads to the checklist, or goes into a slot.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

const first = 24;

interface Props {
  ids: readonly string[];
  /** What the chosen slot is called; undefined without one. */
  slot: string | undefined;
  onPut: (id: string) => void;
}

/** The line over the plan. */
export function NotCovered({ ids, slot, onPut }: Props) {
  const ref = useAudit((state) => state.open.audit.ref);
  const requirements = useAudit((state) => state.catalogue.requirements);
  const [isWhole, setWhole] = useState(false);
  const [next] = ids;
  if (next === undefined) return <p className={styles.notCovered}>{texts.covered}</p>;
  const shown = isWhole ? ids : ids.slice(0, first);
  return (
    <div className={styles.notCovered}>
      <span>{texts.notCovered}</span>
      {shown.map((id) => (
        <span key={id} className={styles.uncovered}>
          <a href={hrefToRoom(ref, 'checklist', id)} title={requirements.find((one) => one.id === id)?.title}>
            {id}
          </a>
          <button
            type="button"
            aria-label={texts.putIn(id, slot)}
            title={texts.putIn(id, slot)}
            onClick={() => onPut(id)}
          >
            <IconPlus size={12} aria-hidden />
          </button>
        </span>
      ))}
      {shown.length === ids.length ? null : (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {texts.more(ids.length - shown.length)}
        </button>
      )}
      <Button variant="default" size="compact-xs" rightSection={<KeyCap keys="u" />} onClick={() => onPut(next)}>
        {texts.putInto(slot)}
      </Button>
    </div>
  );
}
