// The line over a question: its id, how deep it goes, and what is special about it.
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { isOwnQuestion } from '../../../shared/domain/checklist.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './question.module.css';
import { texts } from './texts.ts';

/** That a question is put aside. */
export function ParkedMark({ item }: { item: ChecklistItemRecord }) {
  return item.parked ? <span className={styles.mark}>{texts.parked}</span> : null;
}

interface Props {
  item: ChecklistItemRecord;
  depth: string;
  /** For how many AI systems the question stands here. */
  systems?: number;
}

/** The id of a question with its marks. */
export function QuestionMarks({ item, depth, systems = 0 }: Props) {
  const ref = useAudit((state) => state.open.audit.ref);
  const { questionId, control } = item;
  return (
    <div className={styles.id}>
      <span>{[questionId, depth, systems > 1 ? texts.forSystems(systems) : ''].filter(Boolean).join(' · ')}</span>
      {isOwnQuestion(item) ? <span className={styles.mark}>{texts.yours}</span> : null}
      {systems > 1 ? null : <ParkedMark item={item} />}
      {control === '' ? null : <a href={hrefToRoom(ref, 'checklist', control)}>{texts.aboutControl(control)}</a>}
    </div>
  );
}

/** The AI system that a question is put for, before its words. */
export function SystemChip({ system }: { system: string | null }) {
  const name = useAudit((state) => state.open.aiSystems.find(({ id }) => id === system)?.name);
  return name === undefined ? null : <span className={styles.system}>{name}</span>;
}

/** The name of the AI system as the name of a row. */
export function useSystemName(system: string | null): string {
  return useAudit((state) => state.open.aiSystems.find(({ id }) => id === system)?.name) ?? texts.noSystem;
}
