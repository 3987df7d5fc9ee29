// The grade of a finding as a chip. One place that says which grade looks how.
import type { Grade } from '../../shared/domain/vocabulary.ts';
import { useGradeLabels } from '../api/audit-template.ts';
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

function NamedChip({ grade, size = 'normal' }: Pick<Props, 'grade' | 'size'>) {
  const labels = useGradeLabels();
  return <LetterChip {...looks[grade]} label={labels[grade]} size={size} />;
}

/** A grade as letter and colour, named as the open audit names it. Outside of audits only as a decoration. */
export function GradeChip({ grade, size = 'normal', isDecoration = false }: Props) {
  return isDecoration ? <LetterChip {...looks[grade]} size={size} /> : <NamedChip grade={grade} size={size} />;
}
