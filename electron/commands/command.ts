import type { Engine } from '../core/engine.ts';
import type { Method, Input, Output } from '../../shared/contract/contract.ts';
import type { VerificationAnswer } from '../../shared/contract/sealed.ts';

/** Wrong usage of the command line: said with the usage line, exit status 2. */
export class UsageError extends Error {}

/** What a command was given: options by name, and the words that are no options. */
export interface Given {
  options: Record<string, string | boolean | string[] | undefined>;
  words: string[];
}

/** What a restored backup brought back, and where. */
export interface RestoredBackup {
  path: string;
  sha256: string;
  audits: number;
  changes: number;
  files: number;
  madeAt: string;
}

/** What commands may do besides calling: open a workspace, show progress, ask for standard input. */
export interface Surroundings {
  open(workspace: string, mode: 'write' | 'read'): Promise<Engine>;
  progress: (done: number, total: number, label: string) => void;
  readStandardInput(): Promise<string>;
  /** Restores a backup into an empty folder. */
  restore(from: string, workspace: string): Promise<RestoredBackup>;
  /** Verifies a file, against a workspace or a sealed file where one is named. */
  verifyFile(request: {
    file: string;
    workspace: string | undefined;
    against: string | undefined;
  }): Promise<VerificationAnswer>;
  json: boolean;
}

export interface Command {
  usage: string;
  about: string;
  /** Options beyond `--json`, each a single text, a list, or a switch. */
  options: Record<string, 'text' | 'list' | 'switch'>;
  /** Answers with the value to print; `text` says it in words. `exitCode` is 0 unless given. */
  run(given: Given, around: Surroundings): Promise<{ value: unknown; text: string; exitCode?: number } | undefined>;
}

/** An option that has to be there. */
export function requireText(given: Given, name: string): string {
  const value = given.options[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

/** An option that may be there. */
export function findTextOption(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Refuses words that the command has no use for. */
export function refuseWords(given: Given, most = 0): void {
  const extra = given.words[most];
  if (extra !== undefined) throw new UsageError(`What is "${extra}"?`);
}

type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

/** Opens a workspace, runs work with its calls, and closes it again whatever happens. */
export async function withWorkspace<T>(
  around: Surroundings,
  workspace: string,
  mode: 'write' | 'read',
  work: (call: Call, engine: Engine) => Promise<T>,
): Promise<T> {
  const { createApi } = await import('../../shared/rpc/client.ts');
  const engine = await around.open(workspace, mode);
  const stop = engine.subscribe((event) => {
    if (event.type === 'progress') around.progress(event.done, event.total, event.label);
  });
  try {
    const api = createApi(engine.call);
    return await work((method, input) => api.call(method, input), engine);
  } finally {
    stop();
    await engine.close();
  }
}
