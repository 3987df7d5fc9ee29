// The steps on the screen: read page by page while scrolling back, and kept up with while others go on working.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract/contract.ts';
import type { StepOfHistory } from '../../../shared/contract/changes.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';

/** Which steps are wanted. Must stay the same object as long as the same are. */
export type StepFilter = Omit<Input<'changes.steps'>, 'audit' | 'before' | 'limit'>;

export interface Steps {
  steps: readonly StepOfHistory[];
  state: 'reading' | 'more' | 'whole' | 'failed';
  failure: string | undefined;
  /** Reads further back. */
  readMore: () => void;
  readAgain: () => void;
}

const page = 60;
const mostAtOnce = 200;
/** Several changes that come together are read once. */
const quietMs = 120;

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What was read anew at the top, then what was read before and lies further back. */
export function mergeSteps(top: readonly StepOfHistory[], known: readonly StepOfHistory[], isWhole: boolean) {
  const read = new Set(top.map(({ step }) => step));
  const oldest = top.at(-1)?.clock;
  if (isWhole || oldest === undefined) return [...top];
  return [...top, ...known.filter(({ step, clock }) => !read.has(step) && clock < oldest)];
}

/** The history of the open audit by steps, as far back as it was read. */
export function useSteps(filter: StepFilter): Steps {
  const { api, connection } = useEngine();
  const { id } = useAuditSession();
  const organization = useAudit((state) => state.open.organization.id);
  const [read, setRead] = useState<{ filter: StepFilter; steps: readonly StepOfHistory[]; hasMore: boolean }>();
  const [failure, setFailure] = useState<string>();
  const current = useRef<{ steps: readonly StepOfHistory[]; hasMore: boolean }>({ steps: [], hasMore: true });
  const isReading = useRef(false);

  const keep = useCallback(
    (steps: readonly StepOfHistory[], hasMore: boolean) => {
      current.current = { steps, hasMore };
      setRead({ filter, steps, hasMore });
      setFailure(undefined);
    },
    [filter],
  );

  const readTop = useCallback(async () => {
    try {
      const limit = Math.min(mostAtOnce, Math.max(page, current.current.steps.length));
      const { steps, hasMore } = await api.call('changes.steps', { audit: id, ...filter, limit });
      const known = current.current;
      const merged = mergeSteps(steps, known.steps, !hasMore);
      keep(merged, merged.length > steps.length ? known.hasMore : hasMore);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  }, [api, id, filter, keep]);

  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    current.current = { steps: [], hasMore: true };
    isReading.current = false;
    const readNow = () => {
      timer = undefined;
      if (isWanted) void readTop();
    };
    readNow();
    const stop = connection.subscribe((event) => {
      const isOurs =
        (event.type === 'changes' &&
          event.changes.some(({ auditId, recordId }) => auditId === id || recordId === organization)) ||
        (event.type === 'engine' && event.state === 'ready');
      if (isOurs) timer ??= setTimeout(readNow, quietMs);
    });
    return () => {
      isWanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [connection, id, organization, readTop]);

  const readMore = useCallback(() => {
    const { steps, hasMore } = current.current;
    const last = steps.at(-1);
    if (!hasMore || isReading.current || !last) return;
    isReading.current = true;
    const readOlder = async () => {
      try {
        const older = await api.call('changes.steps', { audit: id, ...filter, before: last.clock, limit: page });
        const now = current.current.steps;
        // Another filter, or a reading of the top, may have come in between.
        if (now.at(-1)?.clock !== last.clock) return;
        const known = new Set(now.map(({ step }) => step));
        keep([...now, ...older.steps.filter(({ step }) => !known.has(step))], older.hasMore);
      } catch (error) {
        setFailure(sentenceOf(error));
      } finally {
        isReading.current = false;
      }
    };
    void readOlder();
  }, [api, id, filter, keep]);

  const isFresh = read?.filter === filter;
  return {
    steps: isFresh ? read.steps : [],
    state: failure === undefined ? (isFresh ? (read.hasMore ? 'more' : 'whole') : 'reading') : 'failed',
    failure,
    readMore,
    readAgain: () => void readTop(),
  };
}
