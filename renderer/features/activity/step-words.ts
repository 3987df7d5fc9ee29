// A step of the history in one sentence, and what it did to each field.
import type { RecordInStep, StepOfHistory } from '../../../shared/contract/changes.ts';
import type { Noun } from '../../../shared/domain/nouns.ts';
import { nameOf } from './record-names.ts';
import { texts } from './texts.ts';
import { fieldName, isTold, showValue } from './values.ts';

type Names = ReadonlyMap<string, { name: string }>;

/** What happened to one field, in words. */
export interface FieldChange {
  field: string;
  name: string;
  before: string;
  after: string;
}

const shownInSentence = 3;

function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${texts.and} ${words.at(-1)}`;
}

/** The fields of a record that a step changed, those that say something to people. */
export function fieldChanges({ noun, kind, from, fields }: RecordInStep, names: Names): FieldChange[] {
  if (kind === 'remove') return [];
  return Object.entries(fields)
    .filter(([field]) => isTold(field, kind === 'create' ? noun : undefined))
    .map(([field, value]) => ({
      field,
      name: fieldName(field),
      before: showValue(noun, field, from[field], names),
      after: showValue(noun, field, value, names),
    }))
    .filter(({ before, after }) => before !== after);
}

/** The field that the sentence of a step on one record tells already. */
export function fieldOfSentence({ noun, kind, fields }: RecordInStep): string | undefined {
  if (kind !== 'set') return undefined;
  const field = { checklistItem: 'verdict', finding: 'grade', audit: 'status' }[noun as string];
  return field !== undefined && field in fields ? field : undefined;
}

function verbOf(kind: 'create' | 'remove', noun: Noun): string {
  const verbs: Readonly<Record<string, string>> = texts.verbs[kind];
  return verbs[noun] ?? texts.verbs[kind].default;
}

function sayRecord(record: RecordInStep, names: Names): string {
  const { noun, kind, from, fields, about } = record;
  const name = nameOf(noun, about, names);
  if (kind !== 'set') {
    const isNamedByNoun = noun === 'checklistItem' || noun === 'soaEntry' || noun === 'aiSystem';
    const what = isNamedByNoun ? `${texts.nouns[noun]} ${name}` : name;
    return `${verbOf(kind, noun)} ${what}`;
  }
  const word = (field: string, values: Record<string, unknown>) =>
    showValue(noun, field, values[field], names).toLowerCase() || texts.nothing;
  if (noun === 'checklistItem' && 'verdict' in fields)
    return texts.answered(name, word('verdict', from), word('verdict', fields));
  if (noun === 'finding' && 'grade' in fields) return texts.graded(name, word('grade', from), word('grade', fields));
  if (noun === 'audit' && 'status' in fields) return texts.movedTo(word('status', from), word('status', fields));
  const changed = Object.keys(fields)
    .filter((field) => isTold(field))
    .map(fieldName);
  if (changed.length === 0) return texts.moved(name);
  const shown = changed.slice(0, shownInSentence);
  const more = changed.length - shown.length;
  return texts.changed(listWords(more > 0 ? [...shown, texts.moreFields(more).toLowerCase()] : shown), name);
}

/** What a step did, as the end of a sentence that begins with a person. */
export function sayStep({ records, recordCount }: StepOfHistory, names: Names): string {
  const audit = records.find(({ noun, kind }) => noun === 'audit' && kind !== 'set');
  if (audit) {
    const ref = showValue('audit', 'ref', audit.about.ref, names);
    return audit.kind === 'create' ? texts.madeAudit(ref, recordCount) : `${texts.verbs.remove.audit} ${ref}`;
  }
  // Links that come with a record are told by the record itself.
  const main = records.filter(({ noun }) => noun !== 'link' && noun !== 'noteLink');
  const told = main.length > 0 ? main : records;
  const [first] = told;
  if (!first) return '';
  if (told.length === 1 && recordCount - records.length === 0) return sayRecord(first, names);
  const groups = Map.groupBy(told, ({ noun, kind }) => `${kind} ${noun}`);
  const parts = [...groups.values()].map((group) => {
    const [{ noun, kind } = first] = group;
    const isOnly = groups.size === 1 && records.length < recordCount;
    const count = isOnly ? recordCount : group.length;
    if (count === 1) return sayRecord(group[0] ?? first, names);
    const isAnswers = noun === 'checklistItem' && group.every(({ fields }) => 'verdict' in fields);
    const verb = kind === 'set' ? (isAnswers ? 'answered' : texts.changedSome) : verbOf(kind, noun);
    return `${verb} ${texts.countOf(noun, count)}`;
  });
  const rest = recordCount - records.length;
  return rest > 0 && groups.size > 1 ? `${parts.join(', ')} ${texts.moreRecords(rest)}` : listWords(parts);
}
