import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { disk } from '../../electron/files.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

function aFile(folder: string, name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const questions = ['Q-4.1-01', 'Q-8.4-01', 'Q-8.4-02'];

describe('evidence', () => {
  it('is numbered in the order of the files, keeps its name and is linked to what it was given for', async () => {
    const { api, folder } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const outside = aFolder();
    const added = await api.call('evidence.add', {
      audit,
      files: ['b.txt', '../tricky name;.txt', 'a.txt'].map((name) => ({
        path: aFile(outside, path.basename(name), name),
      })),
      items: ['8.4'],
    });
    expect(added.map(({ number, name }) => [number, name])).toEqual([
      ['E-001', 'b.txt'],
      ['E-002', 'tricky name;.txt'],
      ['E-003', 'a.txt'],
    ]);
    const { links, checklist } = await api.call('audits.open', { audit });
    const items = checklist.filter(({ requirement }) => requirement === '8.4').map(({ id }) => id);
    expect(links.filter(({ evidence }) => evidence === added[0]?.id).map(({ target }) => target)).toEqual(items);
    expect(readdirSync(path.join(folder, 'vault')).toSorted()).toEqual(added.map(({ sha256 }) => sha256).toSorted());
    expect(readdirSync(path.join(folder, 'staging'))).toEqual([]);
  });

  it('stores the same content once and says which number has it', async () => {
    const { api, folder } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const outside = aFolder();
    const files = [aFile(outside, 'one.txt', 'same'), aFile(outside, 'two.txt', 'same')];
    const added = await api.call('evidence.add', { audit, files: files.map((file) => ({ path: file })) });
    expect(added.map(({ duplicateOf }) => duplicateOf)).toEqual([undefined, 'E-001']);
    expect(readdirSync(path.join(folder, 'vault'))).toHaveLength(1);
  });

  it('refuses folders, pipes, dangling links and empty files at once, and takes in none of the others', async () => {
    const { api, folder } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const outside = aFolder();
    const good = aFile(outside, 'good.txt', 'good');
    mkdirSync(path.join(outside, 'folder'));
    execFileSync('mkfifo', [path.join(outside, 'pipe')]);
    symlinkSync(path.join(outside, 'nowhere'), path.join(outside, 'dangling'));
    aFile(outside, 'empty.txt', '');
    for (const bad of ['folder', 'pipe', 'dangling', 'empty.txt']) {
      const call = api.call('evidence.add', { audit, files: [{ path: good }, { path: path.join(outside, bad) }] });
      await expect(call, bad).rejects.toMatchObject({ message: expect.stringContaining(bad) });
    }
    expect((await api.call('audits.open', { audit })).evidence).toEqual([]);
    expect(readdirSync(path.join(folder, 'vault'))).toEqual([]);
    expect(readdirSync(path.join(folder, 'staging'))).toEqual([]);
  });

  it('leaves no file behind when the record is refused', async () => {
    const { api, folder } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const file = aFile(aFolder(), 'file.txt', 'content');
    const wrong = { audit, files: [{ path: file }], fields: { title: 'x'.repeat(3000) } };
    await expect(api.call('evidence.add', wrong)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(readdirSync(path.join(folder, 'vault'))).toEqual([]);
  });

  it('takes uploads by their staging id, and paths only where they are allowed', async () => {
    const engine = await anEngine(aFolder(), { allowsPaths: false });
    const { id: audit } = await anAudit(engine.api, questions);
    const { staging } = await engine.stageUpload(
      Readable.from([Buffer.from('up'), Buffer.from('load')]),
      'C:\\photos\\site.txt',
    );
    const [evidence] = await engine.api.call('evidence.add', { audit, files: [{ staging }] });
    expect(evidence).toMatchObject({ number: 'E-001', name: 'site.txt', size: 6 });
    const file = aFile(aFolder(), 'secret.txt', 'x');
    await expect(engine.api.call('evidence.add', { audit, files: [{ path: file }] })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('knows pictures and documents by content, whatever they are called', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const [evidence] = await api.call('evidence.add', {
      audit,
      files: [{ path: aFile(aFolder(), 'harmless.txt', png) }],
    });
    expect(evidence).toMatchObject({ mediaType: 'image/png', kind: 'photo', originalName: 'harmless.txt' });
  });

  it('says in words that the disk is full, and works again once there is room', async () => {
    const { api, folder } = await anEngine();
    const { id: audit } = await anAudit(api, questions);
    const { staging } = { staging: path.join(folder, 'staging') };
    const real = disk.rename;
    disk.rename = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const file = aFile(aFolder(), 'file.txt', 'content');
    try {
      await expect(api.call('evidence.add', { audit, files: [{ path: file }] })).rejects.toMatchObject({
        code: 'disk-full',
      });
    } finally {
      disk.rename = real;
    }
    expect(readdirSync(staging)).toEqual([]);
    expect(await api.call('evidence.add', { audit, files: [{ path: file }] })).toMatchObject([{ number: 'E-001' }]);
  });

  it('sweeps at the next start what a killed intake had placed, and keeps what is registered', async () => {
    const folder = aFolder();
    const first = await anEngine(folder);
    const { id: audit } = await anAudit(first.api, questions);
    const [kept] = await first.api.call('evidence.add', {
      audit,
      files: [{ path: aFile(aFolder(), 'kept.txt', 'kept') }],
    });
    await first.close();
    const half = 'c'.repeat(64);
    writeFileSync(path.join(folder, 'vault', half), 'placed, never committed');
    writeFileSync(path.join(folder, 'staging', 'intake-1.json'), JSON.stringify([half, kept?.sha256]));
    writeFileSync(path.join(folder, 'staging', 'half-copied'), 'x');
    await anEngine(folder);
    expect(readdirSync(path.join(folder, 'vault'))).toEqual([kept?.sha256]);
    expect(readdirSync(path.join(folder, 'staging'))).toEqual([]);
  });
});
