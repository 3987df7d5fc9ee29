// Edits between key press and store: shown at once, merged while they wait, sent with the base they were made on.
import type { StoreApi } from 'zustand/vanilla';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { recordsOf, setFields } from './apply-changes.ts';
import type { OwnSteps } from './own-steps.ts';
import { type EditableNoun, updateCall } from './record-calls.ts';
import { isPassing, type SaveQueue } from './save-queue.ts';
import type { Conflict, Refusal, SessionState } from './session-state.ts';
import type { UnsavedEdit } from './unsaved-texts.ts';

export interface EditOptions {
  /** What the step is called when it is undone. One stay in a text field has one label. */
  label: string;
  /** Whether more of the same is likely to follow within the second. */
  typing?: boolean;
  /** The changes last seen per field, where the edit was made on an older reading than the page has now. */
  base?: Record<string, string>;
}

interface Edit {
  noun: EditableNoun;
  id: string;
  step: string;
  typing: boolean;
  fields: Record<string, unknown>;
  base: Record<string, string>;
  /** What is stored in each field, as far as this page knows. */
  stored: Record<string, unknown>;
}

export interface Edits {
  edit(noun: EditableNoun, id: string, fields: Record<string, unknown>, options: EditOptions): void;
  /** Says that a choice cannot be made. Nothing is shown and nothing sent. */
  refuse(noun: EditableNoun, id: string, fields: Record<string, unknown>, sentence: string): void;
  leaveField(): void;
  /** Hears of a change to a field and says whether the page keeps its own value. */
  keeps(change: Change, field: string, isOwn: boolean): boolean;
  /** A freshly read audit with the unsaved edits on top. */
  putBack(fresh: OpenAudit): OpenAudit;
  resolveConflict(conflict: Conflict, value: unknown): void;
  giveUp(refusal: Refusal): void;
  unsaved(): UnsavedEdit[];
}

interface Parts {
  api: Api;
  auditId: string;
  store: StoreApi<SessionState>;
  queue: SaveQueue;
  steps: OwnSteps;
  head: string | null;
}

interface ConflictDetails {
  field: string;
  theirs: unknown;
  change: string;
  by: string;
  at: string;
}

