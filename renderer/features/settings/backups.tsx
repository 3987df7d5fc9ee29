// Backups: making one, and what lies in the folder.
import { Button } from '@mantine/core';
import { useWorkspace } from '../../api/engine-context.tsx';
import { ExportProgress } from '../../parts/export-progress.tsx';
import { formatInstant, formatSize } from '../../ui/format.ts';
import styles from './settings.module.css';
import { texts } from './texts.ts';
import { useBackups } from './use-backups.ts';
import { useReveal } from './workspace-facts.tsx';

/** The backups of the workspace. */
export function Backups() {
  const { state, start, cancel } = useBackups();
  const canReveal = useWorkspace(({ host }) => host.canReveal);
  const reveal = useReveal();
  const made = state.files.find(({ isNew }) => isNew);
  return (
    <>
      <p className={styles.words}>{texts.backupWords}</p>
      {state.isRunning ? (
        <ExportProgress done={state.done} total={state.total} label={state.label} onCancel={cancel} />
      ) : (
        <Button onClick={start}>{texts.make}</Button>
      )}
      <p role="status" className={styles.status}>
        {!state.isRunning && state.failure === undefined && made ? texts.made(made.name) : ''}
      </p>
      {state.failure === undefined ? null : (
        <p role="alert" className={styles.failure}>
          {state.failure}
        </p>
      )}
      {state.files.length === 0 ? (
        <p className={styles.faint}>{texts.none}</p>
      ) : (
        <ul className={styles.backups} aria-label={texts.list}>
          {state.files.map(({ name, path, kind, size, at }) => (
            <li key={name}>
              <span className={styles.backupName} title={path}>
                {name}
              </span>
              <span>{formatInstant(at)}</span>
              <span>{formatSize(size)}</span>
              <span className={styles.faint}>{texts.kinds[kind]}</span>
              {canReveal ? (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={texts.showNamed(name)}
                  onClick={() => void reveal(path)}
                >
                  {texts.showFile}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.faint}>
        {texts.restore} <code>{texts.restoreCommand}</code>
      </p>
    </>
  );
}
