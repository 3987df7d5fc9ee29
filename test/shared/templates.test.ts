import { describe, expect, it } from 'vitest';
import { gradeForVerdict, plainTemplate } from '../../shared/domain/templates.ts';
import { type Grade, grades, keysOf, type Verdict, verdicts } from '../../shared/domain/vocabulary.ts';

const withGrades = (...own: Grade[]) => ({
  grades: own.map((grade) => ({ grade, label: grades[grade], definition: '' })),
});
const stage1 = withGrades('concern', 'observation', 'strength');

describe('the grade a finding begins with', () => {
  it.each<[Verdict, Grade, Grade]>([
    ['nonconforming', 'minor', 'concern'],
    ['improvement', 'improvement', 'observation'],
    ['conforms', 'strength', 'strength'],
    ['not-started', 'observation', 'observation'],
    ['in-progress', 'observation', 'observation'],
    ['not-audited', 'observation', 'observation'],
    ['not-applicable', 'observation', 'observation'],
  ])('from %s is %s, and %s where only areas of concern are raised', (verdict, usual, atStage1) => {
    expect(gradeForVerdict(plainTemplate('internal'), verdict)).toBe(usual);
    expect(gradeForVerdict(stage1, verdict)).toBe(atStage1);
  });

  it('is always one of the template: the gravest for a failure, the mildest for the rest, where none suits', () => {
    expect(gradeForVerdict(withGrades('major', 'strength'), 'nonconforming')).toBe('major');
    expect(gradeForVerdict(withGrades('major', 'concern'), 'conforms')).toBe('concern');
    for (const grade of keysOf(grades)) {
      for (const verdict of keysOf(verdicts)) expect(gradeForVerdict(withGrades(grade), verdict)).toBe(grade);
    }
  });
});
