// The controls as a table under their groups. Every field is changed where it stands.
import { memo } from 'react';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit } from '../../api/session-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import styles from './soa-table.module.css';
import { ownGroup, type SoaGroup, type SoaRow } from './soa-rows.ts';
import { texts } from './texts.ts';

interface Props {
  groups: readonly SoaGroup[];
  chosen: string | undefined;
  rowId: (control: string) => string;
  onChoose: (control: string) => void;
}

interface RowProps extends SoaRow {
  id: string;
  isChosen: boolean;
  audit: string;
  onChoose: (control: string) => void;
}

/** One control. */
const Row = memo(function Row({ entry, title, result, id, isChosen, audit, onChoose }: RowProps) {
  const { control, applicable, stated } = entry;
  const edit = useRecordEdit('soaEntry', entry.id, control);
  const decide = (value: boolean) => {
    if (!stated || applicable !== value) edit.choose({ applicable: value }, texts.fieldWords.applicable);
  };
  const isOdd = !applicable && result?.verdict === 'nonconforming';
  return (
    <div
      role="row"
      id={id}
      tabIndex={-1}
      className={styles.row}
      data-chosen={isChosen || undefined}
      data-excluded={!applicable || undefined}
      aria-label={`${control} ${title}`}
      onFocus={() => onChoose(control)}
    >
      <div role="rowheader" className={styles.control}>
        <span className={styles.id}>{control}</span>
        <span>{title}</span>
      </div>
      <div role="cell">
        <div role="group" aria-label={texts.applicableOf(control)} className={styles.choice} data-unstated={!stated || undefined}>
          {([true, false] as const).map((value) => (
            <button
              key={String(value)}
              type="button"
              aria-pressed={applicable === value}
              data-value={value}
              onClick={() => decide(value)}
            >
              {value ? texts.yes : texts.no}
            </button>
          ))}
        </div>
        {stated ? null : <small className={styles.unstated}>{texts.unstated}</small>}
      </div>
      <div role="cell" className={styles.text}>
        <GrowingText
          lines={1}
          isQuiet
          aria-label={texts.justificationOf(control)}
          placeholder={applicable ? texts.whyIncluded : texts.whyExcluded}
          value={entry.justification}
          onText={(justification) => edit.type({ justification }, texts.fieldWords.justification)}
          onBlur={edit.leave}
        />
      </div>
      <div role="cell" className={styles.text}>
        <GrowingText
          lines={1}
          isQuiet
          aria-label={texts.implementationOf(control)}
          placeholder={applicable ? texts.how : ''}
          value={entry.implementation}
          onText={(implementation) => edit.type({ implementation }, texts.fieldWords.implementation)}
          onBlur={edit.leave}
        />
      </div>
      <div role="cell" className={styles.source}>
        {entry.sourceRow}
      </div>
      <div role="cell" className={styles.result}>
        {result === undefined ? null : (
          <a
            href={hrefToRoom(audit, 'checklist', control)}
            aria-label={texts.toChecklist(control, verdicts[result.verdict].toLowerCase())}
            title={isOdd ? texts.excludedButFound : verdicts[result.verdict]}
          >
            <VerdictChip verdict={result.verdict} isDecoration />
          </a>
        )}
      </div>
    </div>
  );
});

/** The table of the statement. */
export function SoaTable({ groups, chosen, rowId, onChoose }: Props) {
  const audit = useAudit((state) => state.open.audit.ref);
  return (
    <div role="table" aria-label={texts.room} className={styles.table}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.row}>
          {Object.entries(texts.columns).map(([column, label]) => (
            <span key={column} role="columnheader">
              {label}
            </span>
          ))}
        </div>
      </div>
      {groups.map(({ id, title, rows }) => (
        <div key={id} role="rowgroup" aria-labelledby={`soa-group-${id}`}>
          <div role="row" className={styles.group}>
            <h2 role="rowheader" id={`soa-group-${id}`}>
              {id === ownGroup ? '' : `${id} `}
              {title}
            </h2>
          </div>
          {rows.map((row) => (
            <Row
              key={row.entry.id}
              {...row}
              id={rowId(row.entry.control)}
              isChosen={row.entry.control === chosen}
              audit={audit}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
