// One quiet line where the report of the audit is issued: why nothing can be changed, and the way to change it.
import { isIssued } from '../../shared/domain/issue-lock.ts';
import { newestIssue } from '../../shared/domain/report-issues.ts';
import { hrefToRoom } from '../api/addresses.ts';
import { useAudit } from '../api/session-context.tsx';
import styles from './lock-notice.module.css';
import { texts } from './texts.ts';

/** The line. Draws nothing while the report is still being made. */
export function LockNotice() {
  const ref = useAudit((state) => state.open.audit.ref);
  const status = useAudit((state) => state.open.audit.status);
  const version = useAudit((state) => newestIssue(state.open.reportIssues)?.version);
  if (!isIssued(status)) return null;
  return (
    <p className={styles.notice} role="note">
      {status === 'closed' ? texts.lockedClosed : texts.lockedIssued(version)}{' '}
      <a href={hrefToRoom(ref, 'report')}>{texts.toReport}</a>
    </p>
  );
}
