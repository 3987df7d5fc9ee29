// Every changed byte of a sealed file, of a change in it, and of a document or a piece of evidence, is found.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAudit } from '../../electron/core/sealed/seal-audit.ts';
import { nodeTools } from '../../electron/exchange/archive/node-tools.ts';
import { ArchiveFault } from '../../shared/proof/archives.ts';
import { isIntact, readLine } from '../../shared/proof/change-rows.ts';
import { checkEntry, checkSealed, findKnown, openSealed } from '../../shared/proof/check-sealed.ts';
import type { ByteSource, Problem } from '../../shared/proof/tools.ts';
import { lengthInDirectory, startOf } from '../../shared/proof/zip-layout.ts';
import { aSealedAudit } from '../support/a-sealed-file.ts';
import { type Sound, soundOf } from '../support/damaged-sealed.ts';
import { aCopyOfTheSample } from '../support/sample-copy.ts';
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
const check = (bytes: Buffer) => checkSealed(sourceOf(bytes), nodeTools);

/** Numbers that look random and are the same in every run. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** What a check finds of a byte that was changed: it reads the records of the archive, and the entry that the byte is in. */
async function findChange(bytes: Buffer, at: number): Promise<Problem[]> {
  const problems: Problem[] = [];
  try {
    const opened = await openSealed(sourceOf(bytes), nodeTools, problems);
    const { entries, manifest } = opened;
    // What the directory says of an entry is compared when that entry is read.
    let line = [...entries.values()].reduce((end, entry) => Math.max(end, startOf(entry) + entry.size), 0);
    for (const entry of entries.values()) {
      const [from, to] = [line, line + lengthInDirectory + entry.name.length];
      line = to;
      const isTouched = (at >= entry.offset && at < startOf(entry) + entry.size) || (at >= from && at < to);
      const expected = manifest.entries.find(({ name }) => name === entry.name);
      if (isTouched && expected) await checkEntry(opened, expected, nodeTools, problems);
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    problems.push({ code: 'damaged-file', record: error.entry ?? '', message: error.message });
  }
  return problems;
}

/** The sample audit, sealed. */
async function theSealedSample(): Promise<Sound> {
  const { id, workspace, configuration: settings } = await aCopyOfTheSample();
  const target = path.join(aFolder(), 'sample.plumb');
  const vault = path.join(workspace, 'vault');
  await sealAudit({
    root: workspace,
    vault,
    configuration: settings,
    auditId: id,
    target,
    originals: 'included',
    product: '0',
    device: 'd',
    sealedAt: '2026-12-01T10:00:00+01:00',
    sealedBy: 'Ines Example',
  });
  return soundOf(readFileSync(target));
}
const soundOnes: [string, () => Promise<Sound>][] = [
  ['an issued audit', () => Promise.resolve(sealed.sound)],
  ['the sample', theSealedSample],
];

describe.each(soundOnes)('every changed byte of %s', (_name, soundOne) => {
  it('is found in the sealed file: 2,000 places anywhere, and its records', async () => {
    const sound = await soundOne();
    const bytes = Buffer.from(sound.bytes);
    const next = numbersFrom(7);
    const places = Array.from({ length: 2_000 }, () => next(bytes.length));
    // The manifest, its signature, the directory and the end of the file, one in seven of their bytes.
    for (
      let at = bytes.lastIndexOf('manifest.json', bytes.lastIndexOf('signature.json')) - 3_000;
      at < bytes.length;
      at += 7
    )
      if (at > 0) places.push(at);
    const missed: number[] = [];
    for (const at of places) {
      const mask = 1 + next(255);
      bytes[at] = (bytes[at] ?? 0) ^ mask;
      if ((await findChange(bytes, at)).length === 0) missed.push(at);
      bytes[at] = (bytes[at] ?? 0) ^ mask;
    }
    expect(missed).toEqual([]);
    expect((await check(bytes)).ok).toBe(true);
  });

  it('is found in a change, in every place of one change of each kind', async () => {
    const lines = (await soundOne()).parts[0]?.bytes.toString().split('\n').slice(0, -1) ?? [];
    const kinds = new Map(lines.map((line) => [line.replace(/^.*"kind":"(\w+)","noun":"(\w+)".*$/, '$1 $2'), line]));
    expect(kinds.size).toBeGreaterThanOrEqual(15);
    const next = numbersFrom(11);
    const missed: string[] = [];
    for (const [kind, line] of kinds) {
      const bytes = Buffer.from(line);
      for (let at = 0; at < bytes.length; at += 1) {
        const mask = 1 + next(255);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        const row = readLine(bytes.toString('utf8'), nodeTools.canonical);
        if (row && (await isIntact(row, nodeTools))) missed.push(`${kind} ${at}`);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
      }
    }
    expect(missed).toEqual([]);
  });

  it('makes an issued document or a file of evidence unknown: 2,000 places', async () => {
    const sound = await soundOne();
    const { manifest } = await check(sound.bytes);
    const next = numbersFrom(13);
    const files = sound.parts.filter(({ name }) => /^(documents|vault)\//.test(name));
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = Buffer.from(files[round % files.length]?.bytes ?? '');
      const at = next(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + next(255));
      const hasher = nodeTools.createHasher();
      hasher.update(bytes);
      expect(manifest && findKnown(manifest, await hasher.digest())).toBeUndefined();
    }
  });
});
