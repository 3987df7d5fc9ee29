// A newer version of the open audit's catalogue, unless somebody said "not now" to it in this browser.
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';

export type Update = NonNullable<Output<'audits.catalogueUpdate'>>;

const keyOf = (audit: string) => `plumbline.catalogue-not-now.${audit}`;

function readHidden(audit: string): string | null {
  try {
    return localStorage.getItem(keyOf(audit));
  } catch {
    return null;
  }
}

function keepHidden(audit: string, hash: string): void {
  try {
    localStorage.setItem(keyOf(audit), hash);
  } catch {
    // A browser that keeps nothing for pages: the notice comes back with the page.
  }
}

/** The newer version, asked for when the audit is opened and whenever its catalogue has changed. */
export function useUpdate(): { update: Update | undefined; hide: () => void } {
  const { api } = useEngine();
  const { id } = useAuditSession();
  const current = useAudit((state) => state.open.audit.catalogue);
  const isFrozen = useAudit(({ open: { audit } }) => audit.status === 'issued' || audit.status === 'closed');
  const [found, setFound] = useState<{ for: string; update: Update | null }>();
  const [hidden, setHidden] = useState(() => readHidden(id));

  useEffect(() => {
    let isWanted = true;
    api.call('audits.catalogueUpdate', { audit: id }).then(
      (update) => isWanted && setFound({ for: current, update }),
      // Nothing is lost without the notice; the audit goes on with the version it has.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [api, id, current]);

  const update = found?.for === current ? (found.update ?? undefined) : undefined;
  const isShown = update !== undefined && !isFrozen && hidden !== update.catalogue.hash;
  return {
    update: isShown ? update : undefined,
    hide() {
      if (!update) return;
      keepHidden(id, update.catalogue.hash);
      setHidden(update.catalogue.hash);
    },
  };
}
