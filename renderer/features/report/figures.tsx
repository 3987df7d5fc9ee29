// The audit in numbers, as both documents print them.
import type { Counts } from '../../../shared/domain/summary.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';

/** A strip of numbers with what they count. */
export function Figures({ counts }: { counts: Counts }) {
  const { requirements, questions, findings, evidence, actions } = counts;
  const { byGrade } = findings;
  const figures: [number, string][] = [
    [requirements.audited, texts.figures.audited(requirements.total)],
    [questions.answered, texts.figures.answered(questions.total)],
    [byGrade.major, texts.figures.major],
    [byGrade.minor, texts.figures.minor],
    [byGrade.improvement, texts.figures.improvement(byGrade.improvement)],
    [evidence, texts.figures.evidence(evidence)],
    [actions.open, texts.figures.actions(actions.open)],
  ];
  return (
    <div>
      <dl className={styles.figures}>
        {figures.map(([figure, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.faint}>{texts.sameNumbers}</p>
    </div>
  );
}
