import path from 'node:path';
import { disk } from '../files.ts';
import { vaultPath } from '../vault/vault.ts';
import type { ReportPicture } from '../exports/report-model.ts';
import type { Context } from './context.ts';
import type { Progress } from './workers.ts';

// Print renditions are upright, small JPEG files beside the workspace's truth. They can be made again at any time, so
// nothing depends on them and no change names them.

const facts = (context: Context, sha256: string) => path.join(context.folders.renditions, `${sha256}.json`);
const picture = (context: Context, sha256: string) => path.join(context.folders.renditions, `${sha256}.jpg`);

interface Photo {
  sha256: string;
  mediaType: string;
}

const isPicture = ({ mediaType }: Photo) => mediaType.startsWith('image/');

async function makeRendition(context: Context, sha256: string): Promise<void> {
  const source = vaultPath(context.folders.vault, sha256);
  const size = await context.workers.run('make-rendition', { source, target: picture(context, sha256) });
  const handle = await disk.open(facts(context, sha256), 'w');
  try {
    await handle.writeFile(JSON.stringify(size));
  } finally {
    await handle.close();
  }
}

/** Makes the print renditions of new photos after they have been accepted; failures show when a report needs them. */
export function makeRenditions(context: Context, added: readonly Photo[]): void {
  for (const { sha256 } of added.filter(isPicture)) {
    void context.jobs
      .run(undefined, () => makeRendition(context, sha256))
      .catch((error: unknown) => context.log(error, 'rendition'));
  }
}

async function findRendition(context: Context, sha256: string): Promise<ReportPicture | null | undefined> {
  const text = await disk.readFile(facts(context, sha256), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const size = JSON.parse(text) as { width: number; height: number } | null;
    return size && { file: picture(context, sha256), mediaType: 'image/jpeg', width: size.width, height: size.height };
  } catch {
    return undefined;
  }
}

/** The print renditions of all photos, made where they are missing; null for a picture that cannot be drawn. */
export async function collectRenditions(
  context: Context,
  photos: readonly Photo[],
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Map<string, ReportPicture | null>> {
  const found = new Map<string, ReportPicture | null>();
  const wanted = [...new Set(photos.filter(isPicture).map(({ sha256 }) => sha256))];
  for (const [index, sha256] of wanted.entries()) {
    signal.throwIfAborted();
    let rendition = await findRendition(context, sha256);
    if (rendition === undefined) {
      onProgress(index, wanted.length, 'Preparing photos');
      await makeRendition(context, sha256).catch((error: unknown) => context.log(error, 'rendition'));
      rendition = await findRendition(context, sha256);
    }
    found.set(sha256, rendition ?? null);
  }
  return found;
}
