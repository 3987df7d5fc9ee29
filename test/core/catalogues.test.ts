import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { CatalogueReading } from '../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { makeWorkbook } from '../exchange/soa-sheets.ts';
import { shipped } from '../exchange/catalogue-files.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

const listed = ({ id, version, origin, isNewest, isRetired }: CatalogueReading['catalogue'] & object) =>
  [id, version, origin, isNewest ? 'newest' : '', isRetired ? 'retired' : ''].filter(Boolean).join(' ');

function aFile(name: string, content: string | Uint8Array): { path: string } {
  const file = path.join(aFolder(), name);
  writeFileSync(file, content);
  return { path: file };
}

const asJson = (change: Partial<Catalogue>, name = 'own.json') =>
  aFile(name, JSON.stringify({ ...shipped, id: 'own', version: '1.0', ...change }));

const checklist = async (...rows: string[][]) =>
  aFile('list.xlsx', await makeWorkbook({ name: 'List', rows: [['Requirement', 'Question'], ...rows] }));

/** The catalogues as they stand in the store. */
function stored(workspace: string): unknown[] {
  const db = new Database(path.join(workspace, 'workbench.sqlite'), { readonly: true });
  try {
    return db.prepare('SELECT hash, id, version, origin, retired, length(content) FROM catalogue ORDER BY hash').all();
  } finally {
    db.close();
  }
}

