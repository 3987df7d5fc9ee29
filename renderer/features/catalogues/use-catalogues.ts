// The catalogues of the workspace and what stands in them, as the engine has it.
import { useCallback, useEffect, useState } from 'react';
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { useEngine } from '../../api/engine-context.tsx';

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** All catalogues that may be used here. Undefined until they are read. */
export function useCatalogues(): {
  rows: readonly CatalogueRow[] | undefined;
  failure: string | undefined;
  reload: () => Promise<void>;
} {
  const { api } = useEngine();
  const [rows, setRows] = useState<readonly CatalogueRow[]>();
  const [failure, setFailure] = useState<string>();
  const reload = useCallback(
    () =>
      api.call('catalogues.list', {}).then(
        (list) => {
          setRows(list);
          setFailure(undefined);
          return undefined;
        },
        (error: unknown) => setFailure(sentenceOf(error)),
      ),
    [api],
  );
  useEffect(() => {
    void reload();
  }, [reload]);
  return { rows, failure, reload };
}

/** What never changes under its hash is read once. */
const read = new Map<string, Catalogue>();

/** The whole catalogue of a hash. Undefined until it is read. */
export function useCatalogue(hash: string | undefined): {
  catalogue: Catalogue | undefined;
  failure: string | undefined;
} {
  const { api } = useEngine();
  const [answer, setAnswer] = useState<{ hash: string; failure?: string }>();
  useEffect(() => {
    if (hash === undefined || read.has(hash)) return undefined;
    let isWanted = true;
    api.call('catalogues.read', { hash }).then(
      (catalogue) => {
        read.set(hash, catalogue);
        return isWanted && setAnswer({ hash });
      },
      (error: unknown) => isWanted && setAnswer({ hash, failure: sentenceOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [api, hash]);
  return {
    catalogue: hash === undefined ? undefined : read.get(hash),
    failure: answer?.hash === hash ? answer?.failure : undefined,
  };
}
