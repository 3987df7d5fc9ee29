import { readFileSync } from 'node:fs';
import { openEngine, type Engine } from '../../electron/core/engine.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';

/** One figure of the benchmark. With a target it is met where `value` is at most that. */
export interface Measure {
  name: string;
  value: number;
  unit: 'ms' | 's' | 'KB' | 'MB' | '×' | '';
  target?: number;
  note?: string;
}

/** The median of several runs with the lowest and highest of them. */
export type Figure = Measure & { isMissed: boolean; low: number; high: number };

/** Milliseconds that work took, those its processors worked in all threads meanwhile, and what it answered. */
export async function time<T>(work: () => T | Promise<T>): Promise<{ took: number; worked: number; result: T }> {
  const before = process.cpuUsage();
  const from = performance.now();
  const result = await work();
  const took = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { took, worked: (user + system) / 1000, result };
}

/** The value below which a share (0 to 1) of the values lies; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The most memory this process has held so far, worker threads included, in MB of 1,000,000 bytes. */
export function peakMemory(): number {
  if (process.platform === 'linux') {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return (Number(peak) * 1024) / 1e6;
  }
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

/** Opens the engine as the command line does. */
export async function openBenchEngine(workspace: string): Promise<Engine & { api: Api }> {
  const engine = await openEngine({
    workspace,
    program: 'the benchmark',
    hostKind: 'direct',
    allowsPaths: true,
    workerEntry: new URL('../../electron/worker.ts', import.meta.url),
    log: (error, context) => process.stderr.write(`${context}: ${String(error)}\n`),
  });
  return { ...engine, api: createApi(engine.call) };
}
