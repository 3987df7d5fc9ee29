import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors.ts';
import { createDispatch, type Log } from '../../shared/rpc/dispatch.ts';
import { toWireError, type Transport } from '../../shared/rpc/reply.ts';
import { explainDiskError, sweepUnfinishedFiles } from '../files.ts';
import { newestOfDevice } from '../store/chain-heads.ts';
import { findChange } from '../store/changes.ts';
import { countDevices, nameDevice, seriesOf, workspaceId } from '../store/devices.ts';
import { contentNamedByChanges, describeContent } from '../store/evidence.ts';
import { lockWorkspace } from '../store/lock.ts';
import { closeStore, findStoreFault, openStore, openStoreForReading, type Store } from '../store/open.ts';
import { onStore } from '../store/sqlite-errors.ts';
import { createWriter, localTime, type Writer } from '../store/writer.ts';
import { stageStream, sweepInterruptedIntakes, vaultPath } from '../vault/vault.ts';
import { productVersion } from './assets.ts';
import { createCatalogues } from './catalogues.ts';
import type { Context, WorkspaceFolders } from './context.ts';
import { deviceKey } from './device-key.ts';
import { createHandlers } from './handlers.ts';
import { createJobs } from './jobs.ts';
import { checkPlace } from './place-checks.ts';
import { createGuard } from './lock.ts';
import { createIndexer } from './search.ts';
import { backUpStore } from './store-backup.ts';
import { bindToWorkspace, configurationFolder, readSettings, rememberWritten } from './settings.ts';
import type { Verification } from './verify.ts';
import { createWorkers, type Progress, type Workers } from './workers.ts';

export interface EngineOptions {
  workspace: string;
  program: string;
  hostKind: Context['hostKind'];
  allowsPaths: boolean;
  workerEntry: URL;
  /** Worker threads that other engines of this process use, too; without them the engine has its own. */
  workers?: Workers;
  readOnly?: boolean;
  /** Prints a page to PDF; without it a PDF is refused. */
  printPdf?: Context['printPdf'];
  log: Log;
}

/** One open workspace: calls, events and files. */
export interface Engine {
  readonly folder: string;
  call: Transport;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Copies an upload beside the vault; a call then names it by the staging id. */
  stageUpload(source: Readable, name: string): Promise<{ staging: string }>;
  findVaultFile(sha256: string): { path: string; name: string; mediaType: string } | undefined;
  /** The path of a file in the exports folder, by its bare name. */
  findExport(name: string): string | undefined;
  verify(onProgress?: Progress): Promise<Verification>;
  /** Asks long work to stop; it leaves nothing half-done. */
  cancelJobs(): void;
  /** Refuses new calls, waits for those under way, and closes the store cleanly. */
  close(): Promise<void>;
}

/** The folders of the workspace at this place. */
export function foldersOf(workspace: string): WorkspaceFolders {
  const root = path.resolve(workspace);
  return {
    root,
    vault: path.join(root, 'vault'),
    staging: path.join(root, 'staging'),
    exports: path.join(root, 'exports'),
    backups: path.join(root, 'backups'),
    renditions: path.join(root, 'cache', 'renditions'),
  };
}

function makeFolders(folders: WorkspaceFolders): void {
  try {
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new AppError('refused', `${folders.root} is not a folder. Name the folder of a workspace.`, {
        path: folders.root,
      });
    }
    throw explainDiskError(error, folders.root);
  }
}

/** Looks through a store that the last program did not close, and says what it found. */
function checkAfterCrash(db: Store): string {
  const fault = findStoreFault(db);
  return fault === undefined
    ? 'Plumbline ended without closing this workspace last time. The database was looked through: what was saved is there.'
    : `Plumbline ended without closing this workspace last time, and the database is damaged: ${fault}. Make a copy of the folder, then run verify or restore a backup.`;
}

interface Opened {
  db: Store;
  writer: (device: string, actor: () => string) => Writer;
  device: string;
  series: string;
  notices: string[];
  /** Keeps outside the workspace what this device wrote last. */
  rememberLast: () => void;
  unlock: () => void;
}

function openForWriting(
  options: EngineOptions,
  folders: WorkspaceFolders,
  configuration: string,
  emit: (event: EngineEvent) => void,
): Opened {
  makeFolders(folders);
  const lock = lockWorkspace(folders.root, options.program);
  try {
    const at = localTime(new Date());
    const backups: string[] = [];
    const db = openStore(path.join(folders.root, 'workbench.sqlite'), (store, version) =>
      backups.push(backUpStore(store, folders.backups, version, at)),
    );
    try {
      const id = onStore(() => workspaceId(db, uuidv7, at));
      const { device, notice } = bindToWorkspace(configuration, id, realpathSync(folders.root), (change) =>
        onStore(() => findChange(db, change) !== undefined),
      );
      const rememberLast = () => {
        try {
          rememberWritten(configuration, id, device, newestOfDevice(db, device));
        } catch (error) {
          options.log(error, 'remembering the last change');
        }
      };
      rememberLast();
      const { deviceName } = readSettings(configuration);
      const series = onStore(() => seriesOf(db, device, deviceName, at));
      onStore(() => nameDevice(db, device, deviceName));
      const notices = notice === undefined ? [] : [notice];
      for (const backup of backups) {
        notices.push(
          `This workspace was written by an earlier Plumbline and has been brought up to date. As it was, it lies in ${backup}.`,
        );
      }
      if (lock.wasLeftOpen) notices.push(onStore(() => checkAfterCrash(db)));
      notices.push(...checkPlace(realpathSync(folders.root)));
      if (countDevices(db) > 1 && series !== '')
        notices.push(`Numbers given on this machine carry the letter ${series}.`);
      return {
        db,
        device,
        series,
        notices,
        rememberLast,
        unlock: () => lock.release(),
        writer: (writing, actor) =>
          createWriter(
            db,
            { device: writing, actor, now: () => new Date() },
            (changes) => emit({ type: 'changes', changes }),
            createGuard(db),
          ),
      };
    } catch (error) {
      closeStore(db);
      throw error;
    }
  } catch (error) {
    lock.release(!lock.wasLeftOpen);
    throw error;
  }
}

