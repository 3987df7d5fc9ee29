// A small square with a letter: colour, letter and pattern together, so that nothing is said by colour alone.
import styles from './letter-chip.module.css';

export type Tone = 'good' | 'advice' | 'bad' | 'grave' | 'quiet' | 'busy' | 'hatched' | 'empty' | 'praise';

interface Props {
  tone: Tone;
  letter: string;
  /** What it means, for those who do not see it. Leave out where the word stands beside it. */
  label?: string | undefined;
  size?: 'small' | 'normal';
}

/** A letter in the colour and pattern of its meaning. */
export function LetterChip({ tone, letter, label, size = 'normal' }: Props) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label };
  return (
    <span className={styles.chip} data-tone={tone} data-size={size} {...name}>
      {letter}
    </span>
  );
}
