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

interface ClosableEngine extends EngineAccess {
  close(): Promise<void>;
}

/**
 * Opens the engine and answers the shell until it says `close`; `exit` then ends the process. A workspace that cannot
 * be opened is told as what it is.
 */
export async function serveShell(
  port: ShellPort,
  open: () => Promise<ClosableEngine>,
  exit: (code: number) => void,
): Promise<void> {
  const opening = open();
  const hear = async (engine: ClosableEngine, message: ToEngine) => {
    if (message.type === 'close') {
      await engine.close();
      exit(0);
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
