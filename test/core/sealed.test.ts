// Sealed files, and what proves them: every damage is named, and nothing harmful gets in.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeVerifiers } from '../../build/verifier/build-verifier.ts';
import { isSignedBy, nodeTools } from '../../electron/exchange/archive/node-tools.ts';
import { sealAudit } from '../../electron/core/sealed/seal-audit.ts';
import { verifyFile } from '../../electron/core/sealed/verify-file.ts';
import { verifyWorkspace } from '../../electron/core/verify.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { type ChangeRow, hashChange } from '../../electron/store/changes.ts';
import { keyInGroups, textOfHeads } from '../../shared/proof/signed-heads.ts';
import { disk } from '../../electron/files.ts';
import { checkSealed } from '../../shared/proof/check-sealed.ts';
import type { ByteSource } from '../../shared/proof/tools.ts';
import { plain } from '../../shared/proof/plain.ts';
import { answerOfSeal } from '../../shared/proof/words.ts';
import { archiveOf, damageList, damageSealed } from '../support/damaged-sealed.ts';
import { aSealedAudit } from '../support/a-sealed-file.ts';
import { aFolder } from '../support/workspace.ts';

let sealed: Awaited<ReturnType<typeof aSealedAudit>>;
beforeAll(async () => {
  sealed = await aSealedAudit();
});
afterAll(() => sealed.close());

const sourceOf = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
});
/** A check as everybody gets to see it. */
const check = async (bytes: Buffer) => {
  const found = await checkSealed(sourceOf(bytes), nodeTools);
  return { ...found, ...answerOfSeal(found) };
};
const configuration = () => process.env.PLUMBLINE_CONFIG ?? '';

const requestFor = (target: string) => ({
  root: sealed.workspace,
  vault: path.join(sealed.workspace, 'vault'),
  configuration: configuration(),
  auditId: sealed.audit,
  target,
  originals: 'included' as const,
  product: '0',
  device: 'd',
  sealedAt: '2026-12-01T10:00:00+01:00',
  sealedBy: 'Ines Example',
});

