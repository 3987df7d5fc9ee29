// The checklist: requirements at the left, the questions of one in the middle, what helps at the right.
import { useRef, useState } from 'react';
import { useIntakeTarget } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { usePaneWidths } from '../../api/pane-widths.ts';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { isNoFilter, noFilter } from './checklist-filter.ts';
import { ContextPane } from './context-pane.tsx';
import { RequirementPage } from './requirement-page.tsx';
import { RequirementTree } from './requirement-tree.tsx';
import { texts } from './texts.ts';
import { useChecklist } from './use-checklist.ts';
import { useMarks } from './use-marks.ts';
import { useQuestionActions } from './use-question-actions.ts';

/** The checklist room. `record` is an item's id, a requirement's id, or a theme to filter by. */
export default function ChecklistRoom({ record }: { record: string | undefined }) {
  const panes = usePaneWidths('checklist');
  const checklist = useChecklist(record);
  const marks = useMarks(checklist);
  const actions = useQuestionActions(checklist, marks);
  const { audit, catalogue, systems, view, fitting, filter, setFilter, facts, row, item, question, place, article } =
    checklist;
  const [pane, setPane] = useState<{ name: PaneName; place: string | undefined }>();
  const search = useRef<HTMLInputElement>(null);
  useIntakeTarget({ item: item?.id });

  useCommands({
    'app.search': () => {
      setPane({ name: 'left', place });
      requestAnimationFrame(() => search.current?.focus());
    },
    'app.back': () => {
      const focused = document.activeElement;
      if (actions.writing?.about === row?.requirement.id && !article.current?.contains(focused)) {
        actions.stopWriting();
      } else if (focused instanceof HTMLElement && focused.matches('input, textarea, select')) {
        focused.blur();
        article.current?.focus({ preventScroll: true });
      } else if (marks.ids.length > 0) {
        marks.none();
      } else if (!isNoFilter(filter)) {
        setFilter(noFilter);
      }
    },
  });

  if (!row) return null;
  return (
    <SplitPanes
      {...panes}
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
            current={row.requirement.id}
            filter={filter}
            counts={view.counts}
            hasMine={facts.mine.size > 0}
            catalogue={catalogue}
            systems={systems}
            search={search}
            onFilter={setFilter}
          />
        ),
      }}
      main={{
        label: texts.work,
        content: <RequirementPage checklist={checklist} row={row} actions={actions} marks={marks} />,
      }}
      right={{
        label: texts.context,
        content: <ContextPane row={row} item={item} question={question} catalogue={catalogue} />,
      }}
    />
  );
}
