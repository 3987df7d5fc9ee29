import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { UploadAccess } from '../../electron/hosts/engine-access.ts';
import { stageStream } from '../../electron/vault/vault.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Transport } from '../../shared/rpc/reply.ts';

/** The hash under which the fake engine knows a file. */
export const vaultHash = 'ab'.repeat(32);
/** What stands in that file. */
export const vaultContent = '0123456789';

/** A folder that goes away with the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-hosts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files with their folders. */
export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A built page, with a file beside its folder that must stay out of reach. Answers with the folder of the page. */
export function makePage(): string {
  const folder = makeFolder();
  writeFiles(folder, {
    'secret.json': '{"secret":true}',
    'page/index.html': '<!doctype html><html><head><meta name="csp-nonce" content="" /></head><body></body></html>',
    'page/assets/app-AbCd1234.js': 'document.title = "here";',
    'page/plain.json': '{}',
    'page/.hidden.json': '{}',
    'page/program.exe': 'MZ',
  });
  return path.join(folder, 'page');
}

/** An engine of a few lines: it answers with what it was asked, and stages uploads as the real one does. */
export class FakeEngine implements UploadAccess {
  readonly folder = makeFolder();
  readonly calls: { method: string; input: unknown }[] = [];
  readonly listeners = new Set<(event: EngineEvent) => void>();
  answer: Transport = async (method, input) => ({ ok: true, value: { method, input } });
  uploadError: AppError | undefined;
  fileName = 'Model card — “v3” (final)\r\n.txt';
  mediaType = 'text/html';

  constructor() {
    writeFiles(this.folder, { 'vault/file': vaultContent, 'exports/Report.docx': 'word' });
  }

  call: Transport = async (method, input) => {
    this.calls.push({ method, input });
    return this.answer(method, input);
  };

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  push(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  async stageUpload(source: Parameters<UploadAccess['stageUpload']>[0], name: string): Promise<{ staging: string }> {
    const error = this.uploadError;
    if (error) {
      for await (const _ of source) throw error;
    }
    const { id } = await stageStream(path.join(this.folder, 'staging'), source, name);
    return { staging: id };
  }

  /** Names of what lies in the staging folder. */
  staged(): string[] {
    mkdirSync(path.join(this.folder, 'staging'), { recursive: true });
    return readdirSync(path.join(this.folder, 'staging'));
  }

  findVaultFile(sha256: string) {
    const file = { path: path.join(this.folder, 'vault', 'file'), name: this.fileName, mediaType: this.mediaType };
    return sha256 === vaultHash ? file : undefined;
  }

  findExport(name: string): string | undefined {
    return name === 'Report.docx' ? path.join(this.folder, 'exports', name) : undefined;
  }
}
