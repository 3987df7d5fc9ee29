// Fields that an issued report printed: shown, but not to be changed as long as the report stands.
import type { ReactNode } from 'react';
import { isIssued } from '../../shared/domain/issue-lock.ts';
import { useAudit } from '../api/session-context.tsx';
import styles from './kept-as-printed.module.css';

/** Its fields and buttons work until the report is issued. Why they do not stands at the top of the page. */
export function KeptAsPrinted({ children }: { children: ReactNode }) {
  const isLocked = useAudit((state) => isIssued(state.open.audit.status));
  return (
    <fieldset className={styles.kept} disabled={isLocked}>
      {children}
    </fieldset>
  );
}
