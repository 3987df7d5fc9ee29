// npm run bench -- [PART…] [--json] [--profile] [--folder F] [--minutes N]: measures on this machine and prints figures beside their
// targets. A missed target is printed as MISSED; the exit status says only whether everything could be measured.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, type Measure, quantile } from './measure.ts';
import { parts } from './parts.ts';
import { summarizeProfiles } from './profile.ts';
import { formatFigures } from './table.ts';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean' },
    profile: { type: 'boolean' },
    folder: { type: 'string' },
    minutes: { type: 'string' },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
// How long the page is worked on before its memory is judged.
const minutes = Number(values.minutes ?? 1);
if (!(minutes > 0 && minutes <= 120)) {
  console.error('--minutes takes a number up to 120.');
  process.exit(2);
}
const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
const folder = values.folder ? path.resolve(values.folder) : mkdtempSync(path.join(tmpdir(), 'plumbline-bench-'));
mkdirSync(folder, { recursive: true });
const profiles = path.join(folder, 'profiles');

/** The options of Node that `npm start` and `npm run plumbline` give. */
const asStarted = [
  '--import',
  path.resolve(import.meta.dirname, '../../build/keep-compiled.mjs'),
  '--max-semi-space-size=4',
];

function runOnce(part: string, step: number): Promise<Measure[]> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'run-step.ts'), [part, String(step), folder], {
      env: {
        ...process.env,
        PLUMBLINE_CONFIG: path.join(folder, 'settings'),
        PLUMBLINE_BENCH_MINUTES: String(minutes),
      },
      execArgv: [
        ...asStarted,
        ...(values.profile ? ['--cpu-prof', `--cpu-prof-dir=${path.join(profiles, `${part}-${step}`)}`] : []),
      ],
    });
    let measures: Measure[] | undefined;
    child.once('message', (message) => {
      measures = message as Measure[];
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (measures && code === 0) resolve(measures);
      else reject(new Error(`Part ${part}, step ${step + 1}, ended with status ${code}.`));
    });
  });
}

/** The median of several runs, figure by figure, with what the runs had in common. */
function merge(runs: readonly Measure[][]): Figure[] {
  return (runs[0] ?? []).map((first) => {
    const all = runs.flatMap((run) => run.filter(({ name }) => name === first.name).map(({ value }) => value));
    const value = quantile(all, 0.5);
    const isMissed = first.target !== undefined && value > first.target;
    return { ...first, value, isMissed, low: Math.min(...all), high: Math.max(...all) };
  });
}

const [cpu] = cpus();
const machine = {
  cores: cpus().length,
  processor: cpu?.model.trim() ?? '',
  memory: `${Math.round(totalmem() / 1e9)} GB`,
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
  load: loadavg()[0],
};
const say = (line: string) => {
  if (!values.json) console.log(line);
};
say(`${machine.cores} × ${machine.processor}, ${machine.memory}, ${machine.platform}, Node ${machine.node}`);
say(`Load at the start ${machine.load?.toFixed(2)}: anything else that runs here makes figures worse.`);

const results: { part: string; title: string; figures: Figure[] }[] = [];
const failures: string[] = [];
try {
  for (const part of chosen) {
    const { title, steps } = parts[part] ?? { title: '', steps: [] };
    const figures: Figure[] = [];
    say(`\n${title}`);
    for (const [index, step] of steps.entries()) {
      const runs: Measure[][] = [];
      try {
        for (let round = 0; round < (step.times ?? 1); round += 1) runs.push(await runOnce(part, index));
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        say(`  NOT MEASURED: ${failures.at(-1)}`);
        continue;
      }
      const own = merge(runs).map((figure) => ({
        ...figure,
        name: step.title === '' ? figure.name : `${step.title}: ${figure.name}`,
      }));
      figures.push(...own);
      say(formatFigures(own));
      if (values.profile && own.some(({ isMissed }) => isMissed))
        say(summarizeProfiles(path.join(profiles, `${part}-${index}`)));
    }
    results.push({ part, title, figures });
  }
  const missed = results.flatMap(({ figures }) => figures.filter(({ isMissed }) => isMissed));
  say(missed.length === 0 ? '\nEvery target that was measured is met.' : `\nMISSED: ${missed.length}`);
  for (const { name, value, unit, target } of missed)
    say(`  ${name}: ${value.toFixed(2)} ${unit}, target ${target} ${unit}`);
  if (values.json) console.log(JSON.stringify({ machine, results, failures }, null, 2));
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures.length > 0 ? 1 : 0;
