// What the verdict keys and the finding key do to one question.
import { v7 as uuidv7 } from 'uuid';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue, Question } from '../../../shared/domain/catalogue.ts';
import { referencesIn } from '../../../shared/domain/references.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import { gradeForVerdict, templateOf } from '../../../shared/domain/templates.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import type { RequirementRow } from './checklist-view.ts';
import { texts } from './texts.ts';

/** Why a requirement cannot be "not applicable"; undefined where it can. */
export function whyItApplies({ requirement, isExcluded }: RequirementRow): string | undefined {
  if (isExcluded) return undefined;
  return requirement.kind === 'control' ? texts.controlApplies(requirement.id) : texts.clauseApplies(requirement.id);
}

/** Gives a question a verdict; one that was parked is no longer. Answers with a sentence where that is refused. */
export function giveVerdict(
  session: AuditSession,
  row: RequirementRow,
  item: ChecklistItemRecord,
  verdict: Verdict,
): string | undefined {
  const refused = verdict === 'not-applicable' ? whyItApplies(row) : undefined;
  if (refused === undefined && item.verdict !== verdict) {
    const fields = item.parked && !isOpen(verdict) ? { verdict, parked: false } : { verdict };
    session.edit('checklistItem', item.id, fields, { label: texts.stepOfVerdict(row.requirement.id) });
  }
  return refused;
}

/** The evidence that is linked to a record of the audit, by number. */
export function evidenceOf(open: Pick<OpenAudit, 'links' | 'evidence'>, target: string): OpenAudit['evidence'] {
  const linked = new Set(open.links.filter((link) => link.target === target).map(({ evidence }) => evidence));
  return open.evidence.filter(({ id }) => linked.has(id));
}

/** Raises a finding from a question with everything filled in that is known here. Answers with id and number. */
export async function raiseFinding(
  session: AuditSession,
  catalogue: Pick<Catalogue, 'standard' | 'templates'>,
  question: Pick<Question, 'intent'> | undefined,
  row: RequirementRow,
  item: ChecklistItemRecord,
): Promise<{ id: string; number: string }> {
  const { requirement } = row;
  const { open } = session.store.getState();
  const linked = evidenceOf(open, item.id);
  const mentioned = new Set(referencesIn(item.notes));
  const missing = linked.filter(({ number }) => !mentioned.has(number)).map(({ number }) => `[${number}]`);
  const intent = question?.intent ?? '';
  const { name, edition } = catalogue.standard;
  return session.run(
    'findings.create',
    {
      id: uuidv7(),
      fields: {
        grade: gradeForVerdict(templateOf(catalogue, open.audit), item.verdict),
        requirement: `${name}:${edition}, ${requirement.id} ${requirement.title}. ${intent}`.trim(),
        evidence: [item.notes.trim(), missing.join(' ')].filter(Boolean).join(' '),
        requirements: [requirement.id],
        aiSystems: item.aiSystem === null ? [] : [item.aiSystem],
        item: item.id,
      },
      evidenceIds: linked.map(({ id }) => id),
    },
    texts.stepOfFinding(requirement.id),
  );
}
