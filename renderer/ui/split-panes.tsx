// Two or three panes side by side; on a narrow page one at a time, with a bar that changes between them.
import type { ReactNode } from 'react';
import styles from './split-panes.module.css';

export type PaneName = 'left' | 'main' | 'right';

interface Pane {
  /** The name of the pane, read out and shown in the bar of a narrow page. */
  label: string;
  content: ReactNode;
}

interface Props {
  left: Pane;
  main: Pane;
  right?: Pane;
  /** How the width is shared: a narrow list beside the work, or a wide register beside one of its records. */
  shape?: 'reading' | 'register';
  /** The pane that a narrow page shows. */
  shown: PaneName;
  onShow: (pane: PaneName) => void;
}

/** The panes of a room. Each scrolls by itself. */
export function SplitPanes({ left, main, right, shape = 'reading', shown, onShow }: Props) {
  const panes = [
    { name: 'left', ...left },
    { name: 'main', ...main },
    ...(right ? [{ name: 'right', ...right } as const] : []),
  ] as const;
  return (
    <div className={styles.frame} data-panes={panes.length} data-shape={shape} data-shown={shown}>
      <div className={styles.bar} role="group" aria-label="Panes">
        {panes.map(({ name, label }) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => onShow(name)}>
            {label}
          </button>
        ))}
      </div>
      {panes.map(({ name, label, content }) => (
        <section key={name} className={styles.pane} data-pane={name} aria-label={label}>
          {content}
        </section>
      ))}
    </div>
  );
}