function openForReading(folders: WorkspaceFolders): Opened {
  const db = openStoreForReading(path.join(folders.root, 'workbench.sqlite'));
  const refuse = () => {
    throw new AppError('read-only', 'The workspace is open for reading only; this command changes nothing.');
  };
  const nothing = () => undefined;
  const writer = () => ({ write: refuse });
  return { db, device: '', series: '', notices: [], rememberLast: nothing, unlock: nothing, writer };
}

const refuseToPrint: Context['printPdf'] = () =>
  Promise.reject(new AppError('unavailable', 'Nothing here can print a PDF. Word and Excel need nothing.'));

/** Opens a workspace, made if it is not there, and answers with the engine that serves it. Throws AppErrors. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const folders = foldersOf(options.workspace);
  const configuration = configurationFolder();
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };
  const opened = options.readOnly ? openForReading(folders) : openForWriting(options, folders, configuration, emit);
  const { db } = opened;
  const actor = () => readSettings(configuration).name;
  const workers = options.workers ?? createWorkers(options.workerEntry);
  const jobs = createJobs(emit);
  const catalogues = createCatalogues(db);
  const indexer = createIndexer(db, catalogues);
  let turn: Promise<unknown> = Promise.resolve();
  let actorName = actor();

  const context: Context = {
    db,
    writer: opened.writer(opened.device, () => actorName),
    folders,
    configuration,
    catalogues,
    workers,
    jobs,
    staged: new Map(),
    series: opened.series,
    device: opened.device,
    notices: opened.notices,
    version: productVersion,
    hostKind: options.hostKind,
    allowsPaths: options.allowsPaths,
    printPdf: options.printPdf ?? refuseToPrint,
    actor: () => actorName,
    emit,
    log: options.log,
    inTurn(work) {
      const next = turn.then(work, work);
      turn = next.catch(() => undefined);
      return next;
    },
  };
  listeners.add((event) => {
    if (event.type === 'changes') indexer.touch();
  });
  const dispatch = createDispatch(createHandlers(context, indexer), options.log);
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  if (!options.readOnly) {
    // Made before it is first needed, so that a key that is damaged is said at the start and not in the middle of an issue.
    const said = await deviceKey(configuration).then(
      ({ notice }) => notice,
      (error: Error) => `${error.message} What is issued here is not signed.`,
    );
    if (said !== undefined) opened.notices.push(said);
    // Read only where an intake was interrupted: it takes half a second in a large workspace.
    let named: Map<string, string> | undefined;
    const isNamed = (sha256: string) => (named ??= contentNamedByChanges(db)).has(sha256);
    await sweepInterruptedIntakes(folders.vault, folders.staging, isNamed);
    await sweepUnfinishedFiles(folders.exports);
    await sweepUnfinishedFiles(folders.backups);
    indexer.touch();
    // Reading the catalogues takes longer than a call may: done before the first call where somebody will wait.
    if (options.hostKind !== 'direct') catalogues.shipped();
  }

  async function close(): Promise<void> {
    indexer.stop();
    await Promise.allSettled(running);
    await jobs.settled();
    await workers.close();
    opened.rememberLast();
    closeStore(db);
    opened.unlock();
  }

  return {
    folder: folders.root,
    async call(method, input) {
      if (closing)
        return {
          ok: false,
          error: toWireError(
            new AppError('unavailable', 'Plumbline is closing. Nothing more is saved in this session.'),
          ),
        };
      const reply = dispatch(method, input);
      running.add(reply);
      try {
        const answer = await reply;
        if (method === 'settings.write' && answer.ok) actorName = actor();
        return answer;
      } finally {
        running.delete(reply);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stageUpload(source, name) {
      const file = await stageStream(folders.staging, source, name);
      context.staged.set(file.id, { ...file, name });
      return { staging: file.id };
    },
    findVaultFile(sha256) {
      const described = /^[0-9a-f]{64}$/.test(sha256) ? describeContent(db, sha256) : undefined;
      const file = described && vaultPath(folders.vault, sha256);
      return file && existsSync(file)
        ? { path: file, name: described.originalName, mediaType: described.mediaType }
        : undefined;
    },
    findExport(name) {
      const file = path.join(folders.exports, path.basename(name));
      return path.basename(name) === name && !name.startsWith('.') && existsSync(file) ? file : undefined;
    },
    verify: (onProgress = () => undefined) =>
      jobs.run(undefined, (signal) => workers.run('verify-workspace', folders, signal, onProgress)),
    cancelJobs: () => jobs.cancelAll(),
    close() {
      closing ??= close();
      return closing;
    },
  };
}
