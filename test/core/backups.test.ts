import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBackup } from '../../electron/core/backups/make-backup.ts';
import { restoreBackup } from '../../electron/core/backups/restore-backup.ts';
import { type ArchivePart, createArchive } from '../../electron/exchange/archive/write-archive.ts';
import { verifyFile } from '../../electron/core/sealed/verify-file.ts';
import { disk } from '../../electron/files.ts';
import { archiveOf, partsOf } from '../support/damaged-sealed.ts';
import { plumbline } from '../support/command-line.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

async function aFilledWorkspace() {
  const folder = aFolder();
  const engine = await anEngine(folder);
  const audit = await anAudit(engine.api, ['Q-8.4-01']);
  const file = path.join(aFolder(), 'log.txt');
  writeFileSync(file, 'what the log says\n'.repeat(90_000));
  await engine.api.call('evidence.add', { audit: audit.ref, files: [{ path: file }], fields: { title: 'Log' } });
  return { folder, engine, audit };
}

const request = (folder: string, target: string) => ({
  root: folder,
  vault: path.join(folder, 'vault'),
  target,
  configuration: path.join(folder, 'configuration'),
  product: '0',
  madeAt: '2026-11-24T10:00:00+01:00',
});

/** An archive with these entries, whatever they are. */
async function anArchive(parts: ArchivePart[]) {
  const file = path.join(aFolder(), 'made.zip');
  const handle = await open(file, 'wx');
  const archive = createArchive(handle);
  for (const part of parts) await archive.add(part);
  await archive.end();
  await handle.close();
  return file;
}

const refusal = (from: string, into: string) =>
  restoreBackup(from, into).then(
    () => 'restored',
    (error: Error) => error.message,
  );

describe('a backup', () => {
  it('is made beside the open workbench and restored as it was, with numbers of a new series', async () => {
    const { folder, engine, audit } = await aFilledWorkspace();
    const file = path.join(aFolder(), 'all.zip');
    const made = await plumbline(['backup', '--workspace', folder, '--to', file, '--json']);
    expect(made).toMatchObject({ status: 0, error: '' });
    expect(JSON.parse(made.out)).toMatchObject({ path: file, audits: 1, files: 1, warnings: [] });
    await engine.api.call('checklist.addQuestion', { audit: audit.ref, requirement: '8.4', question: 'Later?' });
    const before = await engine.api.call('audits.open', { audit: audit.ref });
    await engine.close();
    rmSync(folder, { recursive: true });

    const into = path.join(aFolder(), 'back');
    const restored = await plumbline(['restore', '--from', file, '--workspace', into, '--json']);
    expect(restored).toMatchObject({ status: 0, error: '' });
    expect(JSON.parse(restored.out)).toMatchObject({ path: into, sha256: JSON.parse(made.out).sha256, audits: 1 });
    const verified = await plumbline(['verify', '--workspace', into, '--json']);
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, checked: { files: 1 } });

    const again = await anEngine(into);
    const { evidence, checklist } = await again.api.call('audits.open', { audit: audit.ref });
    expect(evidence).toEqual(before.evidence);
    expect(checklist).toHaveLength(before.checklist.length - 1);
    const other = path.join(aFolder(), 'other.txt');
    writeFileSync(other, 'other');
    const [added] = await again.api.call('evidence.add', { audit: audit.ref, files: [{ path: other }] });
    expect(added?.number).toBe('E-B001');
    expect((await again.verify()).ok).toBe(true);
  });

  it('is signed, proves itself and its signature, and is refused where somebody took that away', async () => {
    const { folder } = await aFilledWorkspace();
    const target = path.join(aFolder(), 'b.zip');
    const made = request(folder, target);
    await makeBackup(made);
    const verify = (file: string, workspace?: string) =>
      verifyFile({ file, workspace, configuration: made.configuration });
    const answer = await verify(target, folder);
    expect(answer).toMatchObject({ ok: true, kind: 'backup', checked: { files: 2 } });
    expect(answer.trusts.join(' ')).toMatch(/signed with the key .* It is the key of this computer/);
    const bytes = readFileSync(target);
    const changed = path.join(aFolder(), 'changed.zip');
    for (const [at, record] of [
      [bytes.indexOf('what the log says') + 40, /^vault/],
      [bytes.indexOf('"madeAt"') + 12, /^manifest.json$/],
      [bytes.indexOf('"publicKey"') + 20, /^signature.json$/],
    ] as const) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(changed, damaged);
      expect((await verify(changed)).problems).toMatchObject([{ record: expect.stringMatching(record) }]);
    }
    writeFileSync(changed, archiveOf(partsOf(bytes).filter(({ name }) => name !== 'signature.json')));
    expect((await verify(changed)).problems).toMatchObject([
      { message: expect.stringMatching(/its signature is missing/) },
    ]);
  });

  it('lies in the backups folder and is listed, with progress on the way', async () => {
    const { folder, engine } = await aFilledWorkspace();
    const seen: string[] = [];
    engine.subscribe((event) => event.type === 'progress' && seen.push(event.label));
    const made = await engine.api.call('backups.make', { job: 'one' });
    expect(seen).toContain('Reading it back, MB');
    expect(await engine.api.call('backups.list', {})).toMatchObject([
      { name: made.name, kind: 'backup', size: made.size },
    ]);
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([made.name]);
  });

  it('names a vault file that is missing and stops at one that was changed', async () => {
    const { folder } = await aFilledWorkspace();
    const [name = ''] = readdirSync(path.join(folder, 'vault'));
    const target = path.join(aFolder(), 'b.zip');
    writeFileSync(path.join(folder, 'vault', name), 'something else');
    await expect(makeBackup(request(folder, target))).rejects.toThrow('The file of E-001 in the vault is no longer');
    rmSync(path.join(folder, 'vault', name));
    const { warnings } = await makeBackup(request(folder, target));
    expect(warnings).toMatchObject([{ record: 'E-001' }]);
  });

  it('leaves nothing behind on a full disk, and no old backup is lost', async () => {
    const { folder } = await aFilledWorkspace();
    const target = path.join(aFolder(), 'b.zip');
    writeFileSync(target, 'the one from yesterday');
    const { sync } = disk;
    onTestFinished(() => void (disk.sync = sync));
    disk.sync = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(makeBackup(request(folder, target))).rejects.toMatchObject({ code: 'disk-full' });
    disk.sync = sync;
    expect(readdirSync(path.dirname(target))).toEqual(['b.zip']);
    expect(readFileSync(target, 'utf8')).toBe('the one from yesterday');
  });

  it('stops when it is cancelled', async () => {
    const { folder } = await aFilledWorkspace();
    const target = path.join(aFolder(), 'b.zip');
    const controller = new AbortController();
    const going = makeBackup(request(folder, target), controller.signal, (done) => done > 0 && controller.abort());
    await expect(going).rejects.toThrow(/abort/i);
    expect(readdirSync(path.dirname(target))).toEqual([]);
  });
});

