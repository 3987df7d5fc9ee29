// The history of one record, in words: what was changed from what to what, by whom. Newest first.
import { useEffect, useMemo, useState } from 'react';
import type { Change } from '../../shared/domain/changes.ts';
import { useEngine } from './engine-context.tsx';
import { useAuditSession } from './session-context.tsx';

export interface HistoryLine {
  /** The change, so that it can be undone. */
  id: string;
  /** Its place in the order of all changes. */
  clock: string;
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

/** Records that are told as a part of another: those of a noun whose field names it, such as the samples of a question. */
export interface HistoryOfParts {
  noun: Change['noun'];
  field: string;
  words: HistoryWords;
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
    .map(({ newest: { id, clock, at, actor }, isCreated, isRemoved, fields }) => {
      const parts = [...fields].flatMap(([field, { before, after }]) =>
        isCreated || isRemoved ? [] : (describeField(words, field, before, after) ?? []),
      );
      const text = isCreated ? words.created : isRemoved ? words.removed : parts.map((part) => part.words).join('; ');
      return { id, clock, at, actor, words: text, parts };
    })
    .filter((line) => line.words !== '')
    .toReversed();
}

/** The lines of the parts of a record, from the changes of all records of their noun. Newest first. */
export function partLines(changes: readonly Change[], record: string, { field, words }: HistoryOfParts): HistoryLine[] {
  return [...Map.groupBy(changes, ({ recordId }) => recordId).values()]
    .filter((own) => own.some(({ fields }) => fields[field] === record))
    .flatMap((own) => historyLines(own, words));
}

const newestFirst = (one: HistoryLine, other: HistoryLine) =>
  one.clock === other.clock ? 0 : one.clock < other.clock ? 1 : -1;

const mostPartChanges = 5_000;

/** The history of a record of the open audit, read again whenever it or a part of it changes. `words` and `parts` must stay the same objects. */
export function useRecordHistory(
  record: string,
  words: HistoryWords,
  parts?: HistoryOfParts,
): { lines: readonly HistoryLine[] | undefined; failure: string | undefined } {
  const { api, connection } = useEngine();
  const { id } = useAuditSession();
  const noun = parts?.noun;
  const [changes, setChanges] = useState<{ record: string; list: readonly Change[]; ofParts: readonly Change[] }>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      try {
        const [list, ofParts] = await Promise.all([
          api.call('changes.list', { audit: id, record, limit: 200 }),
          noun === undefined ? [] : api.call('changes.list', { audit: id, noun, limit: mostPartChanges }),
        ]);
        if (!isWanted) return;
        setChanges({ record, list, ofParts });
        setFailure(undefined);
      } catch (error) {
        if (isWanted) setFailure(error instanceof Error ? error.message : 'The history could not be read.');
      }
    };
    void read();
    const stop = connection.subscribe((event) => {
      if (
        event.type === 'changes' &&
        event.changes.some((change) => change.recordId === record || change.noun === noun)
      )
        void read();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [api, connection, id, record, noun]);

  const lines = useMemo(() => {
    if (changes?.record !== record) return undefined;
    const own = historyLines(changes.list, words);
    return parts === undefined ? own : [...own, ...partLines(changes.ofParts, record, parts)].toSorted(newestFirst);
  }, [changes, record, words, parts]);
  return { lines, failure };
}
