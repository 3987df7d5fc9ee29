import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Api } from '../../shared/rpc/client.ts';
import { isAppError } from '../../shared/errors.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

function aList(text: string): { path: string } {
  const file = path.join(aFolder(), 'systems.csv');
  writeFileSync(file, text);
  return { path: file };
}

const read = (api: Api, audit: string) => api.call('audits.open', { audit });
const undoLast = async (api: Api, audit: string) => {
  const [change] = await api.call('changes.list', { audit, limit: 1 });
  await api.call('changes.undo', { audit, change: change?.id ?? '' });
};
async function refusalOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('importing AI systems', () => {
  const list = [
    'AI system,Purpose,Role,Impact,Owner',
    'claims  triage,Sorts claims,Customer,High,Mara Example',
    'Routing,Sends mail on,In between,Low,Ed Example',
    ',nobody knows,,,Someone',
  ].join('\n');

  it('adds, completes and leaves alone, as one step with the file as evidence, and undo takes all of it back', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const known = await api.call('aiSystems.create', {
      audit,
      fields: { name: 'Claims triage', role: 'producer', purpose: 'Written here' },
    });
    const before = await read(api, audit);
    const file = aList(list);
    const preview = await api.call('aiSystems.preview', { audit, file });
    expect(preview.plan).toMatchObject({
      fresh: [{ row: 3, fields: { name: 'Routing', impact: 'low' } }],
      known: [{ aiSystem: known.id, fills: { impact: 'high', owner: 'Mara Example' } }],
    });
    expect(preview.plan.known[0]?.differs.map(({ field }) => field)).toEqual(['purpose', 'role']);
    expect(preview.issues.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 unknown-value', '4 no-name']);
    expect(await read(api, audit)).toEqual(before);

    const done = await api.call('aiSystems.import', {
      audit,
      file,
      choices: {
        take: [{ aiSystem: known.id, fields: ['role'] }],
        words: [{ field: 'role', said: 'In between', value: 'partner' }],
      },
    });
    expect(done).toEqual({ sheet: 'systems.csv', created: 1, updated: 1, skipped: 1, evidence: 'E-001' });
    const after = await read(api, audit);
    expect(after.aiSystems).toMatchObject([
      { name: 'Claims triage', role: 'customer', purpose: 'Written here', impact: 'high', owner: 'Mara Example' },
      { name: 'Routing', role: 'partner', impact: 'low' },
    ]);
    expect(after.evidence).toMatchObject([{ number: 'E-001', originalName: 'systems.csv', kind: 'spreadsheet' }]);

    await undoLast(api, audit);
    const undone = await read(api, audit);
    expect(undone.aiSystems).toEqual(before.aiSystems);
    expect(undone.evidence).toEqual([]);
  });

  it('imports the same file twice without changing anything the second time', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const file = aList('AI system,Owner\nRouting,Ed Example\n');
    await api.call('aiSystems.import', { audit, file, keepFile: false });
    const again = await api.call('aiSystems.import', { audit, file, keepFile: false });
    expect(again).toMatchObject({ created: 0, updated: 0, evidence: null });
    expect((await read(api, audit)).aiSystems).toHaveLength(1);
  });

  it('writes nothing of a file that is refused, and names the place', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const before = await read(api, audit);
    const open = await refusalOf(
      api.call('aiSystems.import', { audit, file: aList('AI system,Owner\nRouting,"Ed\n') }),
    );
    expect(open).toMatchObject({ code: 'damaged', details: { row: 2 } });
    expect(open.message).toContain('Row 2');
    expect((await refusalOf(api.call('aiSystems.preview', { audit, file: aList('Month,Cost\nMay,3\n') }))).code).toBe(
      'refused',
    );
    expect(await read(api, audit)).toEqual(before);
  });
});

describe('AI systems of an audit', () => {
  it('change together as one step', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three'])
      ids.push((await api.call('aiSystems.create', { audit, fields: { name } })).id);
    const changed = await api.call('aiSystems.updateMany', {
      audit,
      aiSystems: ids,
      fields: { sampled: true, samplingReason: 'All of them.' },
    });
    expect(changed.every(({ sampled }) => sampled)).toBe(true);
    await undoLast(api, audit);
    expect((await read(api, audit)).aiSystems.some(({ sampled }) => sampled)).toBe(false);
    const missing = api.call('aiSystems.updateMany', {
      audit,
      aiSystems: [ids[0] ?? '', 'gone'],
      fields: { sampled: true },
    });
    expect((await refusalOf(missing)).code).toBe('not-found');
    expect((await read(api, audit)).aiSystems.some(({ sampled }) => sampled)).toBe(false);
  });

  it('are not removed while answers or findings are about them; untouched questions are given back', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const one = await api.call('aiSystems.create', { audit, fields: { name: 'One', sampled: true } });
    const two = await api.call('aiSystems.create', { audit, fields: { name: 'Two', sampled: true } });
    const [item] = (await read(api, audit)).checklist;
    await api.call('checklist.repeat', { audit, items: [item?.id ?? ''], aiSystems: [one.id, two.id] });
    const before = await read(api, audit);
    expect(before.checklist).toHaveLength(2);
    await api.call('aiSystems.remove', { audit, aiSystem: two.id });
    expect((await read(api, audit)).checklist.map(({ aiSystem }) => aiSystem)).toEqual([one.id]);
    await undoLast(api, audit);
    expect((await read(api, audit)).checklist).toEqual(before.checklist);

    const ofTwo = before.checklist.find(({ aiSystem }) => aiSystem === two.id)?.id ?? '';
    await api.call('checklist.update', { audit, item: ofTwo, fields: { verdict: 'conforms' } });
    const finding = await api.call('findings.create', {
      audit,
      fields: {
        grade: 'minor',
        requirement: 'r',
        evidence: 'e',
        nature: 'n',
        requirements: ['8.4'],
        aiSystems: [two.id],
      },
    });
    const refused = await refusalOf(api.call('aiSystems.remove', { audit, aiSystem: two.id }));
    expect(refused.code).toBe('refused');
    expect(refused.message).toContain('Q-8.4-01');
    expect(refused.message).toContain(finding.number);
    expect((await read(api, audit)).aiSystems).toHaveLength(2);
    await api.call('aiSystems.remove', { audit, aiSystem: one.id });
    const left = await read(api, audit);
    expect(left.checklist.map(({ aiSystem }) => aiSystem)).toEqual([two.id]);
  });

  it('give the last untouched question back to all', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const one = await api.call('aiSystems.create', { audit, fields: { name: 'One', sampled: true } });
    const [item] = (await read(api, audit)).checklist;
    await api.call('checklist.repeat', { audit, items: [item?.id ?? ''], aiSystems: [one.id] });
    expect((await read(api, audit)).checklist[0]?.aiSystem).toBe(one.id);
    await api.call('aiSystems.remove', { audit, aiSystem: one.id });
    expect((await read(api, audit)).checklist).toMatchObject([{ id: item?.id, aiSystem: null }]);
  });
});
