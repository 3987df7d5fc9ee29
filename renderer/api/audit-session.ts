// One open audit in the page: shows every key press at once, stores it in order, hears what others change, undoes.
import { v7 as uuidv7 } from 'uuid';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input, Output } from '../../shared/contract/contract.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { lockedSentence } from '../../shared/domain/issue-lock.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { addRecord, applyChange, rewordItem } from './apply-changes.ts';
import { createEdits, type EditOptions } from './edits.ts';
import { createOwnSteps } from './own-steps.ts';
import { isLocked } from './issue-lock.ts';
import { readAudit } from './read-audit.ts';
import type { EditableNoun, Patch } from './record-calls.ts';
import { createSaveQueue, isPassing } from './save-queue.ts';
import type { Conflict, Refusal, SessionState, WaitingLine } from './session-state.ts';
import { openUnsavedTexts } from './unsaved-texts.ts';

/** How long what was typed may be unknown to the browser too, in milliseconds: a page may die without a word. */
const keepMs = 250;

/** The short calls that make or remove records. They keep their order with edits and go again if the engine is away. */
export type OrderedMethod =
  | 'reports.release'
  | 'reports.correct'
  | 'reviewComments.create'
  | 'reviewComments.remove'
  | 'signatures.create'
  | 'signatures.remove'
  | 'auditGrades.declare'
  | 'auditGrades.choose'
  | 'auditGrades.clear'
  | 'findings.create'
  | 'findings.grade'
  | 'findings.carryOver'
  | 'findings.remove'
  | 'actions.create'
  | 'actions.remove'
  | 'links.create'
  | 'links.createMany'
  | 'links.remove'
  | 'evidence.updateMany'
  | 'evidence.remove'
  | 'evidence.removeMany'
  | 'aiSystems.create'
  | 'aiSystems.updateMany'
  | 'aiSystems.remove'
  | 'teamMembers.create'
  | 'teamMembers.remove'
  | 'planSlots.create'
  | 'planSlots.remove'
  | 'meetings.create'
  | 'meetings.remove'
  | 'samples.create'
  | 'samples.remove'
  | 'notes.toEvidence'
  | 'notes.toAnswer'
  | 'noteLinks.create'
  | 'noteLinks.remove'
  | 'checklist.updateMany'
  | 'checklist.addQuestion'
  | 'checklist.reword'
  | 'checklist.move'
  | 'checklist.repeat'
  | 'checklist.takeIn'
  | 'checklist.remove';

export interface AuditSession {
  /** The audit's id. */
  readonly id: string;
  readonly store: StoreApi<SessionState>;
  /** Changes fields of a record: on the screen now, in the store soon. `typing` groups one stay in a text field. */
  edit<N extends EditableNoun>(noun: N, id: string, fields: Patch<N>, options: EditOptions): void;
  /** Ends the stay in a text field: what was typed is sent now, and the next key starts a new step. */
  leaveField(): void;
  /** Makes a call behind all edits, as a step that can be undone. `audit` and `step` are filled in. */
  run<M extends OrderedMethod>(method: M, input: Omit<Input<M>, 'audit' | 'step'>, label: string): Promise<Output<M>>;
  /** Runs longer work (intake, import) as a step that can be undone; `work` passes the step on to its call. */
  act<T>(label: string, work: (step: string) => Promise<T>): Promise<T>;
  /**
   * Appends a line to the running notes. Shown at once, stored in order; one that is refused becomes the draft again. A
   * line that corrects an older one is a step of its own, which can be undone.
   */
  addLine(text: string, correction?: { corrects: string; label: string }): void;
  /** What is being typed as the next line of the running notes. It outlives the page. */
  draftLine(text: string): void;
  /** Sends all that waits. False if the engine cannot take it now; nothing is lost then. */
  flush(): Promise<boolean>;
  /** Tries again at once what could not be stored. */
  retry(): void;
  /** Undoes or repeats this page's last step; answers with its label, undefined when there is none. */
  undo(): Promise<string | undefined>;
  redo(): Promise<string | undefined>;
  /**
   * Undoes the step of any change of the history, or only what it did to some `fields` of the record. Throws `conflict`
   * with a sentence where later changes forbid it.
   */
  undoChange(change: string, label: string, fields?: readonly string[]): Promise<void>;
  /** Ends a conflict with the value that shall count. */
  resolveConflict(conflict: Conflict, value: unknown): void;
  /** Gives up a refused edit and shows what is stored. */
  giveUp(refusal: Refusal): void;
  /** Reads the whole audit again and puts unsaved edits back on top. */
  reload(): Promise<void>;
  /** Sends what waits and keeps a copy in the browser until it is stored: the page may be gone at any moment. */
  prepareToLeave(): void;
  /** Stops listening. Call after `flush`. */
  close(): void;
}

