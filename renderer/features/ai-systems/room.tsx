// The AI systems room: the inventory at the left; at the right the chosen system, or the sample as a whole.
import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { samplingWarnings } from '../../../shared/domain/system-sampling.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import styles from './details.module.css';
import { Sampling } from './sampling.tsx';
import { SystemDetails } from './system-details.tsx';
import { SystemImport } from './system-import.tsx';
import { filterSystems, noFilter, type SystemOrder, sortSystems, type SystemFilter } from './system-rows.ts';
import { SystemTable } from './system-table.tsx';
import { MarkedBar, SystemTools } from './system-tools.tsx';
import { texts } from './texts.ts';
import { useSystemChanges } from './use-system-changes.ts';

interface View {
  filter: SystemFilter;
  order: SystemOrder;
  chosen: string | undefined;
  marked: ReadonlySet<string>;
}

const initial: View = {
  filter: noFilter,
  order: { column: 'name', isDescending: false },
  chosen: undefined,
  marked: new Set(),
};
const rowId = (id: string) => `system-row-${id}`;
const focusRow = (id: string) =>
  requestAnimationFrame(() => document.getElementById(rowId(id))?.focus({ preventScroll: true }));

/** A spreadsheet that is dropped in this room is a list of systems, not evidence. */
function droppedList({ dataTransfer }: DragEvent): File | undefined {
  const [file, ...more] = dataTransfer.files;
  return file && more.length === 0 && /\.(xls[xm]?|csv|tsv)$/i.test(file.name) ? file : undefined;
}

