import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlace, syncServiceOf } from '../../electron/core/place-checks.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

const roomy = { type: 0xef53, bavail: 1_000_000, bsize: 4_096 };

describe('the place of a workspace', () => {
  it.each([
    ['C:\\Users\\ada\\OneDrive - Invented Ltd\\Audits', 'OneDrive'],
    ['/home/ada/Dropbox/audits', 'Dropbox'],
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/audits', 'iCloud'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.com/My Drive', 'a sync service'],
    ['G:\\My Drive\\audits', 'Google Drive'],
    ['/home/ada/Nextcloud/work', 'Nextcloud'],
  ])('%s is copied by %s', (folder, service) => {
    expect(syncServiceOf(folder)).toBe(service);
    expect(checkPlace(folder, 'linux', roomy).join(' ')).toContain(`that ${service} copies`);
  });

  it.each([
    '/home/ada/audits',
    'C:\\Audits\\Dropbox rollout audit',
    '/home/ada/boxes/evidence',
    '/srv/one drive for all',
    'D:\\OneDriver',
  ])('%s is nobody else’s', (folder) => {
    expect(syncServiceOf(folder)).toBeUndefined();
    expect(checkPlace(folder, 'linux', roomy)).toEqual([]);
  });

  it('may lie on a network drive', () => {
    const said = (folder: string, platform: NodeJS.Platform, type: number) =>
      checkPlace(folder, platform, { ...roomy, type }).join(' ');
    expect(said('/mnt/share', 'linux', 0x6969)).toContain('network drive');
    // Node reads the kind as a signed number on some machines.
    expect(said('/mnt/share', 'linux', 0xff534d42 | 0)).toContain('network drive');
    expect(said('\\\\server\\share\\audits', 'win32', 0)).toContain('network drive');
    expect(said('\\\\?\\UNC\\server\\share', 'win32', 0)).toContain('network drive');
    expect(said('\\\\?\\C:\\audits', 'win32', 0)).toBe('');
    expect(said('/home/ada', 'darwin', 0x6969)).toBe('');
  });

  it('may have little room left', () => {
    expect(checkPlace('/home/ada', 'linux', { ...roomy, bavail: 10_000 })).toEqual([
      expect.stringContaining('has 39 MB left'),
    ]);
  });

  it('is looked at when a workspace is opened', async () => {
    const { api } = await anEngine(`${aFolder()}/Dropbox`);
    expect((await api.call('workspace.info', {})).notices.join(' ')).toContain('Dropbox copies');
  });
});

describe('a workspace that was not closed', () => {
  it('is looked through at the next start, which says so once', async () => {
    const workspace = aFolder();
    const first = await anEngine(workspace);
    const said = async (api: (typeof first)['api']) => (await api.call('workspace.info', {})).notices.join(' ');
    expect(await said(first.api)).toBe('');
    const asHeld = readFileSync(path.join(workspace, 'lock.json'));
    await first.close();
    writeFileSync(path.join(workspace, 'lock.json'), asHeld);

    const second = await anEngine(workspace);
    expect(await said(second.api)).toContain('ended without closing this workspace last time. The database was looked');
    await second.close();
    const third = await anEngine(workspace);
    expect(await said(third.api)).toBe('');
  });
});
