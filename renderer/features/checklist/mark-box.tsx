// The box that marks a question, so that it is answered together with others.
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import styles from './question.module.css';
import { texts } from './texts.ts';

interface Props {
  item: ChecklistItemRecord;
  isMarked: boolean;
  onMark: (id: string, isRange: boolean) => void;
}

/** Seen where somebody points, and wherever something is marked. */
export function MarkBox({ item, isMarked, onMark }: Props) {
  return (
    <input
      type="checkbox"
      className={styles.markBox}
      checked={isMarked}
      aria-label={texts.mark(item.questionId)}
      aria-keyshortcuts="x"
      title={`${texts.mark(item.questionId)}  x`}
      onChange={(event) => onMark(item.id, (event.nativeEvent as MouseEvent).shiftKey)}
    />
  );
}
