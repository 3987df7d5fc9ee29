import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import type { Verification } from '../../electron/core/verify.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

const kept = mkdtempSync(path.join(tmpdir(), 'plumbline-verify-'));
afterAll(() => rmSync(kept, { recursive: true, force: true }));
let made: Promise<string> | undefined;

/** A closed workspace with answers, a finding and a file: made once, then copied. */
async function aClosedWorkspace(): Promise<{ folder: string; sha256: string }> {
  const sha256 = await (made ??= makeWorkspace(kept));
  const folder = aFolder();
  cpSync(kept, folder, { recursive: true });
  return { folder, sha256 };
}

async function makeWorkspace(folder: string): Promise<string> {
  const engine = await anEngine(folder);
  const { id: audit } = await anAudit(engine.api, ['Q-4.1-01', 'Q-8.4-01', 'Q-8.4-02']);
  const { checklist } = await engine.api.call('audits.open', { audit });
  for (const item of checklist)
    await engine.api.call('checklist.update', { audit, item: item.id, fields: { notes: `Seen ${item.questionId}` } });
  const file = path.join(folder, 'record.txt');
  writeFileSync(file, 'a record of the release');
  const [evidence] = await engine.api.call('evidence.add', { audit, files: [{ path: file }], items: ['8.4'] });
  await engine.api.call('findings.create', {
    audit,
    fields: { grade: 'minor', requirement: 'r', evidence: '[E-001]', nature: 'n', requirements: ['8.4'] },
  });
  await engine.close();
  rmSync(file);
  return evidence?.sha256 ?? '';
}

async function verify(folder: string): Promise<Verification> {
  const engine = await anEngine(folder, { readOnly: true });
  try {
    return await engine.verify();
  } finally {
    await engine.close();
  }
}

function tamper(folder: string, sql: string, ...parameters: unknown[]): void {
  const db = new Sqlite(path.join(folder, 'workbench.sqlite'));
  db.pragma('foreign_keys = OFF');
  db.prepare(sql).run(...parameters);
  db.close();
}

const rows = (folder: string) => {
  const db = new Sqlite(path.join(folder, 'workbench.sqlite'), { readonly: true });
  const all = db.prepare('SELECT rowid AS position, * FROM change ORDER BY rowid').all() as {
    position: number;
    id: string;
  }[];
  db.close();
  return all;
};

