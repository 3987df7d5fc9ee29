// The verdict of a question or a requirement as a chip. One place that says which verdict looks how.
import { type Verdict, verdictLetters, verdicts } from '../../shared/domain/vocabulary.ts';
import { LetterChip, type Tone } from '../ui/letter-chip.tsx';

export const verdictTones: Record<Verdict, Tone> = {
  'not-started': 'empty',
  'in-progress': 'busy',
  conforms: 'good',
  improvement: 'advice',
  nonconforming: 'bad',
  'not-applicable': 'quiet',
  'not-audited': 'hatched',
};

interface Props {
  verdict: Verdict;
  /** Another sign than the verdict's letter, such as the digit that gives it. */
  sign?: string;
  size?: 'small' | 'normal';
  /** True where the word stands beside the chip. */
  isDecoration?: boolean;
}

/** A verdict as letter, colour and pattern. */
export function VerdictChip({ verdict, sign, size = 'normal', isDecoration = false }: Props) {
  return (
    <LetterChip
      tone={verdictTones[verdict]}
      letter={sign ?? verdictLetters[verdict]}
      label={isDecoration ? undefined : verdicts[verdict]}
      size={size}
    />
  );
}
