// Undoing a step of the history. The making of the audit takes the audit itself away; it is offered back.
import { useCallback } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { StepOfHistory } from '../../../shared/contract/changes.ts';
import { goTo, goToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { texts } from './texts.ts';

const madeTheAudit = ({ records }: StepOfHistory) =>
  records.some(({ noun, kind }) => noun === 'audit' && kind === 'create');

/** A function that undoes a step, or says in words why it cannot. */
export function useUndoStep(): (step: StepOfHistory, sentence: string) => Promise<void> {
  const session = useAuditSession();
  const { api, workspace } = useEngine();
  const { say } = useAppActions();
  return useCallback(
    async (step, sentence) => {
      const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true });
      if (step.undoneBy !== null) {
        say(texts.alreadyUndone);
        return;
      }
      try {
        if (!madeTheAudit(step)) {
          await session.undoChange(step.change, sentence);
          say(texts.undoing(sentence), { undo: true });
          return;
        }
        await session.flush();
        const { ref } = session.store.getState().open.audit;
        const { changes } = await api.call('changes.undo', {
          audit: session.id,
          change: step.change,
          step: uuidv7(),
        });
        goTo({ place: 'audits' });
        await workspace.loadAudits();
        const back = uuidv7();
        const bringBack = async () => {
          await api.call('changes.undo', { audit: session.id, change: changes[0]?.id ?? '', step: back });
          await workspace.loadAudits();
          goToRoom(ref, 'activity');
          say(texts.back(ref));
        };
        say(texts.auditGone(ref), { offer: { label: texts.bringBack, run: () => void bringBack().catch(fail) } });
      } catch (error) {
        fail(error);
      }
    },
    [session, api, workspace, say],
  );
}
