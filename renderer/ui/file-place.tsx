// A place in a dialog that takes a file. Apart from the other parts, so that only those who take files load it.
import { Dropzone } from '@mantine/dropzone';
import styles from './dialog-parts.module.css';

interface Props {
  /** What the place is called by those who cannot see it. */
  label: string;
  words: string;
  hint?: string | undefined;
  /** Beside a file that was read already: lower, and without the first focus. */
  isSmall?: boolean;
  onFile: (file: File) => void;
}

/** Takes one file that is dropped or chosen. */
export function FilePlace({ label, words, hint, isSmall = false, onFile }: Props) {
  return (
    <Dropzone
      multiple={false}
      enablePointerEvents
      onDrop={([file]) => {
        if (file) onFile(file);
      }}
      classNames={{ root: styles.files ?? '' }}
      mod={{ small: isSmall }}
      inputProps={{ 'aria-label': label }}
      {...(isSmall ? {} : { 'data-autofocus': true })}
    >
      <p>{words}</p>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </Dropzone>
  );
}
