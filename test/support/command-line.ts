import { spawn } from 'node:child_process';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../electron/cli.ts');

/** What a run of the command line left: its exit status, standard output and standard error. */
export interface Run {
  status: number;
  out: string;
  error: string;
}

/** Runs the command line as a process of its own. */
export function plumbline(words: string[], input?: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...words], { stdio: 'pipe' });
    const run: Run = { status: -1, out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => (run.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (run.error += chunk.toString()));
    child.on('close', (status) => resolve({ ...run, status: status ?? -1 }));
    child.stdin.end(input ?? '');
  });
}
