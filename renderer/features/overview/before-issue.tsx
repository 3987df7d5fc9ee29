// The first of what stands between the audit and its report, and the way to the rest.
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { useReportCheck } from '../../api/report-check.ts';
import { useAudit } from '../../api/session-context.tsx';
import { OpenPoints } from '../../parts/open-points.tsx';

/** The list of open points. Draws nothing once the report is issued. */
export function BeforeIssue() {
  const check = useReportCheck();
  const isLocked = useAudit((state) => isIssued(state.open.audit.status));
  return isLocked ? null : <OpenPoints check={check} />;
}
