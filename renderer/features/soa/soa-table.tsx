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
    <tr
      id={id}
      tabIndex={-1}
      className={styles.row}
      data-chosen={isChosen || undefined}
      data-excluded={!applicable || undefined}
      onFocus={() => onChoose(control)}
    >
      <th scope="row" className={styles.control}>
        <span className={styles.id}>{control}</span> {title}
      </th>
      <td>
        <fieldset
          aria-label={texts.applicableOf(control)}
          className={styles.choice}
          data-unstated={!stated || undefined}
        >
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
        </fieldset>
        {stated ? null : <small className={styles.unstated}>{texts.unstated}</small>}
      </td>
      <td className={styles.text}>
        <GrowingText
          lines={1}
          isQuiet
          aria-label={texts.justificationOf(control)}
          placeholder={applicable ? texts.whyIncluded : texts.whyExcluded}
          value={entry.justification}
          onText={(justification) => edit.type({ justification }, texts.fieldWords.justification)}
          onBlur={edit.leave}
        />
      </td>
      <td className={styles.text}>
        <GrowingText
          lines={1}
          isQuiet
          aria-label={texts.implementationOf(control)}
          placeholder={applicable ? texts.how : ''}
          value={entry.implementation}
          onText={(implementation) => edit.type({ implementation }, texts.fieldWords.implementation)}
          onBlur={edit.leave}
        />
      </td>
      <td className={styles.source}>{entry.sourceRow}</td>
      <td className={styles.result}>
        {result === undefined ? null : (
          <a
            href={hrefToRoom(audit, 'checklist', control)}
            aria-label={texts.toChecklist(control, verdicts[result.verdict].toLowerCase())}
            title={isOdd ? texts.excludedButFound : verdicts[result.verdict]}
          >
            <VerdictChip verdict={result.verdict} isDecoration />
          </a>
        )}
      </td>
    </tr>
  );
});

/** The table of the statement. */
export function SoaTable({ groups, chosen, rowId, onChoose }: Props) {
  const audit = useAudit((state) => state.open.audit.ref);
  return (
    <div className={styles.place}>
      <table aria-label={texts.room} className={styles.table}>
        <thead>
          <tr>
            {Object.entries(texts.columns).map(([column, label]) => (
              <th key={column} scope="col" data-column={column}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, title, rows }) => (
          <tbody key={id}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={6}>
                {id === ownGroup ? '' : `${id} `}
                {title}
              </th>
            </tr>
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
          </tbody>
        ))}
      </table>
    </div>
  );
}
