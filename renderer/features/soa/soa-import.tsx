// Importing a statement as one step, after showing what it says and what would change.
import { useCallback } from 'react';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { ImportLayer } from '../../parts/import-layer.tsx';
import { SoaPreview } from './soa-preview.tsx';
import { texts } from './texts.ts';

interface Props {
  /** A file that was dropped already. */
  first: File | undefined;
  onClose: () => void;
}

/** The layer of the import. */
export function SoaImport({ first, onClose }: Props) {
  const { api } = useEngine();
  const session = useAuditSession();
  const audit = session.id;
  const read = useCallback((file: IncomingFile) => api.call('soa.preview', { audit, file }), [api, audit]);
  return (
    <ImportLayer
      title={texts.importTitle}
      drop={texts.drop}
      first={first}
      read={read}
      doImport={async ({ name, file }) => {
        const { applicable, excluded, evidence } = await session.act(texts.label(name), (step) =>
          api.call('soa.import', { audit, file, step }),
        );
        return texts.imported(applicable, excluded, evidence);
      }}
      onClose={onClose}
    >
      {({ name, preview }) => <SoaPreview name={name} preview={preview} />}
    </ImportLayer>
  );
}
