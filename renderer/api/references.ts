// Where the references in texts lead: evidence and findings by number, requirements by id.
import { useCallback } from 'react';
import { hrefToRoom } from './addresses.ts';
import { useAudit, useAuditSession } from './session-context.tsx';

/** A function from a reference's target to its address; undefined where nothing of this audit has that number. */
export function useHrefOfReference(): (target: string) => string | undefined {
  const { store } = useAuditSession();
  const ref = useAudit((state) => state.open.audit.ref);
  // Numbers are looked up when asked for, but asked again when records came or went.
  const evidence = useAudit((state) => state.open.evidence);
  const findings = useAudit((state) => state.open.findings);
  return useCallback(
    (target) => {
      if (target.startsWith('E-')) {
        return evidence.some(({ number }) => number === target) ? hrefToRoom(ref, 'evidence', target) : undefined;
      }
      if (target.startsWith('F-')) {
        return findings.some(({ number }) => number === target) ? hrefToRoom(ref, 'findings', target) : undefined;
      }
      const { requirements } = store.getState().catalogue;
      return requirements.some(({ id }) => id === target) ? hrefToRoom(ref, 'checklist', target) : undefined;
    },
    [store, ref, evidence, findings],
  );
}
