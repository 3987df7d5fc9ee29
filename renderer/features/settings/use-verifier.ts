// The verification of the workspace. It outlives the room, so that it goes on while something else is looked at.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { VerificationAnswer } from '../../../shared/contract/sealed.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter, type ExportState } from '../../api/exporter.ts';
import { texts } from './texts.ts';

const verifiers = new WeakMap<Api, Exporter<undefined, VerificationAnswer>>();

function verifierFor(api: Api): Exporter<undefined, VerificationAnswer> {
  const known = verifiers.get(api);
  if (known) return known;
  const verifier = createExporter<undefined, VerificationAnswer>({
    make: async (_wanted, job) => [await api.call('workspace.verify', { job })],
    cancel: (job) => api.call('jobs.cancel', { job }),
    files: [],
    words: { cancelled: texts.verifyCancelled, failed: texts.verifyFailed },
  });
  verifiers.set(api, verifier);
  return verifier;
}

export interface Verifier {
  state: ExportState<VerificationAnswer>;
  start: () => void;
  cancel: () => void;
}

/** The verifier of the workspace, told of the engine's progress. */
export function useVerifier(): Verifier {
  const { api, connection } = useEngine();
  const verifier = verifierFor(api);
  const state = useStore(verifier.store);
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') verifier.noteProgress(event.job, event.done, event.total, event.label);
      }),
    [connection, verifier],
  );
  return { state, start: () => void verifier.start(undefined), cancel: () => verifier.cancel() };
}
