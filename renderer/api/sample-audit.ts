// The sample audit: which one it is, and making it while saying how far it is.
import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { AuditRow } from '../../shared/contract/audits.ts';
import { isSampleOrganization } from '../../shared/domain/organizations.ts';
import { isAppError } from '../../shared/errors.ts';
import { useEngine, useWorkspace } from './engine-context.tsx';

export interface SampleStep {
  label: string;
  done: number;
  total: number;
}

/** The reference of the newest sample audit among audits; undefined where there is none. */
export function findSample(audits: readonly AuditRow[]): string | undefined {
  return audits.find(({ organization }) => isSampleOrganization(organization))?.ref;
}

/** The reference of the sample audit of the workspace. */
export function useSampleAudit(): string | undefined {
  return useWorkspace((state) => findSample(state.audits));
}

/** Makes the sample. `make` answers with its reference, undefined where that failed; `failure` then says why. */
export function useSampleMaking(first: string) {
  const { api, connection, workspace } = useEngine();
  const [step, setStep] = useState<SampleStep>();
  const [failure, setFailure] = useState<string>();
  const job = useRef(uuidv7());
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress' && event.job === job.current) setStep(event);
      }),
    [connection],
  );
  const make = async (): Promise<string | undefined> => {
    setFailure(undefined);
    setStep({ label: first, done: 0, total: 1 });
    try {
      const { ref } = await api.call('sample.create', { job: job.current });
      await workspace.loadAudits();
      return ref;
    } catch (error) {
      setFailure(isAppError(error) ? error.message : String(error));
      return undefined;
    } finally {
      setStep(undefined);
    }
  };
  return { step, failure, make };
}
