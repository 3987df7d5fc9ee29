// The line behind the last question, in which a question of one's own is written.
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useAudit } from '../../api/session-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './added-question.module.css';
import { focusAtEnd } from './focus-at-end.ts';
import { texts } from './texts.ts';

/** What is typed and not added yet. */
export interface QuestionDraft {
  words: string;
  system: string;
}

interface Props {
  requirement: string;
  isOpen: boolean;
  draft: QuestionDraft;
  onDraft: (draft: QuestionDraft) => void;
  onOpen: () => void;
  onAdd: () => void;
  /** Closes the line; the draft is kept by who draws it. */
  onClose: () => void;
}

function Line({ requirement, draft, onDraft, onAdd, onClose }: Omit<Props, 'isOpen' | 'onOpen'>) {
  const systems = useAudit((state) => state.open.aiSystems);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    focusAtEnd(line.current?.querySelector('textarea'));
    line.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={line} className={styles.line}>
      <GrowingText
        lines={1}
        value={draft.words}
        maxLength={4_000}
        aria-label={texts.addHere(requirement)}
        placeholder={texts.addHint}
        onText={(words) => onDraft({ ...draft, words })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onAdd();
        }}
      />
      <div className={styles.end}>
        {systems.length === 0 ? null : (
          <NativeSelect
            value={draft.system}
            aria-label={texts.concerns}
            data={[
              { value: '', label: texts.allSystems },
              ...systems.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => onDraft({ ...draft, system: event.currentTarget.value })}
          />
        )}
        <Button variant="default" size="compact-sm" disabled={draft.words.trim() === ''} onClick={onAdd}>
          {texts.addIt}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}

/** The button at the end of a requirement's questions, and the line it opens. */
export function AddedQuestion({ isOpen, onOpen, ...line }: Props) {
  return (
    <div className={styles.place}>
      {isOpen ? (
        <Line key={line.requirement} {...line} />
      ) : (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
          rightSection={<KeyCap keys="a" />}
          onClick={onOpen}
        >
          {texts.add}
        </Button>
      )}
    </div>
  );
}
