// Importing a statement: choose a file, see what was read and what would change, then import it as one step.
import { Button, Loader, Modal } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { useSlow } from '../../ui/use-slow.ts';
import styles from './soa-import.module.css';
import type { Preview } from './reading.ts';
import { SoaPreview } from './soa-preview.tsx';
import { texts } from './texts.ts';

type Phase =
  | { kind: 'choosing' }
  | { kind: 'waiting'; words: string }
  | { kind: 'read'; name: string; file: IncomingFile; preview: Preview }
  | { kind: 'refused'; title: string; sentence: string };

interface Props {
  /** A file that was dropped already. */
  first: File | undefined;
  onClose: () => void;
}

// The layer is open already when there is something to import: its own first focus is over by then.
const focusAtOnce = (button: HTMLButtonElement | null) => button?.focus();
const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function Waiting({ words }: { words: string }) {
  const isSlow = useSlow(true, 300);
  return (
    <div className={styles.waiting} role="status">
      {isSlow ? (
        <>
          <Loader size="xs" aria-hidden /> {words}
        </>
      ) : null}
    </div>
  );
}

/** The layer of the import. */
export function SoaImport({ first, onClose }: Props) {
  const { api, connection } = useEngine();
  const session = useAuditSession();
  const { say } = useAppActions();
  const [phase, setPhase] = useState<Phase>({ kind: 'choosing' });
  const leaving = useRef(new AbortController());
  const choose = useRef<() => void>(null);

  const read = useCallback(
    async (given: File) => {
      leaving.current.abort();
      const attempt = new AbortController();
      leaving.current = attempt;
      const show = (next: Phase) => {
        if (!attempt.signal.aborted) setPhase(next);
      };
      try {
        show({ kind: 'waiting', words: texts.sending(given.name) });
        const file = await connection.stageFile(given, { signal: attempt.signal });
        show({ kind: 'waiting', words: texts.reading(given.name) });
        await session.flush();
        const preview = await api.call('soa.preview', { audit: session.id, file });
        show({ kind: 'read', name: given.name, file, preview });
      } catch (error) {
        show({ kind: 'refused', title: texts.refused(given.name), sentence: sentenceOf(error) });
      }
    },
    [api, connection, session],
  );

  useEffect(() => {
    if (first) void read(first);
    return () => leaving.current.abort();
  }, [first, read]);

  const doImport = async ({ name, file }: Extract<Phase, { kind: 'read' }>) => {
    setPhase({ kind: 'waiting', words: texts.importing });
    try {
      const { applicable, excluded, evidence } = await session.act(texts.label(name), (step) =>
        api.call('soa.import', { audit: session.id, file, step }),
      );
      say(texts.imported(applicable, excluded, evidence), { undo: true });
      onClose();
    } catch (error) {
      setPhase({ kind: 'refused', title: texts.importFailed, sentence: sentenceOf(error) });
    }
  };

  return (
    <Modal
      opened
      size={phase.kind === 'read' ? 920 : 560}
      title={texts.importTitle}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.close }}
      closeOnClickOutside={phase.kind !== 'read'}
    >
      <div className={styles.body}>
        {phase.kind === 'waiting' ? <Waiting words={phase.words} /> : null}
        {phase.kind === 'refused' ? (
          <div role="alert" className={styles.refused}>
            <h3>{phase.title}</h3>
            <p>{phase.sentence}</p>
            <p>{texts.nothingChanged}</p>
          </div>
        ) : null}
        {phase.kind === 'choosing' || phase.kind === 'refused' ? (
          <Dropzone
            openRef={choose}
            multiple={false}
            enablePointerEvents
            onDrop={([file]) => {
              if (file) void read(file);
            }}
            classNames={{ root: styles.drop }}
            inputProps={{ 'aria-label': texts.choose }}
            data-autofocus
          >
            <p>{phase.kind === 'refused' ? texts.chooseOther : texts.drop}</p>
            <p className={styles.faint}>{texts.dropHint}</p>
          </Dropzone>
        ) : null}
        {phase.kind === 'read' ? <SoaPreview name={phase.name} preview={phase.preview} /> : null}
        <div className={styles.end}>
          {phase.kind === 'read' ? <span className={styles.faint}>{texts.oneStep}</span> : null}
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          {phase.kind === 'read' ? (
            <Button ref={focusAtOnce} onClick={() => void doImport(phase)}>
              {texts.doImport}
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}
