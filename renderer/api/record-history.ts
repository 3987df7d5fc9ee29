// The history of one record, in words: what was changed from what to what, by whom. Newest first.
import { useEffect, useMemo, useState } from 'react';
import type { Change } from '../../shared/domain/changes.ts';
import { useEngine } from './engine-context.tsx';
import { useAuditSession } from './session-context.tsx';

export interface HistoryLine {
  /** The change, so that it can be undone. */
  id: string;
  at: string;
  actor: string;
  words: string;
  /** What it did to each field, where one field of it can be undone without the others. */
  parts: readonly HistoryPart[];
}

/** What a step did to one field. */
export interface HistoryPart {
  field: string;
  words: string;
  /** A long text before and after, of which the words only say how long it is. */
  texts: { before: string; after: string } | undefined;
}

/** How the changes of a noun are put into words. */
export interface HistoryWords {
  created: string;
  removed: string;
  /** What people call each field. A field that is not named is not shown. */
  fields: Readonly<Record<string, string>>;
  /** A value as people read it; undefined for a long text, of which the number of words is said. */
  show: (field: string, value: unknown) => string | undefined;
}

/** A value as a text; what is not one is an empty text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const countWords = (value: unknown) => textOf(value).trim().split(/\s+/).filter(Boolean).length;

function describeField(words: HistoryWords, field: string, before: unknown, after: unknown): HistoryPart | undefined {
  const name = words.fields[field];
  if (name === undefined) return undefined;
  const shown = words.show(field, after);
  if (shown === undefined) {
    const count = countWords(after);
    return {
      field,
      words: count === 0 ? `${name} emptied` : `${name}, ${count} ${count === 1 ? 'word' : 'words'}`,
      texts: { before: textOf(before), after: textOf(after) },
    };
  }
  const was = before === undefined ? '' : (words.show(field, before) ?? '');
  const change = was === '' ? `${name}: ${shown || 'nothing'}` : `${name}: ${was} → ${shown || 'nothing'}`;
  return { field, words: change, texts: undefined };
}

/** The fields of one step, with what they held before it. */
interface StepOfRecord {
  newest: Change;
  isCreated: boolean;
  isRemoved: boolean;
  fields: Map<string, { before: unknown; after: unknown }>;
}

function gatherSteps(changes: readonly Change[]): StepOfRecord[] {
  const known: Record<string, unknown> = {};
  const steps = new Map<string, StepOfRecord>();
  for (const change of changes.toReversed()) {
    const step = steps.get(change.step) ?? { newest: change, isCreated: false, isRemoved: false, fields: new Map() };
    steps.set(change.step, step);
    step.newest = change;
    step.isCreated ||= change.kind === 'create';
    step.isRemoved ||= change.kind === 'remove';
    for (const [field, after] of Object.entries(change.fields)) {
      const before = step.fields.get(field)?.before ?? known[field];
      step.fields.set(field, { before, after });
    }
    Object.assign(known, change.fields);
  }
  return [...steps.values()];
}

/** Changes of one record, newest first, as lines: one per step, because many saves of one stay in a field are one. */
export function historyLines(changes: readonly Change[], words: HistoryWords): HistoryLine[] {
  return gatherSteps(changes)
    .map(({ newest: { id, at, actor }, isCreated, isRemoved, fields }) => {
      const parts = [...fields].flatMap(([field, { before, after }]) =>
        isCreated || isRemoved ? [] : (describeField(words, field, before, after) ?? []),
      );
      const text = isCreated ? words.created : isRemoved ? words.removed : parts.map((part) => part.words).join('; ');
      return { id, at, actor, words: text, parts };
    })
    .filter((line) => line.words !== '')
    .toReversed();
}

/** The history of a record of the open audit, read again whenever the record changes. `words` must stay the same object. */
export function useRecordHistory(
  record: string,
  words: HistoryWords,
): { lines: readonly HistoryLine[] | undefined; failure: string | undefined } {
  const { api, connection } = useEngine();
  const { id } = useAuditSession();
  const [changes, setChanges] = useState<{ record: string; list: readonly Change[] }>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      try {
        const list = await api.call('changes.list', { audit: id, record, limit: 200 });
        if (!isWanted) return;
        setChanges({ record, list });
        setFailure(undefined);
      } catch (error) {
        if (isWanted) setFailure(error instanceof Error ? error.message : 'The history could not be read.');
      }
    };
    void read();
    const stop = connection.subscribe((event) => {
      if (event.type === 'changes' && event.changes.some(({ recordId }) => recordId === record)) void read();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [api, connection, id, record]);

  const lines = useMemo(
    () => (changes?.record === record ? historyLines(changes.list, words) : undefined),
    [changes, record, words],
  );
  return { lines, failure };
}
