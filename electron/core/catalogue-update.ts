// Taking a newer version of its catalogue into an audit that is under way: only its lead says so, and answers are kept.
import type { Output } from '../../shared/contract/contract.ts';
import { compareCatalogues } from '../../shared/domain/catalogue-difference.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { isOwnQuestion, isUntouched, wordingOf } from '../../shared/domain/checklist.ts';
import type { RecordOf } from '../../shared/domain/nouns.ts';
import { tailor } from '../../shared/domain/tailoring.ts';
import { templateOf } from '../../shared/domain/templates.ts';
import { AppError } from '../../shared/errors.ts';
import { dependentsOf } from '../store/links.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import type { Context } from './context.ts';
import { followStatement } from './exclusions.ts';
import { removeWithLinks } from './links.ts';

type Item = RecordOf<'checklistItem'>;
type Taken = Output<'audits.takeCatalogue'>;

function auditIn(context: Context, auditId: string): RecordOf<'audit'> {
  const audit = readRecord(context.db, 'audit', auditId);
  if (!audit) throw new AppError('not-found', 'This audit is no longer there.', { audit: auditId });
  return audit;
}

/** The newest version of the catalogue of an audit, with what it changes; null where the audit has it. */
export function catalogueUpdate(context: Context, auditId: string): Output<'audits.catalogueUpdate'> {
  const { catalogue: hash } = auditIn(context, auditId);
  const current = context.catalogues.read(hash);
  const newest = context.catalogues.list().find((row) => row.id === current.id && row.isNewest);
  if (!newest || newest.hash === hash || newest.version === current.version) return null;
  return { catalogue: newest, differences: compareCatalogues(current, context.catalogues.read(newest.hash)) };
}

function refuseUnlessLead(context: Context, auditId: string): void {
  const leads = readRecords(context.db, 'teamMember', auditId)
    .filter(({ role }) => role === 'lead-auditor')
    .map(({ name }) => name.trim());
  const me = context.actor().trim().toLowerCase();
  if (leads.length === 0 || leads.some((name) => name.toLowerCase() === me)) return;
  throw new AppError(
    'refused',
    `Only the lead auditor of this audit (${leads.join(', ')}) takes another version of the catalogue into it. You are at work as ${context.actor()}.`,
    { leads },
  );
}

function refuseLostRequirements(items: readonly Item[], to: Catalogue): void {
  const known = new Set(to.requirements.map(({ id }) => id));
  const lost = items.filter((item) => !known.has(item.requirement) && !isUntouched(item));
  const [first] = lost;
  if (!first) return;
  throw new AppError(
    'refused',
    `${to.id} ${to.version} no longer has ${first.requirement}, about which ${lost.length === 1 ? 'a question is' : `${lost.length} questions are`} answered. The audit keeps its version.`,
    { requirements: [...new Set(lost.map(({ requirement }) => requirement))] },
  );
}

/** Fits one item to the newer version; counts what that did. */
function fitItem(context: Context, step: Step, item: Item, from: Catalogue, to: Catalogue, taken: Taken): void {
  const before = new Map(from.questions.map(({ id, question }) => [id, question]));
  const newer = to.questions.find(({ id }) => id === item.questionId);
  // What the statement answered by itself, nobody has answered.
  const isBegun = item.verdict !== 'not-applicable' || item.reason !== '';
  const isFree =
    isUntouched(isBegun ? item : { ...item, verdict: 'not-started' }) && dependentsOf(context.db, item.id).length === 0;
  if (!newer) {
    if (isFree) {
      removeWithLinks(context, step, 'checklistItem', item.id);
      taken.removed += 1;
    } else {
      if (item.asked === '') step.set('checklistItem', item.id, { asked: wordingOf(item, before) });
      taken.kept += 1;
    }
  } else if (isFree) {
    step.set('checklistItem', item.id, { requirement: newer.requirement, asked: '' });
  } else if (wordingOf(item, before) !== newer.question) {
    if (item.asked === '') step.set('checklistItem', item.id, { asked: wordingOf(item, before) });
    taken.reworded += 1;
  }
}

/** The questions of the newer version that this audit would ask and the earlier one did not have. */
function addQuestions(context: Context, step: Step, auditId: string, from: Catalogue, to: Catalogue): number {
  const audit = auditIn(context, auditId);
  const known = new Set(from.questions.map(({ id }) => id));
  const leftOut = new Set(audit.leftOut);
  const last = new Map<string, number>();
  const asked = new Set<string>();
  for (const { requirement, position, questionId } of readRecords(context.db, 'checklistItem', auditId)) {
    last.set(requirement, Math.max(last.get(requirement) ?? 0, position));
    asked.add(questionId);
  }
  const { questions } = tailor(to, {
    template: templateOf(to, audit),
    aiRoles: audit.aiRoles,
    requirements: to.requirements.map(({ id }) => id).filter((id) => !leftOut.has(id)),
    systems: readRecords(context.db, 'aiSystem', auditId).filter(({ sampled, inScope }) => sampled && inScope),
  });
  const fresh = questions.filter(({ question: { id } }) => !known.has(id) && !asked.has(id));
  for (const { question, aiSystem } of fresh) {
    const position = (last.get(question.requirement) ?? -1) + 1;
    last.set(question.requirement, position);
    step.create('checklistItem', {
      requirement: question.requirement,
      questionId: question.id,
      position,
      aiSystem,
    });
  }
  return fresh.length;
}

/** Takes another version of its catalogue into an audit. Throws `refused` where it is another catalogue or not the lead's. */
export function takeCatalogue(context: Context, step: Step, auditId: string, hash: string): Taken {
  refuseUnlessLead(context, auditId);
  const from = context.catalogues.read(auditIn(context, auditId).catalogue);
  const { catalogue: to } = context.catalogues.keep(hash, step.at);
  if (to.id !== from.id)
    throw new AppError('refused', `${to.id} is another catalogue than ${from.id}, which this audit uses.`, { hash });
  const items = readRecords(context.db, 'checklistItem', auditId);
  refuseLostRequirements(items, to);
  const taken: Taken = { added: 0, removed: 0, kept: 0, reworded: 0 };
  for (const item of items) {
    if (!isOwnQuestion(item) && item.control === '') fitItem(context, step, item, from, to, taken);
  }
  const entries = new Set(readRecords(context.db, 'soaEntry', auditId).map(({ control }) => control));
  for (const { id: control, title, kind } of to.requirements) {
    if (kind === 'control' && !entries.has(control)) step.create('soaEntry', { control, title });
  }
  taken.added = addQuestions(context, step, auditId, from, to);
  step.set('audit', auditId, { catalogue: hash, standard: to.standard.name, edition: to.standard.edition });
  followStatement(context, step, auditId);
  return taken;
}
