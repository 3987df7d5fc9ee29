// Files dropped anywhere on the page, or pasted outside of a text.
import { useEffect, useState } from 'react';
import styles from './drop-target.module.css';

const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') === true;

interface Props {
  /** What dropping does, shown while files are over the page. */
  words: string;
  onFiles: (files: File[]) => void;
}

/** Takes dropped and pasted files. Draws a hint while files are over the page. */
export function DropTarget({ words, onFiles }: Props) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
      // No event says that the files have left the window; the stream of these stops.
      clearTimeout(timer);
      timer = setTimeout(() => setOver(false), 200);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !isTaken) onFiles(files);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onFiles]);
  return isOver ? <div className={styles.drop}>{words}</div> : null;
}
