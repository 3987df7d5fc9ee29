import type { Catalogue, Question } from './catalogue.ts';
import type { AuditType } from './vocabulary.ts';

/** The questions an audit of this type starts with: those that fit it, and at least the first of every requirement. */
export function questionsFor(catalogue: Catalogue, type: AuditType): Question[] {
  const byRequirement = Map.groupBy(catalogue.questions, ({ requirement }) => requirement);
  return catalogue.requirements.flatMap(({ id }) => {
    const all = byRequirement.get(id) ?? [];
    const fitting = all.filter(({ auditTypes }) => auditTypes.includes(type));
    return fitting.length > 0 ? fitting : all.slice(0, 1);
  });
}
