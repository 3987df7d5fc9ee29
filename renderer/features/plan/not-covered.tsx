// Which requirements in scope no slot of the plan names, each a link to the checklist.
import { useState } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

const first = 24;

/** The line over the plan. */
export function NotCovered({ ids }: { ids: readonly string[] }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const requirements = useAudit((state) => state.catalogue.requirements);
  const [isWhole, setWhole] = useState(false);
  if (ids.length === 0) return <p className={styles.notCovered}>{texts.covered}</p>;
  const shown = isWhole ? ids : ids.slice(0, first);
  return (
    <p className={styles.notCovered}>
      {texts.notCovered}{' '}
      {shown.map((id) => (
        <a key={id} href={hrefToRoom(ref, 'checklist', id)} title={requirements.find((one) => one.id === id)?.title}>
          {id}
        </a>
      ))}
      {shown.length === ids.length ? null : (
        <button type="button" onClick={() => setWhole(true)}>
          {texts.more(ids.length - shown.length)}
        </button>
      )}
    </p>
  );
}
