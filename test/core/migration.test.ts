import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../electron/store/open.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

const earlier = path.resolve(import.meta.dirname, '../fixtures/stores/version-1.sqlite');

function anEarlierWorkspace(): string {
  const folder = aFolder();
  copyFileSync(earlier, path.join(folder, 'workbench.sqlite'));
  return folder;
}

describe('a workspace of an earlier version', () => {
  it('is brought up to date, after a copy of it was put into the backups, and says so', async () => {
    const folder = anEarlierWorkspace();
    const engine = await anEngine(folder);
    const { api } = engine;
    const [copy] = readdirSync(path.join(folder, 'backups'));
    expect(copy).toMatch(/^workbench version 1 .*\.sqlite$/);
    const kept = new Sqlite(path.join(folder, 'backups', copy ?? ''), { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(1);
    expect(kept.prepare('SELECT count(*) FROM checklist_item').pluck().get()).toBe(3);
    kept.close();
    expect((await api.call('workspace.info', {})).notices.join()).toContain(copy);
    const [row] = await api.call('audits.list', {});
    const { audit, checklist } = await api.call('audits.open', { audit: row?.ref ?? '' });
    expect(audit).toMatchObject({ template: '', leftOut: [], aiRoles: [] });
    expect(checklist.every(({ asked, parked, question }) => asked === '' && !parked && question.length > 20)).toBe(
      true,
    );
    expect(await api.call('search.find', { text: 'impact', audit: row?.ref ?? '' })).not.toEqual([]);
    expect((await engine.verify()).problems).toEqual([]);
  });

  it('is left as it was where no copy can be made', () => {
    const file = path.join(anEarlierWorkspace(), 'workbench.sqlite');
    const fail = () => {
      throw new Error('The disk is full.');
    };
    expect(() => openStore(file, fail)).toThrow('The disk is full.');
    const db = new Sqlite(file, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    db.close();
  });

  it('is not copied where it is of today', async () => {
    const folder = aFolder();
    await (await anEngine(folder)).close();
    await anEngine(folder);
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([]);
  });
});
