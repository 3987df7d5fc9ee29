// The Statement of Applicability: every control, whether it applies, why, and how it is done.
import { Button } from '@mantine/core';
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { resultsByRequirement } from '../../../shared/domain/summary.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import styles from './room.module.css';
import { SoaHead } from './soa-head.tsx';
import { SoaImport } from './soa-import.tsx';
import { filterGroups, groupEntries, type SoaFilter } from './soa-rows.ts';
import { SoaTable } from './soa-table.tsx';
import { SoaTools } from './soa-tools.tsx';
import { texts } from './texts.ts';

interface View {
  filter: SoaFilter;
  text: string;
  chosen: string | undefined;
}

const rowId = (control: string) => `soa-row-${control}`;

/** A spreadsheet that is dropped in this room is a statement, not evidence. */
function droppedSpreadsheet({ dataTransfer }: DragEvent): File | undefined {
  const [file, ...more] = dataTransfer.files;
  return file && more.length === 0 && /\.xls[xm]?$/i.test(file.name) ? file : undefined;
}

/** The applicability room. `record` is the id of a control. */
export default function ApplicabilityRoom({ record }: { record: string | undefined }) {
  const session = useAuditSession();
  const catalogue = useAudit((state) => state.catalogue);
  const soa = useAudit((state) => state.open.soa);
  const checklist = useAudit((state) => state.open.checklist);
  const audit = useAudit((state) => state.open.audit);
  const { ref } = audit;
  const [view, changeView] = useRoomView<View>('applicability', { filter: 'all', text: '', chosen: undefined });
  const [importing, setImporting] = useState<{ file: File | undefined }>();
  const scroller = useRef<HTMLDivElement>(null);
  const scrollKey = `${ref} applicability`;
  useKeptScroll(scrollKey, scroller);

  const results = useMemo(
    () => resultsByRequirement(catalogue, { audit, checklist, soa }),
    [catalogue, audit, checklist, soa],
  );
  const all = useMemo(() => groupEntries(soa.entries, catalogue, results, texts.own), [soa, catalogue, results]);
  const groups = useMemo(() => filterGroups(all, view.filter, view.text), [all, view.filter, view.text]);
  const chosen = record ?? view.chosen;

  useEffect(() => {
    if (record === undefined) return;
    changeView({ chosen: record });
    document.getElementById(rowId(record))?.scrollIntoView({ block: 'nearest' });
  }, [record, changeView]);
  useEffect(() => () => session.leaveField(), [session]);

  const choose = (control: string) => {
    if (control !== chosen) goToRoom(ref, 'applicability', control, { replace: true });
  };
  const move = (by: 1 | -1) => {
    const order = groups.flatMap(({ rows }) => rows.map(({ entry }) => entry.control));
    const place = order.indexOf(chosen ?? '');
    const next = order[place < 0 ? 0 : Math.min(order.length - 1, Math.max(0, place + by))];
    if (next === undefined) return;
    choose(next);
    document.getElementById(rowId(next))?.focus();
  };
  const chosenRow = () => document.getElementById(rowId(chosen ?? ''));
  const decide = (applicable: boolean) => {
    const entry = soa.entries.find(({ control }) => control === chosen);
    if (!entry || (entry.stated && entry.applicable === applicable)) return;
    session.edit('soaEntry', entry.id, { applicable }, { label: `${texts.fieldWords.applicable} of ${entry.control}` });
  };

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': () => chosenRow()?.querySelector('textarea')?.focus(),
    'checklist.conforms': () => decide(true),
    'checklist.not-applicable': () => decide(false),
    'applicability.import': () => setImporting({ file: undefined }),
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      chosenRow()?.focus();
    },
  });

  return (
    <div
      ref={scroller}
      className={styles.room}
      onDrop={(event) => {
        const file = droppedSpreadsheet(event);
        if (!file) return;
        event.preventDefault();
        setImporting({ file });
      }}
    >
      <KeptAsPrinted noun="soa">
        <SoaHead soa={soa} onImport={() => setImporting({ file: undefined })} />
      </KeptAsPrinted>
      <SoaTools entries={soa.entries} filter={view.filter} text={view.text} onView={changeView} />
      {soa.entries.some(({ stated }) => stated) ? null : (
        <div className={styles.first}>
          <h2>{texts.unstatedTitle}</h2>
          <p>{texts.unstatedWords}</p>
        </div>
      )}
      {groups.length === 0 ? (
        <div className={styles.first}>
          <p>{texts.nothingFound}</p>
          <Button variant="default" onClick={() => changeView({ filter: 'all', text: '' })}>
            {texts.showAll}
          </Button>
        </div>
      ) : (
        <KeptAsPrinted noun="soaEntry">
          <SoaTable groups={groups} chosen={chosen} rowId={rowId} onChoose={choose} />
        </KeptAsPrinted>
      )}
      {importing ? <SoaImport first={importing.file} onClose={() => setImporting(undefined)} /> : null}
    </div>
  );
}
