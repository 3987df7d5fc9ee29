// Layouts of the house through the calls: their files, their use by audits, what issued reports keep, and hostile files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../electron/core/engine.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';
import { largestLogo } from '../../shared/domain/house-layouts.ts';
import { aBaseDocument, aPicture } from '../support/base-document.ts';
import { openWord } from '../support/word.ts';
import { aReadyAudit, letGo } from '../support/ready-audit.ts';
import { workerEntry } from '../support/workspace.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-layouts-'));
const workspace = path.join(folder, 'workspace');
let written = 0;
const aFile = (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, `${(written += 1)} ${name}`);
  writeFileSync(file, content);
  return { path: file, name };
};

let engine: Engine;
let api: Api;
beforeAll(async () => {
  const log = (error: unknown) => {
    throw error;
  };
  engine = await openEngine({
    workspace,
    program: 'a test',
    hostKind: 'direct',
    allowsPaths: true,
    workerEntry,
    log,
  });
  api = createApi(engine.call);
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A layout with logo and base. */
async function aLayout(name: string) {
  const { id } = await api.call('houseLayouts.create', {
    fields: {
      name,
      accent: '7a1f3d',
      sections: [{ section: 'cover' }, { section: 'scope', introduction: 'Own words.' }],
    },
  });
  await api.call('houseLayouts.setLogo', { layout: id, file: aFile('sign.png', await aPicture()) });
  await api.call('houseLayouts.setBase', { layout: id, file: aFile('house.docx', await aBaseDocument()) });
  return id;
}

describe('a layout of the house', () => {
  it('comes back whole from its file, and its files are proven with the workspace', async () => {
    const id = await aLayout('Granite & Reed');
    const { path: file } = await api.call('houseLayouts.export', { layout: id });
    const step = '01900000-0000-7000-8000-0000000000aa';
    const { layout } = await api.call('houseLayouts.import', { file: { path: file }, step });
    const [original] = (await api.call('houseLayouts.list', {})).filter((one) => one.id === id);
    expect({ ...layout, id: '', name: '' }).toEqual({ ...original, id: '', name: '' });
    expect(await engine.verify()).toMatchObject({ ok: true, problems: [] });
    await api.call('houseLayouts.undo', { undone: step });
    expect((await api.call('houseLayouts.list', {})).map(({ name }) => name)).toEqual(['Granite & Reed']);
    // What undo took back stays proven: the change that named it is still there.
    expect(await engine.verify()).toMatchObject({ ok: true });
  });

  it('makes colours dark enough, warns of strange fonts, and can be brought back after it was removed', async () => {
    const made = await api.call('houseLayouts.create', {
      fields: { name: 'Pale', accent: 'ffcc00', textFont: 'Granite Sans' },
    });
    expect(made.accent).not.toBe('ffcc00');
    expect(made.warnings).toEqual([expect.stringContaining('Granite Sans')]);
    const step = '01900000-0000-7000-8000-0000000000ab';
    await api.call('houseLayouts.remove', { layout: made.id, step });
    const back = await api.call('houseLayouts.undo', { undone: step });
    expect(back.find(({ id }) => id === made.id)).toEqual(made);
  });

  it('is begun with by the next audit, and stays with an issued report as it was', async () => {
    const layout = await aLayout('Issued look');
    const { audit } = await aReadyAudit(api, aFile('proof.txt', 'proof'));
    await api.call('audits.update', { audit, fields: { houseLayout: layout } });
    const next = await api.call('audits.create', { title: 'Next', type: 'internal', organization: 'Invented Ltd' });
    expect((await api.call('audits.open', { audit: next.id })).audit.houseLayout).toBe(layout);
    await expect(api.call('audits.update', { audit, fields: { houseLayout: 'no-such' } })).rejects.toThrow(
      /no such layout/,
    );
    const { warnings } = await api.call('reports.check', { audit });
    expect(warnings.find(({ record }) => record === 'Layout')?.message).toMatch(/has no section for/);
    await letGo(api, audit);
    // What a reviewer let go is not printed in another look.
    await api.call('houseLayouts.update', { layout, fields: { footer: 'Sooner' } });
    await expect(api.call('reports.issue', { audit })).rejects.toThrow(/changed after the reviewer released it/);
    await letGo(api, audit);
    await api.call('reports.issue', { audit });
    await api.call('houseLayouts.update', { layout, fields: { accent: '003300', footer: 'Later' } });
    const { files } = await api.call('reports.export', { audit, word: true });
    const word = openWord(files[0]?.path ?? '');
    expect(word.part('word/styles.xml')).toContain('7a1f3d');
    expect(word.part('word/footer.xml')).toContain('Sooner');
    expect(word.names).toContain('word/media/logo.png');
  });

  it('lets a report be made without a base or logo that was damaged in the vault, and says so', async () => {
    const layout = await aLayout('Damaged');
    const { id: audit } = await api.call('audits.create', {
      title: 'D',
      type: 'internal',
      organization: 'Invented Ltd',
      houseLayout: layout,
    });
    const { base, logo } = (await api.call('houseLayouts.list', {})).find(({ id }) => id === layout) ?? {
      base: '',
      logo: '',
    };
    const kept = [base, logo].map((name) => path.join(workspace, 'vault', name));
    const before = kept.map((file) => readFileSync(file));
    kept.forEach((file) => writeFileSync(file, 'damaged'));
    try {
      const { files, warnings } = await api.call('reports.export', { audit, word: true });
      expect(warnings.map(({ message }) => message).join('\n')).toMatch(/base document “house.docx”.*made without it/);
      expect(warnings.map(({ message }) => message).join('\n')).toMatch(/logo.*cannot be read/);
      expect(openWord(files[0]?.path ?? '').names).toContain('word/media/mark.png');
    } finally {
      kept.forEach((file, place) => writeFileSync(file, before[place] ?? ''));
    }
  });
});

describe('hostile files', () => {
  let good: Record<string, unknown>;
  beforeAll(async () => {
    const id = await aLayout('To be damaged');
    const { path: file } = await api.call('houseLayouts.export', { layout: id });
    good = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  });
  const picture = async (bytes: Promise<Uint8Array>) => ({
    logo: { name: 'x.png', bytes: Buffer.from(await bytes).toString('base64') },
  });

  it.each<[string, Record<string, unknown> | string | (() => Promise<Record<string, unknown>>), RegExp]>([
    ['no JSON', '{"format":', /no sound JSON/],
    ['a list', '[]', /was not taken in/],
    ['another format', { format: 'other' }, /format: /],
    ['a later version', { version: 2 }, /newer Plumbline/],
    ['a field twice', '{"name":"a","name":"b"}', /stands twice/],
    ['a field that is none', { colour: 'ff0000' }, /no field “colour”/],
    ['no name', { name: '  ' }, /name: /],
    ['a colour that is words', { accent: 'red; background:url(x)' }, /accent: /],
    ['a font that breaks out', { textFont: 'A";}body{' }, /textFont: /],
    ['a section that is none', { sections: [{ section: 'secrets' }] }, /sections, entry 1, section: /],
    ['too many lines', { coverLines: Array.from({ length: 50 }, () => 'x') }, /coverLines: /],
    ['a logo that is no Base64', { logo: { name: 'x', bytes: '<svg/>' } }, /logo, bytes: /],
    [
      'a logo that is no picture',
      { logo: { name: 'x', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64') } },
      /not a PNG or JPEG/,
    ],
    [
      'a logo cut off',
      () => picture(aPicture({ width: 600, height: 600 }, 'jpeg').then((bytes) => bytes.slice(0, 700))),
      /damaged|read/,
    ],
    [
      'a logo with too many pixels',
      () => picture(aPicture({ width: largestLogo.side + 1, height: 900 })),
      /4,000 pixels/,
    ],
    [
      'a base that is no document',
      { base: { name: 'x.docx', bytes: Buffer.from('PK no').toString('base64') } },
      /damaged/,
    ],
    ['a file path in place of a hash', { baseFile: '/etc/passwd' }, /no field “baseFile”/],
  ])('%s', async (_what, change, sentence) => {
    const before = await api.call('houseLayouts.list', {});
    const more = typeof change === 'function' ? await change() : change;
    const text = typeof more === 'string' ? more : JSON.stringify({ ...good, ...more });
    await expect(api.call('houseLayouts.import', { file: aFile('bad.json', text) })).rejects.toThrow(sentence);
    expect(await api.call('houseLayouts.list', {})).toEqual(before);
  });
});
