// A question that is not being answered now: it shows its answer and opens.
import { memo } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { takesFiles } from '../../api/app-actions.tsx';
import { ReferenceText } from '../../parts/reference-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useAnswer } from './answer-texts.ts';
import { MarkBox } from './mark-box.tsx';
import styles from './question.module.css';
import { ParkedMark, QuestionMarks, SystemChip, useSystemName } from './question-marks.tsx';

interface Props {
  item: ChecklistItemRecord;
  verdict: Verdict;
  depth: string;
  href: string;
  hrefOf: (target: string) => string | undefined;
  isMarked: boolean;
  onMark: (id: string, isRange: boolean) => void;
}

function Said({ item: shown, hrefOf }: Pick<Props, 'item' | 'hrefOf'>) {
  const item = useAnswer(shown);
  const said = [item.reason, item.notes].filter(Boolean).join('\n');
  return said === '' ? null : (
    <p className={styles.said} dir="auto">
      <ReferenceText text={said} hrefOf={hrefOf} />
    </p>
  );
}

/** A question that stands alone. */
export const ClosedQuestion = memo(function ClosedQuestion(props: Props) {
  const { item, verdict, depth, href, hrefOf, isMarked } = props;
  return (
    <article className={styles.question} data-marked={isMarked || undefined} {...takesFiles('item', item.id)}>
      <div className={styles.side}>
        <VerdictChip verdict={verdict} />
        <MarkBox {...props} />
      </div>
      <div className={styles.body}>
        <QuestionMarks item={item} depth={depth} />
        <h2 className={styles.words} dir="auto">
          <SystemChip system={item.aiSystem} />
          <a href={href}>{item.question}</a>
        </h2>
        <Said item={item} hrefOf={hrefOf} />
      </div>
    </article>
  );
});

/** One AI system under a question that is put for several. */
export const ClosedRow = memo(function ClosedRow(props: Omit<Props, 'depth'>) {
  const { item, verdict, href, hrefOf, isMarked } = props;
  const name = useSystemName(item.aiSystem);
  return (
    <article className={styles.question} data-row data-marked={isMarked || undefined} {...takesFiles('item', item.id)}>
      <div className={styles.side}>
        <VerdictChip verdict={verdict} />
        <MarkBox {...props} />
      </div>
      <div className={styles.body}>
        <h3 className={styles.rowName} dir="auto">
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
        <h2 className={styles.words} dir="auto">
          {item.question}
        </h2>
      </div>
    </div>
  );
}
