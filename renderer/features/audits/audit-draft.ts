// A new audit while its form is filled in: a plain object, its checks, and the calls that make it.
import { v7 as uuidv7 } from 'uuid';
import type { Input } from '../../../shared/contract/contract.ts';
import type { AuditType } from '../../../shared/domain/vocabulary.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import { formTexts } from './texts.ts';

export type MemberDraft = { id: string } & Required<Pick<Input<'teamMembers.create'>['fields'], 'name' | 'role'>>;
export type SystemDraft = { id: string } & Required<
  Pick<Input<'aiSystems.create'>['fields'], 'name' | 'role' | 'lifecycle' | 'impact' | 'sampled'>
>;

/** All ids are made with the draft: creating it again after a lost answer makes nothing twice. */
export interface AuditDraft {
  id: string;
  title: string;
  type: AuditType;
  organization: string;
  startsOn: string;
  endsOn: string;
  objectives: string;
  scope: string;
  criteria: string;
  sites: string;
  remoteShare: string;
  team: MemberDraft[];
  systems: SystemDraft[];
}

/** An empty draft with the person at work as its lead auditor. */
export function createDraft(me: string): AuditDraft {
  return {
    id: uuidv7(),
    title: '',
    type: 'internal',
    organization: '',
    startsOn: '',
    endsOn: '',
    objectives: '',
    scope: '',
    criteria: '',
    sites: '',
    remoteShare: '',
    team: me === '' ? [] : [{ id: uuidv7(), name: me, role: 'lead-auditor' }],
    systems: [],
  };
}

/** A team member without a name yet. */
export const createMember = (): MemberDraft => ({ id: uuidv7(), name: '', role: 'auditor' });

/** An AI system without a name yet. */
export const createSystem = (): SystemDraft => ({
  id: uuidv7(),
  name: '',
  role: 'provider',
  lifecycle: 'operation',
  impact: 'unknown',
  sampled: true,
});

/** What is wrong, by the field it is wrong in; rows by their id. */
export function checkDraft(draft: AuditDraft): Record<string, string> {
  const { errors } = formTexts;
  const share = Number(draft.remoteShare);
  return {
    ...(draft.title.trim() === '' && { title: errors.title }),
    ...(draft.organization.trim() === '' && { organization: errors.organization }),
    ...(draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn && { dates: errors.dates }),
    ...((!Number.isInteger(share) || share < 0 || share > 100) && { remoteShare: errors.remote }),
    ...Object.fromEntries(draft.team.filter(({ name }) => !name.trim()).map(({ id }) => [id, errors.member])),
    ...Object.fromEntries(draft.systems.filter(({ name }) => !name.trim()).map(({ id }) => [id, errors.system])),
  };
}

/** Makes the audit, its team and its AI systems. Answers with the reference. */
export async function createFromDraft(api: Api, draft: AuditDraft): Promise<string> {
  const { id, title, type, organization, startsOn, endsOn, objectives, scope, criteria, sites } = draft;
  const { ref } = await api.call('audits.create', {
    id,
    title: title.trim(),
    type,
    organization: organization.trim(),
    startsOn: startsOn || null,
    endsOn: endsOn || null,
    objectives,
    scope,
    criteria,
    sites,
    remoteShare: draft.remoteShare === '' ? null : Number(draft.remoteShare),
  });
  for (const { id: member, ...fields } of draft.team) {
    await api.call('teamMembers.create', { audit: id, id: member, fields });
  }
  for (const { id: system, ...fields } of draft.systems) {
    await api.call('aiSystems.create', { audit: id, id: system, fields });
  }
  return ref;
}

const draftKey = 'plumbline.new-audit';

/** Keeps the draft in this browser until the audit is made; undefined forgets it. */
export function keepDraft(draft: AuditDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(draftKey, JSON.stringify(draft));
    else sessionStorage.removeItem(draftKey);
  } catch {
    // A browser that keeps nothing for pages; the form still has it.
  }
}

/** The draft that was left unfinished, if any. */
export function readDraft(): AuditDraft | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(draftKey) ?? 'null') as AuditDraft | null) ?? undefined;
  } catch {
    return undefined;
  }
}
