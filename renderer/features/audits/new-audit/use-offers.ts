// What the engine offers a new audit: catalogues, the chosen one as a whole, editions of the auditing guidance.
import { useEffect, useMemo, useState } from 'react';
import type { CatalogueRow } from '../../../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import type { Guideline } from '../../../../shared/domain/guidelines.ts';
import { isAppError } from '../../../../shared/errors.ts';
import type { Api } from '../../../../shared/rpc/client.ts';
import { useEngine } from '../../../api/engine-context.tsx';

export interface Offers {
  catalogues: readonly CatalogueRow[];
  guidelines: readonly Guideline[];
  /** The chosen catalogue, or the first; undefined until one has been read. */
  row: CatalogueRow | undefined;
  catalogue: Catalogue | undefined;
  /** Whether what is chosen now is still being read. */
  isReading: boolean;
  /** Why it could not be read. */
  failure: string | undefined;
  readAgain: () => void;
}

const nothing = { catalogues: [], guidelines: [], row: undefined, catalogue: undefined };
type Read = Pick<Offers, 'catalogues' | 'guidelines' | 'row' | 'catalogue'>;

async function readOffers(api: Api, chosen: string): Promise<Read> {
  const [all, guidelines] = await Promise.all([api.call('catalogues.list', {}), api.call('guidelines.list', {})]);
  const catalogues = all.filter(({ isNewest, isRetired }) => isNewest && !isRetired);
  const row = catalogues.find(({ hash }) => hash === chosen) ?? catalogues[0];
  const catalogue = row && (await api.call('catalogues.read', { hash: row.hash }));
  return { catalogues, guidelines, row, catalogue };
}

/** Reads what is on offer. `chosen` is the hash of a catalogue; one that is not offered means the first. */
export function useOffers(chosen: string): Offers {
  const { api } = useEngine();
  const [attempt, setAttempt] = useState(0);
  const request = useMemo(() => ({ chosen, attempt }), [chosen, attempt]);
  const [answer, setAnswer] = useState<{ to: typeof request; read?: Read; failure?: string }>();

  useEffect(() => {
    let isWanted = true;
    readOffers(api, request.chosen).then(
      (read) => isWanted && setAnswer({ to: request, read }),
      (error: unknown) =>
        isWanted && setAnswer({ to: request, failure: isAppError(error) ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [api, request]);

  return {
    // While another catalogue is being read, the last one stays on the page.
    ...(answer?.read ?? nothing),
    isReading: answer?.to !== request,
    failure: answer?.to === request ? answer.failure : undefined,
    readAgain: () => setAttempt((before) => before + 1),
  };
}
