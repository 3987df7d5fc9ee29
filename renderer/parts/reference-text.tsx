// A text whose references are links. Where they lead is said by who shows the text.
import { splitReferences } from '../../shared/domain/references.ts';
import styles from './reference-text.module.css';

interface Props {
  text: string;
  /** The address of what a reference names; undefined where it names nothing that is there. */
  hrefOf: (target: string) => string | undefined;
}

/** A text with live references such as [E-012], [F-003] or [8.4]. */
export function ReferenceText({ text, hrefOf }: Props) {
  return (
    <span className={styles.text}>
      {splitReferences(text).map((part, place) => {
        if (part.kind === 'words') return part.text;
        const href = hrefOf(part.target);
        // A part has no identity of its own: its place in the text is what it is.
        const key = `${place} ${part.target}`;
        return href === undefined ? (
          <span key={key} className={styles.dead} title="Nothing has this number">
            [{part.target}]
          </span>
        ) : (
          <a key={key} className={styles.reference} href={href}>
            {part.target}
          </a>
        );
      })}
    </span>
  );
}
