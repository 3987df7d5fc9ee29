import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Measure, openBenchEngine, peakMemory, time } from './measure.ts';

const workspaceIn = (folder: string) => path.join(folder, 'sample');

/** Makes the sample organisation in an empty workspace, as `demo` does. */
export async function buildSample(folder: string): Promise<Measure[]> {
  rmSync(workspaceIn(folder), { recursive: true, force: true });
  const { took } = await time(async () => {
    const engine = await openBenchEngine(workspaceIn(folder));
    await engine.api.call('sample.create', {});
    await engine.close();
  });
  return [{ name: 'making the sample', value: took / 1000, unit: 's', target: 10 }];
}

/** The first export of the sample, Word and Excel, in a process that has done nothing else. */
export async function measureFirstExport(folder: string): Promise<Measure[]> {
  const engine = await openBenchEngine(workspaceIn(folder));
  const [audit] = await engine.api.call('audits.list', {});
  const { took, worked } = await time(() =>
    engine.api.call('reports.export', { audit: audit?.id ?? '', word: true, excel: true }),
  );
  const memory = peakMemory();
  await engine.close();
  return [
    {
      name: 'first Word and Excel',
      value: took,
      unit: 'ms',
      target: 1_500,
      note: `${worked.toFixed(0)} ms of processor time`,
    },
    { name: 'peak memory', value: memory, unit: 'MB' },
  ];
}
