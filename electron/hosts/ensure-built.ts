import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';

/** The folder with package.json in it, seen from the source tree. */
export const projectFolder = path.resolve(import.meta.dirname, '..', '..');

const builds = {
  page: { marker: 'dist/page/index.html', sources: ['renderer', 'shared', 'build', 'package-lock.json'], name: 'page' },
  desktop: {
    marker: 'dist/main.js',
    sources: ['electron', 'shared', 'build', 'package-lock.json'],
    name: 'desktop program',
  },
};

export type Build = keyof typeof builds;

function newestChange(file: string): number {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const times = readdirSync(file, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(0, ...times);
}

/** Why something has to be built, in words; undefined when the build is as new as its sources. */
export function needsBuild(build: Build, project = projectFolder): string | undefined {
  const { marker, sources } = builds[build];
  const built = statSync(path.join(project, marker), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return 'is not built yet';
  return sources.some((source) => newestChange(path.join(project, source)) > built)
    ? 'is older than its sources'
    : undefined;
}

/** Builds what is missing or out of date, and says so. Throws an AppError where that fails. */
export async function ensureBuilt(build: Build, say: (line: string) => void): Promise<void> {
  const reason = needsBuild(build);
  if (reason === undefined) return;
  const { name } = builds[build];
  if (!existsSync(path.join(projectFolder, 'node_modules', 'vite'))) {
    throw new AppError(
      'unavailable',
      `The ${name} ${reason}, and the tools to build it are missing. Run npm ci first.`,
    );
  }
  say(`The ${name} ${reason}. Building it, about ten seconds.`);
  const { code, output } = await runBuild(build);
  if (code !== 0) {
    throw new AppError('unavailable', `The ${name} could not be built. "npm run build" shows why.`, { output });
  }
}

function runBuild(build: Build): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const script = path.join(projectFolder, 'build', 'build.ts');
    const child = spawn(process.execPath, [script, build], { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + String(chunk)).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
