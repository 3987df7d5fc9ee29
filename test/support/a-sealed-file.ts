// An issued audit of a workspace of its own, sealed; made once for all tests of a file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Engine, openEngine } from '../../electron/core/engine.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';
import { soundOf } from './damaged-sealed.ts';
import { aReadyAudit, letGo } from './ready-audit.ts';
import { workerEntry } from './workspace.ts';

/** A workspace with an issued audit, what was issued, and the sealed file of it. */
export async function aSealedAudit() {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-sealed-'));
  const workspace = path.join(folder, 'workspace');
  const engine: Engine = await openEngine({
    workspace,
    program: 'a test',
    hostKind: 'direct',
    allowsPaths: true,
    workerEntry,
    log: (error) => {
      throw error;
    },
  });
  const api: Api = createApi(engine.call);
  const proof = path.join(folder, 'log.txt');
  writeFileSync(proof, 'CHG-107: new model without an assessment\n'.repeat(40));
  const { audit, ref } = await aReadyAudit(api, { path: proof });
  await letGo(api, audit);
  const issued = await api.call('reports.issue', { audit });
  const file = path.join(folder, 'audit.plumb');
  const made = await api.call('sealed.make', { audit, to: file });
  return {
    folder,
    workspace,
    engine,
    api,
    audit,
    ref,
    proof,
    issued,
    file,
    made,
    sound: soundOf(readFileSync(file)),
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
