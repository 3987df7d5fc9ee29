import { rmSync } from 'node:fs';
import path from 'node:path';
import { indexCatalogue, indexSome } from '../../electron/store/search.ts';
import { closeStore } from '../../electron/store/open.ts';
import { makeAudit, openWriting } from './make-audit.ts';
import { type Measure, openBenchEngine, peakMemory, quantile, time } from './measure.ts';
import { createWords, type Words } from './words.ts';

const sizes = { answers: 280, evidence: 100, findings: 8, notes: 20 };
const audits = 500;
const seed = 2;

/** The workspace of 500 audits. */
export const workspaceIn = (folder: string) => path.join(folder, 'audits-500');

/** Makes the workspace of 500 audits through the product's write path and brings its search index up to date. */
export async function buildWorkspace(folder: string): Promise<Measure[]> {
  rmSync(workspaceIn(folder), { recursive: true, force: true });
  const { took } = await time(() => {
    const writing = openWriting(workspaceIn(folder));
    const words = createWords(writing.catalogue, seed);
    for (let position = 1; position <= audits; position += 1) makeAudit(writing, words, sizes, position);
    indexCatalogue(writing.db, writing.hash, writing.catalogue);
    while (!indexSome(writing.db, 20_000));
    closeStore(writing.db);
  });
  return [
    {
      name: 'building it',
      value: took / 1000,
      unit: 's',
      note: `${audits} audits, ${audits * sizes.answers} answers, ${audits * sizes.evidence} evidence records`,
    },
  ];
}

/** Queries of every kind people make, each as a function of chance. */
const queryKinds: Record<string, (words: Words) => string> = {
  'a very common word': (words) => words.word(Math.floor(words.random() * 5)),
  'a common word': (words) => words.word(20 + Math.floor(words.random() * 80)),
  'a rare word': (words) => words.word(words.count - 1 - Math.floor(words.random() * 500)),
  'a reference': (words) => `ticket${seed}x${Math.floor(words.random() * 10_000)}`,
  'a word nobody wrote': (words) => `zymurgy${Math.floor(words.random() * 1000)}`,
  'two common words': (words) => `${words.word(Math.floor(words.random() * 20))} ${words.word()}`,
  'a common and a rare word': (words) =>
    `${words.word(Math.floor(words.random() * 20))} ${words.word(words.count - 9)}`,
  'the start of a word': (words) => words.word().slice(0, 2 + Math.floor(words.random() * 3)),
  'a number': (words) => `E-${String(1 + Math.floor(words.random() * 99)).padStart(3, '0')}`,
};
const roundsOfEach = 15;

/** Opens the workspace of 500 audits, lists, opens one, and searches. */
export async function measureWorkspace(folder: string): Promise<Measure[]> {
  const { took: opening, result: engine } = await time(() => openBenchEngine(workspaceIn(folder)));
  const { took: listing, result: list } = await time(() => engine.api.call('audits.list', {}));
  const again = await time(() => engine.api.call('audits.list', {}));
  const { took: openingOne } = await time(() => engine.api.call('audits.open', { audit: list[250]?.id ?? '' }));
  const { took: catchingUp } = await time(() => engine.api.call('search.find', { text: 'zymurgy' }));
  const [{ hash } = { hash: '' }] = await engine.api.call('catalogues.list', {});
  const words = createWords(await engine.api.call('catalogues.read', { hash }), seed);
  const took: { kind: string; text: string; took: number }[] = [];
  for (let round = 0; round < roundsOfEach; round += 1) {
    for (const [name, makeQuery] of Object.entries(queryKinds)) {
      const text = makeQuery(words);
      const audit = words.pick(list).id;
      const everywhere = await time(() => engine.api.call('search.find', { text }));
      const within = await time(() => engine.api.call('search.find', { text, audit }));
      took.push({ kind: name, text, took: everywhere.took });
      took.push({ kind: `${name}, in one audit`, text, took: within.took });
    }
  }
  await engine.close();
  const all = took.map((one) => one.took);
  const byKind = [...Map.groupBy(took, ({ kind }) => kind)]
    .map(([kind, some]) => ({
      kind,
      p95: quantile(
        some.map((one) => one.took),
        0.95,
      ),
    }))
    .toSorted((one, other) => other.p95 - one.p95);
  return [
    { name: 'opening the engine', value: opening, unit: 'ms' },
    { name: 'audits.list, first', value: listing, unit: 'ms', target: 150 },
    { name: 'audits.list, again', value: again.took, unit: 'ms' },
    { name: 'engine and list together', value: opening + listing, unit: 'ms', target: 150 },
    { name: 'audits.open of one', value: openingOne, unit: 'ms' },
    { name: 'first search', value: catchingUp, unit: 'ms' },
    { name: 'search, p50', value: quantile(all, 0.5), unit: 'ms', note: `${all.length} queries` },
    { name: 'search, p95', value: quantile(all, 0.95), unit: 'ms', target: 20 },
    { name: 'search, slowest', value: Math.max(...all), unit: 'ms' },
    ...byKind
      .slice(0, 6)
      .map(({ kind, p95 }) => ({ name: `search for ${kind}, p95`, value: p95, unit: 'ms' as const })),
    { name: 'peak memory', value: peakMemory(), unit: 'MB' },
  ];
}
