import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { anAudit, anEngine } from '../support/workspace.ts';

async function anItem() {
  const { api } = await anEngine();
  await api.call('settings.write', { name: 'Ada Auditor', deviceName: 'Laptop 7' });
  const { ref, id } = await anAudit(api, ['Q-8.4-01', 'Q-8.4-02']);
  const { checklist } = await api.call('audits.open', { audit: ref });
  const item = checklist[0]?.id ?? '';
  const edit = (fields: object, step = uuidv7()) => api.call('checklist.update', { audit: ref, item, fields, step });
  const steps = async (filter: object = {}) => (await api.call('changes.steps', { audit: ref, ...filter })).steps;
  return { api, ref, id, item, edit, steps, checklist };
}

describe('the history by steps', () => {
  it('says who, where, and what every field held before the step, however many saves it took', async () => {
    const { edit, steps, item } = await anItem();
    await edit({ verdict: 'in-progress', notes: 'first' });
    const typing = uuidv7();
    for (const notes of ['first a', 'first a note', 'first a note more']) await edit({ notes }, typing);
    await edit({ verdict: 'conforms' });
    const [newest, typed] = await steps();
    expect(newest).toMatchObject({ actor: 'Ada Auditor', deviceName: 'Laptop 7', recordCount: 1, undoneBy: null });
    expect(newest?.records).toMatchObject([
      { noun: 'checklistItem', recordId: item, from: { verdict: 'in-progress' }, fields: { verdict: 'conforms' } },
    ]);
    expect(typed?.records[0]).toMatchObject({ from: { notes: 'first' }, fields: { notes: 'first a note more' } });
    expect(typed?.records[0]?.about).toMatchObject({ requirement: '8.4', questionId: 'Q-8.4-01' });
  });

  it('knows the values before from any place in the list, and every step comes once', async () => {
    const { edit, steps, api, ref } = await anItem();
    const long = uuidv7();
    for (let count = 0; count < 12; count += 1) {
      await edit({ sampled: `${count} of 20` });
      await edit({ notes: `note ${count}` }, long);
    }
    const all = await steps();
    const paged: typeof all = [];
    for (let before: string | undefined; ; ) {
      const { steps: some, hasMore } = await api.call('changes.steps', {
        audit: ref,
        limit: 3,
        ...(before === undefined ? {} : { before }),
      });
      paged.push(...some);
      before = some.at(-1)?.clock;
      if (!hasMore) break;
    }
    expect(paged).toEqual(all);
    expect(all[0]?.step).toBe(long);
    expect(all[2]?.records[0]?.from).toEqual({ sampled: '9 of 20' });
  });

  it('marks what was undone, says which step did it, and takes the mark away again', async () => {
    const { edit, steps, api, ref } = await anItem();
    await edit({ verdict: 'conforms' });
    const [given] = await steps();
    await api.call('changes.undo', { audit: ref, change: given?.change ?? '' });
    const [undo, undone] = await steps();
    expect(undo).toMatchObject({ undoes: given?.step, undoneBy: null });
    expect(undone).toMatchObject({ step: given?.step, undoneBy: undo?.step });
    await api.call('changes.undo', { audit: ref, change: undo?.change ?? '' });
    const [redo, taken, again] = await steps();
    expect([redo?.undoes, taken?.undoneBy, again?.undoneBy]).toEqual([undo?.step, redo?.step, null]);
    // The same value given by hand is no undo.
    await edit({ verdict: 'not-started' });
    expect((await steps())[3]).toMatchObject({ step: given?.step, undoneBy: null });
  });

  it('refuses with a name where something later stands in the way', async () => {
    const { edit, steps, api, ref } = await anItem();
    await edit({ verdict: 'conforms' });
    const [given] = await steps();
    await edit({ verdict: 'improvement' });
    await expect(api.call('changes.undo', { audit: ref, change: given?.change ?? '' })).rejects.toThrow(/Ada Auditor/);
  });

  it('is filtered by record, noun, person, time and words', async () => {
    const { edit, steps, api, ref, item, checklist } = await anItem();
    await edit({ notes: 'The 100% sample — größer' });
    const other = checklist[1]?.id ?? '';
    await new Promise((resolve) => setTimeout(resolve, 5));
    const middle = new Date().toISOString();
    await api.call('settings.write', { name: 'Bo Second' });
    await api.call('checklist.update', { audit: ref, item: other, fields: { verdict: 'conforms' } });
    await api.call('notes.add', { audit: ref, text: 'heard 1000 things' });
    const records = (found: Awaited<ReturnType<typeof steps>>) => found.map((one) => one.records[0]?.recordId);
    expect(records(await steps({ record: other })).at(0)).toBe(other);
    expect((await steps({ noun: 'note' })).length).toBe(1);
    expect((await steps({ actor: 'Bo Second' })).length).toBe(2);
    expect((await steps({ from: middle })).length).toBe(2);
    expect(records(await steps({ to: middle, noun: 'checklistItem' })).at(0)).toBe(item);
    expect(records(await steps({ text: '100% SAMPLE — größer' }))).toEqual([item]);
    expect((await steps({ text: '00% things' })).length).toBe(0);
    expect(records(await steps({ text: 'nowhere', records: [other] })).at(0)).toBe(other);
    expect(await api.call('changes.people', { audit: ref })).toEqual(['Ada Auditor', 'Bo Second']);
    const [first, second] = await api.call('changes.list', { audit: ref, actor: 'Bo Second' });
    expect(await api.call('changes.list', { audit: ref, before: first?.id ?? '', limit: 1 })).toEqual([second]);
  });

  it('has what was said about the organisation, and undoes it', async () => {
    const { api, ref, steps } = await anItem();
    await api.call('audits.updateOrganization', { audit: ref, fields: { sector: 'Insurance' } });
    const [said] = await steps();
    expect(said?.records).toMatchObject([
      { noun: 'organization', from: { sector: '' }, about: { name: 'Invented Ltd' } },
    ]);
    await api.call('changes.undo', { audit: ref, change: said?.change ?? '' });
    expect((await api.call('audits.open', { audit: ref })).organization.sector).toBe('');
  });

  it('tells a removed record by what it was called', async () => {
    const { api, ref, steps } = await anItem();
    const system = await api.call('aiSystems.create', { audit: ref, fields: { name: 'Claims triage' } });
    await api.call('aiSystems.remove', { audit: ref, aiSystem: system.id });
    const [removed, created] = await steps();
    expect(removed?.records).toMatchObject([{ kind: 'remove', about: { name: 'Claims triage' } }]);
    expect(created?.records).toMatchObject([{ kind: 'create', fields: { name: 'Claims triage' } }]);
  });
});

