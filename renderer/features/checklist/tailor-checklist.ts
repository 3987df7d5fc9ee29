// Fitting the checklist of the open audit: own questions, order, questions per AI system, what is put aside or left.
import { v7 as uuidv7 } from 'uuid';
import type { AiSystemRecord, ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Question } from '../../../shared/domain/catalogue.ts';
import { systemsFor } from '../../../shared/domain/tailoring.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import type { RequirementRow } from './checklist-view.ts';
import { movesFor } from './question-groups.ts';
import { texts } from './texts.ts';

/** The AI systems that questions are put for one by one. */
export const sampledOf = (systems: readonly AiSystemRecord[]) =>
  systems.filter(({ sampled, inScope }) => sampled && inScope);

const copiesOf = (row: RequirementRow, { questionId, control }: ChecklistItemRecord) =>
  row.items.filter((one) => one.questionId === questionId && one.control === control);

/** Those of the systems for which a question is not put yet. */
export function systemsWithout<System extends { id: string }>(
  row: RequirementRow,
  item: ChecklistItemRecord,
  systems: readonly System[],
): System[] {
  const covered = new Set(copiesOf(row, item).map(({ aiSystem }) => aiSystem));
  return systems.filter(({ id }) => !covered.has(id));
}

/** Why a question cannot be put for more AI systems; undefined where it can. */
export function whyNotRepeated(
  row: RequirementRow,
  item: ChecklistItemRecord,
  systems: readonly AiSystemRecord[],
): string | undefined {
  const sampled = sampledOf(systems);
  if (sampled.length === 0) return texts.noneSampled;
  return systemsWithout(row, item, sampled).length === 0 ? texts.allCovered : undefined;
}

/** One call of `checklist.repeat`. */
export interface Repetition {
  items: string[];
  aiSystems: string[];
}

/** The questions of a requirement that the catalogue puts per AI system and that some sampled system still lacks. */
export function repetitionsDue(
  row: RequirementRow,
  questionOf: (item: ChecklistItemRecord) => Question | undefined,
  systems: readonly AiSystemRecord[],
): Repetition[] {
  const sampled = sampledOf(systems);
  const first = [...Map.groupBy(row.items, ({ questionId }) => questionId).values()].flatMap(([item]) => item ?? []);
  const due = first.flatMap((item) => {
    const question = questionOf(item);
    const suiting = question ? systemsFor(question, sampled) : [];
    const lacking = systemsWithout(row, item, suiting);
    return lacking.length === 0 ? [] : [{ item: item.id, aiSystems: lacking.map(({ id }) => id) }];
  });
  return [...Map.groupBy(due, ({ aiSystems }) => aiSystems.join(' ')).values()].map((same) => ({
    items: same.map(({ item }) => item),
    aiSystems: same[0]?.aiSystems ?? [],
  }));
}

/** The calls that fit the checklist. Each is one step that can be undone. */
export function checklistTailoring(session: AuditSession, api: Api) {
  const audit = session.id;
  return {
    /** Adds a question of one's own behind the others. Answers with its id. */
    async add(requirement: string, question: string, aiSystem: string | null): Promise<string> {
      const fields = { id: uuidv7(), requirement, question, aiSystem };
      return (await session.run('checklist.addQuestion', fields, texts.stepOfAdd(requirement))).id;
    },
    /** Rewords a question of one's own, wherever it is put in the same words. */
    async reword(row: RequirementRow, item: ChecklistItemRecord, question: string): Promise<void> {
      const same = copiesOf(row, item).filter((one) => one.question === item.question);
      const label = texts.stepOfReword(item.questionId);
      if (same.length <= 1) await session.run('checklist.reword', { item: item.id, question }, label);
      else {
        await session.act(label, async (step) => {
          for (const { id } of same) await api.call('checklist.reword', { audit, step, item: id, question });
        });
      }
    },
    async remove({ id, questionId }: ChecklistItemRecord): Promise<void> {
      await session.run('checklist.remove', { item: id }, texts.stepOfRemove(questionId));
    },
    park({ id, questionId, parked }: ChecklistItemRecord): void {
      const label = parked ? texts.stepOfUnpark(questionId) : texts.stepOfPark(questionId);
      session.edit('checklistItem', id, { parked: !parked }, { label });
    },
    /** Brings a question one place up or down. False where it stands at the edge. */
    async move({ requirement, items }: RequirementRow, item: string, by: 1 | -1): Promise<boolean> {
      const moves = movesFor(items, item, by);
      const [move, ...more] = moves;
      if (!move) return false;
      const label = texts.stepOfMove(requirement.id);
      if (more.length === 0) await session.run('checklist.move', move, label);
      else {
        await session.act(label, async (step) => {
          for (const one of moves) await api.call('checklist.move', { audit, step, ...one });
        });
      }
      return true;
    },
    /** Puts questions for AI systems. Answers with how many that made. */
    async repeat(repetitions: readonly Repetition[], label: string): Promise<number> {
      const [repetition, ...more] = repetitions;
      if (!repetition) return 0;
      if (more.length === 0) return (await session.run('checklist.repeat', repetition, label)).length;
      return session.act(label, async (step) => {
        let made = 0;
        for (const one of repetitions) made += (await api.call('checklist.repeat', { audit, step, ...one })).length;
        return made;
      });
    },
    async takeIn(requirement: string): Promise<void> {
      await session.run('checklist.takeIn', { requirement }, texts.stepOfTakeIn(requirement));
    },
    /** Marks questions as not audited, with the reason. */
    async markRest(requirement: string, items: readonly string[], reason: string): Promise<void> {
      const fields = { verdict: 'not-audited', reason, parked: false } as const;
      await session.run('checklist.updateMany', { items: [...items], fields }, texts.stepOfRest(requirement));
    },
  };
}
export type ChecklistTailoring = ReturnType<typeof checklistTailoring>;
