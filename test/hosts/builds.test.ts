import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { replaceFiles, replaceFolder } from '../../build/put-in-place.ts';
import { needsBuild } from '../../electron/hosts/ensure-built.ts';
import { createLocalLog } from '../../electron/hosts/local-log.ts';
import { makeFolder, writeFiles } from '../support/fake-engine.ts';

test('a page is built where it is missing or older than what it is made of', () => {
  const project = makeFolder();
  writeFiles(project, { 'renderer/app/app.tsx': '', 'shared/errors.ts': '', 'build/vite-page.ts': '' });
  expect(needsBuild('page', project)).toBe('is not built yet');
  writeFiles(project, { 'dist/page/index.html': '' });
  const later = new Date(Date.now() + 60_000);
  utimesSync(path.join(project, 'dist/page/index.html'), later, later);
  expect(needsBuild('page', project)).toBeUndefined();
  const evenLater = new Date(Date.now() + 120_000);
  utimesSync(path.join(project, 'shared/errors.ts'), evenLater, evenLater);
  expect(needsBuild('page', project)).toBe('is older than its sources');
});

test('a finished build takes the place of another one', () => {
  const folder = makeFolder();
  writeFiles(folder, { 'page/old.html': 'old', 'new/index.html': 'new', 'second/index.html': 'second' });
  const page = path.join(folder, 'page');
  replaceFolder(path.join(folder, 'new'), page);
  expect(readdirSync(folder).toSorted()).toEqual(['page', 'second']);
  expect(readdirSync(page)).toEqual(['index.html']);
  replaceFolder(path.join(folder, 'second'), page);
  expect(readFileSync(path.join(page, 'index.html'), 'utf8')).toBe('second');
});

test('built files replace those of the same name, and chunks nobody names go', () => {
  const folder = makeFolder();
  writeFiles(folder, {
    'dist/main.js': 'old',
    'dist/page/index.html': 'page',
    'dist/chunks/a-1.js': 'old',
    'new/main.js': 'new',
    'new/chunks/a-2.js': 'new',
  });
  replaceFiles(path.join(folder, 'new'), path.join(folder, 'dist'));
  expect(readFileSync(path.join(folder, 'dist/main.js'), 'utf8')).toBe('new');
  expect(readdirSync(path.join(folder, 'dist/chunks'))).toEqual(['a-2.js']);
  expect(existsSync(path.join(folder, 'dist/page/index.html'))).toBe(true);
  expect(existsSync(path.join(folder, 'new'))).toBe(false);
});

test('the log starts anew before it gets large, and never breaks the program', () => {
  const file = path.join(makeFolder(), 'logs', 'shell.log');
  const log = createLocalLog(file);
  log(new Error('first'), 'here');
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\S+ here: Error: first\n/);
  writeFiles(path.dirname(file), { 'shell.log': 'x'.repeat(1024 ** 2 + 1) });
  log('second', 'here');
  expect(readFileSync(file, 'utf8')).toContain('here: second');
  expect(existsSync(`${file}.1`)).toBe(true);
  createLocalLog(path.join(file, 'below', 'a-file.log'))('third', 'here');
});
