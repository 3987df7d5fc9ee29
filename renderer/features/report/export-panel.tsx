// Exporting: which documents, how far, and the way to stop it.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { ExportProgress } from '../../parts/export-progress.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './side.module.css';
import { texts } from './texts.ts';
import type { ReportExporter } from './use-exporter.ts';

export type ReportKind = 'word' | 'excel' | 'pdf';

interface Props {
  exporter: ReportExporter;
  onExport: (...kinds: ReportKind[]) => void;
  onPreview: () => void;
  /** Choices about what is printed. */
  children: ReactNode;
}

/** The buttons of the export, or its progress. */
export function ExportPanel({ exporter, onExport, onPreview, children }: Props) {
  const { isRunning, done, total, label, failure } = useStore(exporter.store);
  return (
    <section>
      <h2>{texts.export}</h2>
      {isRunning ? (
        <ExportProgress done={done} total={total} label={label} onCancel={() => exporter.cancel()} />
      ) : (
        <>
          <div className={styles.buttons}>
            <Button aria-keyshortcuts="w" rightSection={<KeyCap keys="w" />} onClick={() => onExport('word')}>
              {texts.word}
            </Button>
            <Button variant="default" rightSection={<KeyCap keys="x" />} onClick={() => onExport('excel')}>
              {texts.excel}
            </Button>
            <Button variant="default" onClick={() => onExport('word', 'excel')}>
              {texts.both}
            </Button>
            <Button variant="default" rightSection={<KeyCap keys="d" />} onClick={() => onExport('pdf')}>
              {texts.pdf}
            </Button>
            <Button variant="default" rightSection={<KeyCap keys="p" />} onClick={onPreview}>
              {texts.preview}
            </Button>
          </div>
          {children}
          <dl className={styles.contents}>
            <dt>{texts.word}</dt>
            <dd>{texts.contents.word}</dd>
            <dt>{texts.excel}</dt>
            <dd>{texts.contents.excel}</dd>
            <dt>{texts.pdf}</dt>
            <dd>{texts.contents.pdf}</dd>
          </dl>
        </>
      )}
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
    </section>
  );
}
