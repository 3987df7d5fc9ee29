// Copies, moves and older copies of a workspace: which device writes there, and what tells two histories apart.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deviceKey, knownKey, signHeads } from '../../electron/core/device-key.ts';
import { verifyFile } from '../../electron/core/sealed/verify-file.ts';
import { isSignedBy, nodeTools } from '../../electron/exchange/archive/node-tools.ts';
import { disk } from '../../electron/files.ts';
import { textOfHeads } from '../../shared/proof/signed-heads.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

/** Another machine, as far as the settings are concerned. */
function onAnotherMachine(folder = aFolder()): string {
  const before = process.env.PLUMBLINE_CONFIG;
  process.env.PLUMBLINE_CONFIG = folder;
  onTestFinished(() => void (process.env.PLUMBLINE_CONFIG = before));
  return folder;
}

/** A closed workspace with an audit. */
async function aWorkspace(folder: string) {
  const engine = await anEngine(folder);
  const { id: audit } = await anAudit(engine.api, ['Q-8.4-01']);
  await engine.close();
  return audit;
}

async function note(folder: string, audit: string, text: string): Promise<{ device: string; notices: string[] }> {
  const engine = await anEngine(folder);
  const { device, notices } = await engine.api.call('workspace.info', {});
  await engine.api.call('notes.add', { audit, text });
  await engine.close();
  return { device, notices };
}

const devicesIn = (folder: string) => {
  const db = new Sqlite(path.join(folder, 'workbench.sqlite'), { readonly: true });
  const all = db.prepare('SELECT id, series FROM device ORDER BY series').all() as { id: string; series: string }[];
  db.close();
  return all;
};

describe('a workspace', () => {
  it('that was copied is written by a device of its own, and one that was moved by the same', async () => {
    const parent = aFolder();
    const [first, copy, moved] = ['first', 'copy', 'moved'].map((name) => path.join(parent, name)) as [
      string,
      string,
      string,
    ];
    const audit = await aWorkspace(first);
    const one = await note(first, audit, 'here');
    cpSync(first, copy, { recursive: true });
    const other = await note(copy, audit, 'there');
    expect(other.device).not.toBe(one.device);
    expect(other.notices.join(' ')).toMatch(/is a copy of .*numbers of its own series/);
    expect(devicesIn(copy).map(({ series }) => series)).toEqual(['', 'B']);
    renameSync(first, moved);
    expect((await note(moved, audit, 'still here')).device).toBe(one.device);
    for (const folder of [copy, moved]) {
      const engine = await anEngine(folder, { readOnly: true });
      expect((await engine.verify()).problems).toEqual([]);
    }
  });

  it('in whose place an older copy was put is written by a device of its own from then on', async () => {
    const parent = aFolder();
    const [folder, older] = [path.join(parent, 'workspace'), path.join(parent, 'older')];
    const audit = await aWorkspace(folder);
    const one = await note(folder, audit, 'on Monday');
    cpSync(folder, older, { recursive: true });
    await note(folder, audit, 'on Tuesday');
    rmSync(folder, { recursive: true });
    renameSync(older, folder);
    const back = await note(folder, audit, 'on Wednesday');
    expect(back.device).not.toBe(one.device);
    expect(back.notices.join(' ')).toMatch(/older than what this computer last wrote/);
    const again = await note(folder, audit, 'on Thursday');
    expect(again.device).toBe(back.device);
    expect(again.notices.join(' ')).not.toMatch(/older than/);
  });

  it('that was worked on twice as one device shows the fork against a sealed file', async () => {
    const parent = aFolder();
    const [folder, twin, settings] = ['workspace', 'twin', 'settings'].map((name) => path.join(parent, name)) as [
      string,
      string,
      string,
    ];
    const configuration = onAnotherMachine(path.join(parent, 'mine'));
    const audit = await aWorkspace(folder);
    // The machine with all that is on it, as a virtual one is copied.
    cpSync(folder, twin, { recursive: true });
    cpSync(configuration, settings, { recursive: true });
    await note(folder, audit, 'left');
    const engine = await anEngine(folder);
    const file = path.join(parent, 'left.plumb');
    await engine.api.call('sealed.make', { audit, to: file });
    await engine.close();
    expect(await verifyFile({ file, workspace: folder, configuration })).toMatchObject({ ok: true });

    process.env.PLUMBLINE_CONFIG = settings;
    renameSync(folder, path.join(parent, 'away'));
    renameSync(twin, folder);
    await note(folder, audit, 'right');
    const { ok, problems } = await verifyFile({ file, workspace: folder, configuration });
    expect(ok).toBe(false);
    expect(problems).toMatchObject([{ code: 'forked-chain', message: expect.stringMatching(/forked after change/) }]);
    expect(await verifyFile({ file, configuration })).toMatchObject({ ok: true });
  });
});

describe('the key of a device', () => {
  it('is made once, for its owner alone, and signs what anybody can check', async () => {
    const folder = path.join(aFolder(), 'configuration');
    expect(await knownKey(folder)).toBeUndefined();
    const one = await deviceKey(folder);
    const other = await deviceKey(folder);
    expect(other).toMatchObject({ publicKey: one.publicKey, notice: undefined });
    expect(await knownKey(folder)).toBe(one.publicKey);
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'device-key.pem')).mode & 0o777).toBe(0o600);
    const { signed } = await signHeads(folder, { heads: [], signedAt: '2026-12-01T10:00:00+01:00', device: 'd' });
    const isRight = (facts: NonNullable<typeof signed>) =>
      isSignedBy(facts.publicKey, textOfHeads(facts, nodeTools.canonical), facts.signature);
    expect(signed && isRight(signed)).toBe(true);
    expect(signed && isRight({ ...signed, device: 'e' })).toBe(false);
  });

  it('that cannot be read is put aside in words, and a new one is made', async () => {
    for (const content of ['', 'no key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n']) {
      const folder = aFolder();
      const file = path.join(folder, 'device-key.pem');
      writeFileSync(file, content);
      const { publicKey, notice } = await deviceKey(folder);
      expect(notice).toMatch(/could not be read.*put aside as .*a new one was made/);
      const aside = readdirSync(folder).filter((name) => name.includes('damaged'));
      expect(aside.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([content]);
      expect(await deviceKey(folder)).toMatchObject({ publicKey, notice: undefined });
    }
  });

  it('that cannot be kept is said at the start, and work goes on without a signature', async () => {
    const folder = onAnotherMachine();
    mkdirSync(path.join(folder, 'device-key.pem'));
    const engine = await anEngine();
    const { notices } = await engine.api.call('workspace.info', {});
    expect(notices.join(' ')).toMatch(/There is no key to sign with.*is not signed/);
    await anAudit(engine.api, ['Q-8.4-01']);
    const made = await engine.api.call('backups.make', {});
    expect(made.warnings).toMatchObject([{ record: 'Backup', message: expect.stringMatching(/is not signed/) }]);
    await expect(engine.api.call('sealed.make', { audit: '2026-001' })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is never lost to a full disk', async () => {
    const folder = aFolder();
    const { sync } = disk;
    onTestFinished(() => void (disk.sync = sync));
    disk.sync = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(deviceKey(folder)).rejects.toMatchObject({ code: 'unavailable' });
    expect(readdirSync(folder)).toEqual([]);
    disk.sync = sync;
    expect((await deviceKey(folder)).notice).toBeUndefined();
  });
});
