// The grade of a finding as a chip. One place that says which grade looks how.
import { type Grade, grades } from '../../shared/domain/vocabulary.ts';
import { LetterChip, type Tone } from '../ui/letter-chip.tsx';

const looks: Record<Grade, { letter: string; tone: Tone }> = {
  major: { letter: 'M', tone: 'grave' },
  minor: { letter: 'm', tone: 'bad' },
  improvement: { letter: 'I', tone: 'advice' },
  observation: { letter: 'O', tone: 'quiet' },
  strength: { letter: 'S', tone: 'praise' },
  concern: { letter: '?', tone: 'busy' },
};

interface Props {
  grade: Grade;
  size?: 'small' | 'normal';
  /** True where the word stands beside the chip. */
  isDecoration?: boolean;
}

/** A grade as letter and colour. */
export function GradeChip({ grade, size = 'normal', isDecoration = false }: Props) {
  const { letter, tone } = looks[grade];
  return <LetterChip tone={tone} letter={letter} label={isDecoration ? undefined : grades[grade]} size={size} />;
}
