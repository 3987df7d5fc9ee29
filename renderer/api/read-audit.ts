// An audit with the catalogue it uses, read together: a newer version may have been taken in since.
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import type { Api } from '../../shared/rpc/client.ts';

export interface ReadAudit {
  open: OpenAudit;
  catalogue: Catalogue;
  /** The catalogue's questions by id. */
  wordings: ReadonlyMap<string, string>;
}

/** Reads an audit by reference or id. `known` spares its catalogue where the audit still uses it. */
export async function readAudit(api: Api, audit: string, known?: ReadAudit): Promise<ReadAudit> {
  let hash = known?.open.audit.catalogue;
  let catalogue = known?.catalogue;
  let open = await api.call('audits.open', { audit });
  while (!catalogue || open.audit.catalogue !== hash) {
    hash = open.audit.catalogue;
    catalogue = await api.call('catalogues.read', { hash });
    // What was changed while the catalogue was read is not to be lost.
    if (known) open = await api.call('audits.open', { audit });
  }
  if (catalogue === known?.catalogue) return { ...known, open };
  return { open, catalogue, wordings: new Map(catalogue.questions.map(({ id, question }) => [id, question])) };
}
