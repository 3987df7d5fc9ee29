// The intake of evidence: a list of files, what is said about all of them, and the way into the vault. All or none.
import { v7 as uuidv7 } from 'uuid';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract/contract.ts';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import type { EvidenceFields } from '../../../shared/domain/evidence.ts';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { formatSize } from '../../ui/format.ts';
import { texts } from './texts.ts';

const words = texts.intake;

export interface IntakeFile {
  /** The id that the evidence will have. */
  id: string;
  file: File;
  title: string;
  isTitleTyped: boolean;
  /** The part that has been sent, 0 to 1. */
  sent: number;
  incoming: IncomingFile | undefined;
  refusal: string | undefined;
}

export interface IntakeFields {
  method: EvidenceFields['method'];
  /** Empty: by the type of each file. */
  kind: string;
  source: string;
  place: string;
  confidentiality: EvidenceFields['confidentiality'];
}

export interface IntakeState {
  files: readonly IntakeFile[];
  fields: IntakeFields;
  phase: 'choosing' | 'sending' | 'storing';
  /** How far the phase is: files sent, or files taken in. */
  done: number;
  total: number;
  /** What went wrong with the whole, in words. */
  failure: string | undefined;
}

/** What the intake needs of its surroundings. */
export interface IntakeParts {
  stage: (
    file: File,
    options: { onProgress: (sent: number, total: number) => void; signal: AbortSignal },
  ) => Promise<IncomingFile>;
  /** Registers the files as one step that can be undone. Throws if none was registered. */
  register: (batch: IntakeBatch) => Promise<Output<'evidence.add'>>;
  cancelJob: (job: string) => Promise<unknown>;
  maximumFileSize: number;
}

export interface IntakeBatch {
  files: IncomingFile[];
  ids: string[];
  fields: Partial<EvidenceFields>;
  /** Titles that were typed, by the id of the evidence. */
  titles: ReadonlyMap<string, string>;
  job: string;
}

export interface Intake {
  store: StoreApi<IntakeState>;
  /** Adds to the list. False while files are on their way: then none was added. */
  addFiles(files: readonly File[]): boolean;
  takeOut(id: string): void;
  retitle(id: string, title: string): void;
  describe(fields: Partial<IntakeFields>): void;
  /** Sends and registers all files. Answers with the evidence, or undefined where something stands in the way. */
  start: () => Promise<Output<'evidence.add'> | undefined>;
  /** Takes the refused files out and starts with the others. */
  startWithoutRefused: () => Promise<Output<'evidence.add'> | undefined>;
  stop(): void;
  /** Notes how far the engine is, from its progress events. */
  noteProgress(job: string, done: number, total: number): void;
}

export const firstFields: IntakeFields = {
  method: 'examine',
  kind: '',
  source: '',
  place: '',
  confidentiality: 'confidential',
};

/** A title from a file's name: without its ending, underscores as spaces. */
export function titleOfFile(name: string): string {
  const bare = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return bare.replaceAll('_', ' ').trim() || name;
}

async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The file that an error of the engine is about, where it says so. */
function findCulprit(files: readonly IntakeFile[], error: unknown): IntakeFile | undefined {
  if (!isAppError(error)) return undefined;
  const details = error.details as { staging?: unknown; path?: unknown; file?: unknown } | undefined;
  return files.find(({ file, incoming }) => {
    if (incoming && 'staging' in incoming && incoming.staging === details?.staging) return true;
    if (incoming && 'path' in incoming && (incoming.path === details?.path || incoming.path === details?.file))
      return true;
    return error.message.startsWith(`${file.name} `);
  });
}

