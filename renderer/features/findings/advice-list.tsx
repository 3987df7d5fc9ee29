// Advice beside the part of a finding that it is about. It is read out when it comes, and says why when asked.
import { useId, useState } from 'react';
import type { Advice } from '../../../shared/domain/advice/advise.ts';
import styles from './advice-list.module.css';
import { texts } from './texts.ts';

const idOf = (id: string, { rule }: Advice, place: number) => `${id}-${rule.key}-${place}`;

/** The ids of the sentences, for the field that they describe. */
export const describedBy = (id: string, advice: readonly Advice[]): string | undefined =>
  advice.length === 0 ? undefined : advice.map((one, place) => idOf(id, one, place)).join(' ');

function Sentence({ id, advice: { rule, words } }: { id: string; advice: Advice }) {
  const [isOpen, setOpen] = useState(false);
  const why = useId();
  const { box, bad, good } = rule.example;
  return (
    <li data-gap={rule.gapOf !== undefined || undefined}>
      <span>
        <span id={id}>{words}</span>{' '}
        <button
          type="button"
          className={styles.ask}
          aria-label={texts.whyOf(words)}
          aria-expanded={isOpen}
          aria-controls={why}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.why}
        </button>
        <span id={why} hidden={!isOpen} className={styles.why}>
          <span>{rule.why}</span>
          {bad[box] ? <span>{texts.notSo(bad[box])}</span> : null}
          {good[box] ? <span>{texts.butSo(good[box])}</span> : null}
        </span>
      </span>
    </li>
  );
}

/** The advice under a field. */
export function AdviceList({ id, advice }: { id: string; advice: readonly Advice[] }) {
  return (
    <ul className={styles.advice} aria-label={texts.advice} aria-live="polite">
      {advice.map((one, place) => (
        <Sentence key={`${one.rule.key} ${one.words}`} id={idOf(id, one, place)} advice={one} />
      ))}
    </ul>
  );
}
