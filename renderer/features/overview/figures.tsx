// The audit in numbers, each a way to where they come from.
import type { Counts } from '../../../shared/domain/summary.ts';
import { hrefToRoom, type RoomId } from '../../api/addresses.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';

/** A strip of numbers with what they count. */
export function Figures({ audit, counts }: { audit: string; counts: Counts }) {
  const { requirements, questions, findings, evidence } = counts;
  const { byGrade } = findings;
  const figures: [number, string, RoomId][] = [
    [questions.answered, texts.figures.answered(questions.total), 'checklist'],
    [requirements.audited, texts.figures.audited(requirements.total), 'checklist'],
    [byGrade.major, texts.figures.major, 'findings'],
    [byGrade.minor, texts.figures.minor, 'findings'],
    [byGrade.improvement, texts.figures.improvement(byGrade.improvement), 'findings'],
    [evidence, texts.figures.evidence(evidence), 'evidence'],
  ];
  return (
    <ul className={styles.figures} aria-label={texts.figures.label}>
      {figures.map(([figure, label, room]) => (
        <li key={label}>
          <a href={hrefToRoom(audit, room)}>
            <b>{figure}</b> <span>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