describe('a restore', () => {
  it('refuses a folder in which something lies, and leaves it', async () => {
    const { folder } = await aFilledWorkspace();
    const target = path.join(aFolder(), 'b.zip');
    await makeBackup(request(folder, target));
    const into = aFolder();
    writeFileSync(path.join(into, 'mine.txt'), 'mine');
    expect(await refusal(target, into)).toMatch(/is not empty/);
    expect(readdirSync(into)).toEqual(['mine.txt']);
  });

  it('refuses every damaged byte and leaves nothing', async () => {
    const { folder } = await aFilledWorkspace();
    const target = path.join(aFolder(), 'b.zip');
    await makeBackup(request(folder, target));
    const whole = readFileSync(target);
    const { size } = statSync(target);
    const parent = aFolder();
    const into = path.join(parent, 'back');
    const damaged = path.join(aFolder(), 'damaged.zip');
    for (const at of [0, 8, 33, 60, 200, 5_000, Math.floor(size / 2), size - 1_000, size - 90, size - 40, size - 20]) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      writeFileSync(damaged, bytes);
      const message = await refusal(damaged, into);
      // Some bytes of the records say nothing; a backup that differs only there is whole.
      if (message !== 'restored') expect(message).toMatch(/^(The backup is damaged|This file is not a backup)/);
      else rmSync(into, { recursive: true });
      if ([200, 5_000, Math.floor(size / 2)].includes(at)) expect(message).not.toBe('restored');
      expect(readdirSync(parent)).toEqual([]);
    }
    writeFileSync(damaged, whole.subarray(0, size - 500));
    expect(await refusal(damaged, into)).toMatch(/the directory at its end is missing/);
  });

  it('names the entry of an archive that would write elsewhere or says something else than its manifest', async () => {
    const parent = aFolder();
    const into = path.join(parent, 'back');
    const bytes = Buffer.from('x');
    const manifest = (files: unknown[]) => ({
      name: 'manifest.json',
      bytes: Buffer.from(
        JSON.stringify({
          format: 'plumbline-backup',
          version: 1,
          product: '0',
          madeAt: '',
          name: '',
          audits: 0,
          changes: 0,
          files,
        }),
      ),
    });
    const hashOfX = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const store = { name: 'workbench.sqlite', bytes };
    const named = { name: 'workbench.sqlite', size: 1, sha256: hashOfX };
    const cases: [ArchivePart[], RegExp][] = [
      [[{ name: '../escaped.txt', bytes }], /“..\/escaped.txt”, which no backup has/],
      [[{ name: '/etc/passwd', bytes }], /“\/etc\/passwd”, which no backup has/],
      [[{ name: 'vault/../../x', bytes }], /which no backup has/],
      [[store, store], /“workbench.sqlite” twice/],
      [[store], /it has no manifest/],
      [[store, manifest([])], /it holds no database/],
      [[store, manifest([named, named])], /names an entry twice/],
      [[store, manifest([{ ...named, size: 2 }])], /not as long as its manifest says/],
      [[store, { name: `vault/${hashOfX}`, bytes }, manifest([named])], /does not name the entry “vault/],
      [[store, manifest([named, { ...named, name: `vault/${'0'.repeat(64)}` }])], /is missing/],
      [[store, manifest([{ ...named, sha256: '0'.repeat(64) }])], /does not match its hash/],
      [[store, manifest([named])], /The database in this backup is damaged/],
    ];
    for (const [parts, sentence] of cases) {
      expect(await refusal(await anArchive(parts), into)).toMatch(sentence);
      expect(readdirSync(parent)).toEqual([]);
    }
    mkdirSync(into);
    expect(await refusal(parent, into)).toMatch(/is not a regular file/);
  });
});
