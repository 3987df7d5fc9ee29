// The catalogues: which there are at the left, the questions of one to read, what it is and what can be done with it.
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import { goTo } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { usePaneWidths } from '../../api/pane-widths.ts';
import { DropTarget } from '../../ui/drop-target.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { CatalogueDetails } from './catalogue-details.tsx';
import { CatalogueList, rowId } from './catalogue-list.tsx';
import { findCatalogue, keyOf } from './catalogue-rows.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { QuestionList } from './question-list.tsx';
import { texts } from './texts.ts';
import { useCatalogue, useCatalogues } from './use-catalogues.ts';
import { useExporter } from './use-exporter.ts';

const show = (row: CatalogueRow) => goTo({ place: 'catalogues', record: keyOf(row) }, { replace: true });

/** The catalogues room. `record` is the beginning of a hash, or an id. */
export default function CataloguesRoom({ record }: { record: string | undefined }) {
  const panes = usePaneWidths('catalogues');
  const { rows, failure, reload } = useCatalogues();
  const chosen = rows && findCatalogue(rows, record);
  const { catalogue, failure: unread } = useCatalogue(chosen?.hash);
  const exporter = useExporter();
  const [importing, setImporting] = useState<{ file: File | undefined }>();
  const [comparing, setComparing] = useState<{ from: CatalogueRow; to: CatalogueRow }>();
  const [shown, setShown] = useState<PaneName>(record === undefined ? 'left' : 'right');
  const reading = useRef<HTMLDivElement>(null);
  const other = useRef<HTMLInputElement>(null);

  const exportSpreadsheet = (row: CatalogueRow) => {
    show(row);
    setShown('right');
    void exporter.start({ hash: row.hash, format: 'xlsx' });
  };
  const move = (by: 1 | -1) => {
    const summaries = [...(reading.current?.querySelectorAll<HTMLElement>('summary') ?? [])];
    const place = summaries.indexOf(document.activeElement as HTMLElement);
    if (place >= 0) {
      summaries[place + by]?.focus();
      return;
    }
    const order = [...(rows ?? [])];
    const next = order[Math.max(0, Math.min(order.length - 1, order.findIndex((row) => row === chosen) + by))];
    if (!next) return;
    show(next);
    document.getElementById(rowId(next))?.focus();
  };

  const startReading = () => {
    setShown('main');
    requestAnimationFrame(() => reading.current?.querySelector('summary')?.focus());
  };

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': startReading,
    'catalogues.import': () => setImporting({ file: undefined }),
    ...(chosen
      ? {
          'catalogues.spreadsheet': () => exportSpreadsheet(chosen),
          'catalogues.compare': () => {
            other.current?.focus();
            setShown('right');
            // On a narrow page the pane is there only then.
            requestAnimationFrame(() => other.current?.focus());
          },
        }
      : {}),
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setShown('left');
      if (chosen) document.getElementById(rowId(chosen))?.focus();
    },
  });

  if (failure !== undefined && rows === undefined) {
    return (
      <EmptyState
        title={texts.loadFailed(failure)}
        actions={<Button onClick={() => void reload()}>{texts.tryAgain}</Button>}
      />
    );
  }
  if (rows === undefined) return null;
  return (
    <>
      <h1 className="visually-hidden">{texts.room}</h1>
      <SplitPanes
        {...panes}
        shown={shown}
        onShow={setShown}
        left={{
          label: texts.list,
          content: (
            <CatalogueList
              rows={rows}
              chosen={chosen}
              onImport={() => setImporting({ file: undefined })}
              onExport={exportSpreadsheet}
              onChoose={(row, isAgain) => {
                show(row);
                setShown('right');
                if (isAgain) startReading();
              }}
            />
          ),
        }}
        main={{
          label: texts.reading,
          content: chosen ? (
            <QuestionList key={chosen.hash} ref={reading} catalogue={catalogue} failure={unread} />
          ) : (
            <EmptyState title={texts.notThere(record ?? '')}>
              <p>{texts.notThereWords}</p>
            </EmptyState>
          ),
        }}
        {...(chosen
          ? {
              right: {
                label: texts.about,
                content: (
                  <CatalogueDetails
                    key={chosen.hash}
                    row={chosen}
                    rows={rows}
                    catalogue={catalogue}
                    exporter={exporter}
                    other={other}
                    onCompare={(to) => setComparing({ from: to, to: chosen })}
                    onChanged={reload}
                  />
                ),
              },
            }
          : {})}
      />
      {importing || comparing ? null : (
        <DropTarget words={texts.dropHere} onFiles={({ files: [file] }) => setImporting({ file })} />
      )}
      {comparing ? <CompareDialog {...comparing} onClose={() => setComparing(undefined)} /> : null}
      {importing ? (
        <ImportDialog
          first={importing.file}
          rows={rows}
          onClose={() => setImporting(undefined)}
          onImported={(row) => {
            setImporting(undefined);
            void reload().then(() => show(row));
          }}
        />
      ) : null}
    </>
  );
}