/** An intake, empty. `fields` is what was said the last time. */
export function createIntake(parts: IntakeParts, fields: IntakeFields = firstFields): Intake {
  const store = createStore<IntakeState>(() => ({
    files: [],
    fields,
    phase: 'choosing',
    done: 0,
    total: 0,
    failure: undefined,
  }));
  let job = '';
  let stopping = new AbortController();

  const changeFile = (id: string, patch: Partial<IntakeFile>) =>
    store.setState(({ files }) => ({ files: files.map((one) => (one.id === id ? { ...one, ...patch } : one)) }));
  const backToChoosing = (failure?: string) => store.setState({ phase: 'choosing', failure });

  const sendOne = async ({ id, file }: IntakeFile) => {
    if (file.size > parts.maximumFileSize) {
      changeFile(id, { refusal: words.tooLarge(file.name, formatSize(parts.maximumFileSize)) });
      return;
    }
    if (!(await isReadable(file))) {
      changeFile(id, { refusal: words.unreadable(file.name) });
      return;
    }
    if (file.size === 0) {
      changeFile(id, { refusal: words.empty(file.name) });
      return;
    }
    try {
      const incoming = await parts.stage(file, {
        onProgress: (sent, total) => changeFile(id, { sent: total === 0 ? 1 : sent / total }),
        signal: stopping.signal,
      });
      changeFile(id, { incoming, sent: 1 });
    } catch (error) {
      const isAboutNow =
        isAppError(error) && ['cancelled', 'unavailable', 'disk-full', 'unauthorised'].includes(error.code);
      if (isAboutNow) throw error;
      changeFile(id, { refusal: sentenceOf(error) });
    }
  };

  const send = async () => {
    store.setState(({ files }) => ({ phase: 'sending', failure: undefined, done: 0, total: files.length }));
    for (const file of store.getState().files) {
      if (stopping.signal.aborted) throw new AppError('cancelled', words.stopped);
      if (file.incoming === undefined) await sendOne(file);
      store.setState(({ done }) => ({ done: done + 1 }));
    }
  };

  const register = async () => {
    const { files, fields: described } = store.getState();
    job = uuidv7();
    store.setState({ phase: 'storing', done: 0, total: files.length });
    const { kind, ...others } = described;
    return parts.register({
      files: files.flatMap(({ incoming }) => incoming ?? []),
      ids: files.map(({ id }) => id),
      fields: kind === '' ? others : { ...others, kind: kind as EvidenceFields['kind'] },
      titles: new Map(files.flatMap(({ id, title, isTitleTyped }) => (isTitleTyped ? [[id, title] as const] : []))),
      job,
    });
  };

  const fail = (error: unknown) => {
    const { files, phase } = store.getState();
    // A refused registration takes the uploads with it: they are sent again.
    const culprit = phase === 'storing' ? findCulprit(files, error) : undefined;
    store.setState({
      files: files.map((one) => ({
        ...one,
        ...(phase === 'storing' ? { incoming: undefined, sent: 0 } : {}),
        refusal: one === culprit ? sentenceOf(error) : one.refusal,
      })),
    });
    if (isAppError(error) && error.code === 'cancelled') backToChoosing(words.stopped);
    else backToChoosing(culprit ? undefined : words.failed(sentenceOf(error)));
  };

  const start: Intake['start'] = async () => {
    if (store.getState().phase !== 'choosing' || store.getState().files.length === 0) return undefined;
    stopping = new AbortController();
    store.setState(({ files }) => ({ files: files.map((one) => ({ ...one, refusal: undefined })) }));
    try {
      await send();
      if (store.getState().files.some(({ refusal }) => refusal !== undefined)) {
        backToChoosing();
        return undefined;
      }
      return await register();
    } catch (error) {
      fail(error);
      return undefined;
    }
  };

  return {
    store,
    addFiles(files) {
      if (store.getState().phase !== 'choosing') return false;
      const known = new Set(store.getState().files.map(({ file }) => file));
      const added = files
        .filter((file) => !known.has(file))
        .map(
          (file): IntakeFile => ({
            id: uuidv7(),
            file,
            title: titleOfFile(file.name),
            isTitleTyped: false,
            sent: 0,
            incoming: undefined,
            refusal: undefined,
          }),
        );
      store.setState((state) => ({ files: [...state.files, ...added], failure: undefined }));
      return true;
    },
    takeOut: (id) =>
      store.setState(({ files }) => ({ files: files.filter((one) => one.id !== id), failure: undefined })),
    retitle: (id, title) => changeFile(id, { title, isTitleTyped: true }),
    describe: (patch) => store.setState((state) => ({ fields: { ...state.fields, ...patch } })),
    start,
    startWithoutRefused() {
      store.setState(({ files }) => ({ files: files.filter(({ refusal }) => refusal === undefined) }));
      return start();
    },
    stop() {
      stopping.abort();
      if (store.getState().phase === 'storing') void parts.cancelJob(job).catch(() => undefined);
    },
    noteProgress(of, done, total) {
      if (of === job && store.getState().phase === 'storing') store.setState({ done, total });
    },
  };
}
