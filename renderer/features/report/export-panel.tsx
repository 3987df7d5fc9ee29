// Exporting: which documents, how far, and the way to stop it.
import { Button, Progress } from '@mantine/core';
import { useStore } from 'zustand';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { Exporter } from './export-store.ts';
import styles from './side.module.css';
import { texts } from './texts.ts';

/** The buttons of the export, or its progress. */
export function ExportPanel({ exporter }: { exporter: Exporter }) {
  const { isRunning, done, total, label, failure } = useStore(exporter.store);
  return (
    <section>
      <h2>{texts.export}</h2>
      {isRunning ? (
        <div className={styles.progress}>
          <p role="status">{label || texts.working}</p>
          <Progress
            value={total === 0 ? 100 : (100 * done) / total}
            animated={total === 0}
            size="sm"
            aria-label={texts.progress}
          />
          <Button variant="default" onClick={() => exporter.cancel()}>
            {texts.cancel}
          </Button>
        </div>
      ) : (
        <>
          <div className={styles.buttons}>
            <Button
              rightSection={<KeyCap keys="w" />}
              onClick={() => void exporter.start({ word: true, excel: false })}
            >
              {texts.word}
            </Button>
            <Button
              variant="default"
              rightSection={<KeyCap keys="x" />}
              onClick={() => void exporter.start({ word: false, excel: true })}
            >
              {texts.excel}
            </Button>
            <Button variant="default" onClick={() => void exporter.start({ word: true, excel: true })}>
              {texts.both}
            </Button>
          </div>
          <dl className={styles.contents}>
            <dt>{texts.word}</dt>
            <dd>{texts.contents.word}</dd>
            <dt>{texts.excel}</dt>
            <dd>{texts.contents.excel}</dd>
          </dl>
        </>
      )}
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
    </section>
  );
}
