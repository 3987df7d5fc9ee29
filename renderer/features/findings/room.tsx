// The findings room: the list at the left, one finding in its parts, its evidence and history at the right.
import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Grade } from '../../../shared/domain/vocabulary.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useAppActions, useIntakeTarget } from '../../api/app-actions.tsx';
import { useTemplate } from '../../api/audit-template.ts';
import { useCommands } from '../../api/commands.ts';
import { usePaneWidths } from '../../api/pane-widths.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { instantNow } from '../../ui/local-time.ts';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { CarryOver } from './carry-over.tsx';
import { FindingContext } from './finding-context.tsx';
import { FindingEditor } from './finding-editor.tsx';
import { gradeOrder } from './finding-grades.ts';
import { FindingList, rowId } from './finding-list.tsx';
import { type FindingFilter, groupFindings, listFindings } from './finding-rows.ts';
import { RaisePanel } from './raise-panel.tsx';
import { texts } from './texts.ts';

interface View {
  filter: FindingFilter;
  text: string;
  chosen: string | undefined;
}

const afterPaint = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work));

/** The findings. `record` is the number or id of the chosen one. */
export default function FindingsRoom({ record }: { record: string | undefined }) {
  const panes = usePaneWidths('findings');
  const session = useAuditSession();
  const open = useAudit((state) => state.open);
  const { say } = useAppActions();
  const [view, changeView] = useRoomView<View>('findings', { filter: 'all', text: '', chosen: undefined });
  const [shown, setShown] = useState<PaneName>(record === undefined ? 'left' : 'main');
  const [isRaising, setRaising] = useState(false);
  const main = useRef<HTMLDivElement>(null);
  const { ref } = open.audit;

  const { findings, actions } = open;
  const today = instantNow().slice(0, 10);
  const all = useMemo(() => listFindings({ findings, actions }, today), [findings, actions, today]);
  const template = useTemplate();
  const rows = useMemo(
    () => groupFindings(all, view.filter, view.text, gradeOrder(template)),
    [all, view.filter, view.text, template],
  );
  const chosenKey = record ?? view.chosen;
  const chosen = all.find(({ record: one }) => one.number === chosenKey || one.id === chosenKey)?.record;
  useIntakeTarget({ finding: chosen?.id });

  useEffect(() => {
    if (record !== undefined) changeView({ chosen: record });
  }, [record, changeView]);

  const show = useCallback(
    (number: string) => {
      setRaising(false);
      goToRoom(ref, 'findings', number, { replace: true });
    },
    [ref],
  );
  const move = (by: 1 | -1) => {
    const order = rows.flatMap((row) => (row.kind === 'finding' ? [row.record] : []));
    const place = order.findIndex(({ id }) => id === chosen?.id);
    const next = order[place < 0 ? 0 : Math.min(order.length - 1, Math.max(0, place + by))];
    if (!next) return;
    show(next.number);
    afterPaint(() => document.getElementById(rowId(next.number))?.focus({ preventScroll: true }));
  };
  const focusEditor = useCallback(() => {
    setShown('main');
    afterPaint(() => main.current?.querySelector('textarea')?.focus());
  }, []);
  const choose = useCallback(
    (number: string, isAgain: boolean) => {
      show(number);
      setShown('main');
      if (isAgain) focusEditor();
    },
    [show, focusEditor],
  );
  const startRaising = () => {
    setRaising(true);
    setShown('main');
  };
  const raise = async (grade: Grade) => {
    try {
      const { number } = await session.run('findings.create', { id: uuidv7(), fields: { grade } }, texts.raiseLabel);
      changeView({ filter: 'all', text: '' });
      show(number);
      focusEditor();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    // While a grade is being chosen, Enter raises the finding.
    ...(isRaising ? {} : { 'list.open': focusEditor }),
    'list.new': startRaising,
    'checklist.finding': startRaising,
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setRaising(false);
      setShown('left');
      if (chosen) afterPaint(() => document.getElementById(rowId(chosen.number))?.focus());
    },
  });

  const editor = () => {
    if (isRaising) return <RaisePanel onRaise={raise} onCancel={() => setRaising(false)} />;
    if (chosen) return <FindingEditor key={chosen.id} finding={chosen} />;
    const isUnknown = chosenKey !== undefined;
    return (
      <EmptyState title={isUnknown ? texts.notThere(chosenKey) : texts.nothingChosen}>
        <p>{isUnknown ? texts.notThereWords : texts.nothingChosenWords}</p>
      </EmptyState>
    );
  };

  if (all.length === 0 && !isRaising) {
    return (
      <EmptyState
        title={texts.emptyTitle}
        actions={
          <>
            <Button onClick={startRaising}>{texts.raiseFirst}</Button>
            <CarryOver />
          </>
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
      <h1 className="visually-hidden">{texts.list}</h1>
      <SplitPanes
        {...panes}
        shown={shown}
        onShow={setShown}
        left={{
          label: texts.list,
          content: (
            <FindingList
              all={all}
              rows={rows}
              filter={view.filter}
              text={view.text}
              chosen={chosen?.id}
              onView={changeView}
              onChoose={choose}
              onRaise={startRaising}
            />
          ),
        }}
        main={{ label: texts.editor, content: <div ref={main}>{editor()}</div> }}
        {...(chosen && !isRaising
          ? {
              right: {
                label: texts.context,
                content: <FindingContext key={chosen.id} finding={chosen} />,
              },
            }
          : {})}
      />
    </>
  );
}