/** The inventory of AI systems. `record` is the id of the chosen one. */
export default function SystemsRoom({ record }: { record: string | undefined }) {
  const { ref } = useAudit((state) => state.open.audit);
  const all = useAudit((state) => state.open.aiSystems);
  const checklist = useAudit((state) => state.open.checklist);
  const [view, changeView] = useRoomView<View>('systems', initial);
  const [shown, setShown] = useState<PaneName>(record === undefined ? 'left' : 'main');
  const [asked, setAsked] = useState<string>();
  const [importing, setImporting] = useState<{ file: File | undefined }>();
  const details = useRef<HTMLDivElement>(null);
  const changes = useSystemChanges();

  const rows = useMemo(() => sortSystems(filterSystems(all, view.filter), view.order), [all, view.filter, view.order]);
  const warnings = useMemo(() => samplingWarnings(all, checklist).length, [all, checklist]);
  const chosenId = record ?? view.chosen;
  const chosen = all.find(({ id }) => id === chosenId);
  const place = chosen ? rows.indexOf(chosen) : -1;
  const marked = all.flatMap(({ id }) => (view.marked.has(id) ? [id] : []));

  useEffect(() => {
    if (record !== undefined) changeView({ chosen: record });
  }, [record, changeView]);

  const go = (id: string | undefined) => goToRoom(ref, 'systems', id, { replace: true });
  const focusDetails = () => {
    setShown('main');
    requestAnimationFrame(() => details.current?.querySelector<HTMLElement>('textarea, input')?.focus());
  };
  const move = (by: 1 | -1) => {
    const next = rows[place < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, place + by))];
    if (!next) return;
    go(next.id);
    focusRow(next.id);
  };
  const add = async () => {
    const id = await changes.add();
    if (id === undefined) return;
    changeView({ filter: noFilter });
    go(id);
    setShown('main');
    requestAnimationFrame(() => {
      const name = details.current?.querySelector('textarea');
      name?.focus();
      name?.select();
    });
  };
  const sample = (system: AiSystemRecord) => {
    const sampled = !system.sampled;
    changes.set(system, { sampled }, texts.fields.sampled);
    setAsked(sampled || (system.impact === 'high' && system.inScope) ? system.id : undefined);
    if (system.id !== chosenId) go(system.id);
  };
  const scope = (system: AiSystemRecord) => changes.set(system, { inScope: !system.inScope }, texts.fields.inScope);
  const mark = (id: string) => {
    const next = new Set(view.marked);
    if (!next.delete(id)) next.add(id);
    changeView({ marked: next });
  };
  const showSampling = () => {
    changeView({ chosen: undefined });
    go(undefined);
    setShown('main');
  };
  const remove = async (system: AiSystemRecord) => {
    const next = rows[place + 1] ?? rows[place - 1];
    await changes.remove(system);
    if (next) focusRow(next.id);
  };
  const withChosen = (work: (system: AiSystemRecord) => void) => () => {
    if (chosen) work(chosen);
  };

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': () => {
      if (chosen) focusDetails();
    },
    'list.new': () => void add(),
    'systems.mark': withChosen(({ id }) => mark(id)),
    'systems.sample': withChosen(sample),
    'systems.scope': withChosen(scope),
    'systems.ask': withChosen((system) => void changes.ask([system])),
    'systems.sampling': showSampling,
    'systems.import': () => setImporting({ file: undefined }),
    'systems.remove': withChosen((system) => void remove(system)),
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setShown('left');
      if (chosen) focusRow(chosen.id);
    },
  });

  const importLayer = importing ? (
    <SystemImport first={importing.file} onClose={() => setImporting(undefined)} />
  ) : null;
  const importButton = (
    <Button
      variant="default"
      leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
      onClick={() => setImporting({ file: undefined })}
    >
      {texts.import}
    </Button>
  );
  const drop = (event: DragEvent) => {
    const file = droppedList(event);
    if (!file) return;
    event.preventDefault();
    setImporting({ file });
  };

  if (all.length === 0) {
    return (
      <div onDrop={drop}>
        <h1 className="visually-hidden">{texts.title}</h1>
        <EmptyState
          title={texts.emptyTitle}
          actions={
            <>
              {importButton}
              <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => void add()}>
                {texts.add}
              </Button>
            </>
          }
        >
          {texts.emptyWords.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </EmptyState>
        {importLayer}
      </div>
    );
  }

  return (
    <div className={styles.room} onDrop={drop}>
      <h1 className="visually-hidden">{texts.title}</h1>
      <SplitPanes
        shape="register"
        shown={shown}
        onShow={setShown}
        left={{
          label: texts.inventory,
          content: (
            <SystemTable
              rows={rows}
              total={all.length}
              sampled={all.filter(({ sampled }) => sampled).length}
              chosen={place}
              marked={view.marked}
              asked={asked}
              order={view.order}
              onOrder={(order) => changeView({ order })}
              rowId={rowId}
              onChoose={(id, isAgain) => {
                if (isAgain) focusDetails();
                else {
                  go(id);
                  setShown('main');
                }
              }}
              onMark={mark}
              onSample={sample}
              onScope={scope}
              onAnswered={({ id }) => {
                setAsked(undefined);
                focusRow(id);
              }}
              onShowAll={() => changeView({ filter: noFilter })}
              tools={
                <div>
                  <SystemTools
                    systems={all}
                    filter={view.filter}
                    onFilter={(filter) => changeView({ filter })}
                    warnings={warnings}
                    isSampling={chosenId === undefined}
                    onSampling={showSampling}
                    onAdd={() => void add()}
                    onImport={() => setImporting({ file: undefined })}
                  />
                  {marked.length > 0 ? (
                    <MarkedBar marked={marked} changes={changes} onClear={() => changeView({ marked: new Set() })} />
                  ) : null}
                </div>
              }
            />
          ),
        }}
        main={{
          label: texts.details,
          content: (
            <div ref={details} className={styles.details}>
              {chosen ? (
                <SystemDetails key={chosen.id} system={chosen} changes={changes} />
              ) : chosenId === undefined ? (
                <Sampling changes={changes} />
              ) : (
                <EmptyState title={texts.notThere}>
                  <p>{texts.notThereWords}</p>
                </EmptyState>
              )}
            </div>
          ),
        }}
      />
      {importLayer}
    </div>
  );
}