describe('catalogues from outside', () => {
  it('stand beside ours, newest first after ours, and can be used at once', async () => {
    const { api } = await anEngine();
    const [ours] = await api.call('catalogues.list', {});
    for (const version of ['1.0', '1.10', '1.9']) await api.call('catalogues.import', { file: asJson({ version }) });
    const rows = await api.call('catalogues.list', {});
    expect(rows.map(listed)).toEqual([
      `${shipped.id} ${shipped.version} shipped newest`,
      'own 1.10 own newest',
      'own 1.9 own',
      'own 1.0 own',
    ]);
    expect(rows[0]).toEqual(ours);
    const { id } = await api.call('audits.create', {
      title: 'T',
      type: 'internal',
      organization: 'Invented Ltd',
      catalogue: 'own',
      questions: ['Q-8.4-01'],
    });
    expect(await api.call('audits.open', { audit: id })).toMatchObject({ audit: { catalogue: rows[1]?.hash } });
    expect((await api.call('catalogues.list', {})).map(({ audits }) => audits)).toEqual([0, 1, 0, 0]);
  });

  it('are read from a checklist of two columns, with a preview that writes nothing', async () => {
    const workspace = aFolder();
    const { api } = await anEngine(workspace);
    const file = await checklist(['8.4', 'How?'], ['A.6.2.4', 'Why?']);
    const as = { id: 'mine', version: '2026', title: 'My list' };
    const preview = await api.call('catalogues.preview', { file, as });
    expect(preview).toMatchObject({
      name: 'list.xlsx',
      problems: [],
      isKnown: false,
      notices: [],
      catalogue: { id: 'mine', version: '2026', title: 'My list', questions: 2, requirements: 70, origin: 'own' },
    });
    // Against the catalogue that the other sheets come from.
    const changes = preview.differences.map(({ kind, change }) => `${kind} ${change}`);
    expect(changes.filter((one) => one === 'question removed')).toHaveLength(shipped.questions.length - 2);
    expect(stored(workspace)).toEqual([]);
    expect(await api.call('catalogues.import', { file, as })).toEqual(preview.catalogue);
    expect(readdirSync(path.join(workspace, 'staging'))).toEqual([]);
    expect(await api.call('catalogues.preview', { file, as })).toMatchObject({ isKnown: true, differences: [] });
  });

  it('never replace ours: another content under an id of ours gets one of its own', async () => {
    const { api } = await anEngine();
    const changed = { id: shipped.id, version: shipped.version, title: 'Changed' };
    const preview = await api.call('catalogues.preview', { file: asJson(changed) });
    expect(preview.notices).toEqual([expect.stringContaining(`${shipped.id}-own`)]);
    await api.call('catalogues.import', { file: asJson(changed) });
    const same = await api.call('catalogues.import', { file: asJson({ id: shipped.id, version: shipped.version }) });
    const rows = await api.call('catalogues.list', {});
    expect(rows.map(listed)).toEqual([
      `${shipped.id} ${shipped.version} shipped newest`,
      `${shipped.id}-own ${shipped.version} own newest`,
    ]);
    expect(same).toEqual(rows[0]);
    expect(await api.call('catalogues.read', { hash: rows[0]?.hash ?? '' })).toEqual(shipped);
  });

  it('of the same version but other content are refused, the same content is taken once', async () => {
    const workspace = aFolder();
    const { api } = await anEngine(workspace);
    const first = await api.call('catalogues.import', { file: asJson({}) });
    const before = stored(workspace);
    await expect(api.call('catalogues.import', { file: asJson({ title: 'Other' }) })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('own 1.0 is here already'),
      details: { problems: [{ sheet: 'Catalogue', column: 'Version' }] },
    });
    expect(await api.call('catalogues.import', { file: asJson({}) })).toEqual(first);
    expect(stored(workspace)).toEqual(before);
    const later = await api.call('catalogues.import', { file: asJson({ title: 'Other' }), as: { version: '1.1' } });
    expect(listed(later)).toBe('own 1.1 own newest');
  });

  it('with anything wrong change nothing, and everything wrong is named', async () => {
    const workspace = aFolder();
    const { api } = await anEngine(workspace);
    await api.call('catalogues.import', { file: asJson({}) });
    const before = [stored(workspace), await api.call('catalogues.list', {})];
    const as = { id: 'mine', version: '1' };
    const bad = await checklist(['8.4', 'Right?'], ['8.99', 'Wrong?'], ['8.4', '']);
    const problems = [
      { sheet: 'Questions', row: 3, column: 'Requirement' },
      { sheet: 'Questions', row: 4, column: 'Question' },
    ];
    expect(await api.call('catalogues.preview', { file: bad, as })).toMatchObject({ catalogue: null, problems });
    await expect(api.call('catalogues.import', { file: bad, as })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(
        /^“list\.xlsx” was not taken in\. Questions, row 3, Requirement: .* There is 1 more problem\.$/,
      ),
      details: { problems },
    });
    await expect(api.call('catalogues.import', { file: aFile('a.xlsx', 'PK'), as })).rejects.toMatchObject({
      code: 'damaged',
    });
    await expect(api.call('catalogues.import', { file: aFile('a.pdf', '%PDF-1.7'), as })).rejects.toMatchObject({
      code: 'unsupported-file',
      message: expect.not.stringContaining('statement'),
    });
    await expect(api.call('catalogues.import', { file: asJson({}), as: { id: 'a,b' } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect([stored(workspace), await api.call('catalogues.list', {})]).toEqual(before);
    expect(readdirSync(path.join(workspace, 'staging'))).toEqual([]);
  });

  it('come by upload, are previewed and then taken in', async () => {
    const workspace = aFolder();
    const engine = await anEngine(workspace, { allowsPaths: false });
    const list = await checklist(['8.4', 'How?']);
    const { staging } = await engine.stageUpload(createReadStream(list.path), 'C:\\lists\\own.xlsx');
    const input = { file: { staging }, as: { id: 'mine', version: '1' } };
    const { api } = engine;
    expect(await api.call('catalogues.preview', input)).toMatchObject({ name: 'own.xlsx', problems: [] });
    expect(await api.call('catalogues.import', input)).toMatchObject({ id: 'mine', questions: 1 });
    expect(readdirSync(path.join(workspace, 'staging'))).toEqual([]);
    await expect(api.call('catalogues.import', input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(api.call('catalogues.import', { ...input, file: list })).rejects.toMatchObject({ code: 'refused' });
    const half = await engine.stageUpload(Readable.from([readFileSync(list.path).subarray(0, 900)]), 'half.xlsx');
    const again = { ...input, file: { staging: half.staging } };
    await expect(api.call('catalogues.import', again)).rejects.toMatchObject({ code: 'damaged' });
    expect((await api.call('catalogues.list', {})).map(({ id }) => id)).toEqual([shipped.id, 'mine']);
  });

  it('can be put away and are offered again, by hand or by importing them again', async () => {
    const { api } = await anEngine();
    const one = await api.call('catalogues.import', { file: asJson({ version: '1.0' }) });
    const two = await api.call('catalogues.import', { file: asJson({ version: '2.0' }) });
    expect(listed(await api.call('catalogues.retire', { hash: two.hash, retired: true }))).toBe('own 2.0 own retired');
    expect((await api.call('catalogues.list', {})).map(listed)).toEqual([
      expect.stringContaining('shipped newest'),
      'own 2.0 own retired',
      'own 1.0 own newest',
    ]);
    const create = { title: 'T', type: 'internal' as const, organization: 'Invented Ltd', questions: ['Q-8.4-01'] };
    const { id } = await api.call('audits.create', { ...create, catalogue: 'own' });
    expect(await api.call('audits.open', { audit: id })).toMatchObject({ audit: { catalogue: one.hash } });
    expect(listed(await api.call('catalogues.retire', { hash: two.hash, retired: false }))).toBe('own 2.0 own newest');
    await api.call('catalogues.retire', { hash: two.hash, retired: true });
    expect(listed(await api.call('catalogues.import', { file: asJson({ version: '2.0' }) }))).toBe(
      'own 2.0 own newest',
    );
    const [ours] = await api.call('catalogues.list', {});
    await expect(api.call('catalogues.retire', { hash: ours?.hash ?? '', retired: true })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(api.call('catalogues.retire', { hash: 'none', retired: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are still there, whole and verified, when the workspace is opened again', async () => {
    const workspace = aFolder();
    const engine = await anEngine(workspace);
    const row = await engine.api.call('catalogues.import', { file: asJson({ title: ' Kept ' }) });
    await engine.close();
    const again = await anEngine(workspace);
    expect((await again.api.call('catalogues.read', { hash: row.hash })).title).toBe(' Kept ');
    expect(await again.verify()).toMatchObject({ problems: [] });
  });
});

describe('an export', () => {
  it.each(['xlsx', 'json'] as const)('by hash as %s comes back as the very same catalogue', async (format) => {
    const workspace = aFolder();
    const { api } = await anEngine(workspace);
    const own = await api.call('catalogues.import', { file: asJson({ id: 'own: a/b', title: 'Mine' }) });
    const made = await api.call('catalogues.export', { hash: own.hash, format });
    expect(made).toMatchObject({
      path: path.join(workspace, 'exports', `own ab 1.0.${format}`),
      size: readFileSync(made.path).length,
    });
    const preview = await api.call('catalogues.preview', { file: { path: made.path } });
    expect(preview).toMatchObject({ isKnown: true, problems: [], catalogue: own });
    const other = await anEngine();
    expect(await other.api.call('catalogues.import', { file: { path: made.path } })).toEqual(own);
  });

  it('goes where it is told only where paths are allowed, and leaves no file when it fails', async () => {
    const target = path.join(aFolder(), 'given.json');
    const { api } = await anEngine();
    const [{ hash } = { hash: '' }] = await api.call('catalogues.list', {});
    expect(await api.call('catalogues.export', { hash, format: 'json', path: target })).toMatchObject({ path: target });
    await expect(api.call('catalogues.export', { hash: 'none', format: 'json' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const closed = await anEngine(aFolder(), { allowsPaths: false });
    const elsewhere = path.join(aFolder(), 'a.json');
    await expect(closed.api.call('catalogues.export', { hash, format: 'json', path: elsewhere })).rejects.toMatchObject(
      { code: 'refused' },
    );
    expect(existsSync(elsewhere)).toBe(false);
  });
});
