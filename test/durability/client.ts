import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Input, Method, Output } from '../../shared/contract/contract.ts';
import { isAppError } from '../../shared/errors.ts';
import { createApi } from '../../shared/rpc/client.ts';
import type { Server } from './server.ts';

/** What a client knows to be saved, because it was answered `ok`. */
export interface Ledger {
  /** The notes of an item as last acknowledged. */
  items: Map<string, string>;
  notes: Map<string, string>;
  findings: Map<string, { number: string; nature: string }>;
  evidence: Map<string, { number: string; sha256: string }>;
  /** The call that had no answer when the server died. It may have been carried out or not, but never in part. */
  pending: { method: Method; input: unknown } | undefined;
  acknowledged: number;
}

/** An empty ledger. */
export function createLedger(): Ledger {
  const empty = { items: new Map(), notes: new Map(), findings: new Map(), evidence: new Map() };
  return { ...empty, pending: undefined, acknowledged: 0 };
}

const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T;

const text = () => `${randomBytes(4).toString('hex')} ${'said and seen '.repeat(Math.ceil(Math.random() * 40))}`.trim();

/** Contents that several clients may take in at the same time. */
const shared = Array.from({ length: 5 }, (_, index) => Buffer.from(`the same file for everybody, ${index}`));

/** Saves as fast as it can until the server is killed. Throws where a call is refused: nothing here is wrong input. */
export async function saveUntilTheEnd(
  server: Server,
  audit: string,
  items: readonly string[],
  ledger: Ledger,
  isOver: () => boolean,
): Promise<void> {
  const api = createApi(server.transport);
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    ledger.pending = { method, input };
    const value = await api.call(method, input);
    ledger.pending = undefined;
    ledger.acknowledged += 1;
    return value;
  };
  const actions: (() => Promise<void>)[] = [
    async () => {
      const item = pick(items);
      const notes = text();
      await call('checklist.update', { audit, item, fields: { notes, verdict: pick(['conforms', 'improvement']) } });
      ledger.items.set(item, notes);
    },
    async () => {
      const id = uuidv7();
      const line = text();
      await call('notes.add', { audit, id, text: line });
      ledger.notes.set(id, line);
    },
    async () => {
      const id = uuidv7();
      const nature = text();
      const fields = { grade: 'minor' as const, requirement: '8.4', evidence: 'Seen.', nature, requirements: ['8.4'] };
      const made = await call('findings.create', { audit, id, fields });
      ledger.findings.set(id, { number: made.number, nature });
    },
    async () => {
      const id = uuidv7();
      const content = Math.random() < 0.3 ? pick(shared) : randomBytes(Math.ceil(Math.random() * 200_000));
      const staging = await server.upload('seen.bin', content);
      const files = [{ staging }];
      const [made] = await call('evidence.add', { audit, files, ids: [id] });
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (made?.sha256 !== sha256) throw new Error(`${made?.number} was taken in with another hash.`);
      ledger.evidence.set(id, { number: made.number, sha256 });
    },
  ];

  try {
    for (;;) await pick(actions)();
  } catch (error) {
    // A dead server answers nothing; a refusal, or silence before the kill, is a fault.
    if (isAppError(error) || !isOver()) throw error;
  }
}
