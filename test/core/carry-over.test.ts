import { describe, expect, it } from 'vitest';
import { anEngine } from '../support/workspace.ts';

async function twoAudits() {
  const { api } = await anEngine();
  const create = (title: string, organization = 'Invented Ltd') =>
    api.call('audits.create', { title, organization, type: 'surveillance', questions: ['Q-8.4-01'] });
  const earlier = await create('Earlier');
  const later = await create('Later');
  const raise = (fields: object) => api.call('findings.create', { audit: earlier.ref, fields: fields as never });
  const open = await raise({
    grade: 'major',
    title: 'Open',
    evidence: 'Seen [E-012] for [8.4].',
    requirements: ['8.4'],
  });
  const closed = await raise({ grade: 'minor', title: 'Closed' });
  await raise({ grade: 'strength', title: 'Good' });
  await api.call('actions.create', { audit: earlier.ref, fields: { finding: closed.id, status: 'closed' } });
  const carry = (from = earlier.ref) => api.call('findings.carryOver', { audit: later.ref, from });
  const read = () => api.call('audits.open', { audit: later.ref });
  return { api, create, earlier, later, open, carry, read };
}

describe('findings of an earlier audit', () => {
  it('come over once while they are open, without references that would mean something else here', async () => {
    const { carry, earlier, open, read } = await twoAudits();
    expect(await carry()).toMatchObject([
      {
        number: 'F-001',
        title: 'Open',
        grade: 'major',
        evidence: `Seen E-012 of ${earlier.ref} for [8.4].`,
        requirements: ['8.4'],
        earlierFinding: open.id,
        earlierReference: `${earlier.ref} F-001`,
        earlierStatus: '',
      },
    ]);
    expect(await carry()).toEqual([]);
    const { findings, audit } = await read();
    expect(findings).toHaveLength(1);
    expect(audit.previousAudit).toBe(earlier.id);
  });

  it('go with one undo', async () => {
    const { api, carry, later, read } = await twoAudits();
    await carry();
    const [change] = await api.call('changes.list', { audit: later.ref, limit: 1 });
    await api.call('changes.undo', { audit: later.ref, change: change?.id ?? '' });
    const { findings, audit } = await read();
    expect([findings, audit.previousAudit]).toEqual([[], null]);
  });

  it('are an open point until they have a status with a reason', async () => {
    const { api, carry, later } = await twoAudits();
    const [finding] = await carry();
    const points = async () =>
      (await api.call('reports.check', { audit: later.ref })).warnings
        .map(({ message }) => message)
        .filter((message) => message.includes('earlier audit'));
    const set = (fields: object) =>
      api.call('findings.update', { audit: later.ref, finding: finding?.id ?? '', fields });
    expect(await points()).toEqual(['F-001 comes from an earlier audit and has no status in this one.']);
    await set({ earlierStatus: 'open' });
    expect(await points()).toEqual(['F-001 comes from an earlier audit; its status has no reason.']);
    await set({ earlierReason: 'Two of three releases.' });
    expect(await points()).toEqual([]);
  });

  it('bring into the report what was agreed on them, as far as it has got by now', async () => {
    const { api, carry, earlier, later, open } = await twoAudits();
    await api.call('actions.create', {
      audit: earlier.ref,
      fields: {
        finding: open.id,
        kind: 'corrective-action',
        text: 'A gate before each release.',
        owner: 'Release lead',
      },
    });
    await carry();
    const { html } = await api.call('reports.preview', { audit: later.ref });
    const told = html.slice(html.indexOf('Agreed in the earlier audit'));
    expect(told).toContain('A gate before each release.');
    expect(told).toContain('Owner Release lead');
  });

  it('are refused from an audit of somebody else, and from itself', async () => {
    const { create, carry, later } = await twoAudits();
    const other = await create('Other', 'Another Ltd');
    await expect(carry(other.ref)).rejects.toThrow('same organisation');
    await expect(carry(later.ref)).rejects.toThrow('same organisation');
  });
});
