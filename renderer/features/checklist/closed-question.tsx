// A question that is not being answered now: it shows its answer and opens.
import { memo } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { takesFiles } from '../../api/app-actions.tsx';
import { ReferenceText } from '../../parts/reference-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import styles from './question.module.css';
import { ParkedMark, QuestionMarks, SystemChip, useSystemName } from './question-marks.tsx';

interface Props {
  item: ChecklistItemRecord;
  verdict: Verdict;
  depth: string;
  href: string;
  hrefOf: (target: string) => string | undefined;
}

function Said({ item, hrefOf }: Pick<Props, 'item' | 'hrefOf'>) {
  const said = [item.reason, item.notes].filter(Boolean).join('\n');
  return said === '' ? null : (
    <p className={styles.said}>
      <ReferenceText text={said} hrefOf={hrefOf} />
    </p>
  );
}

/** A question that stands alone. */
export const ClosedQuestion = memo(function ClosedQuestion({ item, verdict, depth, href, hrefOf }: Props) {
  return (
    <article className={styles.question} {...takesFiles('item', item.id)}>
      <VerdictChip verdict={verdict} />
      <div className={styles.body}>
        <QuestionMarks item={item} depth={depth} />
        <h2 className={styles.words}>
          <SystemChip system={item.aiSystem} />
          <a href={href}>{item.question}</a>
        </h2>
        <Said item={item} hrefOf={hrefOf} />
      </div>
    </article>
  );
});

/** One AI system under a question that is put for several. */
export const ClosedRow = memo(function ClosedRow({ item, verdict, href, hrefOf }: Omit<Props, 'depth'>) {
  const name = useSystemName(item.aiSystem);
  return (
    <article className={styles.question} data-row {...takesFiles('item', item.id)}>
      <VerdictChip verdict={verdict} />
      <div className={styles.body}>
        <h3 className={styles.rowName}>
          <a href={href}>{name}</a>
          <ParkedMark item={item} />
        </h3>
        <Said item={item} hrefOf={hrefOf} />
      </div>
    </article>
  );
});

/** The words of a question that is put for several AI systems, over their rows. */
export function GroupHead({ item, depth, systems }: Pick<Props, 'item' | 'depth'> & { systems: number }) {
  return (
    <div className={styles.question} data-head>
      <div className={styles.body}>
        <QuestionMarks item={item} depth={depth} systems={systems} />
        <h2 className={styles.words}>{item.question}</h2>
      </div>
    </div>
  );
}
