import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPageFrame } from '../../electron/hosts/page-frame.ts';
import { findExported, findShown } from '../../electron/shell/exported-file.ts';
import { answerFailure } from '../../electron/shell/failure-page.ts';
import { isAllowedNavigation, isLocalRequest, isPageUrl } from '../../electron/shell/request-policy.ts';
import { makeFolder, writeFiles } from '../support/fake-engine.ts';

const foreign = [
  'https://example.com/',
  'http://127.0.0.1:3000/',
  'ws://localhost/',
  'file:///etc/passwd',
  'app://bundle.evil.example/',
  'app://evil/bundle/',
  'app://user@bundle/',
  'app://bundle:80/',
  'https://evil.example/?next=app://bundle/',
  'https://app//bundle/',
  'APP2://bundle/',
  'ftp://bundle/',
  'chrome://gpu',
  'view-source:app://bundle/',
  'javascript:alert(1)',
  'not an address',
  '',
];

describe('addresses', () => {
  test.each(foreign)('%s is not ours', (url) => {
    expect(isPageUrl(url)).toBe(false);
    expect(isLocalRequest(url, false)).toBe(false);
    expect(isLocalRequest(`blob:${url}`, false)).toBe(false);
    expect(isAllowedNavigation(url)).toBe(false);
  });

  test('ours stay inside', () => {
    for (const url of ['app://bundle/', 'app://bundle/assets/a.js', 'blob:app://bundle/0-1', 'data:,'])
      expect(isLocalRequest(url, false)).toBe(true);
    expect(isLocalRequest('devtools://devtools/x.html', false)).toBe(false);
    expect(isLocalRequest('devtools://devtools/x.html', true)).toBe(true);
  });

  test('the window only loads its first page again', () => {
    expect(isAllowedNavigation('app://bundle/#/a/2026-001/checklist')).toBe(true);
    expect(isAllowedNavigation('app://bundle/index.html')).toBe(true);
    for (const url of ['app://bundle/files/ab', 'app://bundle/failure', 'data:text/html,x', 'blob:app://bundle/x'])
      expect(isAllowedNavigation(url)).toBe(false);
  });
});

describe('frames that may call', () => {
  const page = { origin: 'app://bundle', url: 'app://bundle/', parent: null };
  test('only the page itself', () => {
    expect(isPageFrame(page)).toBe(true);
    expect(isPageFrame({ ...page, url: 'app://bundle/#/audits' })).toBe(true);
  });
  test.each([
    ['a frame inside the page', { ...page, parent: page }],
    ['a frame that is gone', null],
    ['another origin', { ...page, origin: 'https://example.com' }],
    ['an origin that begins like ours', { ...page, origin: 'app://bundle.evil', url: 'app://bundle.evil/' }],
    ['an empty page with our origin', { ...page, url: 'about:blank' }],
    ['a sandboxed page of ours', { ...page, origin: 'null' }],
  ])('not %s', (_, frame) => {
    expect(isPageFrame(frame)).toBe(false);
  });
});

describe('files that may be shown', () => {
  test('those in the exports folder, whatever the way to them', async () => {
    const folder = makeFolder();
    writeFiles(folder, { 'exports/a.docx': 'a', 'exports/deep/b.xlsx': 'b' });
    const exports = path.join(folder, 'exports');
    expect(await findExported(exports, path.join(exports, 'a.docx'))).toBe(path.join(exports, 'a.docx'));
    expect(await findExported(exports, path.join(exports, 'deep', '..', 'a.docx'))).toBe(path.join(exports, 'a.docx'));
    expect(await findExported(exports, path.join(exports, 'deep', 'b.xlsx'))).toContain('b.xlsx');
  });

  test('in the file manager also the workspace and its backups, and nothing else', async () => {
    const folder = makeFolder();
    writeFiles(folder, { 'exports/a.docx': 'a', 'backups/b.zip': 'b', 'vault/c': 'c', 'secret.txt': 's' });
    symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'backups', 'link.zip'));
    expect(await findShown(folder, folder)).toBe(folder);
    for (const file of ['exports/a.docx', 'backups/b.zip'])
      expect(await findShown(folder, path.join(folder, file))).toBe(path.join(folder, file));
    for (const file of ['vault/c', 'secret.txt', 'backups', 'backups/link.zip', 'backups/../secret.txt', '..'])
      await expect(findShown(folder, path.join(folder, file)), file).rejects.toMatchObject({ code: 'refused' });
  });

  test('no others', async () => {
    const folder = makeFolder();
    writeFiles(folder, { 'secret.txt': 's', 'exports-other/x.docx': 'x' });
    const exports = path.join(folder, 'exports');
    mkdirSync(exports);
    symlinkSync(path.join(folder, 'secret.txt'), path.join(exports, 'link.docx'));
    const refused = [
      path.join(exports, '..', 'secret.txt'),
      path.join(exports, 'link.docx'),
      path.join(folder, 'exports-other', 'x.docx'),
      exports,
      'a.docx',
      '//server/share/a.docx',
      '\\\\server\\share\\a.docx',
    ];
    for (const file of refused) await expect(findExported(exports, file)).rejects.toMatchObject({ code: 'refused' });
    await expect(findExported(exports, path.join(exports, 'gone.docx'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('the page of a failure shows the sentence as text, with nothing that runs', () => {
  const error = { code: 'locked', message: 'Open <img src=x onerror=alert(1)> & "more"' } as const;
  const { body, headers } = answerFailure(error, '/home/x/<b>');
  expect(body).toContain('Open &lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
  expect(body).not.toMatch(/<script|<img|<b>/);
  expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
});
