// What can be done to a question beside answering it: order, aside, and for one's own its words.
import { IconArrowDown, IconArrowUp, IconParking, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import styles from './question-tools.module.css';
import { texts } from './texts.ts';

export interface QuestionActions {
  onPark: () => void;
  onMove: (by: 1 | -1) => void;
  onReword: () => void;
  onRemove: () => void;
  onRepeat: () => void;
}

interface ToolProps {
  label: string;
  keys: string;
  /** The key as it is printed, where that differs. */
  printed?: string;
  isOn?: boolean;
  onUse: () => void;
  children: ReactNode;
}

function Tool({ label, keys, printed = keys, isOn, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      title={`${label}  ${printed}`}
      onClick={onUse}
    >
      {children}
    </button>
  );
}

interface Props extends QuestionActions {
  item: ChecklistItemRecord;
  isOwn: boolean;
  isRemovable: boolean;
}

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const;

/** Small buttons over the open question. */
export function QuestionTools({ item, isOwn, isRemovable, onPark, onMove, onReword, onRemove }: Props) {
  return (
    <div className={styles.tools} role="group" aria-label={texts.tools}>
      <Tool label={texts.up} keys="Alt+ArrowUp" printed="Alt ↑" onUse={() => onMove(-1)}>
        <IconArrowUp {...icon} />
      </Tool>
      <Tool label={texts.down} keys="Alt+ArrowDown" printed="Alt ↓" onUse={() => onMove(1)}>
        <IconArrowDown {...icon} />
      </Tool>
      <Tool label={texts.park} keys="p" isOn={item.parked} onUse={onPark}>
        <IconParking {...icon} />
      </Tool>
      {isOwn ? (
        <Tool label={texts.reword} keys="w" onUse={onReword}>
          <IconPencil {...icon} />
        </Tool>
      ) : null}
      {isRemovable ? (
        <Tool label={texts.remove} keys="Delete" printed="Del" onUse={onRemove}>
          <IconTrash {...icon} />
        </Tool>
      ) : null}
    </div>
  );
}
