// Which call changes a record of which noun, and by what name the call knows the record.
import type { Method } from '../../shared/contract/contract.ts';
import type { FieldsOf, Noun } from '../../shared/domain/nouns.ts';

const calls = {
  audit: { method: 'audits.update' },
  organization: { method: 'audits.updateOrganization' },
  aiSystem: { method: 'aiSystems.update', key: 'aiSystem' },
  auditGrade: { method: 'auditGrades.update', key: 'auditGrade' },
  teamMember: { method: 'teamMembers.update', key: 'teamMember' },
  soa: { method: 'soa.update' },
  soaEntry: { method: 'soa.updateEntry', key: 'control', named: 'control' },
  checklistItem: { method: 'checklist.update', key: 'item' },
  sample: { method: 'samples.update', key: 'sample' },
  evidence: { method: 'evidence.update', key: 'evidence' },
  finding: { method: 'findings.update', key: 'finding' },
  action: { method: 'actions.update', key: 'action' },
  conclusion: { method: 'conclusions.update' },
  planSlot: { method: 'planSlots.update', key: 'planSlot' },
  reviewComment: { method: 'reviewComments.update', key: 'reviewComment' },
  meeting: { method: 'meetings.update', key: 'meeting' },
} as const satisfies Partial<Record<Noun, { method: Method; key?: string; named?: string }>>;

/** The nouns whose records the page may edit in place. */
export type EditableNoun = keyof typeof calls;
type UpdateMethod = (typeof calls)[EditableNoun]['method'];
export type Patch<N extends EditableNoun> = { [K in keyof FieldsOf<N>]?: FieldsOf<N>[K] };

/** The call that changes fields of a record, with its input but for `audit`, `base` and `step`. */
export function updateCall(
  noun: EditableNoun,
  record: { id: string } & Record<string, unknown>,
  fields: Record<string, unknown>,
): { method: UpdateMethod; input: Record<string, unknown> } {
  const call: { method: UpdateMethod; key?: string; named?: string } = calls[noun];
  const name = call.named === undefined ? record.id : record[call.named];
  return { method: call.method, input: { ...(call.key === undefined ? {} : { [call.key]: name }), fields } };
}
