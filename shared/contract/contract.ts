import type { z } from 'zod';
import { actionsContract } from './actions.ts';
import { adviceRulesContract } from './advice-rules.ts';
import { aiSystemsContract } from './ai-systems.ts';
import { auditGradesContract } from './audit-grades.ts';
import { auditsContract } from './audits.ts';
import { backupsContract } from './backups.ts';
import { cataloguesContract } from './catalogues.ts';
import { changesContract } from './changes.ts';
import { checklistContract } from './checklist.ts';
import { conclusionsContract } from './conclusions.ts';
import { dueRulesContract } from './due-rules.ts';
import { evidenceContract } from './evidence.ts';
import { findingsContract } from './findings.ts';
import { hostContract } from './host.ts';
import { houseLayoutsContract } from './house-layouts.ts';
import { licensedTextsContract } from './licensed-texts.ts';
import { linksContract } from './links.ts';
import { meetingsContract } from './meetings.ts';
import { noteLinksContract } from './note-links.ts';
import { notesContract } from './notes.ts';
import { planSlotsContract } from './plan-slots.ts';
import { reportsContract } from './reports.ts';
import { reviewCommentsContract } from './review-comments.ts';
import { samplesContract } from './samples.ts';
import { sealedContract } from './sealed.ts';
import { searchContract } from './search.ts';
import { signaturesContract } from './signatures.ts';
import { soaContract } from './soa.ts';
import { teamMembersContract } from './team-members.ts';
import { workspaceContract } from './workspace.ts';

/** Every call there is. Input checking, client types, handler map and `methods` come from this one table. */
export const contract = {
  ...workspaceContract,
  ...backupsContract,
  ...sealedContract,
  ...cataloguesContract,
  ...licensedTextsContract,
  ...auditsContract,
  ...auditGradesContract,
  ...aiSystemsContract,
  ...teamMembersContract,
  ...planSlotsContract,
  ...meetingsContract,
  ...soaContract,
  ...checklistContract,
  ...samplesContract,
  ...notesContract,
  ...noteLinksContract,
  ...evidenceContract,
  ...linksContract,
  ...findingsContract,
  ...actionsContract,
  ...dueRulesContract,
  ...houseLayoutsContract,
  ...adviceRulesContract,
  ...conclusionsContract,
  ...reviewCommentsContract,
  ...signaturesContract,
  ...reportsContract,
  ...searchContract,
  ...changesContract,
  ...hostContract,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
/** What a caller sends. */
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** What a handler gets, after the gate has parsed it. */
export type Parsed<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;
export type Handlers = { readonly [M in Method]: (input: Parsed<M>) => Output<M> | Promise<Output<M>> };

/** Whether a name is a call of the contract. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}
