// The evidence room: the register at the left, the chosen piece at the right.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { goToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { EvidenceDetails } from './evidence-details.tsx';
import { EvidenceFilters } from './evidence-filters.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { type EvidenceFilter, filterEvidence, listEvidence, noFilter } from './evidence-rows.ts';
import styles from './details.module.css';
import { texts } from './texts.ts';

interface View {
  filter: EvidenceFilter;
  chosen: string | undefined;
}

const rowId = (number: string) => `evidence-row-${number}`;

/** The register of evidence. `record` is the number or id of the chosen piece. */
export default function EvidenceRoom({ record }: { record: string | undefined }) {
  const open = useAudit((state) => state.open);
  const requirements = useAudit((state) => state.catalogue.requirements);
  const { openIntake } = useAppActions();
  const [view, changeView] = useRoomView<View>('evidence', { filter: noFilter, chosen: undefined });
  const [shown, setShown] = useState<PaneName>(record === undefined ? 'left' : 'main');
  const details = useRef<HTMLDivElement>(null);

  const { evidence, links, findings, checklist, aiSystems, soa } = open;
  // Not again with every key that is typed elsewhere, such as into the line at the bottom.
  const all = useMemo(
    () => listEvidence({ evidence, links, findings, checklist, aiSystems, soa }, requirements),
    [evidence, links, findings, checklist, aiSystems, soa, requirements],
  );
  const rows = useMemo(() => filterEvidence(all, view.filter), [all, view.filter]);
  const chosenKey = record ?? view.chosen;
  const chosen = all.find(({ record: one }) => one.number === chosenKey || one.id === chosenKey);
  const place = chosen ? rows.indexOf(chosen) : -1;

  useEffect(() => {
    if (record !== undefined) changeView({ chosen: record });
  }, [record, changeView]);

  const choose = (number: string) => {
    goToRoom(open.audit.ref, 'evidence', number, { replace: true });
    setShown('main');
  };
  const move = (by: 1 | -1) => {
    const next = rows[place < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, place + by))];
    if (!next) return;
    goToRoom(open.audit.ref, 'evidence', next.record.number, { replace: true });
    requestAnimationFrame(() => document.getElementById(rowId(next.record.number))?.focus({ preventScroll: true }));
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
    'app.back': () => {
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
              {chosen ? (
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
