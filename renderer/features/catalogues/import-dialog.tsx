// Importing a catalogue: choose a file, see what it is and what it changes or what is wrong with it, then keep it.
import { Button, Modal } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { DialogAlarm, dialogBody, DialogEnd, DialogWaiting } from '../../ui/dialog-parts.tsx';
import { FilePlace } from '../../ui/file-place.tsx';
import { ImportPreview } from './import-preview.tsx';
import { nameOf, texts } from './texts.ts';
import { useImport } from './use-import.ts';

interface Props {
  /** A file that was dropped already. */
  first: File | undefined;
  /** The catalogues that are here. */
  rows: readonly CatalogueRow[];
  onClose: () => void;
  onImported: (row: CatalogueRow) => void;
}

/** The layer of the import. */
export function ImportDialog({ first, rows, onClose, onImported }: Props) {
  const { say } = useAppActions();
  const { phase, names, isProposed, isChecking, choose, rename, keep } = useImport(first, rows);
  const read = phase.kind === 'read' ? phase : undefined;
  const isWrong = (read?.reading.problems.length ?? 0) > 0;
  const canImport = read !== undefined && !isChecking && read.reading.catalogue !== null;

  // The place for files had the focus and is gone; Enter in a field imports.
  const form = useRef<HTMLFormElement>(null);
  const hasRead = read !== undefined;
  useLayoutEffect(() => {
    if (hasRead) form.current?.querySelector('input')?.focus();
  }, [hasRead]);

  const doImport = async () => {
    const row = await keep();
    if (!row) return;
    say(texts.imported(nameOf(row), row.questions));
    onImported(row);
  };

  return (
    <Modal
      opened
      size={read ? 920 : 560}
      title={texts.importTitle}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.close }}
      closeOnClickOutside={read === undefined}
    >
      <form
        ref={form}
        className={dialogBody}
        onSubmit={(event) => {
          event.preventDefault();
          if (canImport) void doImport();
        }}
      >
        {phase.kind === 'waiting' ? <DialogWaiting words={phase.words} /> : null}
        {phase.kind === 'refused' ? (
          <DialogAlarm>
            <h3>{phase.title}</h3>
            <p>{phase.sentence}</p>
            <p>{texts.nothingKept}</p>
          </DialogAlarm>
        ) : null}
        {read ? (
          <ImportPreview reading={read.reading} rows={rows} names={names} isProposed={isProposed} onRename={rename} />
        ) : null}
        {phase.kind === 'choosing' || phase.kind === 'refused' || isWrong ? (
          <FilePlace
            label={texts.chooseFile}
            words={phase.kind === 'choosing' ? texts.drop : texts.chooseOther}
            hint={phase.kind === 'choosing' ? texts.dropHint : undefined}
            isSmall={isWrong}
            onFile={choose}
          />
        ) : null}
        <DialogEnd hint={isWrong ? texts.nothingKept : undefined}>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          {read ? (
            <Button type="submit" disabled={!canImport}>
              {texts.doImport}
            </Button>
          ) : null}
        </DialogEnd>
      </form>
    </Modal>
  );
}
