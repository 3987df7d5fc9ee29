// What can be done to AI systems: add, sample, take in or out of scope, ask the questions, remove. Each is one step.
import { v7 as uuidv7 } from 'uuid';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { aiSystemFields } from '../../../shared/domain/ai-systems.ts';
import { questionsDue } from '../../../shared/domain/system-sampling.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { texts } from './texts.ts';

type Flags = Partial<Pick<AiSystemRecord, 'inScope' | 'sampled' | 'samplingReason'>>;

/** The changes of the open audit's AI systems. */
export function useSystemChanges() {
  const session = useAuditSession();
  const { api } = useEngine();
  const { say } = useAppActions();
  const tell = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  const now = () => session.store.getState();

  return {
    /** Adds a system. Answers with its id at once; undefined where it was refused. */
    async add(): Promise<string | undefined> {
      const id = uuidv7();
      const name = texts.newName(now().open.aiSystems.length + 1);
      let made: string | undefined;
      await tell(async () => {
        const fields = aiSystemFields.parse({ name });
        made = (await session.run('aiSystems.create', { id, fields }, texts.stepOfAdd(name))).id;
      });
      return made;
    },
    set({ id, name }: AiSystemRecord, fields: Flags, what: string): void {
      session.edit('aiSystem', id, fields, { label: `${what} of ${name}` });
    },
    /** Changes several at once. */
    setMany(systems: readonly string[], fields: Flags): Promise<void> {
      return tell(async () => {
        const label = texts.stepOfMany(systems.length);
        await session.run('aiSystems.updateMany', { aiSystems: [...systems], fields }, label);
        say(texts.changedMany(systems.length), { undo: true });
      });
    },
    /** Puts the questions that the catalogue asks per system for these, as one step. */
    ask(systems: readonly AiSystemRecord[]): Promise<void> {
      return tell(async () => {
        const { open, catalogue } = now();
        const due = systems.flatMap((system) => {
          const items = questionsDue(system, open.checklist, catalogue.questions);
          return items.length === 0 ? [] : [{ items, aiSystems: [system.id] }];
        });
        const [first] = due;
        if (!first) {
          say(texts.nothingToAsk);
          return;
        }
        const name = systems.length === 1 ? (systems[0]?.name ?? '') : texts.marked(systems.length);
        const label = texts.stepOfAsk(name);
        let made = 0;
        if (due.length === 1) made = (await session.run('checklist.repeat', first, label)).length;
        else {
          await session.act(label, async (step) => {
            for (const one of due)
              made += (await api.call('checklist.repeat', { audit: session.id, step, ...one })).length;
          });
        }
        say(texts.asked(made, name), { undo: true });
      });
    },
    remove({ id, name }: AiSystemRecord): Promise<void> {
      return tell(async () => {
        await session.run('aiSystems.remove', { aiSystem: id }, texts.stepOfRemove(name));
        say(texts.removed(name), { undo: true });
      });
    },
  };
}
export type SystemChanges = ReturnType<typeof useSystemChanges>;
