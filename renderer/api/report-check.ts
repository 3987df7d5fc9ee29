// What stands between the audit and its report, as the engine sees it: read again a moment after every save.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportWarning } from '../../shared/contract/reports.ts';
import { useEngine } from './engine-context.tsx';
import { useAuditSession } from './session-context.tsx';
import { useStoredAudit } from './stored-audit.ts';

export interface ReportCheck {
  /** Undefined until the first answer. */
  warnings: readonly ReportWarning[] | undefined;
  /** Why there is no answer, in words. */
  failure: string | undefined;
  retry: () => void;
}

/** The warnings of the open audit's report. They follow what is stored, not what is being typed. */
export function useReportCheck(): ReportCheck {
  const { api } = useEngine();
  const { id } = useAuditSession();
  const [answer, setAnswer] = useState<Pick<ReportCheck, 'warnings' | 'failure'>>({
    warnings: undefined,
    failure: undefined,
  });
  const newest = useRef(0);

  const read = useCallback(async () => {
    newest.current += 1;
    const asked = newest.current;
    try {
      const { warnings } = await api.call('reports.check', { audit: id });
      if (asked === newest.current) setAnswer({ warnings, failure: undefined });
    } catch (error) {
      if (asked !== newest.current) return;
      const failure = error instanceof Error ? error.message : 'Plumbline did not answer.';
      setAnswer(({ warnings }) => ({ warnings, failure }));
    }
  }, [api, id]);

  useStoredAudit(read);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );
  return { ...answer, retry: () => void read() };
}
