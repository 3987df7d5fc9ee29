// The requirements of a slot, typed with completion. What the catalogue does not have is refused in words and kept.
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { CompletingLine, type LineOption } from './completing-line.tsx';
import styles from './fields.module.css';
import { leaveOnEnter } from './fields.tsx';
import { completeRequirement, readRequirements, suggestRequirements, typedPart } from './requirement-ids.ts';
import { texts } from './texts.ts';

interface Props {
  label: string;
  value: readonly string[];
  catalogue: Pick<Catalogue, 'groups' | 'requirements'>;
  onRequirements: (ids: string[]) => void;
}

/** One line of requirement ids. */
export function RequirementsField({ label, value, catalogue, onRequirements }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | undefined>(undefined);
  const [typed, setTyped] = useState<string>();
  const [query, setQuery] = useState('');
  const errorId = useId();
  const options = useMemo(
    () =>
      suggestRequirements(catalogue, query).map(
        ({ id, title, count }): LineOption => ({
          value: id,
          content: (
            <span className={styles.option}>
              <span className={styles.id}>{id}</span>
              <span className={styles.words}>{title}</span>
              <span className={styles.count}>{count > 1 ? texts.whole(count) : ''}</span>
            </span>
          ),
        }),
      ),
    [catalogue, query],
  );
  const stored = value.join(', ');
  const [unknown, setUnknown] = useState<readonly string[]>([]);

  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const type = (line: string) => {
    setTyped(line);
    setUnknown([]);
    setQuery(typedPart(line, field.current?.selectionStart ?? line.length).query);
  };
  const complete = (id: string) => {
    const caret = field.current?.selectionStart ?? 0;
    const completed = completeRequirement(typed ?? stored, caret, id);
    caretAfter.current = completed.caret;
    setTyped(completed.line);
    setQuery('');
  };
  const leave = () => {
    setQuery('');
    if (typed === undefined) return;
    const read = readRequirements(catalogue, typed);
    setUnknown(read.unknown);
    if (read.unknown.length > 0) return;
    setTyped(undefined);
    if (read.ids.join('\n') !== value.join('\n')) onRequirements(read.ids);
  };
  return (
    <div>
      <CompletingLine
        field={field}
        options={options}
        takesFirst
        width={340}
        lines={1}
        isQuiet
        aria-label={label}
        aria-invalid={unknown.length > 0 || undefined}
        aria-describedby={unknown.length > 0 ? errorId : undefined}
        placeholder={texts.placeholders.requirements}
        value={typed ?? stored}
        onText={type}
        onPick={complete}
        onClose={() => setQuery('')}
        onBlur={leave}
        onOtherKey={leaveOnEnter}
      />
      {unknown.length === 0 ? null : (
        <p id={errorId} className={styles.error} role="alert">
          {texts.unknown(unknown)}
        </p>
      )}
    </div>
  );
}
