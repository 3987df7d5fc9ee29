// From the draft to the one call that makes the audit, and what stands in its way. Pure.
import type { Input } from '../../../../shared/contract/contract.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import type { AuditDraft } from './audit-draft.ts';
import { type Cut, rolesInForce } from './cut-draft.ts';
import { texts } from './texts.ts';

/** What is wrong, by the field it is wrong in; rows by their id. */
export function checkDraft(draft: AuditDraft, cut: Cut | undefined): Record<string, string> {
  const { errors } = texts;
  const share = Number(draft.remoteShare);
  return {
    ...(draft.title.trim() === '' && { title: errors.title }),
    ...(draft.organization.trim() === '' && { organization: errors.organization }),
    ...(draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn && { dates: errors.dates }),
    ...((!Number.isInteger(share) || share < 0 || share > 100) && { remoteShare: errors.remote }),
    ...Object.fromEntries(draft.team.filter(({ name }) => !name.trim()).map(({ id }) => [id, errors.member])),
    ...(draft.aiRoles.length === 0 && { aiRoles: errors.aiRoles }),
    ...Object.fromEntries(draft.systems.filter(({ name }) => !name.trim()).map(({ id }) => [id, errors.system])),
    ...(cut && cut.inScope.length === 0 && { requirements: errors.requirements }),
    ...(cut &&
      cut.inScope.length > 0 &&
      cut.beyondTemplate.length > 0 &&
      cut.reason.trim() === '' && { leftOutReason: errors.leftOutReason }),
  };
}

interface Chosen {
  cut: Cut;
  catalogue: Pick<Catalogue, 'templates'>;
  /** The content hash of the catalogue. */
  hash: string;
  guideline: string;
}

/** What `audits.create` gets: the audit with its team, AI systems and scope, all in one. */
export function inputOf(draft: AuditDraft, { cut, catalogue, hash, guideline }: Chosen): Input<'audits.create'> {
  const { template, reason, inScope } = cut;
  const isInCatalogue = catalogue.templates.some(({ id }) => id === template.id);
  return {
    id: draft.id,
    title: draft.title.trim(),
    type: template.type,
    catalogue: hash,
    ...(isInCatalogue && { template: template.id }),
    guideline,
    organization: draft.organization.trim(),
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
    objectives: draft.objectives,
    scope: draft.scope,
    criteria: draft.criteria,
    sites: draft.sites,
    remoteShare: draft.remoteShare === '' ? null : Number(draft.remoteShare),
    aiRoles: rolesInForce(draft.aiRoles),
    ...(draft.choice && { requirements: inScope }),
    leftOutReason: reason,
    team: draft.team,
    aiSystems: draft.systems,
    proposals: draft.proposals,
  };
}
