// The bar under the stream: what can be made of the marked lines or the chosen one, with the keys.
import { Button } from '@mantine/core';
import { type CommandName, runCommand } from '../../api/commands.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './stream.module.css';
import { texts } from './texts.ts';

const tools = [
  ['notes.evidence', 'e', texts.toEvidence],
  ['notes.answer', 'v', texts.toAnswer],
  ['notes.finding', 'f', texts.toFinding],
  ['notes.correct', 'r', texts.correct],
  ['notes.mark', 'x', texts.markKey],
] as const satisfies readonly (readonly [CommandName, string, string])[];

/** The ways on, as buttons. */
export function NoteTools({ marked, onClear }: { marked: number; onClear: () => void }) {
  return (
    <div className={styles.tools} role="toolbar" aria-label={texts.actions}>
      <span className={styles.meant} role="status">
        {marked === 0 ? texts.chosen : texts.marked(marked)}
      </span>
      {tools.map(([command, key, label]) => (
        <Button
          key={command}
          variant="subtle"
          size="compact-xs"
          rightSection={<KeyCap keys={key} />}
          onClick={() => runCommand(command)}
        >
          {label}
        </Button>
      ))}
      {marked === 0 ? null : (
        <Button variant="default" size="compact-xs" onClick={onClear}>
          {texts.clearMarks}
        </Button>
      )}
    </div>
  );
}
