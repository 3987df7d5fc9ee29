import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plumbline } from '../support/command-line.ts';
import { aFolder } from '../support/workspace.ts';

async function anAuditByCommand(): Promise<{ workspace: string; ref: string }> {
  const workspace = aFolder();
  const file = path.join(aFolder(), 'audit.json');
  writeFileSync(file, JSON.stringify({ title: 'T', type: 'internal', organization: 'Invented Ltd' }));
  const { out } = await plumbline(['new', '--json', '--workspace', workspace, '--file', file]);
  return { workspace, ref: (JSON.parse(out) as { ref: string }).ref };
}

describe('the command line', () => {
  it('makes an audit, lists it, and verifies the workspace', async () => {
    const { workspace, ref } = await anAuditByCommand();
    expect(ref).toMatch(/^\d{4}-001$/);
    const audits = await plumbline(['audits', '--workspace', workspace, '--json']);
    expect(JSON.parse(audits.out)).toEqual([
      {
        ref,
        title: 'T',
        type: 'internal',
        status: 'planning',
        organization: 'Invented Ltd',
        items: 250,
        answered: 0,
        findings: 0,
        evidence: 0,
      },
    ]);
    const sealed = path.join(aFolder(), 'audit.plumb');
    const seal = await plumbline(['seal', '--audit', ref, '--to', sealed, '--workspace', workspace, '--json']);
    expect(JSON.parse(seal.out)).toMatchObject({
      path: sealed,
      files: 0,
      verifiers: [expect.anything(), expect.anything()],
    });
    const proven = await plumbline(['verify', sealed, '--workspace', workspace, '--json']);
    expect(proven.status).toBe(0);
    expect(JSON.parse(proven.out)).toMatchObject({ ok: true, kind: 'sealed', checked: { chains: 1 }, problems: [] });
    const verify = await plumbline(['verify', '--workspace', workspace, '--json']);
    expect(verify.status).toBe(0);
    expect(JSON.parse(verify.out)).toMatchObject({ ok: true, problems: [] });
    expect(statSync(path.join(workspace, 'workbench.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  it('takes evidence in argument order, with options in any order and --json last', async () => {
    const { workspace, ref } = await anAuditByCommand();
    const outside = aFolder();
    const files = ['z.txt', 'a.txt', 'z-again.txt'].map((name) => path.join(outside, name));
    for (const file of files) writeFileSync(file, path.basename(file).startsWith('z') ? 'same' : 'other');
    const { out, status } = await plumbline([
      'add-evidence',
      ...files,
      '--audit',
      ref,
      '--item',
      '8.4',
      '--item',
      'A.6.2.4',
      '--workspace',
      workspace,
      '--json',
    ]);
    expect(status).toBe(0);
    const added = JSON.parse(out) as { number: string; name: string; duplicateOf?: string }[];
    expect(added.map(({ number, name, duplicateOf }) => [number, name, duplicateOf])).toEqual([
      ['E-001', 'z.txt', undefined],
      ['E-002', 'a.txt', undefined],
      ['E-003', 'z-again.txt', 'E-001'],
    ]);
    const refused = await plumbline(['add-evidence', outside, '--audit', ref, '--workspace', workspace, '--json']);
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, error: { code: 'unsupported-file' } });
  });

  it('exits 1 when verify finds a problem', async () => {
    const { workspace, ref } = await anAuditByCommand();
    const file = path.join(aFolder(), 'a.txt');
    writeFileSync(file, 'content');
    const { out } = await plumbline(['add-evidence', file, '--audit', ref, '--workspace', workspace, '--json']);
    const [{ sha256 }] = JSON.parse(out) as [{ sha256: string }];
    writeFileSync(path.join(workspace, 'vault', sha256), 'contend');
    const verify = await plumbline(['verify', '--workspace', workspace]);
    expect(verify.status).toBe(1);
    expect(verify.out).toContain('E-001');
  });

  it('makes any call, from an argument or from standard input, and prints the reply', async () => {
    const { workspace, ref } = await anAuditByCommand();
    const opened = await plumbline([
      'call',
      '--workspace',
      workspace,
      'audits.open',
      JSON.stringify({ audit: ref }),
      '--json',
    ]);
    expect(JSON.parse(opened.out)).toMatchObject({ ok: true, value: { audit: { ref } } });
    const noted = await plumbline(
      ['call', '--workspace', workspace, 'notes.add', '-'],
      JSON.stringify({ audit: ref, text: 'from standard input' }),
    );
    expect(JSON.parse(noted.out)).toMatchObject({ ok: true, value: { text: 'from standard input' } });
    const wrong = await plumbline(['call', '--workspace', workspace, 'audits.open', '{"audit":"none"}', '--json']);
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('prints the contract with JSON Schemas', async () => {
    const { out } = await plumbline(['methods', '--json']);
    const methods = JSON.parse(out) as { name: string; input: { type?: string }; output: object }[];
    const create = methods.find(({ name }) => name === 'audits.create');
    expect(create?.input).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['title', 'type', 'organization']),
    });
    expect(methods.length).toBeGreaterThan(30);
  });

  it('exits 2 with the usage where it was used wrongly, and 1 with one sentence where it is refused', async () => {
    expect(await plumbline(['frobnicate'])).toMatchObject({ status: 2 });
    expect(await plumbline(['audits'])).toMatchObject({ status: 2, error: expect.stringContaining('--workspace') });
    expect(await plumbline(['audits', '--workspace', 'x', '--frob'])).toMatchObject({ status: 2 });
    const nowhere = await plumbline(['audits', '--workspace', path.join(aFolder(), 'none')]);
    expect(nowhere.status).toBe(1);
    expect(nowhere.error.trim().split('\n')).toHaveLength(1);
    const damaged = aFolder();
    writeFileSync(
      path.join(damaged, 'workbench.sqlite'),
      'this is not a database at all, but long enough to be read as one'.repeat(40),
    );
    expect(await plumbline(['audits', '--workspace', damaged, '--json'])).toMatchObject({
      status: 1,
      out: expect.stringContaining('"damaged"'),
    });
    expect(readFileSync(path.join(damaged, 'workbench.sqlite'), 'utf8')).toContain('not a database');
  });
});
