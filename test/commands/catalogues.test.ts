import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plumbline } from '../support/command-line.ts';
import { aFolder } from '../support/workspace.ts';
import { makeWorkbook } from '../exchange/soa-sheets.ts';

/** A new workspace. */
async function aWorkspace(): Promise<string> {
  const workspace = aFolder();
  await plumbline(['call', '--workspace', workspace, 'settings.update', '{}']);
  return workspace;
}

async function aChecklist(...rows: string[][]): Promise<string> {
  const file = path.join(aFolder(), 'list.xlsx');
  writeFileSync(file, await makeWorkbook({ name: 'List', rows: [['Requirement', 'Question'], ...rows] }));
  return file;
}

describe('catalogues on the command line', () => {
  it('are listed, exported, taken in again and listed with what was taken in', async () => {
    const workspace = await aWorkspace();
    const list = async () => {
      const { out } = await plumbline(['catalogues', '--workspace', workspace, '--json']);
      return JSON.parse(out) as { id: string; version: string; hash: string; origin: string }[];
    };
    const [ours] = await list();
    const file = path.join(aFolder(), 'bank.json');
    const words = ['--workspace', workspace, '--file', file];
    const made = await plumbline(['export-catalogue', '--catalogue', ours!.id, ...words]);
    expect(made).toMatchObject({ status: 0, out: expect.stringContaining(file) });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ $schema: 'catalogue.schema.json', id: ours!.id });
    const names = ['--id', 'mine', '--version', '2', '--title', 'Mine'];
    const dry = await plumbline(['import-catalogue', ...words, ...names, '--dry-run', '--json']);
    expect(JSON.parse(dry.out)).toMatchObject({
      isKnown: false,
      problems: [],
      catalogue: { id: 'mine', version: '2' },
    });
    expect(await list()).toHaveLength(1);
    const kept = await plumbline(['import-catalogue', ...words, ...names]);
    expect(kept).toMatchObject({ status: 0, out: expect.stringMatching(/^Kept mine 2 {2}Mine /) });
    expect((await list()).map(({ id, origin }) => [id, origin])).toEqual([
      [ours!.id, 'shipped'],
      ['mine', 'own'],
    ]);
    const gone = await plumbline(['export-catalogue', '--catalogue', 'none', ...words]);
    expect(gone).toMatchObject({ status: 1, error: expect.stringContaining('no catalogue none') });
    const odd = await plumbline([
      'export-catalogue',
      '--catalogue',
      'mine',
      '--workspace',
      workspace,
      '--file',
      'a.csv',
    ]);
    expect(odd.status).toBe(2);
    expect(existsSync('a.csv')).toBe(false);
  });

  it('are refused with every problem on a line of its own, or as JSON', async () => {
    const workspace = await aWorkspace();
    const file = await aChecklist(['8.99', 'Why?'], ['8.4', '']);
    const words = ['import-catalogue', '--workspace', workspace, '--file', file, '--id', 'mine', '--version', '1'];
    const refused = await plumbline(words);
    expect(refused.status).toBe(1);
    expect(refused.out.trim().split('\n')).toEqual([
      '“list.xlsx” was not taken in:',
      expect.stringMatching(/^Questions, row 2, Requirement: There is no requirement “8\.99”/),
      expect.stringMatching(/^Questions, row 3, Question: The cell is empty/),
    ]);
    const dry = await plumbline([...words, '--dry-run']);
    expect(dry).toMatchObject({ status: 1, out: expect.stringContaining('Questions, row 2, Requirement: ') });
    const json = await plumbline([...words, '--json']);
    expect(json.status).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      error: {
        code: 'refused',
        details: {
          problems: [
            { sheet: 'Questions', row: 2 },
            { row: 3, column: 'Question' },
          ],
        },
      },
    });
  });

  it('have a schema that needs no workspace', async () => {
    const { out, status } = await plumbline(['catalogue-schema']);
    expect(status).toBe(0);
    expect(out).toBe(
      readFileSync(path.resolve(import.meta.dirname, '../../assets/catalogues/catalogue.schema.json'), 'utf8'),
    );
  });
});
