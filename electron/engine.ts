import { openEngine } from './core/engine.ts';
import type { EngineStart } from './hosts/engine-messages.ts';
import { serveShell } from './hosts/engine-side.ts';
import { createLocalLog } from './hosts/local-log.ts';

// The engine of the desktop program, in a process of its own: plain Node, no Electron.
const { workspace, log } = JSON.parse(process.argv[2] ?? '{}') as EngineStart;

void serveShell(
  process.parentPort,
  (printPdf) =>
    openEngine({
      workspace,
      program: 'Plumbline',
      hostKind: 'desktop',
      allowsPaths: true,
      // Built beside this file.
      workerEntry: new URL('worker.js', import.meta.url),
      printPdf,
      log: createLocalLog(log),
    }),
  // A last answer is still on its way out.
  (code) => setTimeout(() => process.exit(code), 50),
);
