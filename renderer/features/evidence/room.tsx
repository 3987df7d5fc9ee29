// The evidence room: the register at the left, the chosen piece at the right.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { goToRoom, savedFilterOf } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { usePaneWidths } from '../../api/pane-widths.ts';
import { useRoomView } from '../../api/room-view.ts';
import { roomFilters } from '../../api/saved-filters.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { EvidenceDetails } from './evidence-details.tsx';
import { EvidenceFilters } from './evidence-filters.tsx';
import { EvidenceList } from './evidence-list.tsx';
import {
  type EvidenceFilter,
  type EvidenceOrder,
  filterEvidence,
  firstOrder,
  idsBetween,
  listEvidence,
  noFilter,
  readFilter,
  type Register,
  sortEvidence,
} from './evidence-rows.ts';
import { MarkedPanel } from './marked-panel.tsx';
import styles from './details.module.css';
import { texts } from './texts.ts';

interface View {
  filter: EvidenceFilter;
  chosen: string | undefined;
  order: EvidenceOrder;
  /** Ids of the marked rows. */
  marked: readonly string[];
}

const isInField = () => document.activeElement?.matches('input:not([type=checkbox]), textarea, select') === true;

/** What of the audit the register is made from, so that typing elsewhere does not make it anew. */
function useRegister(): Register {
  return useAudit(
    useShallow(({ open: { evidence, findings, actions, links, checklist, aiSystems, soa } }) => ({
      evidence,
      findings,
      actions,
      links,
      checklist,
      aiSystems,
      soa,
    })),
  );
}

const rowId = (number: string) => `evidence-row-${number}`;

/** Sets the saved filter that an address asks for, and goes on to what was chosen before. */
function useAskedFilter(record: string | undefined, set: (filter: EvidenceFilter) => void, chosen: string | undefined) {
  const ref = useAudit((state) => state.open.audit.ref);
  const saved = useWorkspace((state) => state.settings.savedFilters);
  const name = savedFilterOf(record);
  const take = useEffectEvent(() => {
    const found = roomFilters(saved, 'evidence').find((one) => one.name === name);
    if (found) set(readFilter(found));
    goToRoom(ref, 'evidence', chosen, { replace: true });
  });
  useEffect(() => {
    if (name !== '') take();
  }, [name]);
  return name === '' ? record : undefined;
}

/** The register of evidence. `address` is the number or id of the chosen piece, or a saved filter to set. */
export default function EvidenceRoom({ record: address }: { record: string | undefined }) {
  const register = useRegister();
  const panes = usePaneWidths('evidence');
  const ref = useAudit((state) => state.open.audit.ref);
  const requirements = useAudit((state) => state.catalogue.requirements);
  const { openIntake } = useAppActions();
  const [view, changeView] = useRoomView<View>('evidence', {
    filter: noFilter,
    chosen: undefined,
    order: firstOrder,
    marked: [],
  });
  const record = useAskedFilter(address, (filter) => changeView({ filter }), view.chosen);
  const [shown, setShown] = useState<PaneName>(record === undefined ? 'left' : 'main');
  const details = useRef<HTMLDivElement>(null);

  const all = useMemo(() => listEvidence(register, requirements), [register, requirements]);
  const rows = useMemo(
    () => sortEvidence(filterEvidence(all, view.filter), view.order),
    [all, view.filter, view.order],
  );
  const marked = useMemo(() => new Set(view.marked), [view.marked]);
  // What was removed meanwhile is marked no more; what a filter hides still is, and is shown in the panel.
  const markedRows = useMemo(() => all.filter(({ record: one }) => marked.has(one.id)), [all, marked]);
  const chosenKey = record ?? view.chosen;
  const chosen = all.find(({ record: one }) => one.number === chosenKey || one.id === chosenKey);
  const place = chosen ? rows.indexOf(chosen) : -1;

  useEffect(() => {
    if (record !== undefined) changeView({ chosen: record });
  }, [record, changeView]);

  const choose = (number: string) => {
    goToRoom(ref, 'evidence', number, { replace: true });
    setShown('main');
  };
  const move = (by: 1 | -1) => {
    const next = rows[place < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, place + by))];
    if (!next) return undefined;
    goToRoom(ref, 'evidence', next.record.number, { replace: true });
    requestAnimationFrame(() => document.getElementById(rowId(next.record.number))?.focus({ preventScroll: true }));
    return next;
  };
  const mark = (ids: readonly string[], isOn: boolean) => {
    const kept = markedRows.map(({ record: one }) => one.id).filter((id) => !ids.includes(id));
    changeView({ marked: isOn ? [...kept, ...ids] : kept });
  };
  const toggle = (at: number, isRange: boolean) => {
    const row = rows[at];
    if (!row) return;
    if (isRange && place >= 0) mark(idsBetween(rows, place, at), true);
    else mark([row.record.id], !marked.has(row.record.id));
  };
  const markOn = (by: 1 | -1) => {
    const from = rows[place];
    const to = move(by);
    mark(
      [from, to].flatMap((row) => (row ? [row.record.id] : [])),
      true,
    );
  };
  const focusDetails = () => {
    setShown('main');
    requestAnimationFrame(() => details.current?.querySelector<HTMLElement>('input, textarea')?.focus());
  };

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': focusDetails,
    'list.new': () => openIntake({}),
    'evidence.mark': () => toggle(place, false),
    'evidence.mark-next': () => markOn(1),
    'evidence.mark-previous': () => markOn(-1),
    'app.back': () => {
      if (markedRows.length > 0 && !isInField()) {
        changeView({ marked: [] });
        return;
      }
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setShown('left');
      if (chosen) requestAnimationFrame(() => document.getElementById(rowId(chosen.record.number))?.focus());
    },
  });

  if (all.length === 0) {
    return (
      <EmptyState
        title={texts.emptyTitle}
        actions={
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => openIntake({})}>
            {texts.add}
          </Button>
        }
      >
        {texts.emptyWords.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </EmptyState>
    );
  }

  return (
    <>
      <h1 className="visually-hidden">{texts.room}</h1>
      <SplitPanes
        {...panes}
        shape="register"
        shown={shown}
        onShow={setShown}
        left={{
          label: texts.register,
          content: (
            <EvidenceList
              rows={rows}
              total={all.length}
              chosen={place}
              rowId={rowId}
              onChoose={(number, isAgain) => (isAgain ? focusDetails() : choose(number))}
              onShowAll={() => changeView({ filter: noFilter })}
              order={view.order}
              onOrder={(order) => changeView({ order })}
              marked={marked}
              onMark={toggle}
              foot={
                markedRows.length > 0 ? (
                  <Button variant="subtle" size="compact-sm" onClick={focusDetails}>
                    {texts.marked.change}
                  </Button>
                ) : null
              }
              filters={
                <EvidenceFilters rows={all} filter={view.filter} onFilter={(filter) => changeView({ filter })} />
              }
            />
          ),
        }}
        main={{
          label: texts.details,
          content: (
            <div ref={details} className={styles.details}>
              {markedRows.length > 0 ? (
                <MarkedPanel rows={markedRows} onUnmark={(ids) => mark(ids, false)} />
              ) : chosen ? (
                <EvidenceDetails key={chosen.record.id} row={chosen} />
              ) : chosenKey === undefined ? (
                <EmptyState title={texts.nothingChosen}>
                  <p>{texts.nothingChosenWords}</p>
                </EmptyState>
              ) : (
                <EmptyState title={texts.notThere(chosenKey)}>
                  <p>{texts.notThereWords}</p>
                </EmptyState>
              )}
            </div>
          ),
        }}
      />
    </>
  );
}
