// What people call the record a step is about, and the room it is at home in.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { RecordInStep } from '../../../shared/contract/changes.ts';
import type { Noun } from '../../../shared/domain/nouns.ts';
import { gradeNames, meetingKinds } from './values.ts';
import { hrefToRoom, type RoomId } from '../../api/addresses.ts';
import { texts } from './texts.ts';

const shortest = 48;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** A text of one line, cut at a word where it is long. */
export function shorten(text: string, most = shortest): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most) + 1 || most).trimEnd()} …`;
}

/** The records of the open audit by their ids, with what names them. */
export function indexRecords(audit: OpenAudit): ReadonlyMap<string, { noun: Noun; name: string }> {
  const lists: [Noun, readonly { id: string }[]][] = [
    ['checklistItem', audit.checklist],
    ['evidence', audit.evidence],
    ['finding', audit.findings],
    ['soaEntry', audit.soa.entries],
    ['aiSystem', audit.aiSystems],
    ['teamMember', audit.team],
    ['note', audit.notes],
    ['planSlot', audit.planSlots],
    ['meeting', audit.meetings],
    ['action', audit.actions],
    ['gradeDecision', audit.gradeDecisions],
    ['auditGrade', audit.auditGrades],
    ['reviewComment', audit.reviewComments],
    ['signature', audit.signatures],
    ['reportIssue', audit.reportIssues],
    ['audit', [audit.audit]],
    ['organization', [audit.organization]],
    ['conclusion', [audit.conclusion]],
    ['soa', [audit.soa]],
  ];
  const index = new Map<string, { noun: Noun; name: string }>();
  for (const [noun, list] of lists)
    for (const record of list) index.set(record.id, { noun, name: nameOf(noun, { ...record }, index) });
  return index;
}

type Names = ReadonlyMap<string, { name: string }>;

/** What people call a record, from what it is known by. */
export function nameOf(noun: Noun, about: Record<string, unknown>, names: Names): string {
  const of = (field: string) => textOf(about[field]);
  const named = (id: string, otherwise: Noun) => names.get(id)?.name ?? texts.nouns[otherwise];
  switch (noun) {
    case 'checklistItem':
      return of('questionId') || of('requirement');
    case 'evidence':
    case 'finding':
      return of('number') || texts.nouns[noun];
    case 'soaEntry':
      return of('control');
    case 'aiSystem':
    case 'teamMember':
    case 'organization':
      return shorten(of('name')) || texts.nouns[noun];
    case 'note':
      return texts.quoted(shorten(of('text')));
    case 'link':
      return texts.linkOf(named(of('evidence'), 'evidence'), named(of('target'), of('noun') as Noun));
    case 'noteLink':
      return texts.linkOf(named(of('note'), 'note'), named(of('target'), of('noun') as Noun));
    case 'action':
    case 'gradeDecision':
      return texts.forRecord(texts.nouns[noun], named(of('finding'), 'finding'));
    case 'reviewComment':
      return of('noun') === 'finding'
        ? texts.forRecord(texts.nouns[noun], named(of('target'), 'finding'))
        : `the ${texts.nouns[noun]}`;
    case 'signature':
      return texts.ofPerson(texts.nouns[noun], shorten(of('name')));
    case 'reportIssue':
      return texts.numbered(texts.nouns[noun], about.version);
    case 'houseLayout':
      return texts.quoted(shorten(of('name')));
    case 'dueRule':
      return texts.forRecord(texts.nouns[noun], gradeNames[of('grade')] ?? of('grade'));
    case 'switchedRule':
      return texts.quoted(of('rule').replaceAll('-', ' '));
    case 'auditGrade':
      return texts.quoted(shorten(of('label')) || texts.nouns[noun]);
    case 'sample':
      return texts.forRecord(texts.nouns.sample, named(of('item'), 'checklistItem'));
    case 'planSlot':
      return texts.quoted(shorten(of('title')) || texts.nouns.planSlot);
    case 'meeting':
      return texts.quoted(shorten(of('title')) || (meetingKinds[of('kind')] ?? texts.nouns.meeting));
    case 'audit':
    case 'soa':
    case 'conclusion':
      break;
  }
  return `the ${texts.nouns[noun]}`;
}

const rooms: Record<Noun, RoomId> = {
  organization: 'overview',
  audit: 'overview',
  aiSystem: 'systems',
  teamMember: 'overview',
  soa: 'applicability',
  soaEntry: 'applicability',
  checklistItem: 'checklist',
  sample: 'checklist',
  note: 'notes',
  noteLink: 'notes',
  evidence: 'evidence',
  link: 'evidence',
  finding: 'findings',
  action: 'findings',
  conclusion: 'report',
  planSlot: 'plan',
  meeting: 'plan',
  gradeDecision: 'findings',
  auditGrade: 'overview',
  dueRule: 'findings',
  houseLayout: 'report',
  switchedRule: 'findings',
  reviewComment: 'report',
  signature: 'report',
  reportIssue: 'report',
};

/** The address of the room where a record is at home, at the record itself where it is still there. */
export function hrefOfRecord(ref: string, { noun, recordId, about }: RecordInStep, names: Names): string {
  const home: Partial<Record<Noun, unknown>> = {
    soaEntry: about.control,
    evidence: about.number,
    finding: about.number,
    link: names.get(textOf(about.evidence))?.name,
    action: names.get(textOf(about.finding))?.name,
    gradeDecision: names.get(textOf(about.finding))?.name,
    sample: about.item,
    checklistItem: recordId,
    note: recordId,
    noteLink: about.note,
    aiSystem: recordId,
    planSlot: recordId,
    meeting: recordId,
  };
  const key = textOf(home[noun]);
  return hrefToRoom(ref, rooms[noun], key === '' ? undefined : key);
}
