import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

const shown = 12;

function summarize(thread: string, profile: Profile): string[] {
  const names = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url.split('/').slice(-2).join('/');
      return [id, `${functionName || '(anonymous)'} ${place === '' ? '' : `${place}:${lineNumber + 1}`}`.trim()];
    }),
  );
  const own = new Map<string, number>();
  profile.samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    own.set(name, (own.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000);
  });
  own.delete('(idle)');
  const total = [...own.values()].reduce((sum, value) => sum + value, 0);
  const top = [...own].toSorted((one, other) => other[1] - one[1]).slice(0, shown);
  return [
    `    ${thread}, ${total.toFixed(0)} ms of work:`,
    ...top.map(([name, value]) => `    ${value.toFixed(0).padStart(8)} ms  ${name}`),
  ];
}

// Node names profiles CPU.day.time.process.thread.number.cpuprofile.
const partOf = (file: string, position: number) => file.split('.')[position] ?? '';

/** Where the time of the last run went, thread by thread: own time per function from the CPU profiles in a folder. */
export function summarizeProfiles(folder: string): string {
  if (!existsSync(folder)) return '    There is no profile.';
  const files = readdirSync(folder).toSorted();
  const process = partOf(files.at(-1) ?? '', 3);
  return files
    .filter((file) => partOf(file, 3) === process)
    .toSorted((one, other) => partOf(one, 4).localeCompare(partOf(other, 4), 'en', { numeric: true }))
    .flatMap((file) => {
      const thread = partOf(file, 4) === '0' ? 'main thread' : `worker thread ${partOf(file, 4)}`;
      return summarize(thread, JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile);
    })
    .join('\n');
}
