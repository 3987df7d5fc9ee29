// The signed ends of chains that issued versions carry in the model they were printed from.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import type { Chains } from '../../shared/proof/chains.ts';
import { type SignedHeads, textOfHeads } from '../../shared/proof/signed-heads.ts';
import type { Problem } from '../../shared/proof/tools.ts';
import { isSignedBy, nodeTools } from '../exchange/archive/node-tools.ts';
import { disk } from '../files.ts';
import { keptModels } from '../store/report-issues.ts';
import type { Store } from '../store/open.ts';

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const signedHeads = z.object({
  heads: z.array(
    z.object({ audit: z.string(), device: z.string(), change: z.string(), hash: hex(64), length: z.int() }),
  ),
  signedAt: z.string(),
  device: z.string(),
  publicKey: hex(64),
  signature: hex(128),
});

/**
 * The signed ends of chains of a kept model: none in one of before they were signed, `unreadable` where they are no such
 * thing. A file that is missing or changed has none either; its hash tells that.
 */
async function readSignedHeads(file: string, sha256: string): Promise<SignedHeads | 'none' | 'unreadable'> {
  const bytes = await disk.readFile(file).catch(() => undefined);
  if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256) return 'none';
  try {
    const model = JSON.parse(bytes.toString('utf8')) as { signedHeads?: unknown } | null;
    if (model?.signedHeads === undefined || model.signedHeads === null) return 'none';
    return signedHeads.parse(model.signedHeads);
  } catch {
    return 'unreadable';
  }
}

/** Checks the signature of every issued version, and that the history still contains what was signed. */
export async function verifySignedHeads(
  db: Store,
  vault: string,
  met: Chains,
): Promise<{ versions: number; keys: string[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const keys = new Set<string>();
  let versions = 0;
  for (const { sha256, of } of keptModels(db)) {
    const signed = await readSignedHeads(path.join(vault, sha256), sha256);
    if (signed === 'none') continue;
    versions += 1;
    if (signed === 'unreadable') {
      problems.push({ code: 'wrong-signature', record: of, message: `The signature of ${of} cannot be read.` });
      continue;
    }
    keys.add(signed.publicKey);
    if (!isSignedBy(signed.publicKey, textOfHeads(signed, nodeTools.canonical), signed.signature))
      problems.push({
        code: 'wrong-signature',
        record: of,
        message: `The signature of ${of} does not fit what it signs.`,
      });
    for (const { audit, device, hash, change } of signed.heads) {
      if (met.has(audit, device, hash)) continue;
      problems.push({
        code: 'rewritten-history',
        record: change,
        message: `When ${of} was issued, the history went up to change ${change}; it no longer contains it as it was then.`,
      });
    }
  }
  return { versions, keys: [...keys], problems };
}
