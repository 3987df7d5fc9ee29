// One export at a time: its progress, its end, and what it left.
import { v7 as uuidv7 } from 'uuid';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract/contract.ts';
import { isAppError } from '../../../shared/errors.ts';
import type { ExportedFile } from './last-export.ts';
import { texts } from './texts.ts';

export type Wanted = Readonly<{ word: boolean; excel: boolean }>;

export interface ExportState {
  isRunning: boolean;
  done: number;
  total: number;
  label: string;
  /** Why there is no file, in words. */
  failure: string | undefined;
  files: readonly ExportedFile[];
}

export interface ExportParts {
  /** Stores all that was typed. False where that is not possible now. */
  flush: () => Promise<boolean>;
  run: (wanted: Wanted, job: string) => Promise<Output<'reports.export'>>;
  cancel: (job: string) => Promise<unknown>;
  /** Keeps what was made and answers with all that is kept. */
  keep: (made: Output<'reports.export'>) => Promise<ExportedFile[]>;
  files: readonly ExportedFile[];
}

export interface Exporter {
  store: StoreApi<ExportState>;
  start(wanted: Wanted): Promise<void>;
  cancel(): void;
  /** Notes how far the engine is, from its progress events. */
  noteProgress(job: string, done: number, total: number, label: string): void;
}

/** An exporter for one audit. */
export function createExporter(parts: ExportParts): Exporter {
  const store = createStore<ExportState>(() => ({
    isRunning: false,
    done: 0,
    total: 0,
    label: '',
    failure: undefined,
    files: parts.files,
  }));
  let job = '';

  return {
    store,
    async start(wanted) {
      if (store.getState().isRunning) return;
      job = uuidv7();
      store.setState({ isRunning: true, done: 0, total: 0, label: '', failure: undefined });
      try {
        if (!(await parts.flush())) {
          store.setState({ failure: texts.unsaved });
          return;
        }
        const files = await parts.keep(await parts.run(wanted, job));
        store.setState({ files });
      } catch (error) {
        const isCancelled = isAppError(error) && error.code === 'cancelled';
        const sentence = error instanceof Error ? error.message : String(error);
        store.setState({ failure: isCancelled ? texts.cancelled : texts.failed(sentence) });
      } finally {
        store.setState({ isRunning: false });
      }
    },
    cancel() {
      if (store.getState().isRunning) void parts.cancel(job).catch(() => undefined);
    },
    noteProgress(of, done, total, label) {
      if (of === job && store.getState().isRunning) store.setState({ done, total, label });
    },
  };
}
