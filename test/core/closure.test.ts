import { describe, expect, it } from 'vitest';
import { anEngine } from '../support/workspace.ts';

async function aNonconformity(type: 'internal' | 'stage-2' = 'stage-2') {
  const { api } = await anEngine();
  await api.call('settings.write', { name: 'Ada Auditor' });
  const { ref } = await api.call('audits.create', {
    title: 'T',
    type,
    organization: 'Invented Ltd',
    endsOn: '2026-10-15',
    questions: ['Q-8.4-01'],
  });
  const { id: finding } = await api.call('findings.create', { audit: ref, fields: { grade: 'major' } });
  const add = (fields: object = {}) =>
    api.call('actions.create', { audit: ref, fields: { finding, kind: 'corrective-action', ...fields } });
  const read = () => api.call('audits.open', { audit: ref });
  const undoLast = async () => {
    const [change] = await api.call('changes.list', { audit: ref, limit: 1 });
    await api.call('changes.undo', { audit: ref, change: change?.id ?? '' });
  };
  return { api, ref, finding, add, read, undoLast };
}

describe('the time limits', () => {
  it('propose due dates with their basis, unless a date is given', async () => {
    const { add } = await aNonconformity();
    expect(await add()).toMatchObject({ dueOn: '2027-01-13', effectivenessDueOn: '2027-04-13' });
    expect((await add()).dueBasis).toMatch(/^90 days after the last day of the audit\. Practice/);
    expect(await add({ dueOn: '2026-11-01' })).toMatchObject({ dueOn: '2026-11-01', dueBasis: '' });
    expect(await add({ kind: 'correction' })).toMatchObject({ dueOn: '2026-11-14', effectivenessDueOn: null });
  });

  it('propose nothing where no figure is set, and what the workspace set where one is', async () => {
    const { api, add } = await aNonconformity('internal');
    expect(await add()).toMatchObject({ dueOn: null, dueBasis: '' });
    const rule = { auditType: 'internal', grade: 'major', step: 'action', days: 10, basis: 'Procedure QP-4.' } as const;
    expect(await api.call('dueRules.set', rule)).toEqual({ ...rule, isUsual: false });
    expect(await add()).toMatchObject({
      dueOn: '2026-10-25',
      dueBasis: '10 days after the last day of the audit. Procedure QP-4.',
    });
  });

  it('forget a rule that is set back to what it was', async () => {
    const { api } = await aNonconformity();
    const before = await api.call('dueRules.list', {});
    const { isUsual: _isUsual, ...first } = before[0] as (typeof before)[number];
    await api.call('dueRules.set', { ...first, days: 7 });
    expect((await api.call('dueRules.list', {}))[0]).toMatchObject({ days: 7, isUsual: false });
    await api.call('dueRules.set', first);
    expect(await api.call('dueRules.list', {})).toEqual(before);
  });
});

describe('an action on its way to closure', () => {
  it('keeps who accepted, verified and closed it and when; a step back takes that with it', async () => {
    const { api, ref, add, read, undoLast } = await aNonconformity();
    const { id: action } = await add();
    const set = (fields: object) => api.call('actions.update', { audit: ref, action, fields });
    expect(await set({ status: 'accepted' })).toMatchObject({ acceptedBy: 'Ada Auditor', verifiedBy: '' });
    const verified = await set({ status: 'verified', verifiedOn: '2026-12-01', verifiedBy: 'Bo' });
    expect(verified).toMatchObject({ acceptedBy: 'Ada Auditor', verifiedOn: '2026-12-01', verifiedBy: 'Bo' });
    expect(await set({ effective: 'yes' })).toMatchObject({ effectivenessBy: 'Ada Auditor' });
    expect(await set({ status: 'closed' })).toMatchObject({ closedBy: 'Ada Auditor', verifiedBy: 'Bo' });
    expect(await set({ status: 'open' })).toMatchObject({ acceptedOn: null, verifiedBy: '', closedOn: null });
    await undoLast();
    expect((await read()).actions[0]).toMatchObject({ status: 'closed', verifiedBy: 'Bo', closedBy: 'Ada Auditor' });
  });

  it('takes the links of its evidence with it, and so does its finding', async () => {
    const { api, ref, finding, add, read, undoLast } = await aNonconformity();
    const { id: target } = await add();
    const { id: note } = await api.call('notes.add', { audit: ref, text: 'Shown the new gate.' });
    const proof = await api.call('notes.toEvidence', { audit: ref, notes: [note], fields: {} });
    const fields = { evidence: proof.id, noun: 'action', target } as const;
    const toAction = async () => (await read()).links.filter(({ noun }) => noun === 'action');
    await api.call('links.create', { audit: ref, fields });
    await api.call('actions.remove', { audit: ref, action: target });
    expect(await toAction()).toEqual([]);
    await undoLast();
    expect(await toAction()).toHaveLength(1);
    await api.call('findings.remove', { audit: ref, finding });
    expect(await toAction()).toEqual([]);
    await undoLast();
    expect(await toAction()).toHaveLength(1);
  });
});
