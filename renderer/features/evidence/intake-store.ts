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
  /** Why it cannot be taken in, in words. It stays on the list and out of what is added. */
  refusal: string | undefined;
  /** The hash of its content, once known. Large files are hashed by the engine alone. */
  sha256: string | undefined;
}

/** Something that came with the files and is none of them. */
export interface LeftOut {
  name: string;
  sentence: string;
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
  left: readonly LeftOut[];
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
  /** Lets go of uploads that are not going to be evidence. */
  discard: (uploads: string[]) => Promise<unknown>;
  /** The hash of a file's content; undefined for one too large to be hashed beforehand. */
  hash: (file: File) => Promise<string | undefined>;
  maximumFileSize: number;
}

export interface IntakeBatch {
  files: IncomingFile[];
  ids: string[];
  fields: Partial<EvidenceFields>;
  /** Titles that were typed, in the order of the files; empty: by the name of the file. */
  titles: string[];
  job: string;
}

export interface Intake {
  store: StoreApi<IntakeState>;
  /** Adds to the list and looks at each. False while files are on their way: then none was added. */
  addFiles(files: readonly File[], left?: readonly LeftOut[]): boolean;
  takeOut(id: string): void;
  /** Takes all that was refused from the list. */
  takeOutRefused(): void;
  retitle(id: string, title: string): void;
  describe(fields: Partial<IntakeFields>): void;
  /** Sends and registers all files but the refused. Answers with the evidence, or undefined where something new stands in the way. */
  start: () => Promise<Output<'evidence.add'> | undefined>;
  stop(): void;
  /** Ends the intake for good; what was sent and not registered is let go. */
  leave(): void;
  /** Notes how far the engine is, from its progress events. */
  noteProgress(job: string, done: number, total: number): void;
}

