// The checklist: requirements at the left, the questions of one in the middle, what helps at the right.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Question } from '../../../shared/domain/catalogue.ts';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { isAppError } from '../../../shared/errors.ts';
import { goToRoom, hrefToRoom } from '../../api/addresses.ts';
import { useAppActions, useIntakeTarget } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useHrefOfReference } from '../../api/references.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import {
  askedFilter,
  type Filter,
  filterItems,
  findSelected,
  noFilter,
  startOf,
  viewChecklist,
} from './checklist-view.ts';
import { ContextPane } from './context-pane.tsx';
import { giveVerdict, raiseFinding } from './give-answer.ts';
import { ClosedQuestion, OpenQuestion, verdictKeys } from './question.tsx';
import { RequirementTree } from './requirement-tree.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

/** The checklist room. `record` is an item's id, a requirement's id, or a theme to filter by. */
export default function ChecklistRoom({ record }: { record: string | undefined }) {
  const session = useAuditSession();
  const { say, openIntake } = useAppActions();
  const catalogue = useAudit((state) => state.catalogue);
  const audit = useAudit((state) => state.open.audit);
  const checklist = useAudit((state) => state.open.checklist);
  const soa = useAudit((state) => state.open.soa);
  const systems = useAudit((state) => state.open.aiSystems);
  const hrefOf = useHrefOfReference();
  const [{ last, filter: keptFilter }, setRoomView] = useRoomView('checklist', { last: '', filter: noFilter });
  const asked = useMemo(() => askedFilter(record, catalogue), [record, catalogue]);
  const filter = asked ?? keptFilter;
  const setFilter = (next: Filter) => setRoomView({ filter: next });
  const [pane, setPane] = useState<{ name: PaneName; place: string | undefined }>();
  const search = useRef<HTMLInputElement>(null);
  const article = useRef<HTMLElement>(null);
  const isMovedByKey = useRef(false);

  const questions = useMemo(
    () => new Map(catalogue.questions.map((question): [string, Question] => [question.id, question])),
    [catalogue],
  );
  const depths = useMemo(
    () => new Map<string, string>(catalogue.depths.map(({ id, title }) => [id, title.toLowerCase()])),
    [catalogue],
  );
  const view = useMemo(() => viewChecklist(catalogue, { audit, checklist, soa }), [catalogue, audit, checklist, soa]);
  const fitting = useMemo(() => filterItems(view, questions, systems, filter), [view, questions, systems, filter]);
  const selected = findSelected(view, asked ? startOf(view, fitting) : (record ?? last));
  const item = selected?.item;
  const row = selected?.row;
  const question = item && questions.get(item.questionId);
  const interviewed = useMemo(() => checklist.flatMap(({ interviewees }) => interviewees), [checklist]);
  const people = [...new Set([...interviewed, ...(question?.interviewees ?? [])])];
  useIntakeTarget({ item: item?.id });

  const place = item?.id ?? row?.requirement.id;
  useEffect(() => {
    if (place === undefined) return;
    setRoomView({ last: place, ...(asked ? { filter: asked } : {}) });
    // The address of a requirement means the question found now, not another one once that is answered.
    if (place !== record) goToRoom(audit.ref, 'checklist', place, { replace: true });
  }, [place, record, asked, audit.ref, setRoomView]);
  const showArticle = () => {
    article.current?.scrollIntoView({ block: 'nearest' });
    if (isMovedByKey.current) article.current?.focus({ preventScroll: true });
    isMovedByKey.current = false;
  };

  const move = (by: 1 | -1) => {
    const order = [...view.rowById.values()].flatMap(({ items }) => items.map(({ id }) => id));
    const here = item === undefined ? -1 : order.indexOf(item.id);
    const ahead = by === 1 ? order.slice(here + 1) : order.slice(0, Math.max(here, 0)).toReversed();
    const next = ahead.find((id) => fitting.has(id));
    if (next === undefined) return;
    isMovedByKey.current = true;
    goToRoom(audit.ref, 'checklist', next, { replace: true });
  };
  const answer = (verdict: keyof typeof verdicts) => {
    if (!row || !item) return;
    const refused = giveVerdict(session, row, item, verdict);
    if (refused !== undefined) say(refused, { isAlarm: true });
  };
  const addEvidence = () => {
    if (item) openIntake({ items: [item.id] });
  };
  const raise = async () => {
    if (!row || !item) return;
    session.leaveField();
    try {
      const { id, number } = await raiseFinding(session, catalogue, row, item);
      say(texts.raised(number));
      goToRoom(audit.ref, 'findings', id);
    } catch (error) {
      say(isAppError(error) ? error.message : String(error), { isAlarm: true });
    }
  };
  const back = () => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.matches('input, textarea, select')) {
      focused.blur();
      article.current?.focus({ preventScroll: true });
    } else if (filter !== noFilter) {
      setFilter(noFilter);
    }
  };
  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'app.search': () => {
      setPane({ name: 'left', place });
      requestAnimationFrame(() => search.current?.focus());
    },
    'app.back': back,
    ...Object.fromEntries(Object.values(verdictKeys).map((verdict) => [`checklist.${verdict}`, () => answer(verdict)])),
    'checklist.clear': () => answer('not-started'),
    'checklist.note': () => {
      const needsReason = item !== undefined && item.reason === '' && item.verdict.startsWith('not-a');
      article.current?.querySelector<HTMLElement>(`[data-field="${needsReason ? 'reason' : 'notes'}"]`)?.focus();
    },
    'checklist.evidence': addEvidence,
    'checklist.finding': () => void raise(),
  });

  if (!row) return null;
  const { requirement } = row;
  const entry = soa.entries.find(({ control }) => control === requirement.id);
  const sampledSystems = systems.filter(({ sampled }) => sampled).map(({ name }) => name);
  return (
    <SplitPanes
      // Whoever goes to another question wants to see it.
      shown={pane !== undefined && pane.place === place ? pane.name : 'main'}
      onShow={(name) => setPane({ name, place })}
      left={{
        label: texts.tree,
        content: (
          <RequirementTree
            audit={audit.ref}
            view={view}
            fitting={fitting}
            current={requirement.id}
            filter={filter}
            counts={view.counts}
            catalogue={catalogue}
            systems={systems}
            search={search}
            onFilter={setFilter}
          />
        ),
      }}
      main={{
        label: texts.work,
        content: (
          <div className={styles.work}>
            <header className={styles.header}>
              <p className={styles.facts}>
                {[requirement.id, texts.answered(row.answered, row.items.length), ...sampledSystems.slice(0, 3)].join(
                  ' · ',
                )}
              </p>
              <h1>{requirement.title}</h1>
              {row.isExcluded ? (
                <p className={styles.excluded}>
                  {texts.excludedWords} {entry?.justification || texts.noJustification}
                </p>
              ) : null}
            </header>
            {row.items.length === 0 ? <p className={styles.none}>{texts.noQuestion}</p> : null}
            {row.items.map((one) =>
              one.id === item?.id ? (
                <OpenQuestion
                  key={one.id}
                  item={one}
                  depth={depths.get(questions.get(one.questionId)?.depth ?? '') ?? ''}
                  people={people}
                  articleRef={article}
                  onShown={showArticle}
                  onVerdict={answer}
                  onEvidence={addEvidence}
                  onFinding={() => void raise()}
                />
              ) : (
                <ClosedQuestion
                  key={one.id}
                  item={one}
                  depth={depths.get(questions.get(one.questionId)?.depth ?? '') ?? ''}
                  href={hrefToRoom(audit.ref, 'checklist', one.id)}
                  hrefOf={hrefOf}
                />
              ),
            )}
          </div>
        ),
      }}
      right={{
        label: texts.context,
        content: <ContextPane row={row} item={item} question={question} catalogue={catalogue} />,
      }}
    />
  );
}
