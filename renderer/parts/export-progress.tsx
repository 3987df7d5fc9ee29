// How far an export is, and the way to stop it.
import { Button, Progress } from '@mantine/core';
import styles from './export-progress.module.css';

const texts = { working: 'Making the document', progress: 'Progress of the export', cancel: 'Cancel' };

interface Props {
  done: number;
  /** 0 as long as it is not known. */
  total: number;
  label: string;
  onCancel: () => void;
}

/** A running export. */
export function ExportProgress({ done, total, label, onCancel }: Props) {
  return (
    <div className={styles.progress}>
      <p role="status">{label || texts.working}</p>
      <Progress
        value={total === 0 ? 100 : (100 * done) / total}
        animated={total === 0}
        size="sm"
        aria-label={texts.progress}
      />
      <Button variant="default" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </div>
  );
}
