import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type Measure, openBenchEngine, quantile, time } from './measure.ts';
import { createWords } from './words.ts';

const pairs = 1_200;
const warmUp = 50;

/**
 * Saves an answer and writes and syncs the same number of bytes to a plain file beside the store, in pairs, so that both
 * meet the same disk. The bytes are those of the call's input, appended, as a plain text file would be saved.
 */
export async function measureSaves(folder: string): Promise<Measure[]> {
  const workspace = path.join(folder, 'saves');
  const engine = await openBenchEngine(workspace);
  const { api } = engine;
  const { id: audit } = await api.call('audits.create', { title: 'T', type: 'internal', organization: 'Invented Ltd' });
  const { checklist } = await api.call('audits.open', { audit });
  const [{ hash } = { hash: '' }] = await api.call('catalogues.list', {});
  const words = createWords(await api.call('catalogues.read', { hash }), 1);
  const plain = openSync(path.join(workspace, 'plain'), 'a');
  const saves: number[] = [];
  const writes: number[] = [];
  for (let round = 0; round < pairs + warmUp; round += 1) {
    const item = checklist[round % checklist.length]?.id ?? '';
    const input = { audit, item, fields: { notes: `${round} ${words.text(36)}` } };
    const bytes = Buffer.from(JSON.stringify(input));
    const save = async () => {
      const { took, result } = await time(() => engine.call('checklist.update', input));
      if (!result.ok) throw new Error(result.error.message);
      if (round >= warmUp) saves.push(took);
    };
    const write = async () => {
      const { took } = await time(() => {
        writeSync(plain, bytes);
        fsyncSync(plain);
      });
      if (round >= warmUp) writes.push(took);
    };
    await (round % 2 === 0 ? save().then(write) : write().then(save));
  }
  closeSync(plain);
  await engine.close();
  const ratio = (share: number) => quantile(saves, share) / quantile(writes, share);
  return [
    { name: 'checklist.update, p50', value: quantile(saves, 0.5), unit: 'ms', note: `${pairs} saves` },
    { name: 'checklist.update, p99', value: quantile(saves, 0.99), unit: 'ms' },
    { name: 'write + fsync of the same bytes, p50', value: quantile(writes, 0.5), unit: 'ms' },
    { name: 'write + fsync of the same bytes, p99', value: quantile(writes, 0.99), unit: 'ms' },
    { name: 'ratio at p50', value: ratio(0.5), unit: '×', target: 3 },
    { name: 'ratio at p99', value: ratio(0.99), unit: '×' },
  ];
}
