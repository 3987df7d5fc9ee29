// Taking in a corrective-action workbook as one step, after showing what it says and what would change.
import { useCallback } from 'react';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { ImportLayer } from '../../parts/import-layer.tsx';
import { auditeeTexts as texts } from './auditee-texts.ts';
import { ResponsePreview } from './response-preview.tsx';

/** The layer of the import. */
export function ResponseImport({ onClose }: { onClose: () => void }) {
  const { api } = useEngine();
  const session = useAuditSession();
  const audit = session.id;
  const read = useCallback((file: IncomingFile) => api.call('actions.previewResponse', { audit, file }), [api, audit]);
  return (
    <ImportLayer
      title={texts.importTitle}
      drop={texts.drop}
      first={undefined}
      read={read}
      doImport={async ({ name, file }) => {
        const { fields, findings, evidence } = await session.act(texts.label(name), (step) =>
          api.call('actions.importResponse', { audit, file, step }),
        );
        return texts.imported(fields, findings, evidence);
      }}
      onClose={onClose}
    >
      {({ name, preview }) => <ResponsePreview name={name} preview={preview} />}
    </ImportLayer>
  );
}
