// The audit in numbers, as both documents print them.
import type { Counts } from '../../../shared/domain/summary.ts';
import { useTemplate } from '../../api/audit-template.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';

/** The grades that are counted, gravest first. */
const graded = ['major', 'minor', 'concern', 'improvement'] as const;

/** A strip of numbers with what they count. */
export function Figures({ counts }: { counts: Counts }) {
  const { requirements, questions, findings, evidence, actions } = counts;
  const { byGrade } = findings;
  const used = new Set<string>(useTemplate().grades.map(({ grade }) => grade));
  const figures: [number, string][] = [
    [requirements.audited, texts.figures.audited(requirements.total)],
    [questions.answered, texts.figures.answered(questions.total)],
    ...graded
      .filter((grade) => used.has(grade) || byGrade[grade] > 0)
      .map((grade): [number, string] => [byGrade[grade], texts.figures[grade](byGrade[grade])]),
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
