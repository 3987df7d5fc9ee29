// What two versions of a report differ in, record by record, as sentences that name the record.
import { plainName, wordsOf } from '../../shared/domain/field-words.ts';
import { longestLine } from '../../shared/domain/fields.ts';
import { findingHeading } from '../../shared/domain/findings.ts';
import { type Noun, nouns } from '../../shared/domain/nouns.ts';
import { actionKinds, meetingKinds } from '../../shared/domain/vocabulary.ts';
import type { ReportModel } from './report-model.ts';

/** Records of one kind as they are compared. `key` is the same in both versions. */
interface Compared {
  noun: Noun;
  key: string;
  name: string;
  fields: Record<string, unknown>;
}

const mostSentences = 2_000;
const longestName = 90;
/** Longest value that is said before and after; longer texts were reworded. */
const longestValue = 60;

/** Fields that say nothing about the content of a report: ids, places, the way it went. */
const silent = new Set(
  'id position item aiSystem catalogue organization status stated sourceRow sourceEvidence number questionId asked control parked finding previousAudit earlierFinding reviewer reviewStep releasedAt releasedBy correctionReason fileNamePattern acceptedAt acceptedBy template houseLayout logoType logoPixelsWide logoPixelsHigh'.split(
    ' ',
  ),
);

/** Where the plain name of a field would not say enough. */
const names: Readonly<Record<string, string>> = {
  title: 'title',
  aiSystems: 'AI systems',
  aiRoles: 'roles for AI',
  startsOn: 'first day',
  endsOn: 'last day',
  dueOn: 'due date',
  on: 'day',
  text: 'wording',
  sampled: 'what was sampled',
  sha256: 'file',
  logo: 'file of the logo',
  base: 'base document',
};

const shorten = (name: string) => {
  const line = name.trim().replaceAll(/\s+/g, ' ');
  return line.length <= longestName ? line : `${line.slice(0, longestName).toWellFormed().trimEnd()}…`;
};

/** A report of any version, as far as it can be read: lists that are missing are empty. */
type Readable = { [K in keyof ReportModel]?: ReportModel[K] };

/** Files of a layout by the beginning of their hash. */
const shortHashes = (layout: ReportModel['houseLayout'] | undefined) =>
  layout ? { ...layout, logo: layout.logo.slice(0, 12), base: layout.base.slice(0, 12) } : undefined;

function recordsOf({ audit, organization, team, aiSystems, soa, conclusion, ...model }: Readable): Compared[] {
  const one = (noun: Noun, name: string, key: string, record: object | undefined): Compared[] =>
    record === undefined ? [] : [{ noun, key: `${noun} ${key}`, name: shorten(name), fields: { ...record } }];
  const { requirements = [], findings = [], evidence = [], planSlots = [], meetings = [], notes = [] } = model;
  const systemNames = new Map((aiSystems ?? []).map(({ id, name }) => [id, name]));
  return [
    ...one('audit', 'The audit', '', audit),
    ...one('organization', 'The organisation', '', organization),
    ...(team ?? []).flatMap((member) => one('teamMember', member.name, member.id, member)),
    ...(aiSystems ?? []).flatMap((system) => one('aiSystem', system.name, system.id, system)),
    ...one('soa', 'The Statement of Applicability', '', soa),
    ...(soa?.entries ?? []).flatMap((entry) => one('soaEntry', entry.control, entry.control, entry)),
    ...requirements.flatMap(({ questions }) =>
      questions.flatMap((question) => [
        ...one(
          'checklistItem',
          question.aiSystem ? `${question.id} (${question.aiSystem})` : question.id,
          question.itemId,
          question,
        ),
        ...question.samples.flatMap((sample) => one('sample', `A sample of ${question.id}`, sample.id, sample)),
      ]),
    ),
    ...findings.flatMap((finding) => [
      ...one('finding', finding.number, finding.id, {
        ...finding,
        aiSystems: finding.aiSystems.map((id) => systemNames.get(id) ?? id),
      }),
      ...finding.actions.flatMap((action) =>
        one('action', `${finding.number}, ${actionKinds[action.kind].toLowerCase()}`, action.id, action),
      ),
    ]),
    ...evidence.flatMap((piece) => one('evidence', piece.number, piece.id, piece)),
    ...planSlots.flatMap((slot) => one('planSlot', `Plan: ${slot.title || 'a slot'}`, slot.id, slot)),
    ...meetings.flatMap((meeting) => one('meeting', meeting.title || meetingKinds[meeting.kind], meeting.id, meeting)),
    ...notes.flatMap((note) => one('note', `Line ${note.line} of the notes`, note.id, note)),
    ...one('conclusion', 'Conclusions', '', conclusion),
    ...one('houseLayout', 'The layout', '', shortHashes(model.houseLayout)),
  ];
}

