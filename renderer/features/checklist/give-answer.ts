// What the verdict keys and the finding key do to one question, or to several at once.
import { v7 as uuidv7 } from 'uuid';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { itemIn } from './answer-texts.ts';
import type { QuestionOf, RequirementRow } from './checklist-view.ts';
import { type Asked, draftFinding } from './draft-finding.ts';
import { texts } from './texts.ts';

/** Why a requirement cannot be "not applicable"; undefined where it can. */
export function whyItApplies({ requirement, isExcluded }: RequirementRow): string | undefined {
  if (isExcluded) return undefined;
  return requirement.kind === 'control' ? texts.controlApplies(requirement.id) : texts.clauseApplies(requirement.id);
}

const answerFields = (verdict: Verdict, isParked: boolean) =>
  isParked && !isOpen(verdict) ? { verdict, parked: false } : { verdict };

/** Gives a question a verdict; one that was parked is no longer. Answers with a sentence where that is refused. */
export function giveVerdict(
  session: AuditSession,
  row: RequirementRow,
  item: ChecklistItemRecord,
  verdict: Verdict,
): string | undefined {
  const refused = verdict === 'not-applicable' ? whyItApplies(row) : undefined;
  if (refused === undefined && item.verdict !== verdict) {
    const fields = answerFields(verdict, item.parked);
    session.edit('checklistItem', item.id, fields, { label: texts.stepOfVerdict(row.requirement.id) });
  }
  return refused;
}

/** Raises a finding about questions with everything filled in that is known there. Answers with id and number. */
export async function raiseFinding(
  session: AuditSession,
  catalogue: Pick<Catalogue, 'standard' | 'templates'>,
  questionOf: QuestionOf,
  asked: readonly Asked[],
): Promise<{ id: string; number: string }> {
  const { open } = session.store.getState();
  const fresh = asked.map(({ requirement, item }) => ({ requirement, item: itemIn(open.checklist, item.id) ?? item }));
  const label = texts.stepOfFinding([...new Set(asked.map(({ requirement }) => requirement.id))].join(', '));
  return session.run('findings.create', { id: uuidv7(), ...draftFinding(open, catalogue, questionOf, fresh) }, label);
}

/** What is done to several questions at once. Each is one step that can be undone. */
export function answersTogether(session: AuditSession, api: Api) {
  const idsOf = (items: readonly ChecklistItemRecord[]) => items.map(({ id }) => id);
  const update = (items: readonly ChecklistItemRecord[], fields: object, label: string) =>
    session.run('checklist.updateMany', { items: idsOf(items), fields }, label);
  return {
    async answer(items: readonly ChecklistItemRecord[], verdict: Verdict): Promise<void> {
      const fields = answerFields(
        verdict,
        items.some(({ parked }) => parked),
      );
      await update(items, fields, texts.stepOfVerdicts(items.length));
    },
    async explain(items: readonly ChecklistItemRecord[], reason: string): Promise<void> {
      await update(items, { reason }, texts.stepOfReasons(items.length));
    },
    /** Parks all of them; where all are parked, takes them up again. */
    async park(items: readonly ChecklistItemRecord[]): Promise<void> {
      const parked = !items.every((item) => item.parked);
      await update(items, { parked }, texts.stepOfParkings(items.length, parked));
    },
    /** Adds people to those who were interviewed. */
    async addPeople(items: readonly ChecklistItemRecord[], people: readonly string[]): Promise<void> {
      const { checklist } = session.store.getState().open;
      const listed = items.map((item) => itemIn(checklist, item.id) ?? item);
      const alike = Map.groupBy(listed, ({ interviewees }) => JSON.stringify(interviewees));
      await session.act(texts.stepOfPeopleOf(items.length), async (step) => {
        for (const group of alike.values()) {
          const interviewees = [...new Set([...(group[0]?.interviewees ?? []), ...people])];
          const fields = { interviewees };
          await api.call('checklist.updateMany', { audit: session.id, step, items: idsOf(group), fields });
        }
      });
    },
  };
}
export type AnswersTogether = ReturnType<typeof answersTogether>;
