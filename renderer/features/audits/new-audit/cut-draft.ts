// What a draft comes to with its catalogue: template, scope, questions, and what is left out. Pure.
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { type LeftOutReason, requirementsOf, type Tailored, tailor } from '../../../../shared/domain/tailoring.ts';
import { plainTemplate, type Template } from '../../../../shared/domain/templates.ts';
import { auditTypes, keysOf, type SystemRole, systemRoles } from '../../../../shared/domain/vocabulary.ts';
import type { AuditDraft, SystemDraft } from './audit-draft.ts';

type LeftOutCounts = Record<LeftOutReason, number>;

/** A draft cut to its template, roles, systems and scope. */
export interface Cut {
  template: Template;
  /** Ids of the requirements that are in and out, in the order of the catalogue. */
  inScope: string[];
  leftOut: string[];
  /** Left out although the template takes them in: this needs a reason of its own. */
  beyondTemplate: string[];
  /** The reason that will be printed. */
  reason: string;
  tailored: Tailored;
  questions: number;
  requirements: number;
  /** Questions that stand once per sampled AI system, and how many different ones they are. */
  perSystem: number;
  perSystemKinds: number;
  leftOutQuestions: LeftOutCounts & { total: number };
}

/** The templates on offer: those of the catalogue, or a plain one for every type of audit. */
export function templatesOf(catalogue: Pick<Catalogue, 'templates'>): readonly Template[] {
  return catalogue.templates.length > 0 ? catalogue.templates : keysOf(auditTypes).map((type) => plainTemplate(type));
}

/** The template of a draft: the chosen one, else that for internal audits, else the first. */
export function templateOfDraft(catalogue: Pick<Catalogue, 'templates'>, chosen: string): Template {
  const offered = templatesOf(catalogue);
  return (
    offered.find(({ id }) => id === chosen) ??
    offered.find(({ type }) => type === 'internal') ??
    offered[0] ??
    plainTemplate('internal')
  );
}

/** The client's roles as they are stored: all of them are said by naming none. */
export function rolesInForce(roles: readonly SystemRole[]): SystemRole[] {
  return roles.length === Object.keys(systemRoles).length
    ? []
    : keysOf(systemRoles).filter((one) => roles.includes(one));
}

/** AI systems whose role is not among the client's roles in scope. */
export function systemsOutsideRoles({ aiRoles, systems }: Pick<AuditDraft, 'aiRoles' | 'systems'>): SystemDraft[] {
  return systems.filter(({ role }) => !aiRoles.includes(role));
}

/** What will be made of a draft, by the one rule that the engine uses, too. */
export function cutDraft(draft: AuditDraft, catalogue: Catalogue): Cut {
  const template = templateOfDraft(catalogue, draft.template);
  const ofTemplate = requirementsOf(catalogue, template);
  const chosen = new Set(draft.choice?.requirements ?? ofTemplate);
  const all = catalogue.requirements.map(({ id }) => id);
  const inScope = all.filter((id) => chosen.has(id));
  const leftOut = all.filter((id) => !chosen.has(id));
  const tailored = tailor(catalogue, {
    template,
    aiRoles: rolesInForce(draft.aiRoles),
    requirements: inScope,
    systems: draft.systems.filter(({ sampled }) => sampled),
  });
  const repeated = tailored.questions.filter(({ aiSystem }) => aiSystem !== null);
  const counts: LeftOutCounts = { depth: 0, role: 0, scope: 0 };
  for (const { why, questions } of tailored.leftOut) counts[why] += questions;
  return {
    template,
    inScope,
    leftOut,
    beyondTemplate: ofTemplate.filter((id) => !chosen.has(id)),
    reason: leftOut.length === 0 ? '' : (draft.leftOutReason ?? template.leftOutReason),
    tailored,
    questions: tailored.questions.length,
    requirements: new Set(tailored.questions.map(({ question }) => question.requirement)).size,
    perSystem: repeated.length,
    perSystemKinds: new Set(repeated.map(({ question }) => question.id)).size,
    leftOutQuestions: { ...counts, total: counts.depth + counts.role + counts.scope },
  };
}

/** A choice by hand; null where it is just what the template takes in. */
export function chooseRequirements(
  catalogue: Pick<Catalogue, 'requirements'>,
  template: Template,
  chosen: readonly string[],
): AuditDraft['choice'] {
  const wanted = new Set(chosen);
  const requirements = catalogue.requirements.map(({ id }) => id).filter((id) => wanted.has(id));
  const isTemplate = requirements.join('\n') === requirementsOf(catalogue, template).join('\n');
  return isTemplate ? null : { requirements, template: template.id };
}

/** What is left out, in few words: whole groups by number and title, else ids. */
export function nameLeftOut(
  { groups, requirements }: Pick<Catalogue, 'groups' | 'requirements'>,
  leftOut: readonly string[],
): string[] {
  const out = new Set(leftOut);
  const byGroup = Map.groupBy(requirements, ({ group }) => group);
  return groups.flatMap(({ id, title }) => {
    const ids = (byGroup.get(id) ?? []).map((one) => one.id);
    const missing = ids.filter((one) => out.has(one));
    return missing.length > 0 && missing.length === ids.length ? [`${id} ${title}`] : missing;
  });
}

/** How many questions each requirement and each group brings. */
export function countByPlace({ requirements }: Pick<Catalogue, 'requirements'>, { tailored }: Cut) {
  const byRequirement = new Map<string, number>();
  for (const { question } of tailored.questions)
    byRequirement.set(question.requirement, (byRequirement.get(question.requirement) ?? 0) + 1);
  const byGroup = new Map<string, number>();
  for (const { id, group } of requirements)
    byGroup.set(group, (byGroup.get(group) ?? 0) + (byRequirement.get(id) ?? 0));
  return { byRequirement, byGroup };
}
