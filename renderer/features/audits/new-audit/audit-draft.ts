// A new audit while its form is filled in: a plain object that the browser keeps until the audit is made.
import { v7 as uuidv7 } from 'uuid';
import type { AiSystemFields } from '../../../../shared/domain/ai-systems.ts';
import type { TeamMemberFields } from '../../../../shared/domain/team-members.ts';
import { keysOf, type SystemRole, systemRoles } from '../../../../shared/domain/vocabulary.ts';

export type MemberDraft = { id: string } & Pick<TeamMemberFields, 'name' | 'role'>;
export type SystemDraft = { id: string } & Pick<AiSystemFields, 'name' | 'role' | 'lifecycle' | 'impact' | 'sampled'>;

/** Requirements chosen by hand, and the template that was chosen at that time. */
export interface ScopeChoice {
  requirements: string[];
  template: string;
}

/** All ids are made with the draft: creating it again after a lost answer makes nothing twice. */
export interface AuditDraft {
  id: string;
  title: string;
  /** Hash of a catalogue, id of a template, id of an edition of the guidance; empty means the first on offer. */
  catalogue: string;
  template: string;
  guideline: string;
  organization: string;
  startsOn: string;
  endsOn: string;
  objectives: string;
  scope: string;
  criteria: string;
  sites: string;
  remoteShare: string;
  team: MemberDraft[];
  aiRoles: SystemRole[];
  systems: SystemDraft[];
  /** Null: the requirements of the template. */
  choice: ScopeChoice | null;
  /** Null: the reason that the template gives. */
  leftOutReason: string | null;
  proposals: boolean;
}

/** An empty draft with the person at work as its lead auditor. */
export function createDraft(me: string): AuditDraft {
  return {
    id: uuidv7(),
    title: '',
    catalogue: '',
    template: '',
    guideline: '',
    organization: '',
    startsOn: '',
    endsOn: '',
    objectives: '',
    scope: '',
    criteria: '',
    sites: '',
    remoteShare: '',
    team: me === '' ? [] : [{ id: uuidv7(), name: me, role: 'lead-auditor' }],
    aiRoles: keysOf(systemRoles),
    systems: [],
    choice: null,
    leftOutReason: null,
    proposals: true,
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

/** The draft that was left unfinished, if any. What an older page did not keep is as in a new draft. */
export function readDraft(): AuditDraft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(draftKey) ?? 'null') as Partial<AuditDraft> | null;
    return kept ? { ...createDraft(''), ...kept } : undefined;
  } catch {
    return undefined;
  }
}
