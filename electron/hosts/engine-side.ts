import { AppError } from '../../shared/errors.ts';
import { toWireError } from '../../shared/rpc/reply.ts';
import type { EngineAccess } from './engine-access.ts';
import type { FromEngine, Question, ToEngine } from './engine-messages.ts';

/** The engine's end of the link to the shell. */
export interface ShellPort {
  postMessage(message: FromEngine): void;
  on(event: 'message', listener: (message: { data: ToEngine }) => void): unknown;
}

async function answer(engine: EngineAccess, question: Question): Promise<unknown> {
  if (question.type === 'call') return engine.call(question.method, question.input);
  if (question.type === 'find-file') return engine.findVaultFile(question.sha256);
  return engine.findExport(question.name);
}

type PrintPdf = (page: string, target: string, signal: AbortSignal) => Promise<void>;

/** Asks the shell to print, and hears from it. */
function createPrinting(port: ShellPort) {
  const waiting = new Map<number, (failure: string | undefined) => void>();
  let lastId = 0;
  const print: PrintPdf = async (page, target) => {
    const id = (lastId += 1);
    const failure = await new Promise<string | undefined>((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ type: 'print', id, page, target });
    });
    waiting.delete(id);
    if (failure !== undefined) throw new AppError('unavailable', 'The PDF could not be printed.', { failure });
  };
  return { print, hear: (id: number, failure: string | undefined) => waiting.get(id)?.(failure) };
}

interface ClosableEngine extends EngineAccess {
  close(): Promise<void>;
}

/**
 * Opens the engine and answers the shell until it says `close`; `exit` then ends the process. A workspace that cannot
 * be opened is told as what it is.
 */
export async function serveShell(
  port: ShellPort,
  open: (printPdf: PrintPdf) => Promise<ClosableEngine>,
  exit: (code: number) => void,
): Promise<void> {
  const printing = createPrinting(port);
  const opening = open(printing.print);
  const hear = async (engine: ClosableEngine, message: ToEngine) => {
    if (message.type === 'close') {
      await engine.close();
      exit(0);
      return;
    }
    if (message.type === 'printed') {
      printing.hear(message.id, message.failure);
      return;
    }
    const value = await answer(engine, message).catch((error: unknown) =>
      message.type === 'call' ? { ok: false, error: toWireError(error) } : undefined,
    );
    port.postMessage({ type: 'answer', id: message.id, value });
  };
  // Where opening fails, that is said below, once.
  port.on('message', ({ data }) => void opening.then((engine) => hear(engine, data)).catch(() => undefined));
  try {
    const engine = await opening;
    engine.subscribe((event) => port.postMessage({ type: 'event', event }));
    port.postMessage({ type: 'ready' });
  } catch (error) {
    port.postMessage({ type: 'failed', error: toWireError(error) });
    exit(1);
  }
}
