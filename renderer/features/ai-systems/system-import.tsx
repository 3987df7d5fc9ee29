// Importing a list of AI systems as one step, after showing what it says and deciding what counts.
import { Checkbox } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import { type ImportChoices, noChoices } from '../../../shared/domain/ai-system-import.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { ImportLayer } from '../../parts/import-layer.tsx';
import { SystemPreview } from './system-preview.tsx';
import { texts } from './texts.ts';

type Preview = Output<'aiSystems.preview'>;

interface Props {
  /** A file that was dropped already. */
  first: File | undefined;
  onClose: () => void;
}

/** The layer of the import. */
export function SystemImport({ first, onClose }: Props) {
  const { api } = useEngine();
  const session = useAuditSession();
  const audit = session.id;
  const [choices, setChoices] = useState<ImportChoices>(noChoices);
  const [keepFile, setKeepFile] = useState(true);
  const read = useCallback(
    (file: IncomingFile): Promise<Preview> => api.call('aiSystems.preview', { audit, file }),
    [api, audit],
  );
  return (
    <ImportLayer
      title={texts.importTitle}
      drop={texts.drop}
      first={first}
      read={read}
      doImport={async ({ name, file, preview: { sheet } }) => {
        const done = await session.act(texts.label(name), (step) =>
          api.call('aiSystems.import', { audit, file, sheet, choices, keepFile, step }),
        );
        return texts.imported(done.created, done.updated, done.evidence);
      }}
      onClose={onClose}
    >
      {({ name, file, preview }, show) => (
        <>
          <SystemPreview
            name={name}
            preview={preview}
            choices={choices}
            onChoices={setChoices}
            onSheet={(sheet) => {
              setChoices(noChoices);
              void api.call('aiSystems.preview', { audit, file, sheet }).then(show);
            }}
          />
          <Checkbox
            label={texts.keepFile}
            checked={keepFile}
            onChange={(event) => setKeepFile(event.currentTarget.checked)}
          />
        </>
      )}
    </ImportLayer>
  );
}
