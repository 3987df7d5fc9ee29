import { text } from 'node:stream/consumers';
import { AppError } from '../shared/errors.ts';
import { runCommand } from './commands/run.ts';
import { type Engine, openEngine } from './core/engine.ts';
import { configurationFolder } from './core/settings.ts';
import { printByChromium } from './hosts/chromium-printer.ts';

// The command line: every command opens the engine in this process, calls it and closes it.
const log = (error: unknown, context: string) => {
  process.stderr.write(
    `plumbline: ${context}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
};

// A reader that has seen enough, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

function progress(done: number, total: number, label: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done >= total ? '\r\u001B[K' : `\r\u001B[K${label} ${done} of ${total}`);
}

const engines = new Set<Engine>();
const interrupted = new AbortController();
const stop = () => {
  interrupted.abort(new AppError('cancelled', 'The work was cancelled. Nothing was left half-done.'));
  for (const engine of engines) engine.cancelJobs();
};

process.exitCode = await runCommand(
  process.argv.slice(2),
  {
    async open(workspace, mode) {
      const engine = await openEngine({
        workspace,
        program: 'the Plumbline command line',
        hostKind: 'direct',
        allowsPaths: true,
        readOnly: mode === 'read',
        workerEntry: new URL('./worker.ts', import.meta.url),
        printPdf: printByChromium,
        log,
      });
      engines.add(engine);
      process.once('SIGINT', stop).once('SIGTERM', stop);
      return engine;
    },
    progress,
    async restore(from, workspace) {
      const { restoreBackup } = await import('./core/backups/restore-backup.ts');
      process.once('SIGINT', stop).once('SIGTERM', stop);
      return restoreBackup(from, workspace, interrupted.signal, progress);
    },
    async verifyFile(request) {
      const { verifyFile } = await import('./core/sealed/verify-file.ts');
      process.once('SIGINT', stop).once('SIGTERM', stop);
      return verifyFile({ ...request, configuration: configurationFolder() }, interrupted.signal, progress);
    },
    readStandardInput: () => text(process.stdin),
  },
  {
    out: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
  },
);
