// Invented people, systems, notes and times for models of reports.
import type { AiSystemRecord } from '../../shared/contract/records.ts';
import { evidenceKinds, keysOf, type Verdict } from '../../shared/domain/vocabulary.ts';

export const at = (minute: number) => {
  const day = 16 + (Math.floor(minute / 480) % 3);
  const hour = 9 + (Math.floor(minute / 60) % 8);
  const clock = `${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
  return `2026-11-${day}T${clock}+01:00`;
};
export const recordId = (kind: number, position: number) =>
  `0193a000-${String(kind).padStart(4, '0')}-7000-8000-${String(position).padStart(12, '0')}`;
export const pick = <T>(list: readonly T[], position: number): T => list[position % list.length] as T;
export const people = ['Head of claims (role)', 'Model owner (role)', 'Data steward (role)', 'Operations lead (role)'];
export const auditors = ['Ada Beispiel (invented)', 'Bo Muster (invented)'];

export const notes = [
  'Shown in the portal and explained step by step. The owner opened the record without being prompted and could say who decided, when and on which grounds [E-001].',
  'Two of three sampled cases complete. The third was opened before the present procedure and carries the older form; the difference is explained in the file.',
  'The procedure is known to the people asked. It names criteria, but the record of the last run does not say which of them were met. See [E-002] and the clause on operation [8.1].',
  'Seen live on a shared screen: version, date, approver and the link to the risk treatment plan. Nothing was missing in the period looked at.',
];
export const reasons: Partial<Record<Verdict, string>> = {
  nonconforming: 'The step that the organisation itself defines was not done for one of three sampled systems.',
  improvement: 'Works, but depends on one person; a deputy would make it robust.',
  'not-applicable': 'Excluded by the Statement of Applicability with a reason that holds.',
  'not-audited': 'The responsible person was not available during the three days; planned for the next audit.',
};
export const verdictCycle: Verdict[] = [
  ...Array<Verdict>(14).fill('conforms'),
  'improvement',
  ...Array<Verdict>(9).fill('conforms'),
  'nonconforming',
  ...Array<Verdict>(6).fill('conforms'),
  'not-audited',
];

export const otherKinds = keysOf(evidenceKinds).filter((kind) => kind !== 'photo' && kind !== 'screenshot');

export const systems: AiSystemRecord[] = [
  ['Claims triage', 'Sorts incoming claims by urgency and expected effort.', 'producer', 'operation', 'high', true],
  ['Broker assist', 'Drafts answers to brokers from the product handbook.', 'provider', 'deployment', 'medium', true],
  ['Fraud flag', 'Marks claims for a second look; bought as a service.', 'customer', 'operation', 'high', true],
  ['Photo damage estimate', 'Estimates repair costs from photos; in pilot.', 'producer', 'verification', 'high', false],
].map(([name, purpose, role, lifecycle, impact, sampled], position) => ({
  id: recordId(2, position),
  name: name as string,
  purpose: purpose as string,
  role: role as AiSystemRecord['role'],
  lifecycle: lifecycle as AiSystemRecord['lifecycle'],
  impact: impact as AiSystemRecord['impact'],
  owner: pick(people, position),
  supplier: role === 'customer' ? 'Invented Detection Ltd' : '',
  inScope: true,
  sampled: sampled as boolean,
  samplingReason: sampled
    ? 'High impact on claimants, changed within the year.'
    : 'Not yet in use; seen in documents only.',
}));
