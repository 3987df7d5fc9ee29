// The sealing of the open audit. It outlives the room, so that it goes on while other rooms are looked at.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter, type ExportState } from '../../api/exporter.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { sealedTexts } from './sealed-texts.ts';

export type Originals = 'included' | 'left-out';
export type SealedFile = Output<'sealed.make'>;

const sealers = new WeakMap<AuditSession, Exporter<Originals, SealedFile>>();

function sealerFor(api: Api, session: AuditSession): Exporter<Originals, SealedFile> {
  const known = sealers.get(session);
  if (known) return known;
  const sealer = createExporter<Originals, SealedFile>({
    flush: () => session.flush(),
    make: async (originals, job) => [await api.call('sealed.make', { audit: session.id, originals, job })],
    cancel: (job) => api.call('jobs.cancel', { job }),
    files: [],
    words: sealedTexts,
  });
  sealers.set(session, sealer);
  return sealer;
}

export interface Sealer {
  state: ExportState<SealedFile>;
  start: (originals: Originals) => void;
  cancel: () => void;
}

/** The sealer of the open audit, told of the engine's progress. */
export function useSealer(): Sealer {
  const { api, connection } = useEngine();
  const sealer = sealerFor(api, useAuditSession());
  const state = useStore(sealer.store);
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') sealer.noteProgress(event.job, event.done, event.total, event.label);
      }),
    [connection, sealer],
  );
  return { state, start: (originals) => void sealer.start(originals), cancel: () => sealer.cancel() };
}
