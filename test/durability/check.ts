import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Ledger } from './client.ts';
import type { Server } from './server.ts';

interface Pending {
  audit: string;
  item?: string;
  id?: string;
  ids?: string[];
  fields?: { notes?: string };
}

/** Everything that an audit lacks, or has without reason, of what its clients were told. */
export function compareWithLedgers(audit: OpenAudit, ledgers: readonly Ledger[]): string[] {
  const faults: string[] = [];
  const pending = ledgers.flatMap((ledger) => (ledger.pending ? [ledger.pending.input as Pending] : []));
  const begun = new Set(pending.flatMap(({ id, ids = [] }) => (id === undefined ? ids : [id, ...ids])));
  const items = new Map(audit.checklist.map((item) => [item.id, item.notes]));
  for (const ledger of ledgers) {
    for (const [id, notes] of ledger.items) {
      const later = pending.filter(({ item }) => item === id).map(({ fields }) => fields?.notes);
      const found = items.get(id);
      if (found !== notes && !later.includes(found)) faults.push(`item ${id} lost what was acknowledged: ${notes}`);
    }
  }
  const compare = <T extends { id: string }>(
    noun: string,
    stored: readonly T[],
    acknowledged: ReadonlyMap<string, Partial<T>>,
  ) => {
    const byId = new Map(stored.map((record) => [record.id, record]));
    for (const [id, wanted] of acknowledged) {
      const found = byId.get(id);
      if (!found) faults.push(`${noun} ${id} was acknowledged and is gone`);
      for (const [field, value] of Object.entries(wanted)) {
        if (found && found[field as keyof T] !== value) faults.push(`${noun} ${id}: ${field} is not ${String(value)}`);
      }
    }
    for (const { id } of stored)
      if (!acknowledged.has(id) && !begun.has(id)) faults.push(`${noun} ${id} is there, but nobody made it`);
  };
  const notes = new Map(ledgers.flatMap((ledger) => [...ledger.notes].map(([id, text]) => [id, { text }] as const)));
  compare('note', audit.notes, notes);
  compare('finding', audit.findings, new Map(ledgers.flatMap(({ findings }) => [...findings])));
  compare('evidence', audit.evidence, new Map(ledgers.flatMap(({ evidence }) => [...evidence])));
  const numbers = [...audit.findings, ...audit.evidence].map(({ number }) => number);
  if (new Set(numbers).size !== numbers.length) faults.push('two records have the same number');
  return faults;
}

/** Evidence whose file does not come back as it was taken in: the newest pieces and some older ones. */
export async function compareFiles(server: Server, ledgers: readonly Ledger[], most: number): Promise<string[]> {
  const all = ledgers.flatMap((ledger) => [...ledger.evidence.values()].slice(-Math.ceil(most / ledgers.length)));
  const faults: string[] = [];
  for (const { number, sha256 } of all) {
    const content = await server.download(sha256);
    if (createHash('sha256').update(content).digest('hex') !== sha256)
      faults.push(`the file of ${number} is not whole`);
  }
  return faults;
}

/** What interrupted intakes left in the workspace, which a start has to sweep. */
export function findLeftovers(workspace: string): string[] {
  return readdirSync(path.join(workspace, 'staging')).map((name) => `staging/${name} was not swept`);
}
