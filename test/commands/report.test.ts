// Issuing and the sheets of the closing meeting on the command line.
import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../electron/commands/run.ts';
import { aReadyAudit, letGo } from '../support/ready-audit.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

it('issues a report once nothing stands in the way, and says all that does in words', async () => {
  const workspace = aFolder();
  const engine = await anEngine(workspace);
  const { audit, ref } = await aReadyAudit(engine.api);
  await engine.api.call('conclusions.update', { audit, fields: { acceptedAt: null } });

  /** Runs a command on the engine that is open already. */
  const plumbline = async (...words: string[]) => {
    const said = { out: '', error: '' };
    const open = async () => ({ ...engine, close: async () => undefined });
    const around = {
      open,
      progress: () => undefined,
      readStandardInput: async () => '',
      restore: () => never(),
      verifyFile: () => never(),
    };
    const streams = { out: (text: string) => (said.out += text), error: (text: string) => (said.error += text) };
    const status = await runCommand([...words, '--workspace', workspace, '--audit', ref], around, streams);
    return { status, ...said };
  };

  const refused = await plumbline('report', '--issue');
  expect(refused).toMatchObject({ status: 1, out: '' });
  const lines = refused.error.split('\n');
  expect(lines[0]).toBe('The report cannot be issued yet:');
  expect(lines).toContain('  The conclusions have not been accepted by the lead auditor.');
  expect(lines).toContain('  The reviewer has not released the report.');
  const asJson = await plumbline('report', '--issue', '--json');
  expect(asJson.status).toBe(1);
  expect(JSON.parse(asJson.out)).toMatchObject({ ok: false, error: { code: 'refused', details: { points: {} } } });
  expect(await plumbline('report', '--issue', '--word', 'x.docx')).toMatchObject({ status: 2 });

  await engine.api.call('conclusions.update', { audit, fields: { acceptedAt: '2026-11-20T16:00:00+01:00' } });
  await letGo(engine.api, audit);
  const done = await plumbline('report', '--issue', '--json');
  expect(done.status).toBe(0);
  const issued = JSON.parse(done.out) as { version: number; files: { path: string; kind: string }[] };
  expect(issued.version).toBe(1);
  expect(issued.files.map(({ kind }) => kind)).toEqual(['word', 'excel']);
  for (const { path: file } of issued.files) expect(statSync(file).size).toBeGreaterThan(1_000);
  const again = await plumbline('report', '--issue');
  expect(again).toMatchObject({ status: 1, error: expect.stringContaining('has been issued already') });

  const word = path.join(aFolder(), 'sheets.docx');
  const sheets = await plumbline('sheets', '--finding', 'F-001', '--word', word, '--json');
  expect(JSON.parse(sheets.out)).toMatchObject({ files: [{ path: word, kind: 'word' }], sheets: 1 });
});

function never(): never {
  throw new Error('Nothing is restored here.');
}
