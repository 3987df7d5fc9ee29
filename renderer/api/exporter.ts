// One export at a time: its progress, its end, and what it left.
import { v7 as uuidv7 } from 'uuid';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isAppError } from '../../shared/errors.ts';

export interface ExportState<File> {
  isRunning: boolean;
  done: number;
  total: number;
  label: string;
  /** Why there is no file, in words. */
  failure: string | undefined;
  files: readonly File[];
}

export interface ExportParts<Wanted, File> {
  /** Stores all that was typed. False where that is not possible now. */
  flush?: () => Promise<boolean>;
  /** Makes the files, keeps word of them and answers with all that is kept. */
  make: (wanted: Wanted, job: string) => Promise<readonly File[]>;
  cancel: (job: string) => Promise<unknown>;
  files: readonly File[];
  words: Readonly<{ unsaved?: string; cancelled: string; failed: (sentence: string) => string }>;
}

export interface Exporter<Wanted, File> {
  store: StoreApi<ExportState<File>>;
  start(wanted: Wanted): Promise<void>;
  cancel(): void;
  /** Notes how far the engine is, from its progress events. */
  noteProgress(job: string, done: number, total: number, label: string): void;
}

/** An exporter. It outlives the room it is started in, where that keeps it. */
export function createExporter<Wanted, File>(parts: ExportParts<Wanted, File>): Exporter<Wanted, File> {
  const store = createStore<ExportState<File>>(() => ({
    isRunning: false,
    done: 0,
    total: 0,
    label: '',
    failure: undefined,
    files: parts.files,
  }));
  const { words } = parts;
  let job = '';

  return {
    store,
    async start(wanted) {
      if (store.getState().isRunning) return;
      job = uuidv7();
      store.setState({ isRunning: true, done: 0, total: 0, label: '', failure: undefined });
      try {
        if (parts.flush && !(await parts.flush())) {
          store.setState({ failure: words.unsaved });
          return;
        }
        store.setState({ files: await parts.make(wanted, job) });
      } catch (error) {
        const isCancelled = isAppError(error) && error.code === 'cancelled';
        const sentence = error instanceof Error ? error.message : String(error);
        store.setState({ failure: isCancelled ? words.cancelled : words.failed(sentence) });
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
