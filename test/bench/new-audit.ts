import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Measure, openBenchEngine, quantile, time } from './measure.ts';

const rounds = 20;

/** Makes stage 2 audits with three sampled AI systems, each with its team and the plan that its template proposes. */
export async function measureNewAudit(folder: string): Promise<Measure[]> {
  const workspace = path.join(folder, 'new-audits');
  rmSync(workspace, { recursive: true, force: true });
  const engine = await openBenchEngine(workspace);
  const { took: first } = await time(() => engine.api.call('catalogues.list', {}));
  const took: number[] = [];
  let questions = 0;
  for (let round = 0; round < rounds; round += 1) {
    const made = await time(() =>
      engine.api.call('audits.create', {
        title: `Stage 2, ${round}`,
        type: 'stage-2',
        organization: 'Invented Ltd',
        startsOn: '2026-11-30',
        endsOn: '2026-12-02',
        team: [{ name: 'Ada Beispiel (invented)', role: 'lead-auditor' }],
        aiSystems: (['producer', 'provider', 'customer'] as const).map((role, position) => ({
          name: `System ${position + 1}`,
          role,
          sampled: true,
        })),
      }),
    );
    took.push(made.took);
    if (round === 0) questions = (await engine.api.call('audits.open', { audit: made.result.id })).checklist.length;
  }
  await engine.close();
  return [
    { name: 'the first one', value: took[0] ?? 0, unit: 'ms', target: 300, note: `${questions} questions` },
    { name: 'p95', value: quantile(took, 0.95), unit: 'ms', target: 300, note: `${rounds} audits` },
    { name: 'reading the catalogues', value: first, unit: 'ms' },
  ];
}
