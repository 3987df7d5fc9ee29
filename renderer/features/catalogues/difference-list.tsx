// What differs between two catalogues, as a list to read through before anything is taken.
import { useMemo, useRef, useState } from 'react';
import { LetterChip, type Tone } from '../../ui/letter-chip.tsx';
import { FilterChip } from '../../ui/toolbar.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './difference-list.module.css';
import {
  type Change,
  compareTexts,
  countKinds,
  type Difference,
  type DifferenceRow,
  type Kind,
  listDifferences,
  readable,
} from './difference-rows.ts';
import { texts } from './texts.ts';

const looks: Record<Change, { letter: string; tone: Tone }> = {
  added: { letter: '+', tone: 'good' },
  removed: { letter: '−', tone: 'quiet' },
  changed: { letter: '~', tone: 'advice' },
};

const keyOf = (row: DifferenceRow) => (row.row === 'kind' ? row.kind : `${row.kind} ${row.id}`);

function Field({ field, before, after }: Difference['fields'][number]) {
  const parts = compareTexts(readable(before), readable(after));
  const isWhole = parts.start.trim() === '' && parts.end.trim() === '';
  return (
    <div className={styles.field}>
      <dt>{texts.fields[field] ?? field}</dt>
      <dd>
        <p>
          <span className={styles.side}>{texts.before}</span>
          <span>
            {parts.start}
            {parts.old === '' ? null : <del data-whole={isWhole || undefined}>{parts.old}</del>}
            {parts.end}
            {before === '' ? <i>{texts.empty}</i> : null}
          </span>
        </p>
        <p>
          <span className={styles.side}>{texts.after}</span>
          <span>
            {parts.start}
            {parts.new === '' ? null : <ins data-whole={isWhole || undefined}>{parts.new}</ins>}
            {parts.end}
            {after === '' ? <i>{texts.empty}</i> : null}
          </span>
        </p>
      </dd>
    </div>
  );
}

function Entry({ change, id, text, fields }: Difference) {
  // A question that is reworded shows both wordings below; its new one need not stand above them, too.
  const isShownBelow = fields.some(({ after }) => after === text);
  return (
    <div className={styles.entry} role="listitem">
      <LetterChip {...looks[change]} label={texts.changes[change]} />
      <div>
        <p>
          <span className={styles.id}>{id}</span> <b>{texts.changes[change]}</b>
        </p>
        {isShownBelow || text === id ? null : <p className={styles.text}>{text}</p>}
        {fields.length === 0 ? null : (
          <dl>
            {fields.map((field) => (
              <Field key={field.field} {...field} />
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}

/** The differences, with a filter by kind. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const [only, setOnly] = useState<Kind>();
  const scroller = useRef<HTMLDivElement>(null);
  const kinds = useMemo(() => countKinds(differences), [differences]);
  const rows = useMemo(() => listDifferences(differences, only), [differences, only]);
  if (differences.length === 0) return null;
  return (
    <>
      {kinds.length < 2 ? null : (
        <div className={styles.kinds} role="group" aria-label={texts.differences}>
          {kinds.map(({ kind, count }) => (
            <FilterChip
              key={kind}
              isOn={kind === only}
              count={count}
              onToggle={() => setOnly(kind === only ? undefined : kind)}
            >
              {texts.differenceKinds[kind]}
            </FilterChip>
          ))}
        </div>
      )}
      <div ref={scroller} className={styles.differences} tabIndex={0} role="list" aria-label={texts.differences}>
        <VirtualList rows={rows} keyOf={keyOf} rowHeight={64} scroller={scroller}>
          {(row) =>
            row.row === 'kind' ? (
              <div className={styles.kind} role="listitem">
                {texts.differenceKinds[row.kind]} <span>{row.count}</span>
              </div>
            ) : (
              <Entry {...row} />
            )
          }
        </VirtualList>
      </div>
    </>
  );
}
