// The audit in numbers, each a way to where they come from.
import type { MinuteSums } from '../../../shared/domain/plan-times.ts';
import { sayMinutes } from '../../../shared/domain/plan-words.ts';
import type { Counts } from '../../../shared/domain/summary.ts';
import { hrefToRoom, type RoomId } from '../../api/addresses.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';

type Figure = [number | string, string, RoomId];

/** A strip of numbers with what they count. */
export function Figures({ audit, counts, minutes }: { audit: string; counts: Counts; minutes: MinuteSums }) {
  const { requirements, questions, findings, evidence } = counts;
  const { byGrade } = findings;
  const figures: Figure[] = [
    [questions.answered, texts.figures.answered(questions.total), 'checklist'],
    [requirements.audited, texts.figures.audited(requirements.total), 'checklist'],
    [byGrade.major, texts.figures.major, 'findings'],
    [byGrade.minor, texts.figures.minor, 'findings'],
    [byGrade.improvement, texts.figures.improvement(byGrade.improvement), 'findings'],
    [evidence, texts.figures.evidence(evidence), 'evidence'],
    ...(minutes.planned === 0
      ? []
      : [[sayMinutes(minutes.actual), texts.figures.minutes(sayMinutes(minutes.planned)), 'plan'] satisfies Figure]),
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
