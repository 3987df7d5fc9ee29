// One cell of a map: a requirement with the look of its result. It leads to the questions.
import type { KeyboardEvent } from 'react';
import { type Verdict, verdictLetters } from '../../../shared/domain/vocabulary.ts';
import { verdictTones } from '../../parts/verdict-chip.tsx';
import styles from './coverage-map.module.css';

interface Props {
  id: string;
  /** What is said of it: requirement, result, answers. */
  name: string;
  label: string;
  /** Undefined where nothing is asked. */
  verdict: Verdict | undefined;
  isPartial: boolean;
  isExcluded: boolean;
  href: string;
  /** Whether the tab key reaches it. */
  isCurrent: boolean;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** A cell. */
export function MapCell({ id, name, label, verdict, isPartial, isExcluded, href, isCurrent, onFocus, onKey }: Props) {
  return (
    <a
      id={id}
      className={styles.cell}
      href={href}
      data-tone={verdict === undefined ? 'empty' : verdictTones[verdict]}
      data-blank={verdict === undefined || undefined}
      data-partial={isPartial || undefined}
      data-excluded={isExcluded || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={name}
      title={name}
      onFocus={onFocus}
      onKeyDown={onKey}
    >
      <span>{label}</span>
      <b>{verdict === undefined ? '' : verdictLetters[verdict]}</b>
    </a>
  );
}
