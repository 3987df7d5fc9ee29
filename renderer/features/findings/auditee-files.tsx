// The files that were made for the auditee, or how far one is.
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { ExportProgress } from '../../parts/export-progress.tsx';
import { FileWays } from '../../parts/file-ways.tsx';
import styles from './auditee-files.module.css';
import { auditeeTexts } from './auditee-texts.ts';
import { useAuditeeFiles } from './use-auditee-files.ts';

/** A strip at the foot of the list; nothing where there is nothing to say. */
export function AuditeeFiles() {
  const exporter = useAuditeeFiles();
  const { isRunning, done, total, label, failure, files } = useStore(exporter.store);
  if (!isRunning && failure === undefined && files.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={auditeeTexts.files}>
      {isRunning ? (
        <ExportProgress done={done} total={total} label={label} onCancel={() => exporter.cancel()} />
      ) : (
        <>
          <ActionIcon
            size="sm"
            className={styles.away}
            aria-label={auditeeTexts.dismiss}
            onClick={() => exporter.dismiss()}
          >
            <IconX size={13} aria-hidden />
          </ActionIcon>
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
          <ul>
            {files.map((file) => (
              <li key={file.kind}>
                <span>{auditeeTexts.made[file.kind](file.count)}</span>
                <span className={styles.name}>{file.name}</span>
                <span className={styles.ways}>
                  <FileWays file={file} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
