// The key that this machine signs with. It lies in the configuration folder and in no workspace, so that somebody who
// rewrites a workspace cannot sign it again.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import path from 'node:path';
import type { ChainHead } from '../../shared/proof/chains.ts';
import {
  type ManifestSignature,
  type SignedHeads,
  textOfHeads,
  textOfManifest,
} from '../../shared/proof/signed-heads.ts';
import { AppError } from '../../shared/errors.ts';
import { nodeTools } from '../exchange/archive/node-tools.ts';
import { createWhole, disk } from '../files.ts';

export interface DeviceKey {
  /** 32 bytes in lower-case hex. */
  publicKey: string;
  /** What to tell the user: that a damaged key was put aside and a new one made. */
  notice: string | undefined;
  signHeads(facts: Pick<SignedHeads, 'heads' | 'signedAt' | 'device'>): SignedHeads;
  /** Signs a manifest by its SHA-256; answers with the content of what stands beside it. */
  signManifest(name: string, sha256: string): Buffer;
}

const fileName = 'device-key.pem';

function withKey(privateKey: KeyObject, notice: string | undefined): DeviceKey {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = Buffer.from(x, 'base64url').toString('hex');
  const signText = (text: string) => sign(null, Buffer.from(text), privateKey).toString('hex');
  return {
    publicKey,
    notice,
    signHeads: (facts) => ({ ...facts, publicKey, signature: signText(textOfHeads(facts, nodeTools.canonical)) }),
    signManifest(name, sha256) {
      const signature: ManifestSignature = {
        algorithm: 'Ed25519',
        signs: name,
        publicKey,
        signature: signText(textOfManifest(sha256)),
      };
      return Buffer.from(nodeTools.canonical(signature));
    },
  };
}

function readKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a key that cannot be read beside, under a name of its own: nothing is ever thrown away. */
async function putAside(file: string): Promise<string> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const aside = `${file.slice(0, -'.pem'.length)}.damaged ${stamp}.pem`;
  await disk.rename(file, aside);
  return aside;
}

/** The public key of this machine; undefined where it has none that can be read. Makes nothing. */
export async function knownKey(configuration: string): Promise<string | undefined> {
  const stored = await disk.readFile(path.join(configuration, fileName), 'utf8').catch(() => '');
  const key = readKey(stored);
  return key && withKey(key, undefined).publicKey;
}

/**
 * The key of this machine, made when there is none. Only its owner may read the file. Errors: an AppError `unavailable`
 * where it can be neither read nor made, with why.
 */
export async function deviceKey(configuration: string): Promise<DeviceKey> {
  const file = path.join(configuration, fileName);
  try {
    const stored = await disk.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    const known = stored === undefined ? undefined : readKey(stored);
    if (known) return withKey(known, undefined);
    const aside = stored === undefined ? undefined : await putAside(file);
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await createWhole(
      file,
      async (handle) => {
        await handle.writeFile(pem);
      },
      async () => undefined,
      { mode: 0o600 },
    );
    // Another program may have made one at the same moment: the one that lies there counts.
    const kept = readKey(await disk.readFile(file, 'utf8'));
    if (!kept) throw new Error('the key that was written cannot be read');
    const notice =
      aside &&
      `The key that this computer signs with could not be read. It was put aside as ${aside}, and a new one was made: what is signed from now on carries another key. What was signed before stays as it is.`;
    return withKey(kept, notice);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('unavailable', `There is no key to sign with in ${configuration}: ${why}`, { cause: why });
  }
}

/**
 * Signs the ends of chains. `said` is what to tell the user: that there is no key to sign with, and why, or that a new one
 * had to be made.
 */
export async function signHeads(
  configuration: string,
  facts: { heads: ChainHead[]; signedAt: string; device: string },
): Promise<{ signed: SignedHeads | null; said: string | undefined }> {
  try {
    const key = await deviceKey(configuration);
    return { signed: key.signHeads(facts), said: key.notice };
  } catch (error) {
    return {
      signed: null,
      said: `The history is not signed. ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
