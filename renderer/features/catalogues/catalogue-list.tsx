// Which catalogues there are: those that come with Plumbline, then the person's own.
import { Button } from '@mantine/core';
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import { hrefTo } from '../../api/addresses.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Toolbar, ToolbarSpace } from '../../ui/toolbar.tsx';
import { onRowClick } from '../../ui/row-click.ts';
import styles from './catalogue-list.module.css';
import { keyOf } from './catalogue-rows.ts';
import { texts } from './texts.ts';

interface Props {
  rows: readonly CatalogueRow[];
  chosen: CatalogueRow | undefined;
  /** `isAgain`: by key, on the row that is chosen already. */
  onChoose: (row: CatalogueRow, isAgain: boolean) => void;
  onImport: () => void;
  onExport: (row: CatalogueRow) => void;
}

/** The element of a row, for moving the focus there. */
export const rowId = (row: CatalogueRow) => `catalogue-${keyOf(row)}`;

function Row({ row, isChosen, onChoose }: { row: CatalogueRow; isChosen: boolean; onChoose: Props['onChoose'] }) {
  return (
    <a
      id={rowId(row)}
      href={hrefTo({ place: 'catalogues', record: keyOf(row) })}
      className={styles.row}
      data-retired={row.isRetired || undefined}
      aria-current={isChosen || undefined}
      onClick={onRowClick(isChosen, (isAgain) => onChoose(row, isAgain))}
    >
      <span className={styles.title}>{row.title}</span>
      <span className={styles.version}>
        {row.id} <b>{row.version}</b>
      </span>
      <span className={styles.facts}>
        {row.standard}:{row.edition}
      </span>
      <span className={styles.facts}>{texts.rowFacts(row)}</span>
      <span className={styles.facts}>
        {texts.usedIn(row.audits)}
        {row.isRetired ? <b> · {texts.putAway}</b> : row.isNewest ? ` · ${texts.newest}` : ''}
      </span>
    </a>
  );
}

/** The list at the left. */
export function CatalogueList({ rows, chosen, onChoose, onImport, onExport }: Props) {
  const shipped = rows.filter(({ origin }) => origin === 'shipped');
  const own = rows.filter(({ origin }) => origin === 'own');
  const [newest] = shipped;
  const list = (some: readonly CatalogueRow[]) =>
    some.map((row) => <Row key={row.hash} row={row} isChosen={row === chosen} onChoose={onChoose} />);
  return (
    <div className={styles.list}>
      <Toolbar label={texts.list}>
        <h2 className={styles.heading}>{texts.room}</h2>
        <ToolbarSpace />
        <Button variant="default" rightSection={<KeyCap keys="i" />} onClick={onImport}>
          {texts.import}
        </Button>
      </Toolbar>
      <div className={styles.rows}>
        <h3>{texts.origins.shipped}</h3>
        {list(shipped)}
        <h3>{texts.origins.own}</h3>
        {own.length > 0 ? (
          list(own)
        ) : (
          <div className={styles.none}>
            <p>{texts.noOwn}</p>
            {newest ? (
              <Button variant="default" onClick={() => onExport(newest)}>
                {texts.exportOurs}
              </Button>
            ) : null}
            <Button variant="default" onClick={onImport}>
              {texts.importOne}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
