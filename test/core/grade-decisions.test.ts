import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { anAudit, anEngine } from '../support/workspace.ts';

const answers = { unfulfilled: 'yes', capabilityInDoubt: 'yes', systemic: 'no', affected: 1, examined: 3 } as const;

async function aFinding() {
  const { api } = await anEngine();
  await api.call('settings.write', { name: 'Ada Auditor' });
  const { ref } = await anAudit(api, ['Q-8.4-01']);
  const { id: finding } = await api.call('findings.create', {
    audit: ref,
    fields: { grade: 'minor', gradeReason: 'One case.' },
  });
  const read = async () => {
    const { findings, gradeDecisions } = await api.call('audits.open', { audit: ref });
    return { finding: findings[0], decisions: gradeDecisions };
  };
  const grade = (decision: object, id?: string) =>
    api.call('findings.grade', { audit: ref, finding, decision: decision as never, ...(id ? { id } : {}) });
  const undoLast = async () => {
    const [change] = await api.call('changes.list', { audit: ref, limit: 1 });
    await api.call('changes.undo', { audit: ref, change: change?.id ?? '' });
  };
  return { api, ref, finding, read, grade, undoLast };
}

describe('decisions on a grade', () => {
  it('sets grade and reason and keeps the answers, with who and when; undo takes back the whole step', async () => {
    const { read, grade, undoLast } = await aFinding();
    await grade({ grade: 'major', reason: 'People were exposed.', ...answers });
    const { finding, decisions } = await read();
    expect(finding).toMatchObject({ grade: 'major', gradeReason: 'People were exposed.' });
    expect(decisions).toMatchObject([
      { from: 'minor', grade: 'major', reason: 'People were exposed.', decidedBy: 'Ada Auditor', ...answers },
    ]);
    expect(decisions[0]?.decidedAt).not.toBeNull();
    await undoLast();
    expect(await read()).toMatchObject({ finding: { grade: 'minor', gradeReason: 'One case.' }, decisions: [] });
  });

  it('is no regrade where the first decision keeps the grade', async () => {
    const { read, grade } = await aFinding();
    await grade({ grade: 'minor', reason: 'One case.', unfulfilled: 'yes' });
    await grade({ grade: 'minor', reason: 'Still one.', unfulfilled: 'yes' });
    expect((await read()).decisions.map(({ from }) => from)).toEqual(['', 'minor']);
  });

  it('records a grade that was only changed, and one that was taken back from the history', async () => {
    const { api, ref, finding, read } = await aFinding();
    await api.call('findings.update', { audit: ref, finding, fields: { title: 'T' } });
    expect((await read()).decisions).toEqual([]);
    await api.call('findings.update', { audit: ref, finding, fields: { grade: 'observation', title: 'U' } });
    expect((await read()).decisions).toMatchObject([{ from: 'minor', grade: 'observation', reason: '' }]);
    const all = await api.call('changes.list', { audit: ref, record: finding });
    const change = all.find(({ fields }) => 'grade' in fields)?.id ?? '';
    await api.call('changes.undo', { audit: ref, change, fields: ['grade'] });
    expect((await read()).decisions.map((one) => [one.from, one.grade])).toEqual([
      ['minor', 'observation'],
      ['observation', 'minor'],
    ]);
  });

  it('goes with its finding and comes back with it', async () => {
    const { api, ref, finding, read, grade, undoLast } = await aFinding();
    await grade({ grade: 'major', reason: 'R', ...answers });
    await api.call('findings.remove', { audit: ref, finding });
    expect((await read()).decisions).toEqual([]);
    await undoLast();
    expect((await read()).decisions).toHaveLength(1);
  });

  it('answers a repeated call with what is stored, and refuses more cases than were examined', async () => {
    const { read, grade } = await aFinding();
    const id = uuidv7();
    await grade({ grade: 'major', reason: 'R' }, id);
    await grade({ grade: 'major', reason: 'R' }, id);
    expect((await read()).decisions).toHaveLength(1);
    await expect(grade({ grade: 'minor', affected: 4, examined: 3 })).rejects.toThrow('4 of 3');
    expect((await read()).finding?.grade).toBe('major');
  });
});
