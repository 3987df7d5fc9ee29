// Two catalogues side by side: what is new, what went, what reads differently.
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { dialogBody, DialogWaiting } from '../../ui/dialog-parts.tsx';
import { DifferenceList } from './difference-list.tsx';
import { type Difference, summarise } from './difference-rows.ts';
import { texts } from './texts.ts';

interface Props {
  from: CatalogueRow;
  to: CatalogueRow;
  onClose: () => void;
}

/** The layer with the differences. */
export function CompareDialog({ from, to, onClose }: Props) {
  const { api } = useEngine();
  const [differences, setDifferences] = useState<readonly Difference[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    api.call('catalogues.compare', { from: from.hash, to: to.hash }).then(
      (found) => isWanted && setDifferences(found),
      (error: unknown) => isWanted && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [api, from.hash, to.hash]);
  return (
    <Modal
      opened
      size={920}
      title={texts.compared(texts.versionWords(from), texts.versionWords(to))}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <div className={dialogBody}>
        {differences === undefined && failure === undefined ? <DialogWaiting words={texts.comparing} /> : null}
        {failure === undefined ? null : <p role="alert">{failure}</p>}
        {differences === undefined ? null : (
          <>
            <p>{differences.length === 0 ? texts.noDifference : texts.differ(summarise(differences))}</p>
            <DifferenceList differences={differences} />
          </>
        )}
      </div>
    </Modal>
  );
}
