// What the checklist room looks at: the tree, what the filter leaves, and the question that is open.
import { useEffect, useMemo, useRef } from 'react';
import { goToRoom } from '../../api/addresses.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import {
  askedFilter,
  type Filter,
  filterItems,
  findSelected,
  noFilter,
  nowhere,
  questionFinder,
  startOf,
  viewChecklist,
} from './checklist-view.ts';

/** The room's view of the audit. `record` is an item's id, a requirement's id, or a theme to filter by. */
export function useChecklist(record: string | undefined) {
  const catalogue = useAudit((state) => state.catalogue);
  const audit = useAudit((state) => state.open.audit);
  const checklist = useAudit((state) => state.open.checklist);
  const soa = useAudit((state) => state.open.soa);
  const systems = useAudit((state) => state.open.aiSystems);
  const [{ last, filter: kept }, setRoomView] = useRoomView('checklist', { last: nowhere, filter: noFilter });
  const asked = useMemo(() => askedFilter(record, catalogue), [record, catalogue]);
  const filter = asked ?? kept;
  const article = useRef<HTMLElement>(null);
  const isFocusWanted = useRef(false);
  const hasShown = useRef(false);

  const questionOf = useMemo(() => questionFinder(catalogue), [catalogue]);
  const view = useMemo(() => viewChecklist(catalogue, { audit, checklist, soa }), [catalogue, audit, checklist, soa]);
  const fitting = useMemo(() => filterItems(view, questionOf, systems, filter), [view, questionOf, systems, filter]);
  const selected = findSelected(view, asked ? startOf(view, fitting) : (record ?? last.record), last);
  const item = selected?.item;
  const row = selected?.row;

  const place = item?.id ?? row?.requirement.id;
  const requirement = row?.requirement.id ?? '';
  const index = item && row ? row.items.indexOf(item) : 0;
  useEffect(() => {
    if (place === undefined) return;
    setRoomView({ last: { record: place, requirement, index }, ...(asked ? { filter: asked } : {}) });
    // The address of a requirement means the question found now, not another one once that is answered.
    if (place !== record) goToRoom(audit.ref, 'checklist', place, { replace: true });
  }, [place, requirement, index, record, asked, audit.ref, setRoomView]);

  const focusArticle = () => {
    article.current?.scrollIntoView({ block: 'nearest' });
    article.current?.focus({ preventScroll: true });
  };
  return {
    catalogue,
    audit,
    systems,
    view,
    fitting,
    filter,
    setFilter: (next: Filter) => setRoomView({ filter: next }),
    row,
    item,
    question: item && questionOf(item),
    questionOf,
    place,
    article,
    /** Gives the open question the focus, as it is now. */
    focusArticle,
    /** Gives the focus to the question that opens next. */
    focusNext: () => {
      isFocusWanted.current = true;
    },
    /** For the question that has just opened. It also takes the focus that went with the one before it. */
    showArticle: () => {
      const isFocusLost = hasShown.current && document.activeElement === document.body;
      if (isFocusWanted.current || isFocusLost) focusArticle();
      else article.current?.scrollIntoView({ block: 'nearest' });
      isFocusWanted.current = false;
      hasShown.current = true;
    },
    /** Opens a question by its id, with the focus. */
    open: (id: string) => {
      isFocusWanted.current = true;
      goToRoom(audit.ref, 'checklist', id, { replace: true });
    },
  };
}
export type Checklist = ReturnType<typeof useChecklist>;
