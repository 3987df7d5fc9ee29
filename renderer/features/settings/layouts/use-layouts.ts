// The layouts of the house as the page shows them, and the steps that can be taken back.
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Parsed } from '../../../../shared/contract/contract.ts';
import type { HouseLayoutRecord } from '../../../../shared/contract/house-layouts.ts';
import { useAppActions } from '../../../api/app-actions.tsx';
import { useEngine } from '../../../api/engine-context.tsx';
import { texts } from './layout-texts.ts';

export type LayoutPatch = Partial<Parsed<'houseLayouts.create'>['fields']>;

export interface Layouts {
  list: readonly HouseLayoutRecord[] | undefined;
  /** Whether a step of this visit can be taken back. */
  canUndo: boolean;
  create: () => Promise<string | undefined>;
  /** Changes a layout; changes with the same `step` are taken back together. */
  update: (id: string, fields: LayoutPatch, step?: string) => Promise<void>;
  remove: (layout: HouseLayoutRecord) => Promise<void>;
  undo: () => Promise<void>;
  /** Runs a call that changes layouts under a step of its own, and reads them again. Undefined where it failed. */
  run: <T>(call: (step: string) => Promise<T>) => Promise<T | undefined>;
}

/** The layouts, read again after every change. */
export function useLayouts(): Layouts {
  const { api, connection } = useEngine();
  const { say } = useAppActions();
  const [list, setList] = useState<readonly HouseLayoutRecord[]>();
  const [steps, setSteps] = useState<readonly string[]>([]);
  const alarm = useCallback(
    (error: unknown) => say(texts.notKept(error instanceof Error ? error.message : String(error)), { isAlarm: true }),
    [say],
  );
  const read = useCallback(() => api.call('houseLayouts.list', {}).then(setList, alarm), [api, alarm]);
  // Calls go one after the other, and what they made is read when the last one is through: a change that is under way is
  // never drawn over by an older state.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  useEffect(() => {
    void read();
    return connection.subscribe((event) => {
      const isOurs = event.type === 'changes' && event.changes.some(({ noun }) => noun === 'houseLayout');
      if (isOurs && waiting.current === 0) void read();
    });
  }, [read, connection]);

  const run = useCallback(
    <T>(call: (step: string) => Promise<T>, step: string = uuidv7()): Promise<T | undefined> => {
      waiting.current += 1;
      const kept = (made: T) => {
        setSteps((all) => (all.includes(step) ? all : [...all, step]));
        return made;
      };
      const failed = (error: unknown) => {
        alarm(error);
        return undefined;
      };
      const answer = queue.current
        .then(() => call(step))
        .then(kept, failed)
        .then(async (made) => {
          waiting.current -= 1;
          if (waiting.current === 0) await read();
          return made;
        });
      queue.current = answer;
      return answer;
    },
    [read, alarm],
  );
  const take = async (undone: string | undefined) => {
    if (undone === undefined) return;
    try {
      setList(await api.call('houseLayouts.undo', { undone, step: uuidv7() }));
      setSteps((all) => all.filter((one) => one !== undone));
      say(texts.undone);
    } catch (error) {
      alarm(error);
    }
  };
  return {
    list,
    canUndo: steps.length > 0,
    run,
    undo: () => take(steps.at(-1)),
    async create() {
      const names = new Set(list?.map(({ name }) => name));
      let number = 1;
      while (names.has(texts.newName(number))) number += 1;
      const fields = { name: texts.newName(number) };
      return (await run((step) => api.call('houseLayouts.create', { fields, step })))?.id;
    },
    async update(layout, fields, step) {
      setList((all) => all?.map((one) => (one.id === layout ? { ...one, ...fields } : one)));
      await run((own) => api.call('houseLayouts.update', { layout, fields, step: own }), step);
    },
    async remove({ id, name }) {
      const step = uuidv7();
      const answer = await run(() => api.call('houseLayouts.remove', { layout: id, step }), step);
      if (answer) say(texts.removed(name), { offer: { label: texts.undo, run: () => void take(step) } });
    },
  };
}
