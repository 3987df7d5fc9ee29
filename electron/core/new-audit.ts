// Making an audit: from a template, cut to roles, systems and requirements, as one step that can be undone.
import type { Parsed } from '../../shared/contract/contract.ts';
import type { Catalogue, Question } from '../../shared/domain/catalogue.ts';
import { requirementsOf, slotsFor, tailor } from '../../shared/domain/tailoring.ts';
import { type Template, templateOf } from '../../shared/domain/templates.ts';
import { AppError } from '../../shared/errors.ts';
import { lastChosenLayout } from '../store/house-layouts.ts';
import { findOrganizationByName, lastReferenceOf } from '../store/audits.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { inheritScale } from './audit-grades.ts';
import { alreadyCreated, type Context, refuseUnknownLayout } from './context.ts';

type Given = Parsed<'audits.create'>;
type Asked = { question: Question; aiSystem: string | null };

function organizationFor(context: Context, step: Step, given: Given['organization']): string {
  const { id, ...fields } = typeof given === 'string' ? { name: given } : given;
  const known =
    (id && readRecord(context.db, 'organization', id)?.id) ?? findOrganizationByName(context.db, fields.name);
  return known ?? step.create('organization', fields, id).id;
}

function nextReference(context: Context, at: string): string {
  const year = at.slice(0, 4);
  return `${year}-${String(lastReferenceOf(context.db, year) + 1).padStart(3, '0')}`;
}

function findTemplate(catalogue: Catalogue, { template: id, type }: Given): Template {
  const template = templateOf(catalogue, { template: id ?? '', type });
  if (id !== undefined && template.id !== id)
    throw new AppError('invalid-input', `template: the catalogue has no template ${id}.`, { template: id });
  return template;
}

/** Exactly these questions, in the order of the catalogue. */
function named(catalogue: Catalogue, ids: readonly string[]): Asked[] {
  const chosen = new Set(ids);
  const questions = catalogue.questions.filter(({ id }) => chosen.delete(id));
  const [unknown] = chosen;
  if (unknown !== undefined)
    throw new AppError('invalid-input', `questions: the catalogue has no question ${unknown}.`, { question: unknown });
  return questions.map((question) => ({ question, aiSystem: null }));
}

function refuseUnknown(catalogue: Catalogue, requirements: readonly string[] = []): void {
  const known = new Set(catalogue.requirements.map(({ id }) => id));
  const unknown = requirements.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new AppError('invalid-input', `requirements: the catalogue has no requirement ${unknown}.`, {
      requirement: unknown,
    });
}

/** The day of an audit counted from 1, where its first day is known. */
function dayOf(startsOn: string | null | undefined, day: number): string | null {
  if (!startsOn) return null;
  const date = new Date(`${startsOn}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day - 1);
  return date.toISOString().slice(0, 10);
}

/** Makes the slots and meetings that a template proposes. */
function propose(step: Step, template: Template, leftOut: readonly string[], { startsOn, endsOn }: Given): void {
  slotsFor(template, leftOut).forEach(({ day, ...slot }, position) =>
    step.create('planSlot', { ...slot, on: dayOf(startsOn, day), position }),
  );
  template.meetings.forEach(({ kind, ...meeting }, position) => {
    const on = kind === 'closing' ? (endsOn ?? null) : kind === 'opening' ? (startsOn ?? null) : null;
    step.create('meeting', { ...meeting, kind, on, position });
  });
}

/** Makes an audit with everything that belongs to it. The same id again answers with the stored one. */
export function createAudit(context: Context, input: Given): { id: string; ref: string } {
  const { id, organization, catalogue: key, template: _template, requirements, questions, ...rest } = input;
  const { aiSystems = [], team = [], proposals, houseLayout = lastChosenLayout(context.db), ...fields } = rest;
  refuseUnknownLayout(context, houseLayout);
  const stored = id === undefined ? undefined : alreadyCreated(context, 'audit', id, id);
  if (stored) return { id: stored.id, ref: stored.ref };
  return context.writer.write(null, undefined, (outer) => {
    const { hash, catalogue } = context.catalogues.keep(key, outer.at);
    const template = findTemplate(catalogue, input);
    refuseUnknown(catalogue, requirements);
    const inScope = new Set(requirements ?? (questions ? undefined : requirementsOf(catalogue, template)));
    const leftOut = catalogue.requirements.map((one) => one.id).filter((one) => inScope.size > 0 && !inScope.has(one));
    const audit = outer.create(
      'audit',
      {
        ...fields,
        houseLayout,
        ref: nextReference(context, outer.at),
        organization: organizationFor(context, outer, organization),
        standard: catalogue.standard.name,
        edition: catalogue.standard.edition,
        catalogue: hash,
        template: template.id,
        leftOut,
        leftOutReason: fields.leftOutReason || (leftOut.length > 0 ? template.leftOutReason : ''),
      },
      id,
    );
    const step = outer.into(audit.id);
    const systems = aiSystems.map(({ id: system, ...system_ }) => step.create('aiSystem', system_, system));
    for (const { id: member, ...person } of team) step.create('teamMember', person, member);
    inheritScale(context, step, audit);
    step.create('conclusion', {});
    step.create('soa', {});
    for (const { id: control, title, kind } of catalogue.requirements) {
      if (kind === 'control') step.create('soaEntry', { control, title });
    }
    const tailoring = {
      template,
      aiRoles: fields.aiRoles,
      requirements,
      systems: systems.filter(({ sampled, inScope: isIn }) => sampled && isIn),
    };
    const asked = questions ? named(catalogue, questions) : tailor(catalogue, tailoring).questions;
    asked.forEach(({ question, aiSystem }, position) =>
      step.create('checklistItem', { requirement: question.requirement, questionId: question.id, position, aiSystem }),
    );
    if (proposals !== false) propose(step, template, leftOut, input);
    return { id: audit.id, ref: audit.ref };
  });
}
