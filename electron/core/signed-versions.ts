// The signed ends of chains that issued versions carry in the model they were printed from.
import path from 'node:path';
import type { Chains } from '../../shared/proof/chains.ts';
import { type SignedHeads, textOfHeads } from '../../shared/proof/signed-heads.ts';
import type { Problem } from '../../shared/proof/tools.ts';
import { isSignedBy, nodeTools } from '../exchange/archive/node-tools.ts';
import { disk } from '../files.ts';
import { keptModels } from '../store/report-issues.ts';
import type { Store } from '../store/open.ts';

/** The signed ends of chains of a kept model; undefined where it has none or cannot be read, which its hash tells. */
async function readSignedHeads(file: string): Promise<SignedHeads | undefined> {
  try {
    const model = JSON.parse(await disk.readFile(file, 'utf8')) as { signedHeads?: SignedHeads | null } | null;
    const signed = model?.signedHeads;
    return signed && Array.isArray(signed.heads) ? signed : undefined;
  } catch {
    return undefined;
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
    const signed = await readSignedHeads(path.join(vault, sha256));
    if (!signed) continue;
    versions += 1;
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