function say(noun: Noun, field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => say(noun, field, one)).join(', ');
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? (wordsOf(noun, field)?.[value] ?? value) : JSON.stringify(value);
}

/** Whether a field holds prose: longer than one line may be. Prose is reworded, whatever its length. */
function isProse(noun: Noun, field: string): boolean {
  const shape = nouns[noun].shape as Record<string, { safeParse: (value: unknown) => { success: boolean } }>;
  return shape[field]?.safeParse('x'.repeat(longestLine + 1)).success === true;
}

/** What happened to one field; undefined where it says the same. */
function differenceOf(noun: Noun, field: string, before: unknown, after: unknown): string | undefined {
  const [was, is] = [say(noun, field, before), say(noun, field, after)];
  if (was === is) return undefined;
  const name = names[field] ?? plainName(field);
  if (isProse(noun, field) || Math.max(was.length, is.length) > longestValue || /\n/.test(was + is)) {
    if (was.trim() === '') return `${name} was written`;
    return is.trim() === '' ? `${name} was emptied` : `${name} was reworded`;
  }
  if (was.trim() === '') return `${name} is now “${is}”`;
  return is.trim() === '' ? `${name} was “${was}” and is empty` : `${name} was “${was}” and is “${is}”`;
}

/** What people want to know of a new record beside its name. */
function heading({ noun, fields }: Compared): string {
  if (noun === 'finding') return shorten(findingHeading(fields as never));
  const words = fields.title ?? fields.text ?? '';
  return typeof words === 'string' ? shorten(words) : '';
}

function added(record: Compared): string {
  const about = heading(record);
  return `${record.name} is new${about === '' || record.name.includes(about) ? '' : `: ${about}`}.`;
}

const removed = ({ noun, name }: Compared) => `${name} was ${noun === 'finding' ? 'withdrawn' : 'taken out'}.`;

function changed(before: Compared, after: Compared): string[] {
  const fields = Object.keys(nouns[after.noun].shape).filter((field) => !silent.has(field));
  // The evidence that a question shows belongs to it, although it is a record of links.
  if (after.noun === 'checklistItem') fields.push('text', 'evidence');
  const found = fields.flatMap((field) => {
    // A field that the earlier version did not have yet was not changed by anybody.
    if (!(field in before.fields) || !(field in after.fields)) return [];
    return differenceOf(after.noun, field, before.fields[field], after.fields[field]) ?? [];
  });
  return found.length === 0 ? [] : [`${after.name}: ${found.join('; ')}.`];
}

/**
 * What a report differs in from an earlier version of it, in the order of the report. `before` is read as far as it can
 * be: it may have been written by an earlier version of the product.
 */
export function compareModels(before: unknown, after: ReportModel): string[] {
  const earlier = new Map(recordsOf(before as Readable).map((record) => [record.key, record]));
  const sentences: string[] = [];
  for (const record of recordsOf(after)) {
    const same = earlier.get(record.key);
    earlier.delete(record.key);
    sentences.push(...(same ? changed(same, record) : [added(record)]));
  }
  for (const record of earlier.values()) sentences.push(removed(record));
  if (sentences.length <= mostSentences) return sentences;
  return [...sentences.slice(0, mostSentences), `${sentences.length - mostSentences} more records differ.`];
}
