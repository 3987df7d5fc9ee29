import path from 'node:path';
import { shell } from 'electron';
import { hostContract } from '../../shared/contract/host.ts';
import { AppError } from '../../shared/errors.ts';
import { toWireError, type Transport } from '../../shared/rpc/reply.ts';
import type { EngineAccess } from '../hosts/engine-access.ts';
import { findExported, findShown } from './exported-file.ts';
import type { OpenedCopies } from './opened-copies.ts';

const documents = ['.docx', '.xlsx'];

export interface HostAccess {
  workspace: string;
  engine: Pick<EngineAccess, 'call' | 'findVaultFile'>;
  copies: OpenedCopies;
}

async function openEvidence(input: unknown, { engine, copies }: HostAccess): Promise<unknown> {
  const asked = hostContract['host.openEvidence'].input.safeParse(input);
  if (!asked.success) throw new AppError('invalid-input', 'The request was not understood.', asked.error.issues);
  const file = await engine.findVaultFile(asked.data.sha256);
  if (!file) throw new AppError('not-found', 'There is no such file in this workspace.');
  const problem = await shell.openPath(await copies.make(file, asked.data.name));
  if (problem) throw new AppError('unavailable', 'No program on this computer opened the file. Save a copy instead.');
  return { shown: true };
}

async function answerHostCall(name: string, input: unknown, access: HostAccess): Promise<unknown> {
  if (name === 'host.info') return { kind: 'desktop', canReveal: true, canPickFiles: true };
  if (name === 'host.openEvidence') return openEvidence(input, access);
  const { workspace } = access;
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
export function withHostCalls(access: HostAccess): Transport {
  return async (name, input) => {
    if (!Object.hasOwn(hostContract, name)) return access.engine.call(name, input);
    try {
      return { ok: true, value: await answerHostCall(name, input, access) };
    } catch (error) {
      return { ok: false, error: toWireError(error) };
    }
  };
}
