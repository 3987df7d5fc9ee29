import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi } from '../../shared/rpc/client.ts';
import { compareFiles, compareWithLedgers, findLeftovers } from './check.ts';
import { createLedger, type Ledger, saveUntilTheEnd } from './client.ts';
import { killWhileStarting, type Server, startServer, verifyBeside } from './server.ts';

export interface TortureOptions {
  rounds: number;
  /** No further round is begun after this many milliseconds. */
  atMost: number;
  clients?: number;
  onRound?: (round: number, acknowledged: number) => void;
}

export interface TortureResult {
  rounds: number;
  acknowledged: number;
  faults: string[];
  /** Kept only where a fault was found. */
  workspace: string | undefined;
}

/** The calls that had no answer are made again with the same ids, as a page does after a restart. */
async function repeatPending(server: Server, ledgers: readonly Ledger[]): Promise<string[]> {
  const faults: string[] = [];
  for (const ledger of ledgers) {
    const { pending } = ledger;
    if (!pending) continue;
    // An upload does not survive the server, so evidence that was not taken in has to be sent again by hand.
    if (pending.method !== 'evidence.add') {
      const reply = await server.transport(pending.method, pending.input);
      if (!reply.ok) faults.push(`${pending.method} was refused when it was repeated: ${reply.error.message}`);
    }
    remember(ledger, pending);
  }
  return faults;
}

function remember(ledger: Ledger, { method, input }: NonNullable<Ledger['pending']>): void {
  const {
    id = '',
    item = '',
    text = '',
    fields,
  } = input as {
    id?: string;
    item?: string;
    text?: string;
    fields?: { notes: string };
  };
  if (method === 'notes.add') ledger.notes.set(id, text);
  if (method === 'checklist.update') ledger.items.set(item, fields?.notes ?? '');
}

async function openAuditOn(server: Server, audit: string) {
  return createApi(server.transport).call('audits.open', { audit });
}

/** What became of findings and evidence whose answer was lost: taken over as they are stored, or never begun. */
async function settlePending(server: Server, audit: string, ledgers: readonly Ledger[]): Promise<void> {
  const { findings, evidence } = await openAuditOn(server, audit);
  for (const ledger of ledgers) {
    const { id, ids = [] } = (ledger.pending?.input ?? {}) as { id?: string; ids?: string[] };
    for (const { id: known, number, nature } of findings)
      if (known === id) ledger.findings.set(known, { number, nature });
    for (const { id: known, number, sha256 } of evidence)
      if (ids.includes(known)) ledger.evidence.set(known, { number, sha256 });
    ledger.pending = undefined;
  }
}

/** Lets clients save, kills the server at a random moment, starts it again and compares; as many rounds as asked. */
export async function torture({ rounds, atMost, clients = 4, onRound }: TortureOptions): Promise<TortureResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-torture-'));
  const workspace = path.join(folder, 'workspace');
  const ledgers = Array.from({ length: clients }, createLedger);
  const acknowledged = () => ledgers.reduce((sum, ledger) => sum + ledger.acknowledged, 0);
  const faults: string[] = [];
  const from = performance.now();
  let done = 0;
  let server = await startServer(workspace);
  try {
    const made = { title: 'Torture', type: 'internal', organization: 'Invented Ltd' } as const;
    const { id: audit } = await createApi(server.transport).call('audits.create', made);
    const { checklist } = await openAuditOn(server, audit);
    const own = (client: number) => checklist.flatMap(({ id }, place) => (place % clients === client ? [id] : []));
    while (done < rounds && performance.now() - from < atMost && faults.length === 0) {
      let isOver = false;
      const saving = Promise.allSettled(
        ledgers.map((ledger, client) => saveUntilTheEnd(server, audit, own(client), ledger, () => isOver)),
      );
      await sleep(20 + Math.random() * 2_000);
      isOver = true;
      await server.kill();
      for (const one of await saving) if (one.status === 'rejected') faults.push(String(one.reason));
      if (Math.random() < 0.25) await killWhileStarting(workspace, 200 + Math.random() * 800);
      server = await startServer(workspace);
      done += 1;
      faults.push(...findLeftovers(workspace), ...compareWithLedgers(await openAuditOn(server, audit), ledgers));
      faults.push(...(await repeatPending(server, ledgers)));
      await settlePending(server, audit, ledgers);
      faults.push(...compareWithLedgers(await openAuditOn(server, audit), ledgers));
      faults.push(...(await compareFiles(server, ledgers, 20)));
      const { problems } = await verifyBeside(workspace);
      faults.push(...problems.map((problem) => `verify: ${JSON.stringify(problem)}`));
      onRound?.(done, acknowledged());
    }
    const status = await server.stop();
    if (status !== 0) faults.push(`the server ended with status ${status} when it was asked to stop`);
    const { problems } = await verifyBeside(workspace);
    faults.push(...problems.map((problem) => `verify at the end: ${JSON.stringify(problem)}`));
  } finally {
    await server.kill();
  }
  if (faults.length === 0) rmSync(folder, { recursive: true, force: true });
  return { rounds: done, acknowledged: acknowledged(), faults, workspace: faults.length > 0 ? workspace : undefined };
}