const fieldKey = (id: string, field: string) => `${id} ${field}`;
const hasSameValue = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The edits of an open audit. */
export function createEdits({ api, auditId, store, queue, steps, head: firstHead }: Parts): Edits {
  const pending: Edit[] = [];
  const stays = new Map<string, string>();
  /** The newest change that the page shows, per field; all older ones are covered by `head`. */
  const seen = new Map<string, string>();
  const lastStored = new Map<string, unknown>();
  const sending = new Set<Edit>();
  let head = firstHead;

  const baseNow = (id: string, fields: readonly string[]) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const change = seen.get(fieldKey(id, field)) ?? head;
        return change === null ? [] : [[field, change]];
      }),
    );
  const pendingFor = (id: string, field: string) => pending.filter((edit) => edit.id === id && field in edit.fields);
  const storedNow = (record: { id: string } & Record<string, unknown>, fields: readonly string[]) =>
    Object.fromEntries(fields.map((field) => [field, (pendingFor(record.id, field).at(-1)?.stored ?? record)[field]]));
  const isHeld = (id: string, field: string) => {
    const { conflicts, refusals } = store.getState();
    return [...conflicts, ...refusals.filter(({ isKept }) => isKept)].some(
      (one) => one.id === id && one.field === field,
    );
  };
  const show = (noun: EditableNoun, id: string, fields: Record<string, unknown>) =>
    store.setState((state) => ({ open: setFields(state.open, noun, id, fields) }));
  const recordOf = (noun: EditableNoun, id: string) =>
    recordsOf(store.getState().open, noun).find((record) => record.id === id);
  const letGo = (id: string, fields: readonly string[]) => {
    const { conflicts, refusals } = store.getState();
    if (conflicts.length + refusals.length === 0) return;
    store.setState((state) => ({
      conflicts: state.conflicts.filter((one) => one.id !== id || !fields.includes(one.field)),
      refusals: state.refusals.filter((one) => one.id !== id || !fields.includes(one.field)),
    }));
  };
  const drop = (edit: Edit) => {
    const place = pending.indexOf(edit);
    if (place >= 0) pending.splice(place, 1);
  };

  const storeFields = async (edit: Edit): Promise<void> => {
    const record = recordOf(edit.noun, edit.id);
    if (!record) {
      drop(edit);
      return;
    }
    const { method, input } = updateCall(edit.noun, record, edit.fields);
    const sent = edit.fields;
    const output: Record<string, unknown> = await api.call(method, {
      ...input,
      audit: auditId,
      base: edit.base,
      step: edit.step,
    } as never);
    steps.stored(edit.step);
    drop(edit);
    const shown: Record<string, unknown> = {};
    for (const field of Object.keys(sent)) {
      lastStored.set(fieldKey(edit.id, field), output[field]);
      if (pendingFor(edit.id, field).length === 0) shown[field] = output[field];
      for (const later of pendingFor(edit.id, field)) later.stored[field] = output[field];
    }
    const current = recordOf(edit.noun, edit.id);
    if (current && Object.entries(shown).some(([field, value]) => !hasSameValue(current[field], value))) {
      show(edit.noun, edit.id, shown);
    }
  };

  const holdConflict = (edit: Edit, details: ConflictDetails) => {
    const { field, theirs, change, by, at } = details;
    const { [field]: mine, ...rest } = edit.fields;
    edit.fields = rest;
    if (hasSameValue(mine, theirs)) return;
    store.setState((state) => ({
      conflicts: [
        ...state.conflicts.filter((one) => one.id !== edit.id || one.field !== field),
        { noun: edit.noun, id: edit.id, field, mine, theirs, base: edit.base[field], change, by, at },
      ],
    }));
  };

  const renewConflict = (id: string, field: string, news: Pick<Conflict, 'theirs' | 'change' | 'by' | 'at'>) => {
    const isIt = (one: Conflict) => one.id === id && one.field === field;
    if (!store.getState().conflicts.some(isIt)) return;
    store.setState(({ conflicts }) => ({
      conflicts: conflicts
        .map((one) => (isIt(one) ? { ...one, ...news } : one))
        .filter((one) => !hasSameValue(one.mine, one.theirs)),
    }));
  };

  const refuse = (edit: Edit, error: AppError) => {
    drop(edit);
    if (!edit.typing) show(edit.noun, edit.id, edit.stored);
    const refused = Object.entries(edit.fields).map(([field, value]) => ({
      noun: edit.noun,
      id: edit.id,
      field,
      value,
      stored: edit.stored[field],
      sentence: error.message,
      isKept: edit.typing,
      base: edit.base[field],
    }));
    letGo(edit.id, Object.keys(edit.fields));
    store.setState((state) => ({ refusals: [...state.refusals, ...refused] }));
  };

  const send = async (edit: Edit): Promise<void> => {
    while (Object.keys(edit.fields).length > 0) {
      try {
        return await storeFields(edit);
      } catch (error) {
        if (isPassing(error)) throw error;
        const details = isAppError(error) && error.code === 'conflict' ? (error.details as ConflictDetails) : undefined;
        if (details?.change === undefined) {
          refuse(edit, isAppError(error) ? error : new AppError('internal', String(error)));
          return;
        }
        const { field, change } = details;
        // The change may be our own, heard of too late: then there is no conflict at all.
        if (hasSameValue(lastStored.get(fieldKey(edit.id, field)), details.theirs) && edit.base[field] !== change) {
          edit.base[field] = change;
        } else {
          holdConflict(edit, details);
        }
      }
    }
    drop(edit);
  };

  const edit: Edits['edit'] = (noun, id, fields, { label, typing = false, base }) => {
    const record = recordOf(noun, id);
    if (!record) return;
    const names = Object.keys(fields);
    const stay = `${id} ${label}`;
    const step = (typing ? stays.get(stay) : undefined) ?? steps.begin(label);
    if (typing) stays.set(stay, step);
    letGo(id, names);
    // No further key may join an edit that is on its way: its answer would pass for theirs.
    const waiting = pending.findLast((one) => one.step === step && !sending.has(one));
    if (waiting) {
      const fresh = names.filter((name) => !(name in waiting.fields));
      waiting.base = { ...(base ?? baseNow(id, fresh)), ...waiting.base };
      waiting.stored = { ...storedNow(record, fresh), ...waiting.stored };
      Object.assign(waiting.fields, fields);
      show(noun, id, fields);
      queue.touch(step);
      return;
    }
    const made: Edit = {
      noun,
      id,
      step,
      typing,
      fields: { ...fields },
      base: base ?? baseNow(id, names),
      stored: storedNow(record, names),
    };
    pending.push(made);
    show(noun, id, fields);
    queue.add(
      {
        key: step,
        async send() {
          sending.add(made);
          try {
            await send(made);
          } finally {
            sending.delete(made);
          }
        },
      },
      typing,
    );
  };

  return {
    edit,
    refuse(noun, id, fields, sentence) {
      const record = recordOf(noun, id);
      const [field] = Object.keys(fields);
      if (!record || field === undefined) return;
      const value = fields[field];
      const stored = (record as Record<string, unknown>)[field];
      const refusal = { noun, id, field, sentence, value, stored, isKept: false, base: undefined };
      store.setState((state) => ({ refusals: [...state.refusals, refusal] }));
    },
    leaveField() {
      stays.clear();
      void queue.flush();
    },
    keeps({ id, recordId, fields, actor, at }, field, isOwn) {
      const waiting = pendingFor(recordId, field);
      const isKept = waiting.length > 0 || isHeld(recordId, field);
      // Whoever is asked chooses between what is typed and what is stored now, not what was stored then.
      if (!isOwn) renewConflict(recordId, field, { theirs: fields[field], change: id, by: actor, at });
      if (isOwn || !isKept) seen.set(fieldKey(recordId, field), id);
      for (const one of waiting) {
        // What follows an own save builds on it; what somebody else stored meanwhile has to be asked about.
        if (isOwn) one.base[field] = id;
        else one.stored[field] = fields[field];
      }
      return isKept;
    },
    putBack(fresh) {
      head = fresh.head;
      seen.clear();
      let audit = fresh;
      const { conflicts, refusals } = store.getState();
      for (const { noun, id, field, value, isKept } of refusals) {
        if (isKept) audit = setFields(audit, noun, id, { [field]: value });
      }
      for (const { noun, id, field, mine } of conflicts) audit = setFields(audit, noun, id, { [field]: mine });
      for (const one of pending) audit = setFields(audit, one.noun, one.id, one.fields);
      return audit;
    },
    resolveConflict(conflict, value) {
      const { noun, id, field, change } = conflict;
      letGo(id, [field]);
      if (hasSameValue(value, conflict.theirs)) {
        show(noun, id, { [field]: value });
        return;
      }
      edit(noun, id, { [field]: value }, { label: field, base: { [field]: change } });
    },
    giveUp({ noun, id, field, stored, isKept }) {
      letGo(id, [field]);
      if (isKept) show(noun, id, { [field]: stored });
    },
    unsaved() {
      const { conflicts, refusals } = store.getState();
      return [
        ...[
          ...refusals.filter(({ isKept }) => isKept),
          ...conflicts.map((conflict) => ({ ...conflict, value: conflict.mine })),
        ].map(({ noun, id, field, value, base }) => ({
          noun,
          id,
          fields: { [field]: value },
          base: base === undefined ? {} : { [field]: base },
          typing: true,
        })),
        ...pending.map(({ noun, id, fields, base, typing }) => ({ noun, id, fields, base, typing })),
      ];
    },
  };
}