interface Surroundings {
  api: Api;
  subscribe: (listener: (event: EngineEvent) => void) => () => void;
}

/** Opens an audit by reference or id. Throws what `audits.open` throws. */
export async function openAuditSession({ api, subscribe }: Surroundings, key: string): Promise<AuditSession> {
  let read = await readAudit(api, key);
  const { open, catalogue } = read;
  const { id } = open.audit;
  let catalogueWanted = open.audit.catalogue;
  const store = createStore<SessionState>(() => ({
    open,
    catalogue,
    save: { kind: 'saved', at: undefined },
    engineAway: undefined,
    conflicts: [],
    refusals: [],
    waitingLines: [],
    draft: '',
    undoable: [],
    redoable: [],
  }));

  let keeping: ReturnType<typeof setTimeout> | undefined;
  const keepTexts = () => {
    clearTimeout(keeping);
    keeping = undefined;
    const { waitingLines, draft } = store.getState();
    texts.keep({ edits: edits.unsaved(), lines: [...waitingLines], draft });
  };
  const keepTextsSoon = () => {
    keeping ??= setTimeout(keepTexts, keepMs);
  };
  const queue = createSaveQueue((save) => {
    store.setState({ save });
    if (save.kind === 'saving') keepTextsSoon();
    else keepTexts();
  });
  const steps = createOwnSteps(api, id, store);
  const edits = createEdits({ api, auditId: id, store, queue, steps, head: open.head });

  const apply = (changes: readonly Change[]) => {
    let { open: audit } = store.getState();
    for (const change of changes) {
      const isOwn = steps.isOwn(change.step);
      steps.noteChange(change);
      audit = applyChange(audit, change, (field) => edits.keeps(change, field, isOwn));
      if (change.noun === 'checklistItem') audit = rewordItem(audit, change, read.wordings);
    }
    store.setState({ open: audit });
    // Wordings and help follow another version of the catalogue. If they cannot be read now, they are as soon as the
    // engine is back.
    if (audit.audit.catalogue === catalogueWanted) return;
    catalogueWanted = audit.audit.catalogue;
    void reload().catch(() => undefined);
  };

  const isOurs = (change: Change) =>
    change.auditId === id || (change.noun === 'organization' && change.recordId === open.organization.id);

  const reload = async () => {
    read = await readAudit(api, id, read);
    store.setState({ open: edits.putBack(read.open), catalogue: read.catalogue });
  };

  const hear = (event: EngineEvent) => {
    if (event.type === 'changes') apply(event.changes.filter(isOurs));
    if (event.type !== 'engine') return;
    if (event.state !== 'ready') {
      store.setState({ engineAway: event.message });
      keepTexts();
    } else {
      store.setState({ engineAway: undefined });
      queue.retry();
      void reload().catch(() => store.setState({ engineAway: 'Plumbline is back but did not open the audit again.' }));
    }
  };

  const addLine = (line: WaitingLine, label?: string) => {
    const step = label === undefined ? undefined : steps.begin(label);
    store.setState(({ waitingLines }) => ({ waitingLines: [...waitingLines, line] }));
    const isStored = () =>
      store.setState((state) => ({ waitingLines: state.waitingLines.filter((other) => other.id !== line.id) }));
    queue.add(
      {
        key: line.id,
        send: async () => {
          try {
            const { id: noteId, ...fields } = await api.call('notes.add', { audit: id, ...line, step });
            if (step !== undefined) steps.stored(step);
            store.setState((state) => ({ open: addRecord(state.open, 'note', noteId, fields) }));
          } catch (error) {
            if (isPassing(error)) throw error;
            takeBack(line, error instanceof Error ? error.message : String(error));
          }
          isStored();
        },
      },
      false,
    );
    keepTexts();
  };

  const draftMore = (text: string) =>
    store.setState(({ draft }) => ({ draft: [draft, text].filter((part) => part !== '').join(' ') }));

  const takeBack = ({ id: lineId, text }: WaitingLine, sentence: string) => {
    draftMore(text);
    const facts = {
      noun: 'audit',
      id: lineId,
      field: 'text',
      stored: undefined,
      isKept: false,
      base: undefined,
    } as const;
    store.setState(({ refusals }) => ({ refusals: [...refusals, { ...facts, value: text, sentence }] }));
  };

  const run: AuditSession['run'] = (method, input, label) => {
    const step = steps.begin(label);
    return new Promise((resolve, reject) => {
      const send = async () => {
        try {
          const output = await api.call(method, { ...input, audit: id, step } as never);
          steps.stored(step);
          resolve(output);
        } catch (error) {
          if (isPassing(error)) throw error;
          reject(error);
        }
      };
      queue.add({ key: step, send }, false);
    });
  };

  const stepBack = async (direction: 'undoable' | 'redoable') => {
    edits.leaveField();
    if (!(await queue.flush())) return undefined;
    const done = await steps.takeBack(direction);
    if (done) apply(done.changes);
    return done?.label;
  };

  const stop = subscribe(hear);
  const texts = openUnsavedTexts(id, (left) => {
    for (const { noun, id: record, fields, base, typing } of left.edits) {
      edits.edit(noun, record, fields, { label: 'kept text', base, typing });
    }
    for (const line of left.lines) addLine(line);
    draftMore(left.draft);
    edits.leaveField();
    keepTexts();
  });

  return {
    id,
    store,
    edit(noun, record, fields, options) {
      const { open: shown } = store.getState();
      if (isLocked(shown, { noun, id: record, fields })) {
        edits.refuse(noun, record, fields, lockedSentence(shown.audit.status, shown.audit.ref));
        return;
      }
      edits.edit(noun, record, fields, options);
      keepTextsSoon();
    },
    leaveField: () => edits.leaveField(),
    run,
    async act(label, work) {
      await queue.flush();
      const step = steps.begin(label);
      const result = await work(step);
      steps.stored(step);
      return result;
    },
    addLine: (text, correction) =>
      correction === undefined
        ? addLine({ id: uuidv7(), text })
        : addLine({ id: uuidv7(), text, corrects: correction.corrects }, correction.label),
    draftLine(draft) {
      store.setState({ draft });
      keepTextsSoon();
    },
    flush: () => queue.flush(),
    retry: () => queue.retry(),
    undo: () => stepBack('undoable'),
    redo: () => stepBack('redoable'),
    async undoChange(change, label, fields) {
      await queue.flush();
      apply(await steps.undoChange(change, label, fields));
    },
    resolveConflict: (conflict, value) => edits.resolveConflict(conflict, value),
    giveUp(refusal) {
      edits.giveUp(refusal);
      keepTexts();
    },
    reload,
    prepareToLeave() {
      keepTexts();
      edits.leaveField();
    },
    close() {
      stop();
      keepTexts();
      texts.close();
    },
  };
}