describe('verify', () => {
  it('is clean on a workspace that nobody touched, and changes nothing itself', async () => {
    const { folder } = await aClosedWorkspace();
    const before = readFileSync(path.join(folder, 'workbench.sqlite'));
    const { ok, checked, problems } = await verify(folder);
    expect(problems).toEqual([]);
    expect(ok).toBe(true);
    expect(checked).toMatchObject({ files: 1, chains: 2 });
    expect(readFileSync(path.join(folder, 'workbench.sqlite')).equals(before)).toBe(true);
  });

  it.each([
    'step',
    'audit_id',
    'actor',
    'device',
    'clock',
    'at',
    'noun',
    'record_id',
    'kind',
    'fields',
    'salt',
    'fields_hash',
    'base',
    'prev',
    'hash',
  ])('names a change whose %s was changed', async (column) => {
    const { folder } = await aClosedWorkspace();
    const all = rows(folder);
    const victim = all[all.length - 4];
    const value = column === 'kind' ? "'remove'" : column === 'noun' ? "'note'" : `coalesce(${column}, '') || 'x'`;
    tamper(folder, `UPDATE change SET ${column} = ${value} WHERE id = ?`, victim?.id);
    const { ok, problems } = await verify(folder);
    expect(ok).toBe(false);
    expect(problems.map(({ record }) => record)).toContain(victim?.id);
  });

  it('names the place of a removed change in the middle', async () => {
    const { folder } = await aClosedWorkspace();
    const all = rows(folder);
    tamper(folder, 'DELETE FROM change WHERE id = ?', all[all.length - 3]?.id);
    const { problems } = await verify(folder);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'broken-chain', record: all[all.length - 2]?.id }));
  });

  it('names a removed last change', async () => {
    const { folder } = await aClosedWorkspace();
    const last = rows(folder).at(-1);
    tamper(folder, 'DELETE FROM change WHERE id = ?', last?.id);
    const { problems } = await verify(folder);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'removed-row', record: last?.id }));
  });

  it('finds a removed last change even where the heads were adjusted, through the tables', async () => {
    const { folder } = await aClosedWorkspace();
    const all = rows(folder) as { id: string; hash?: string }[];
    const before = all.at(-2);
    tamper(folder, 'DELETE FROM change WHERE id = ?', all.at(-1)?.id);
    tamper(
      folder,
      'UPDATE chain_head SET hash = ?, change_id = ?, length = length - 1 WHERE change_id = ?',
      before?.hash,
      before?.id,
      all.at(-1)?.id,
    );
    const { problems } = await verify(folder);
    expect(problems.map(({ code }) => code)).toEqual(['table-differs']);
  });

  it('names changes that were put in another order', async () => {
    const { folder } = await aClosedWorkspace();
    const all = rows(folder);
    const [one, other] = [all.at(-3), all.at(-2)];
    tamper(folder, 'UPDATE change SET rowid = -1 WHERE id = ?', one?.id);
    tamper(folder, 'UPDATE change SET rowid = ? WHERE id = ?', one?.position, other?.id);
    tamper(folder, 'UPDATE change SET rowid = ? WHERE id = ?', other?.position, one?.id);
    const { problems } = await verify(folder);
    expect(problems.map(({ record }) => record)).toEqual(expect.arrayContaining([other?.id]));
  });

  it('names an invented change', async () => {
    const { folder } = await aClosedWorkspace();
    tamper(
      folder,
      `INSERT INTO change SELECT '01890a5d-ac96-774b-bcce-b302099a8057', step, audit_id, actor, device, clock || 'z', at, schema, noun,
       record_id, kind, fields, salt, fields_hash, base, hash, 'f' || substr(hash, 2) FROM change ORDER BY rowid DESC LIMIT 1`,
    );
    const { problems } = await verify(folder);
    expect(problems.map(({ record }) => record)).toContain('01890a5d-ac96-774b-bcce-b302099a8057');
  });

  it('names a field that was edited behind the log', async () => {
    const { folder } = await aClosedWorkspace();
    tamper(folder, "UPDATE finding SET grade = 'major'");
    const { problems } = await verify(folder);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'table-differs', message: expect.stringContaining('grade') }),
    ]);
  });

  it('names a row that was put into a table, or a list entry that was', async () => {
    const { folder } = await aClosedWorkspace();
    tamper(folder, "INSERT INTO finding_requirements SELECT id, 7, 'A.2.2' FROM finding");
    tamper(folder, "INSERT INTO note (id, audit_id, text, at) SELECT 'invented', id, 'x', 'y' FROM audit");
    const { problems } = await verify(folder);
    expect(problems.map(({ record }) => record)).toContain('invented');
    expect(problems.some(({ message }) => message.includes('requirements'))).toBe(true);
  });

  it('names a changed, a missing and an unknown file of the vault', async () => {
    const { folder, sha256 } = await aClosedWorkspace();
    const file = path.join(folder, 'vault', sha256);
    const content = readFileSync(file);
    writeFileSync(file, Buffer.from(content.map((byte, index) => (index === 3 ? byte ^ 1 : byte))));
    expect((await verify(folder)).problems).toEqual([
      expect.objectContaining({ code: 'changed-file', record: 'E-001' }),
    ]);
    rmSync(file);
    expect((await verify(folder)).problems).toEqual([
      expect.objectContaining({ code: 'missing-file', record: 'E-001' }),
    ]);
    writeFileSync(file, content);
    appendFileSync(path.join(folder, 'vault', 'a'.repeat(64)), 'x');
    expect((await verify(folder)).problems).toEqual([
      expect.objectContaining({ code: 'unknown-file', record: 'a'.repeat(64) }),
    ]);
  });

  it('names a changed catalogue', async () => {
    const { folder } = await aClosedWorkspace();
    tamper(folder, "UPDATE catalogue SET content = replace(content, 'Context', 'Contexts')");
    expect((await verify(folder)).problems.map(({ code }) => code)).toEqual(['changed-catalogue']);
  });
});