/** Most files of one call. */
export const mostFiles = 2_000;

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
  // An upload that is gone went with an engine that was started anew: nothing is wrong with the file.
  if (!isAppError(error) || error.code === 'not-found') return undefined;
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
    left: [],
    fields,
    phase: 'choosing',
    done: 0,
    total: 0,
    failure: undefined,
  }));
  let job = '';
  let stopping = new AbortController();
  let examining: Promise<void> = Promise.resolve();

  const changeFile = (id: string, patch: Partial<IntakeFile>) =>
    store.setState(({ files }) => ({ files: files.map((one) => (one.id === id ? { ...one, ...patch } : one)) }));
  const backToChoosing = (failure?: string) => store.setState({ phase: 'choosing', failure });

  /** Looks at a file. Answers whether it can be taken in, and says why not. */
  const examine = async ({ id, file }: IntakeFile): Promise<boolean> => {
    const refusal =
      file.size > parts.maximumFileSize
        ? words.tooLarge(file.name, formatSize(parts.maximumFileSize))
        : !(await isReadable(file))
          ? words.unreadable(file.name)
          : file.size === 0
            ? words.empty(file.name)
            : undefined;
    if (refusal !== undefined) changeFile(id, { refusal });
    return refusal === undefined;
  };

  const examineAll = async (files: readonly IntakeFile[]) => {
    for (const one of files) {
      if (!(await examine(one))) continue;
      const sha256 = await parts.hash(one.file).catch(() => undefined);
      if (sha256 !== undefined) changeFile(one.id, { sha256 });
    }
  };

  const sendOne = async (one: IntakeFile) => {
    // It may have gone since it was chosen.
    if (!(await examine(one))) return;
    const { id, file } = one;
    try {
      const incoming = await parts.stage(file, {
        onProgress: (sent, total) => changeFile(id, { sent: total === 0 ? 1 : sent / total }),
        signal: stopping.signal,
      });
      changeFile(id, { incoming, sent: 1 });
    } catch (error) {
      const isAboutNow =
        isAppError(error) && ['cancelled', 'unavailable', 'disk-full', 'unauthorised'].includes(error.code);
      if (isAboutNow && (await isReadable(file))) throw error;
      changeFile(id, { refusal: isAboutNow ? words.unreadable(file.name) : sentenceOf(error) });
    }
  };

  const accepted = () => store.getState().files.filter(({ refusal }) => refusal === undefined);

  const send = async () => {
    const files = accepted();
    store.setState({ phase: 'sending', failure: undefined, done: 0, total: files.length });
    for (const { id } of files) {
      if (stopping.signal.aborted) throw new AppError('cancelled', words.stopped);
      const file = store.getState().files.find((one) => one.id === id);
      if (file?.refusal === undefined && file?.incoming === undefined && file) await sendOne(file);
      store.setState(({ done }) => ({ done: done + 1 }));
    }
    if (stopping.signal.aborted) throw new AppError('cancelled', words.stopped);
    return accepted().length === files.length;
  };

  const register = async () => {
    const { fields: described } = store.getState();
    const files = accepted();
    job = uuidv7();
    store.setState({ phase: 'storing', done: 0, total: files.length });
    const { kind, ...others } = described;
    return parts.register({
      files: files.flatMap(({ incoming }) => incoming ?? []),
      ids: files.map(({ id }) => id),
      fields: kind === '' ? others : { ...others, kind: kind as EvidenceFields['kind'] },
      titles: files.map(({ title, isTitleTyped }) => (isTitleTyped ? title.trim() : '')),
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
    if (store.getState().phase !== 'choosing' || accepted().length === 0) return undefined;
    stopping = new AbortController();
    try {
      // What is refused only now is shown first; the person decides whether to go on with the others.
      if (!(await send())) {
        backToChoosing();
        return undefined;
      }
      const added = await register();
      store.setState({ files: [] });
      return added;
    } catch (error) {
      fail(error);
      return undefined;
    }
  };

  const letGo = (files: readonly IntakeFile[]) => {
    const uploads = files.flatMap(({ incoming }) => (incoming && 'staging' in incoming ? [incoming.staging] : []));
    if (uploads.length > 0) void parts.discard(uploads).catch(() => undefined);
  };

  return {
    store,
    addFiles(files, left = []) {
      if (store.getState().phase !== 'choosing') return false;
      const known = new Set(store.getState().files.map(({ file }) => file));
      const room = Math.max(0, mostFiles - known.size);
      const fresh = files.filter((file) => !known.has(file));
      const added = fresh.slice(0, room).map(
        (file): IntakeFile => ({
          id: uuidv7(),
          file,
          title: titleOfFile(file.name),
          isTitleTyped: false,
          sent: 0,
          incoming: undefined,
          refusal: undefined,
          sha256: undefined,
        }),
      );
      const beyond = fresh.slice(room);
      const tooMany =
        beyond.length > 0 ? [{ name: words.others(beyond.length), sentence: words.tooMany(mostFiles) }] : [];
      store.setState((state) => ({
        files: [...state.files, ...added],
        left: [...state.left, ...left, ...tooMany],
        failure: undefined,
      }));
      examining = examining.then(() => examineAll(added));
      return true;
    },
    takeOutRefused() {
      letGo(store.getState().files.filter(({ refusal }) => refusal !== undefined));
      store.setState({ files: accepted(), left: [], failure: undefined });
    },
    leave() {
      stopping.abort();
      letGo(store.getState().files);
    },
    takeOut(id) {
      letGo(store.getState().files.filter((one) => one.id === id));
      store.setState(({ files }) => ({ files: files.filter((one) => one.id !== id), failure: undefined }));
    },
    retitle: (id, title) => changeFile(id, { title, isTitleTyped: true }),
    describe: (patch) => store.setState((state) => ({ fields: { ...state.fields, ...patch } })),
    start,
    stop() {
      stopping.abort();
      if (store.getState().phase === 'storing') void parts.cancelJob(job).catch(() => undefined);
    },
    noteProgress(of, done, total) {
      if (of === job && store.getState().phase === 'storing') store.setState({ done, total });
    },
  };
}
