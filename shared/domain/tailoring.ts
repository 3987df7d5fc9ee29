// Which questions an audit starts with, and what it leaves out and why. One rule for the page and the engine.
import type { Catalogue, Question } from './catalogue.ts';
import type { Template } from './templates.ts';
import type { SystemRole } from './vocabulary.ts';

/** What a new audit is cut to. */
export interface Tailoring {
  template: Pick<Template, 'type' | 'depths' | 'requirements'>;
  /** The auditee's roles in scope; none named means all. */
  aiRoles: readonly SystemRole[];
  /** Requirements that are in; undefined means those of the template. */
  requirements?: readonly string[] | undefined;
  /** AI systems for which questions are repeated: the sampled ones. */
  systems: readonly { id: string; role: SystemRole }[];
}

/** Why questions are not asked: outside the scope, for other types or depths of audit, or for other AI roles. */
export type LeftOutReason = 'scope' | 'depth' | 'role';

export interface Tailored {
  /** In the order of the catalogue; a question repeated for AI systems stands once per system. */
  questions: { question: Question; aiSystem: string | null }[];
  leftOut: { requirement: string; questions: number; why: LeftOutReason }[];
  /** Requirements without any question in this audit. */
  notCovered: string[];
}

const suits = (question: Question, roles: readonly SystemRole[]) =>
  roles.length === 0 || question.aiRoles.length === 0 || question.aiRoles.some((role) => roles.includes(role));

/** The ids of the requirements that a template takes in, in the order of the catalogue. */
export function requirementsOf(
  catalogue: Pick<Catalogue, 'requirements'>,
  template: Pick<Template, 'requirements'>,
): string[] {
  const named = new Set(template.requirements);
  return catalogue.requirements.map(({ id }) => id).filter((id) => named.size === 0 || named.has(id));
}

/** The AI systems, of those sampled, for which a question is put. Empty: it is put once for all. */
export function systemsFor<S extends { role: SystemRole }>(question: Question, systems: readonly S[]): S[] {
  return question.perSystem ? systems.filter(({ role }) => suits(question, [role])) : [];
}

/**
 * The questions of a new audit. A requirement that is in scope always keeps a question: where none has the type, depth
 * and role asked for, the first that suits the roles, else its first.
 */
export function tailor(catalogue: Pick<Catalogue, 'requirements' | 'questions'>, tailoring: Tailoring): Tailored {
  const { template, aiRoles, systems } = tailoring;
  const inScope = new Set(tailoring.requirements ?? requirementsOf(catalogue, template));
  const byRequirement = Map.groupBy(catalogue.questions, ({ requirement }) => requirement);
  const result: Tailored = { questions: [], leftOut: [], notCovered: [] };
  for (const { id } of catalogue.requirements) {
    const all = byRequirement.get(id) ?? [];
    const leaveOut = (questions: number, why: LeftOutReason) => {
      if (questions > 0) result.leftOut.push({ requirement: id, questions, why });
    };
    if (!inScope.has(id) || all.length === 0) {
      leaveOut(all.length, 'scope');
      result.notCovered.push(id);
      continue;
    }
    const suiting = all.filter((question) => suits(question, aiRoles));
    const deep = suiting.filter(
      ({ auditTypes, depth }) => auditTypes.includes(template.type) && template.depths.includes(depth),
    );
    const asked = deep.length > 0 ? deep : suiting.length > 0 ? suiting.slice(0, 1) : all.slice(0, 1);
    const unsuited = all.filter((question) => !suiting.includes(question) && !asked.includes(question)).length;
    leaveOut(unsuited, 'role');
    leaveOut(all.length - unsuited - asked.length, 'depth');
    for (const question of asked) {
      const own = systemsFor(question, systems);
      if (own.length === 0) result.questions.push({ question, aiSystem: null });
      for (const system of own) result.questions.push({ question, aiSystem: system.id });
    }
  }
  return result;
}

/** The slots of a plan that a template proposes for what is in scope: one about nothing but what is left out is not. */
export function slotsFor(template: Pick<Template, 'slots'>, leftOut: readonly string[]): Template['slots'] {
  return template.slots.flatMap((slot) => {
    const requirements = slot.requirements.filter((id) => !leftOut.includes(id));
    return requirements.length > 0 || slot.requirements.length === 0 ? [{ ...slot, requirements }] : [];
  });
}
