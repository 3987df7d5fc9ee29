// A line of the running notes with its tags set off, by form and colour.
import { noteKinds, noteMethods } from '../../shared/domain/line-tags.ts';
import type { LinePart, TaggedLine } from '../../shared/domain/tagged-line.ts';
import styles from './line-words.module.css';

/** What a tag means, for those who point at it. */
function meaningOf(part: LinePart): string | undefined {
  if (part.kind === 'kind') return noteKinds[part.value as keyof typeof noteKinds].label;
  return part.kind === 'method' ? noteMethods[part.value as keyof typeof noteMethods].label : undefined;
}

/** The line as it was written. */
export function LineWords({ line }: { line: Pick<TaggedLine, 'parts'> }) {
  return line.parts.map((part, place) =>
    part.kind === 'words' ? (
      part.text
    ) : (
      // A part has no identity of its own: its place in the line is what it is.
      <span key={`${place} ${part.text}`} className={styles.tag} data-kind={part.kind} title={meaningOf(part)}>
        {part.text}
      </span>
    ),
  );
}
