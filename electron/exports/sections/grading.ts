// What the grades of findings are called in a report, in words of its template, and which of them it speaks of.
import { isNonconformity, stands } from '../../../shared/domain/findings.ts';
import { gradeLabels } from '../../../shared/domain/templates.ts';
import {
  type Grade,
  grades,
  keysOf,
  type Verdict,
  verdictLetters,
  verdicts,
} from '../../../shared/domain/vocabulary.ts';
import type { ReportGovernance, ReportModel } from '../report-model.ts';

type Grading = Pick<ReportModel, 'template' | 'counts'>;

/** What each grade is called. Two grades of the same name are told apart by their usual names. */
export function gradeNames({ template }: Pick<ReportModel, 'template'>): Record<Grade, string> {
  const labels = gradeLabels(template);
  const same = (label: string) =>
    keysOf(grades).filter((grade) => labels[grade].toLowerCase() === label.toLowerCase()).length > 1;
  const names = keysOf(grades).map((grade) => {
    const label = labels[grade].trim().replaceAll(/\s+/g, ' ');
    return [grade, same(label) ? `${label} (${grades[grade].toLowerCase()})` : label];
  });
  return Object.fromEntries(names) as Record<Grade, string>;
}

const usualShort: Record<Grade, string> = {
  major: 'Major',
  minor: 'Minor',
  improvement: 'Improvement',
  observation: 'Observation',
  strength: 'Strength',
  concern: 'Area of concern',
};

/** The grades as a chip shows them: what the template calls them, without what goes without saying. */
export function shortGrades(model: Pick<ReportModel, 'template'>): Record<Grade, string> {
  const names = gradeNames(model);
  const short = keysOf(grades).map((grade) => {
    const name = names[grade];
    return [grade, name === grades[grade] ? usualShort[grade] : name.replace(/(?<=\S) nonconformity$/i, '')];
  });
  return Object.fromEntries(short) as Record<Grade, string>;
}

const usualPlural: Partial<Record<string, string>> = {
  improvement: 'improvements',
  observation: 'observations',
  strength: 'strengths',
  'area of concern': 'areas of concern',
};

/** The name of a grade behind a count, in the plural where it is a usual one. */
export function gradePhrase(grade: Grade, name: string, count: number): string {
  const isUsual = name === grades[grade] || name === usualShort[grade];
  const phrase = isUsual ? name.toLowerCase() : name;
  return (isUsual && count !== 1 && usualPlural[phrase]) || phrase;
}

/** The grades a report speaks of: those of its template in the template's order, then others that a finding has. */
export function gradesShown({ template, counts }: Grading): Grade[] {
  const own = template.grades.map(({ grade }) => grade);
  return [...new Set([...own, ...keysOf(grades).filter((grade) => counts.findings.byGrade[grade] > 0)])];
}

/** Whether a report speaks of nonconformities; a review of readiness speaks of areas of concern instead. */
export function speaksOfNonconformities(model: Grading): boolean {
  return gradesShown(model).some(isNonconformity);
}

/** A result as a report says it: the letter where there is room for one, and the word. */
export interface VerdictName {
  letter: string;
  word: string;
}

/** What results are called: a review of readiness grades nothing, so what fails there is of concern. */
export function verdictNames(model: Grading): Record<Verdict, VerdictName> {
  const names = Object.fromEntries(
    keysOf(verdicts).map((verdict) => [verdict, { letter: verdictLetters[verdict], word: verdicts[verdict] }]),
  ) as Record<Verdict, VerdictName>;
  return speaksOfNonconformities(model) ? names : { ...names, nonconforming: { letter: 'A', word: 'Of concern' } };
}

/** The findings behind a question of the board that ask for action, by what they are called together. */
export function weightyFindings(
  model: Pick<ReportModel, 'template' | 'counts' | 'catalogue' | 'requirements' | 'findings'>,
  { id, nonconformities }: ReportGovernance,
): { title: string; none: string; numbers: string[] }[] {
  const groups: { title: string; none: string; numbers: string[] }[] = [];
  if (speaksOfNonconformities(model))
    groups.push({ title: 'Nonconformities', none: 'No nonconformity', numbers: nonconformities });
  if (gradesShown(model).includes('concern')) {
    const name = gradeNames(model).concern;
    const themes = model.catalogue.governance.find((question) => question.id === id)?.themes ?? [];
    const touched = model.requirements.filter((one) => one.themes.some((theme) => themes.includes(theme)));
    const ids = new Set(touched.map((requirement) => requirement.id));
    const concerns = model.findings.filter(
      (one) => one.grade === 'concern' && stands(one) && one.requirements.some((at) => ids.has(at)),
    );
    groups.push({
      title: name === grades.concern ? 'Areas of concern' : name,
      none: `No ${name.toLowerCase()}`,
      numbers: concerns.map(({ number }) => number),
    });
  }
  return groups;
}
