import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { largeAuditIn } from './make-large-audit.ts';
import { type Measure, openBenchEngine, peakMemory, quantile, time } from './measure.ts';
import { createWords } from './words.ts';

const pause = 10;
const resolution = 1;

/** Saves answers, one every ten milliseconds, while Word and Excel of the large audit with photos are exported. */
export async function measureTyping(folder: string): Promise<Measure[]> {
  const engine = await openBenchEngine(largeAuditIn(folder, true));
  const { api } = engine;
  const [row] = await api.call('audits.list', {});
  const audit = row?.id ?? '';
  const { checklist, audit: facts } = await api.call('audits.open', { audit });
  const words = createWords(await api.call('catalogues.read', { hash: facts.catalogue }), 4);
  const saves: number[] = [];
  const delay = monitorEventLoopDelay({ resolution });
  const ended = new AbortController();
  delay.enable();
  const exported = time(() => api.call('reports.export', { audit, word: true, excel: true })).finally(() =>
    ended.abort(),
  );
  for (let round = 0; !ended.signal.aborted; round += 1) {
    const item = checklist[round % checklist.length]?.id ?? '';
    const { took } = await time(() => api.call('checklist.update', { audit, item, fields: { notes: words.text(36) } }));
    saves.push(took);
    await sleep(pause);
  }
  delay.disable();
  const { took } = await exported;
  await engine.close();
  return [
    { name: 'checklist.update, p50', value: quantile(saves, 0.5), unit: 'ms', note: `${saves.length} saves` },
    { name: 'checklist.update, p95', value: quantile(saves, 0.95), unit: 'ms', target: 50 },
    { name: 'checklist.update, slowest', value: Math.max(...saves), unit: 'ms' },
    { name: 'longest block of the event loop', value: delay.max / 1e6 - resolution, unit: 'ms', target: 50 },
    { name: 'both exports meanwhile', value: took, unit: 'ms' },
    { name: 'peak memory', value: peakMemory(), unit: 'MB' },
  ];
}