describe('a sealed file', () => {
  it('holds changes, evidence and issued documents, and proves itself and them', async () => {
    const { made, file, issued, proof, workspace } = sealed;
    expect(made).toMatchObject({
      files: 1,
      leftOut: 0,
      warnings: [],
      publicKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(made.documents).toBeGreaterThanOrEqual(3);
    const answer = await verifyFile({ file, workspace, configuration: configuration() });
    expect(answer).toMatchObject({ ok: true, kind: 'sealed', problems: [], checked: { files: 1 } });
    expect(answer.trusts.join(' ')).toContain('It is the key of this computer.');
    expect(sealed.sound.parts.map(({ name }) => name.replace(/[0-9a-f]{64}/, '#'))).toEqual([
      'changes.jsonl',
      'catalogues/#.json',
      ...['docx', 'json', ...(made.documents === 4 ? ['pdf'] : []), 'xlsx'].map(
        (ending) => `documents/version-1.${ending}`,
      ),
      'vault/#',
      'manifest.json',
      'signature.json',
    ]);
    for (const document of [...issued.files.map(({ path: one }) => one), proof]) {
      for (const knower of [{ workspace }, { against: file }])
        expect(await verifyFile({ file: document, ...knower, configuration: configuration() })).toMatchObject({
          ok: true,
          kind: 'document',
        });
    }
  });

  it('is the same file when nothing changed, whoever asks', async () => {
    const folder = aFolder();
    const [one, other] = [path.join(folder, 'a.plumb'), path.join(folder, 'b.plumb')];
    await sealAudit(requestFor(one));
    await sealAudit(requestFor(other));
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  it('lists by hash what is left out or missing, and knows it again', async () => {
    const { api, audit, proof } = sealed;
    const file = path.join(aFolder(), 'small.plumb');
    const made = await api.call('sealed.make', { audit, to: file, originals: 'left-out' });
    expect(made).toMatchObject({ files: 0, leftOut: 1 });
    expect((await verifyFile({ file, configuration: configuration() })).ok).toBe(true);
    expect((await verifyFile({ file: proof, against: file, configuration: configuration() })).headline).toMatch(
      /E-001/,
    );
    const changed = path.join(aFolder(), 'log.txt');
    writeFileSync(changed, `${readFileSync(proof, 'utf8')}.`);
    const { ok, problems } = await verifyFile({
      file: changed,
      workspace: sealed.workspace,
      configuration: configuration(),
    });
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({
      code: 'unknown-document',
      record: 'E-001',
      message: expect.stringMatching(/changed/),
    });
  });

  it('leaves nothing behind on a full disk or when it is cancelled, and no old file is lost', async () => {
    const folder = aFolder();
    const target = path.join(folder, 'a.plumb');
    writeFileSync(target, 'the one from yesterday');
    const { sync } = disk;
    onTestFinished(() => void (disk.sync = sync));
    disk.sync = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(sealAudit(requestFor(target))).rejects.toMatchObject({ code: 'disk-full' });
    disk.sync = sync;
    const controller = new AbortController();
    const going = sealAudit(requestFor(target), controller.signal, (_done, _total, label) => {
      if (label.startsWith('Reading')) controller.abort();
    });
    await expect(going).rejects.toThrow(/abort/i);
    expect(readdirSync(folder)).toEqual(['a.plumb']);
    expect(readFileSync(target, 'utf8')).toBe('the one from yesterday');
  });

  it('is not made of a file that was changed', async () => {
    const target = path.join(aFolder(), 'a.plumb');
    const vault = aFolder();
    for (const name of readdirSync(path.join(sealed.workspace, 'vault')))
      writeFileSync(path.join(vault, name), readFileSync(path.join(sealed.workspace, 'vault', name)));
    const name = sealed.sound.names['*file']?.slice('vault/'.length) ?? '';
    writeFileSync(path.join(vault, name), 'something else');
    await expect(sealAudit({ ...requestFor(target), vault })).rejects.toThrow(
      'The file of E-001 in the vault is no longer',
    );
    rmSync(path.join(vault, name));
    expect(await sealAudit({ ...requestFor(target), vault })).toMatchObject({
      leftOut: 1,
      warnings: [{ record: 'E-001' }],
    });
  });
});

describe('an issued report', () => {
  it('carries the ends of the chains, signed with the key of the device, in every document', async () => {
    const {
      issued,
      made,
      workspace,
      issued: { issue },
    } = sealed;
    const model = JSON.parse(readFileSync(path.join(workspace, 'vault', issue.model), 'utf8')) as ReportModel;
    const { signedHeads: signed } = model;
    expect(signed?.publicKey).toBe(made.publicKey);
    expect(signed && isSignedBy(signed.publicKey, textOfHeads(signed, nodeTools.canonical), signed.signature)).toBe(
      true,
    );
    expect(signed?.heads).toMatchObject([{ hash: issue.head }]);
    for (const kind of ['word', 'excel'] as const) {
      const file = issued.files.find((one) => one.kind === kind)?.path ?? '';
      const parts = Object.values(unzipSync(readFileSync(file)))
        .map((part) => strFromU8(part))
        .join('');
      for (const text of [signed?.publicKey, signed?.signature, signed?.heads[0]?.hash]) expect(parts).toContain(text);
    }
  });

  it('shows a history that was rewritten as a whole, and so does a sealed file that somebody else holds', async () => {
    const folder = aFolder();
    cpSync(path.join(sealed.workspace, 'vault'), path.join(folder, 'vault'), { recursive: true });
    const from = new Sqlite(path.join(sealed.workspace, 'workbench.sqlite'), { readonly: true });
    from.prepare('VACUUM INTO ?').run(path.join(folder, 'workbench.sqlite'));
    from.close();
    const before = await verifyWorkspace({ root: folder, vault: path.join(folder, 'vault') });
    expect(before).toMatchObject({ ok: true, checked: { signatures: 1 } });
    expect(before.trusts.join(' ')).toContain(keyInGroups(sealed.made.publicKey));
    rewriteHistory(path.join(folder, 'workbench.sqlite'), sealed.audit);
    const after = await verifyWorkspace({ root: folder, vault: path.join(folder, 'vault') });
    expect(after.problems.map(({ code }) => code)).toEqual(['rewritten-history']);
    expect(after.problems[0]?.message).toMatch(/version 1 was issued/);
    const { problems } = await verifyFile({ file: sealed.file, workspace: folder, configuration: configuration() });
    expect(problems.map(({ code }) => code)).toEqual(['rewritten-history']);
  });
});

/** Somebody who has the workspace and not the key: another name everywhere, every hash made anew. */
function rewriteHistory(file: string, audit: string): void {
  const db = new Sqlite(file);
  const rows = db.prepare('SELECT * FROM change WHERE audit_id = ? ORDER BY rowid').all(audit) as ChangeRow[];
  let prev: string | null = null;
  for (const { hash: _hash, ...row } of rows) {
    const written = { ...row, actor: 'Somebody else', prev };
    prev = hashChange(written);
    db.prepare('UPDATE change SET actor = ?, prev = ?, hash = ? WHERE id = ?').run(
      written.actor,
      written.prev,
      prev,
      row.id,
    );
  }
  db.prepare('UPDATE chain_head SET hash = ? WHERE audit_id = ?').run(prev, audit);
  db.close();
}

describe('a damaged sealed file', () => {
  it.each(damageList)('$kind', async ({ kind, code, entry }) => {
    const bytes = damageSealed[kind]!(sealed.sound);
    const { ok, problems } = await check(bytes);
    expect(ok).toBe(false);
    const found = problems.find((problem) => problem.code === code);
    expect(found, JSON.stringify(problems.slice(0, 5))).toBeDefined();
    if (entry !== '')
      expect(problems.filter((problem) => problem.code === code).map(({ record }) => record)).toContain(
        sealed.sound.names[entry] ?? plain(entry),
      );
    for (const { message } of problems) expect(plain(message)).toBe(message);
  });

  it('is answered in words, whatever bytes it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.boolean()), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(),
        async (changes, length) => {
          const { bytes } = sealed.sound;
          const damaged = Buffer.from(bytes);
          // Half of the changes are made where the records of the archive are.
          for (const [at, put, isNearEnd] of changes)
            damaged.set(put, isNearEnd ? bytes.length - 12 - (at % 4_000) : at % (bytes.length - 12));
          const cut = length % 5 === 0 ? damaged.subarray(0, length % bytes.length) : damaged;
          expect((await check(cut)).ok).toBe(cut.equals(bytes));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is opened by nothing that writes', async () => {
    const folder = aFolder();
    mkdirSync(path.join(folder, 'here'));
    const file = path.join(folder, 'here', 'a.plumb');
    writeFileSync(file, damageSealed['path-traversal']!(sealed.sound));
    expect((await verifyFile({ file, configuration: configuration() })).ok).toBe(false);
    expect(readdirSync(folder)).toEqual(['here']);
    expect(readdirSync(path.join(folder, 'here'))).toEqual(['a.plumb']);
  });
});

describe('the programs that check it elsewhere', () => {
  it('are made from the rules that are here', async () => {
    const folder = path.resolve(import.meta.dirname, '../../assets/verifier');
    for (const [name, content] of Object.entries(await makeVerifiers()))
      expect(
        readFileSync(path.join(folder, name), 'utf8') === content,
        `node build/verifier/build-verifier.ts: ${name}`,
      ).toBe(true);
  });

  it('lie beside the file, and the script finds what the engine finds', async () => {
    const { file, folder, made, issued, sound } = sealed;
    expect(made.verifiers.map((one) => path.basename(one))).toEqual(['plumbline-verify.html', 'plumbline-verify.mjs']);
    const script = path.join(folder, 'plumbline-verify.mjs');
    const run = (...words: string[]) => spawnSync(process.execPath, [script, ...words, '--json'], { encoding: 'utf8' });
    const whole = run(file, ...issued.files.map(({ path: one }) => one), sealed.proof);
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(whole.stdout).beside.map(({ ok }: { ok: boolean }) => ok)).not.toContain(false);
    expect(run().status).toBe(2);
    for (const kind of ['path-traversal', 'entry-replaced', 'row-forked', 'manifest-reworded']) {
      const bytes = damageSealed[kind]!(sound);
      const damaged = path.join(folder, 'damaged.plumb');
      writeFileSync(damaged, bytes);
      const { status, stdout } = run(damaged);
      const { ok, problems, checked } = await check(bytes);
      expect(status, kind).toBe(1);
      expect(JSON.parse(stdout), kind).toMatchObject({ ok, problems, checked });
    }
  });
});

it('shows by the key that a file was sealed anew without that of the device', async () => {
  const forged = damageSealed['row-reworded']!(sealed.sound);
  const { publicKey } = await check(forged);
  expect(publicKey).not.toBe(sealed.made.publicKey);
  expect((await check(archiveOf(sealed.sound.parts))).ok).toBe(true);
});
