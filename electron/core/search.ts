import type { Handlers } from '../../shared/contract/contract.ts';
import type { Store } from '../store/open.ts';
import { findText, indexCatalogue, indexSome } from '../store/search.ts';
import { auditIdOf, type Context } from './context.ts';
import type { Catalogues } from './catalogues.ts';

const batch = 100;
const idleMs = 250;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface Indexer {
  /** Says that something was saved: the index follows when nothing else happens. */
  touch(): void;
  /** Brings the index up to date, in batches that let other calls through. */
  catchUp(): Promise<void>;
  stop(): void;
}

/** Keeps the search index behind the log, in short batches after saves have ceased. */
export function createIndexer(db: Store, catalogues: Catalogues): Indexer {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const catchUp = async () => {
    for (const { hash } of db.prepare('SELECT hash FROM catalogue').all() as { hash: string }[]) {
      indexCatalogue(db, hash, catalogues.read(hash));
    }
    for (let isDone = false; !isDone; await pause()) isDone = stopped || indexSome(db, batch);
  };
  const once = () => {
    running ??= catchUp().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    touch() {
      clearTimeout(timer);
      if (stopped) return;
      timer = setTimeout(() => void once().catch(() => undefined), idleMs);
      timer.unref();
    },
    async catchUp() {
      await running;
      await once();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The call that finds. */
export function searchHandlers(context: Context, indexer: Indexer): Pick<Handlers, 'search.find'> {
  return {
    'search.find': async ({ text, audit, limit = 30 }) => {
      const auditId = audit === undefined ? undefined : auditIdOf(context, audit);
      if (!context.db.readonly) await indexer.catchUp();
      return findText(context.db, text, auditId, limit);
    },
  };
}
