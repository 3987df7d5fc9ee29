import path from 'node:path';
import { shell } from 'electron';
import { hostContract } from '../../shared/contract/host.ts';
import { AppError } from '../../shared/errors.ts';
import { toWireError, type Transport } from '../../shared/rpc/reply.ts';
import { findExported, findShown } from './exported-file.ts';

const documents = ['.docx', '.xlsx'];

async function answerHostCall(name: string, input: unknown, workspace: string): Promise<unknown> {
  if (name === 'host.info') return { kind: 'desktop', canReveal: true, canPickFiles: true };
  const asked = hostContract['host.reveal'].input.safeParse(input);
  if (!asked.success) throw new AppError('invalid-input', 'The request was not understood.', asked.error.issues);
  if (name === 'host.reveal') {
    shell.showItemInFolder(await findShown(workspace, asked.data.path));
    return { shown: true };
  }
  const file = await findExported(path.join(workspace, 'exports'), asked.data.path);
  if (!documents.includes(path.extname(file).toLowerCase()))
    throw new AppError('refused', 'Only Word and Excel documents can be opened from here.');
  const problem = await shell.openPath(file);
  if (problem) throw new AppError('unavailable', 'No program on this computer opened the document.');
  return { shown: true };
}

/** The calls, with those of the host answered by the shell. */
export function withHostCalls(call: Transport, workspace: string): Transport {
  return async (name, input) => {
    if (!Object.hasOwn(hostContract, name)) return call(name, input);
    try {
      return { ok: true, value: await answerHostCall(name, input, workspace) };
    } catch (error) {
      return { ok: false, error: toWireError(error) };
    }
  };
}