describe('a call whose answer was lost, sent again', () => {
  it('answers a removal of the same step as done, and that of another step as not found', async () => {
    const { api, ref, item } = await anItem();
    const sample = await api.call('samples.create', { audit: ref, fields: { item, population: 'releases' } });
    const step = uuidv7();
    const removal = { audit: ref, sample: sample.id, step };
    expect(await api.call('samples.remove', removal)).toEqual({ id: sample.id });
    const written = (await api.call('changes.list', { audit: ref })).length;
    expect(await api.call('samples.remove', removal)).toEqual({ id: sample.id });
    expect(await api.call('changes.list', { audit: ref })).toHaveLength(written);
    await expect(api.call('samples.remove', { ...removal, step: uuidv7() })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(api.call('samples.remove', { audit: ref, sample: sample.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('undoes once, whether the whole step or one field of it', async () => {
    const { api, ref, edit, steps } = await anItem();
    await edit({ verdict: 'conforms', notes: 'seen' });
    const [made] = await steps();
    for (const fields of [['notes'], undefined]) {
      const change = made?.change ?? '';
      const undo = { audit: ref, change, ...(fields ? { fields } : {}), step: uuidv7() };
      if (fields === undefined) {
        const [undone] = await steps();
        await api.call('changes.undo', { audit: ref, change: undone?.change ?? '' });
      }
      const first = await api.call('changes.undo', undo);
      expect(first.step).toBe(undo.step);
      expect(await api.call('changes.undo', undo)).toEqual(first);
    }
    const { checklist } = await api.call('audits.open', { audit: ref });
    expect(checklist[0]).toMatchObject({ verdict: 'not-started', notes: '' });
  });
});
