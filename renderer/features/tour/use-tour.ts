// How far the tour is, kept by the browser; it moves on when the audit shows that a step was done.
import { useCallback, useEffect, useState } from 'react';
import type { AuditSession } from '../../api/audit-session.ts';
import { recall, remember } from '../../api/browser-memory.ts';
import { hearExports } from '../../api/last-export.ts';
import { lastPlace, type StepId, steps } from './steps.ts';

/** A kept place of the tour; the offer where none that makes sense was kept. */
export function readPlace(kept: unknown): number {
  return typeof kept === 'number' && Number.isInteger(kept) && kept >= 0 && kept <= lastPlace ? kept : 0;
}

interface Progress {
  place: number;
  /** The step that was done just now. */
  done: StepId | undefined;
}

/** The place of the tour in the sample audit. `session` is undefined while the tour is not shown. */
export function useTour(session: AuditSession | undefined) {
  const [{ place, done }, setProgress] = useState<Progress>(() => ({
    place: readPlace(recall('tour')),
    done: undefined,
  }));
  const go = useCallback((next: number, justDone?: StepId) => {
    remember('tour', next);
    setProgress({ place: next, done: justDone });
  }, []);

  useEffect(() => {
    const step = steps[place - 1];
    if (!session || !step) return undefined;
    const advance = () => go(place + 1, step.id);
    let before = session.store.getState();
    const stop = session.store.subscribe((after) => {
      const isDone = step.isDone(before, after);
      before = after;
      if (isDone) advance();
    });
    const stopHearing = step.id === 'export' ? hearExports((audit) => audit === session.id && advance()) : undefined;
    return () => {
      stop();
      stopHearing?.();
    };
  }, [session, place, go]);
  return { place, done, go };
}
