// The script that checks a sealed audit file: Node 22.14 or newer, no package, no network.
import { open } from 'node:fs/promises';
import path from 'node:path';
import { nodeTools, sourceOfFile } from '../../electron/exchange/archive/node-tools.ts';
import { hashFile } from '../../electron/files.ts';
import { checkSealed, findKnown } from '../../shared/proof/check-sealed.ts';
import { answerOfSeal, sayKnown } from '../../shared/proof/words.ts';

const usage = `Checks a sealed audit file of Plumbline, and documents and originals against it.
Usage: node plumbline-verify.mjs FILE.plumb [DOCUMENT…] [--json]
Exit status: 0 unchanged, 1 something was found, 2 wrong usage.`;

async function run(): Promise<number> {
  const words = process.argv.slice(2).filter((word) => word !== '--json');
  const isJson = process.argv.includes('--json');
  const [file, ...others] = words;
  if (file === undefined || words.some((word) => word.startsWith('--'))) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const handle = await open(file, 'r');
  try {
    const check = await checkSealed(await sourceOfFile(handle), nodeTools);
    const answer = answerOfSeal(check);
    const beside: { name: string; ok: boolean; message: string }[] = [];
    for (const other of others) {
      const known = check.manifest && findKnown(check.manifest, (await hashFile(other)).sha256);
      const name = path.basename(other);
      beside.push({ name, ok: known !== undefined && check.ok, message: sayKnown(name, known, check) });
    }
    const { headline, problems, trusts, statement } = answer;
    const lines = [
      headline,
      ...problems.map(({ message }) => `  ${message}`),
      ...beside.map(({ message }) => message),
      ...trusts,
      ...(check.publicKey === undefined ? [] : [`Key that signed it: ${check.publicKey}`]),
      statement,
    ];
    process.stdout.write(isJson ? `${JSON.stringify({ ...answer, beside })}\n` : `${lines.join('\n')}\n`);
    return answer.ok && beside.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await handle.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`It could not be checked: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
