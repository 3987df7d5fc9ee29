// A small audit that the gate lets pass, made through the calls that the page uses.
import type { Api } from '../../shared/rpc/client.ts';

/** What a test needs of a ready audit. */
export interface ReadyAudit {
  audit: string;
  ref: string;
  item: string;
  finding: string;
  evidence: string;
  action: string;
}

export const lead = 'Ines Example';
export const reviewer = 'Otto Sample';

/** Works under another name from now on. */
export const actAs = (api: Api, name: string) => api.call('settings.write', { name });

/** An audit with one nonconformity that nothing stands against but its review. `proof` is a file for the evidence; without
 * one it is made of a line of the notes. */
export async function aReadyAudit(
  api: Api,
  proof?: { path: string },
  type: 'internal' | 'stage-2' = 'stage-2',
): Promise<ReadyAudit> {
  await actAs(api, lead);
  const { id: audit, ref } = await api.call('audits.create', {
    title: 'A ready audit',
    type,
    organization: 'Invented Ltd',
    requirements: ['8.4'],
    leftOutReason: 'Seen in the audits of the two years before.',
    team: [{ name: lead, role: 'lead-auditor', independence: 'No ties; declared.', competence: 'Auditor.' }],
    proposals: false,
    distribution: 'The client',
    reviewer,
  });
  const [first, ...others] = (await api.call('audits.open', { audit })).checklist;
  const item = first?.id ?? '';
  for (const { id } of others)
    await api.call('checklist.update', { audit, item: id, fields: { verdict: 'conforms', notes: 'Seen.' } });
  await api.call('checklist.update', {
    audit,
    item,
    fields: { verdict: 'nonconforming', notes: 'Not redone [F-001].' },
  });
  const evidence = proof
    ? (await api.call('evidence.add', { audit, files: [proof], items: [item] }))[0]
    : await api.call('notes.toEvidence', {
        audit,
        notes: [(await api.call('notes.add', { audit, text: '#8.4 CHG-107 has no assessment' })).id],
        items: [item],
        fields: {},
      });
  const finding = await api.call('findings.create', {
    audit,
    fields: {
      grade: 'minor',
      requirement: '[8.4]: assessments are redone when a system changes.',
      evidence: 'The log shows one change of model without an assessment, 1 of 3 sampled of 9 [E-001].',
      nature: 'For one of three sampled changes the assessment was not redone.',
      gradeReason: 'One of three changes; the two others were assessed in time.',
      requirements: ['8.4'],
      item,
    },
    evidenceIds: [evidence?.id ?? ''],
  });
  const action = await api.call('actions.create', { audit, fields: { finding: finding.id, text: 'Redo it.' } });
  await api.call('soa.update', { audit, fields: { version: '2.1', date: '2026-09-30' } });
  await api.call('conclusions.update', {
    audit,
    fields: { conformity: 'Conforms but for [F-001].', acceptedAt: '2026-11-20T16:00:00+01:00', acceptedBy: lead },
  });
  return { audit, ref, item, finding: finding.id, evidence: evidence?.id ?? '', action: action.id };
}

/** Takes a ready audit through its review. */
export async function letGo(api: Api, audit: string): Promise<void> {
  await api.call('audits.update', { audit, fields: { status: 'in-review' } });
  await actAs(api, reviewer);
  await api.call('reports.release', { audit });
  await actAs(api, lead);
}
