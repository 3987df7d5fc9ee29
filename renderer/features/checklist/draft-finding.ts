// A finding about one question or several, with everything filled in that is known there. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Input } from '../../../shared/contract/contract.ts';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue, Requirement } from '../../../shared/domain/catalogue.ts';
import { referencesIn } from '../../../shared/domain/references.ts';
import { exceptionsOf, sampleLine } from '../../../shared/domain/samples.ts';
import { withScale } from '../../../shared/domain/audit-grades.ts';
import { gradeForVerdict, templateOf } from '../../../shared/domain/templates.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import type { QuestionOf } from './checklist-view.ts';
import { texts } from './texts.ts';

type Known = Pick<OpenAudit, 'audit' | 'auditGrades' | 'aiSystems' | 'samples' | 'links' | 'evidence'>;

/** A question with its requirement. */
export interface Asked {
  requirement: Requirement;
  item: ChecklistItemRecord;
}

const linkIndexes = new WeakMap<OpenAudit['links'], Map<string, Set<string>>>();
const places = new WeakMap<OpenAudit['evidence'], Map<string, number>>();

/** The ids of the evidence that is linked to each record. Made once per state of the links. */
function linkIndex(links: OpenAudit['links']): Map<string, Set<string>> {
  const known = linkIndexes.get(links);
  if (known) return known;
  const index = new Map<string, Set<string>>();
  for (const { target, evidence } of links) {
    const linked = index.get(target);
    if (linked) linked.add(evidence);
    else index.set(target, new Set([evidence]));
  }
  linkIndexes.set(links, index);
  return index;
}

/** Where each piece of evidence stands. Made once per state of the register. */
function placesOf(evidence: OpenAudit['evidence']): Map<string, number> {
  const index = places.get(evidence) ?? new Map(evidence.map(({ id }, place) => [id, place]));
  places.set(evidence, index);
  return index;
}

/** The evidence that is linked to a record of the audit, by number. */
export function evidenceOf(open: Pick<OpenAudit, 'links' | 'evidence'>, target: string): OpenAudit['evidence'] {
  const placeOf = placesOf(open.evidence);
  return [...(linkIndex(open.links).get(target) ?? [])]
    .flatMap((id) => placeOf.get(id) ?? [])
    .toSorted((one, other) => one - other)
    .flatMap((place) => open.evidence[place] ?? []);
}

/** The samples of a question, in their order. */
export function samplesOf(samples: OpenAudit['samples'], item: string): OpenAudit['samples'] {
  return samples
    .filter((sample) => sample.item === item)
    .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

const distinct = <T>(values: readonly T[]) => [...new Set(values)];

/** What was seen at one question: notes, evidence that they do not name yet, samples, people. */
function seenAt(open: Known, item: ChecklistItemRecord): string {
  const own = samplesOf(open.samples, item.id);
  const exceptions = own.flatMap(exceptionsOf);
  const mentioned = new Set(referencesIn([item.notes, ...exceptions].join('\n')));
  const missing = evidenceOf(open, item.id).filter(({ number }) => !mentioned.has(number));
  const notes = [item.notes.trim(), missing.map(({ number }) => `[${number}]`).join(' ')].filter(Boolean).join(' ');
  return [
    notes,
    ...[item.sampled.trim(), ...own.map(sampleLine)].filter(Boolean).map((line) => texts.draftSample(line)),
    exceptions.length === 0 ? '' : texts.draftExceptions(exceptions.join('; ')),
    item.interviewees.length === 0 ? '' : texts.draftPeople(item.interviewees.join(', ')),
  ]
    .filter(Boolean)
    .join('\n');
}

const gravest: readonly Verdict[] = ['nonconforming', 'improvement', 'conforms'];
const gravestOf = (items: readonly ChecklistItemRecord[]): Verdict =>
  gravest.find((verdict) => items.some((item) => item.verdict === verdict)) ?? items[0]?.verdict ?? 'not-started';

/** The call that raises a finding about questions. `item` of the finding is the first of them. */
export function draftFinding(
  open: Known,
  catalogue: Pick<Catalogue, 'standard' | 'templates'>,
  questionOf: QuestionOf,
  asked: readonly Asked[],
): Pick<Input<'findings.create'>, 'fields' | 'evidenceIds'> {
  const { name, edition } = catalogue.standard;
  const items = asked.map(({ item }) => item);
  const systemOf = (item: ChecklistItemRecord) => open.aiSystems.find(({ id }) => id === item.aiSystem)?.name;
  const requirements = distinct(asked.map(({ requirement }) => requirement));
  const required = requirements.map(({ id, title }) => {
    const intents = asked
      .filter(({ requirement }) => requirement.id === id)
      .map(({ item }) => questionOf(item)?.intent);
    return [`${name}:${edition}, ${id} ${title}.`, ...distinct(intents)].filter(Boolean).join(' ');
  });
  const seen = asked.flatMap(({ item }) => {
    const text = seenAt(open, item);
    if (text === '' || asked.length === 1) return text;
    const where = [item.questionId, systemOf(item)].filter(Boolean).join(', ');
    return `${where}: ${text}`;
  });
  return {
    fields: {
      grade: gradeForVerdict(withScale(templateOf(catalogue, open.audit), open.auditGrades), gravestOf(items)),
      requirement: required.join('\n\n'),
      evidence: seen.filter(Boolean).join('\n\n'),
      requirements: requirements.map(({ id }) => id),
      aiSystems: distinct(items.flatMap(({ aiSystem }) => aiSystem ?? [])),
      item: items[0]?.id ?? null,
    },
    evidenceIds: distinct(items.flatMap(({ id }) => evidenceOf(open, id).map((evidence) => evidence.id))),
  };
}
