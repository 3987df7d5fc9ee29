// Importing a spreadsheet: choose a file, see what was read and what would change, then import it as one step.
import { Button, Modal } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { IncomingFile } from '../../shared/contract/files.ts';
import { useAppActions } from '../api/app-actions.tsx';
import { useEngine } from '../api/engine-context.tsx';
import { useAuditSession } from '../api/session-context.tsx';
import { DialogAlarm, dialogBody, DialogEnd, DialogWaiting } from '../ui/dialog-parts.tsx';
import { FilePlace } from '../ui/file-place.tsx';

const texts = {
  dropHint: 'It is read and shown first. Nothing is changed until you import it.',
  choose: 'Choose a spreadsheet',
  chooseOther: 'Choose another file',
  sending: (name: string) => `Sending ${name}`,
  reading: (name: string) => `Reading ${name}`,
  importing: 'Importing',
  refused: (name: string) => `${name} was not read`,
  nothingChanged: 'Nothing was changed.',
  importFailed: 'It was not imported',
  oneStep: 'One step: undo takes the whole import back.',
  cancel: 'Cancel',
  close: 'Close',
  doImport: 'Import',
};

/** A file that was read, and what it says. */
export interface ReadFile<P> {
  name: string;
  file: IncomingFile;
  preview: P;
}

type Phase<P> =
  | { kind: 'choosing' }
  | { kind: 'waiting'; words: string }
  | ({ kind: 'read' } & ReadFile<P>)
  | { kind: 'refused'; title: string; sentence: string };

interface Props<P> {
  title: string;
  /** What to drop here. */
  drop: string;
  /** A file that was dropped already. */
  first: File | undefined;
  /** Asks the engine what the file says. Must stay the same function. */
  read: (file: IncomingFile) => Promise<P>;
  /** Imports the file. Answers with what to say about it. */
  doImport: (read: ReadFile<P>) => Promise<string>;
  /** Draws what the file says; `show` replaces it after reading it in another way. */
  children: (read: ReadFile<P>, show: (preview: P) => void) => ReactNode;
  onClose: () => void;
}

// The layer is open already when there is something to import: its own first focus is over by then.
const focusAtOnce = (button: HTMLButtonElement | null) => button?.focus();
const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The layer of an import. */
export function ImportLayer<P>({ title, drop, first, read: readFile, doImport, children, onClose }: Props<P>) {
  const { connection } = useEngine();
  const session = useAuditSession();
  const { say } = useAppActions();
  const [phase, setPhase] = useState<Phase<P>>({ kind: 'choosing' });
  const leaving = useRef(new AbortController());

  const read = useCallback(
    async (given: File) => {
      leaving.current.abort();
      const attempt = new AbortController();
      leaving.current = attempt;
      const show = (next: Phase<P>) => {
        if (!attempt.signal.aborted) setPhase(next);
      };
      try {
        show({ kind: 'waiting', words: texts.sending(given.name) });
        const file = await connection.stageFile(given, { signal: attempt.signal });
        show({ kind: 'waiting', words: texts.reading(given.name) });
        await session.flush();
        show({ kind: 'read', name: given.name, file, preview: await readFile(file) });
      } catch (error) {
        show({ kind: 'refused', title: texts.refused(given.name), sentence: sentenceOf(error) });
      }
    },
    [connection, session, readFile],
  );

  useEffect(() => {
    if (first) void read(first);
    return () => leaving.current.abort();
  }, [first, read]);

  const importNow = async (file: ReadFile<P>) => {
    setPhase({ kind: 'waiting', words: texts.importing });
    try {
      say(await doImport(file), { undo: true });
      onClose();
    } catch (error) {
      setPhase({ kind: 'refused', title: texts.importFailed, sentence: sentenceOf(error) });
    }
  };

  return (
    <Modal
      opened
      size={phase.kind === 'read' ? 920 : 560}
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.close }}
      closeOnClickOutside={phase.kind !== 'read'}
    >
      <div className={dialogBody}>
        {phase.kind === 'waiting' ? <DialogWaiting words={phase.words} /> : null}
        {phase.kind === 'refused' ? (
          <DialogAlarm>
            <h3>{phase.title}</h3>
            <p>{phase.sentence}</p>
            <p>{texts.nothingChanged}</p>
          </DialogAlarm>
        ) : null}
        {phase.kind === 'choosing' || phase.kind === 'refused' ? (
          <FilePlace
            label={texts.choose}
            words={phase.kind === 'refused' ? texts.chooseOther : drop}
            hint={texts.dropHint}
            onFile={(file) => void read(file)}
          />
        ) : null}
        {phase.kind === 'read' ? children(phase, (preview) => setPhase({ ...phase, preview })) : null}
        <DialogEnd hint={phase.kind === 'read' ? texts.oneStep : undefined}>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          {phase.kind === 'read' ? (
            <Button ref={focusAtOnce} onClick={() => void importNow(phase)}>
              {texts.doImport}
            </Button>
          ) : null}
        </DialogEnd>
      </div>
    </Modal>
  );
}
