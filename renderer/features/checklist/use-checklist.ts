// What the checklist room looks at: the tree, what the filter leaves, and the question that is open.
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { goToRoom } from '../../api/addresses.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { usePartOfRoomView } from '../../api/room-view.ts';
import { roomFilters } from '../../api/saved-filters.ts';
import { useAudit } from '../../api/session-context.tsx';
import { steadyChecklist } from './answer-texts.ts';
import {
  askedFilter,
  evidencedItems,
  type Filter,
  filterItems,
  looksAtTexts,
  noFilter,
  requirementsOf,
} from './checklist-filter.ts';
import { findSelected, nowhere, questionFinder, startOf, viewChecklist } from './checklist-view.ts';

/** The checklist of the audit; steady while somebody types, unless the filter looks at what is typed. */
function useItems(isTyped: boolean) {
  const steady = useMemo(() => steadyChecklist(), []);
  return useAudit(({ open }) => (isTyped ? open.checklist : steady(open.checklist)));
}

/** What filters are decided by. */
function useFilterFacts() {
  const systems = useAudit((state) => state.open.aiSystems);
  const slots = useAudit((state) => state.open.planSlots);
  const links = useAudit((state) => state.open.links);
  const catalogue = useAudit((state) => state.catalogue);
  const name = useWorkspace((state) => state.settings.name);
  return useMemo(
    () => ({
      questionOf: questionFinder(catalogue),
      systems,
      mine: requirementsOf(slots, name),
      evidenced: evidencedItems(links),
    }),
    [catalogue, systems, slots, name, links],
  );
}

const start = { last: nowhere, filter: noFilter };

/** The room's view of the audit. `record` is an item's id, a requirement's id, or a filter to set. */
export function useChecklist(record: string | undefined) {
  const catalogue = useAudit((state) => state.catalogue);
  const audit = useAudit((state) => state.open.audit);
  const soa = useAudit((state) => state.open.soa);
  const saved = useWorkspace((state) => state.settings.savedFilters);
  // Where somebody is now is noted behind every step; nothing is drawn anew for that.
  const [kept, setRoomView, readRoomView] = usePartOfRoomView('checklist', start, ({ filter }) => filter);
  const asked = useMemo(
    () => askedFilter(record, catalogue, roomFilters(saved, 'checklist')),
    [record, catalogue, saved],
  );
  const filter = asked ?? kept;
  const checklist = useItems(looksAtTexts(filter));
  const article = useRef<HTMLElement>(null);
  const isFocusWanted = useRef(false);
  const hasShown = useRef(false);

  const facts = useFilterFacts();
  const { questionOf, systems } = facts;
  const view = useMemo(() => viewChecklist(catalogue, { audit, checklist, soa }), [catalogue, audit, checklist, soa]);
  const fitting = useMemo(() => filterItems(view, facts, filter), [view, facts, filter]);
  const { last } = readRoomView();
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

  const setFilter = useCallback((next: Filter) => setRoomView({ filter: next }), [setRoomView]);
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
    facts,
    filter,
    setFilter,
    row,
    item,
    question: item && questionOf(item),
    questionOf,
    place,
    article,
    /** The ids of the questions that the filter leaves, in the order in which they are asked. */
    shownIds: () => [...fitting],
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
      // Where an element that has the focus is taken out of the page, the browser lays everything out once more.
      if (document.activeElement === article.current) article.current?.blur();
      goToRoom(audit.ref, 'checklist', id, { replace: true });
    },
  };
}
export type Checklist = ReturnType<typeof useChecklist>;
