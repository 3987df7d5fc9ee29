// Files dropped anywhere on the page, or pasted where they do not stand in for a text.
import { useEffect, useState } from 'react';
import { type DroppedFiles, readDrop } from './dropped-files.ts';
import styles from './drop-target.module.css';

const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') === true;
const isTextField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
const placeOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null;

export interface Arrival extends DroppedFiles {
  /** What `data-drop` says of the element that files were dropped on. */
  place: string | undefined;
  isPasted: boolean;
}

interface Props {
  /** What dropping does, shown while files are over the page. */
  words: string;
  onFiles: (arrival: Arrival) => void;
}

/** Takes dropped and pasted files. Draws a hint while files are over the page, and marks the element they go to. */
export function DropTarget({ words, onFiles }: Props) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let marked: HTMLElement | null = null;
    const mark = (element: HTMLElement | null) => {
      if (marked === element) return;
      marked?.removeAttribute('data-dropping');
      marked = element;
      marked?.setAttribute('data-dropping', '');
    };
    const leave = () => {
      clearTimeout(timer);
      mark(null);
      setOver(false);
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
      mark(placeOf(event.target));
      // No event says that the files have left the window; the stream of these stops.
      clearTimeout(timer);
      timer = setTimeout(leave, 200);
    };
    const bring = async (reading: Promise<DroppedFiles>, place: string | undefined) => {
      const dropped = await reading;
      if (dropped.files.length + dropped.left.length > 0) onFiles({ ...dropped, place, isPasted: false });
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer) || !event.dataTransfer) return;
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      leave();
      if (isTaken) return;
      const place = placeOf(event.target)?.dataset.drop;
      void bring(readDrop(event.dataTransfer), place);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      // Programs put a picture of copied text or cells beside it: in a field the text is meant.
      if (isTextField(event.target) && event.clipboardData?.types.includes('text/plain') === true) return;
      event.preventDefault();
      onFiles({ files, left: [], place: undefined, isPasted: true });
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      leave();
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onFiles]);
  return isOver ? (
    <div className={styles.drop}>
      <span>{words}</span>
    </div>
  ) : null;
}
