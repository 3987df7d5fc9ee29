// The sample audit as a workspace of its own for each test: made once in a run, then copied, which is much quicker.
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openEngine } from '../../electron/core/engine.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { aFolder, workerEntry } from './workspace.ts';

interface Sample {
  id: string;
  ref: string;
}

/** Makes the sample in a folder that is then given its name: the computer takes the workspace for one that was moved. */
async function makeSample(folder: string): Promise<void> {
  const building = await mkdtemp(path.join(path.dirname(folder), 'building-'));
  const usual = process.env.PLUMBLINE_CONFIG;
  process.env.PLUMBLINE_CONFIG = path.join(building, 'configuration');
  try {
    const engine = await openEngine({
      workspace: path.join(building, 'workspace'),
      program: 'a test',
      hostKind: 'direct',
      allowsPaths: true,
      workerEntry,
      log: (error) => {
        throw error;
      },
    });
    const api = createApi(engine.call);
    await api.call('settings.write', { name: 'Inga Probe', role: 'Lead auditor' });
    const { id, ref } = await api.call('sample.create', {});
    await engine.close();
    await writeFile(path.join(building, 'sample.json'), JSON.stringify({ id, ref } satisfies Sample));
  } finally {
    process.env.PLUMBLINE_CONFIG = usual;
  }
  // Another test file may have been quicker: its sample is as good.
  await rename(building, folder).catch(() => rm(building, { recursive: true, force: true }));
}

/** A workspace with the sample audit, and the settings of the person who made it. Both go away with the test. */
export async function aCopyOfTheSample(): Promise<Sample & { workspace: string; configuration: string }> {
  const kept = path.join(process.env.PLUMBLINE_TEST_SAMPLES ?? aFolder(), 'sample');
  const read = async () => JSON.parse(await readFile(path.join(kept, 'sample.json'), 'utf8')) as Sample;
  const sample = await read().catch(async () => {
    await makeSample(kept);
    return read();
  });
  const copy = aFolder();
  await cp(kept, copy, { recursive: true });
  return { ...sample, workspace: path.join(copy, 'workspace'), configuration: path.join(copy, 'configuration') };
}
