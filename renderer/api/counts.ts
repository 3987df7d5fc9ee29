// The counts of the open audit, worked out once for whoever shows them.
import { type Counts, countAudit } from '../../shared/domain/summary.ts';
import { useAudit } from './session-context.tsx';
import type { SessionState } from './session-state.ts';

const known = new WeakMap<SessionState['open'], Counts>();

/** The counts of what the page shows. */
export function countsOf({ open, catalogue }: Pick<SessionState, 'open' | 'catalogue'>): Counts {
  const counts = known.get(open) ?? countAudit(catalogue, open);
  known.set(open, counts);
  return counts;
}

/** The counts, through React. */
export function useCounts(): Counts {
  return useAudit(countsOf);
}
