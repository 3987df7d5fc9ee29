// The steps this page made, as two stacks: what can be undone, what can be repeated.
import { v7 as uuidv7 } from 'uuid';
import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../shared/domain/changes.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { isPassing } from './save-queue.ts';
import type { SessionState } from './session-state.ts';

type Direction = 'undoable' | 'redoable';

export interface OwnSteps {
  /** A new step with the words for its undoing. */
  begin(label: string): string;
  /** Notes that something of a step is stored, so that it can be undone. */
  stored(step: string): void;
  isOwn(step: string): boolean;
  /** Remembers by which change the engine knows a step. */
  noteChange(change: Change): void;
  /** Undoes the last step of a stack. Undefined when the stack is empty. */
  takeBack(direction: Direction): Promise<{ label: string; changes: Change[] } | undefined>;
  /** Undoes the step of any change, or some fields of it; that can then itself be undone. */
  undoChange(change: string, label: string, fields?: readonly string[]): Promise<Change[]>;
}

/** The own steps of an open audit; both stacks stand in its store. */
export function createOwnSteps(api: Api, auditId: string, store: StoreApi<SessionState>): OwnSteps {
  const labels = new Map<string, string>();
  const changeByStep = new Map<string, string>();
  /** The steps of undoings whose answer has not come. */
  const undoing = new Map<string, string>();

  const push = (direction: Direction, step: string, label: string) => {
    labels.set(step, label);
    store.setState((state) => ({ [direction]: [...state[direction], { step, label }] }));
  };

  const findChange = async (step: string) => {
    const known = changeByStep.get(step);
    if (known !== undefined) return known;
    const recent = await api.call('changes.list', { audit: auditId, limit: 500 });
    return recent.find((change) => change.step === step)?.id;
  };

  const undo = async (change: string, fields?: readonly string[]) => {
    const only = fields === undefined ? {} : { fields: [...fields] };
    const key = JSON.stringify([change, fields]);
    const own = undoing.get(key) ?? uuidv7();
    undoing.set(key, own);
    const answer = api.call('changes.undo', { audit: auditId, change, ...only, step: own });
    // What may have been done without our knowing is asked for again as the same step.
    const { step, changes } = await answer.catch((error: unknown) => {
      if (!isPassing(error)) undoing.delete(key);
      throw error;
    });
    undoing.delete(key);
    labels.set(step, '');
    for (const one of changes) changeByStep.set(step, one.id);
    return { step, changes };
  };

  const takeBack: OwnSteps['takeBack'] = async (direction) => {
    for (;;) {
      const last = store.getState()[direction].at(-1);
      if (!last) return undefined;
      store.setState((state) => ({ [direction]: state[direction].slice(0, -1) }));
      try {
        const change = await findChange(last.step);
        // A step that changed nothing has no change: the one before it is meant.
        if (change === undefined) continue;
        const { step, changes } = await undo(change);
        push(direction === 'undoable' ? 'redoable' : 'undoable', step, last.label);
        return { label: last.label, changes };
      } catch (error) {
        if (isPassing(error)) push(direction, last.step, last.label);
        throw error;
      }
    }
  };

  // One undoing after the other: a key pressed while one is on its way means the step that this one leaves.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = before.then(work, work);
    before = turn;
    return turn;
  };

  return {
    begin(label) {
      const step = uuidv7();
      labels.set(step, label);
      return step;
    },
    stored(step) {
      const { undoable } = store.getState();
      if (undoable.some((own) => own.step === step)) return;
      push('undoable', step, labels.get(step) ?? '');
      store.setState({ redoable: [] });
    },
    isOwn: (step) => labels.has(step),
    noteChange(change) {
      if (labels.has(change.step)) changeByStep.set(change.step, change.id);
    },
    takeBack: (direction) => inTurn(() => takeBack(direction)),
    undoChange: (change, label, fields) =>
      inTurn(async () => {
        const { step, changes } = await undo(change, fields);
        push('undoable', step, label);
        return changes;
      }),
  };
}
