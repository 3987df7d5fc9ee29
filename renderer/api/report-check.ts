// What stands between the audit and its report, as the engine sees it: read again a moment after every save.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportWarning } from '../../shared/contract/reports.ts';
import { useEngine } from './engine-context.tsx';
import { useAudit, useAuditSession } from './session-context.tsx';

const quietMs = 700;

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
  const open = useAudit((state) => state.open);
  const isSaved = useAudit(({ save }) => save.kind === 'saved');
  const [answer, setAnswer] = useState<Pick<ReportCheck, 'warnings' | 'failure'>>({
    warnings: undefined,
    failure: undefined,
  });
  const newest = useRef(0);
  const isFirst = useRef(true);

  const read = useCallback(async () => {
    newest.current += 1;
    const asked = newest.current;
    try {
      const { warnings } = await api.call('reports.check', { audit: id });
      if (asked === newest.current) setAnswer({ warnings, failure: undefined });
    } catch (error) {
      if (asked !== newest.current) return;
      const failure = error instanceof Error ? error.message : 'The open points could not be read.';
      setAnswer(({ warnings }) => ({ warnings, failure }));
    }
  }, [api, id]);

  useEffect(() => {
    if (!isSaved) return undefined;
    const timer = setTimeout(() => void read(), isFirst.current ? 0 : quietMs);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [open, isSaved, read]);

  return { ...answer, retry: () => void read() };
}
