import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

/** Brings a version of an own catalogue in, as a user would: from a JSON file. */
async function bringIn(api: Api, catalogue: Catalogue): Promise<string> {
  const file = path.join(aFolder(), 'own.json');
  writeFileSync(file, JSON.stringify(catalogue));
  return (await api.call('catalogues.import', { file: { path: file } })).hash;
}

const anAnswer = { verdict: 'conforms', notes: 'Seen.' } as const;

/** An own catalogue of two versions: 2.0 rewords one question, drops one, and adds one. */
async function twoVersions(api: Api) {
  const [shipped] = await api.call('catalogues.list', {});
  const ours = await api.call('catalogues.read', { hash: shipped?.hash ?? '' });
  const one: Catalogue = { ...ours, id: 'own', version: '1.0' };
  const first = await bringIn(api, one);
  const reworded = (question: Catalogue['questions'][number]) =>
    question.id === 'Q-8.4-01' || question.id === 'Q-8.4-02' ? { ...question, question: 'In other words?' } : question;
  const added = { ...ours.questions.find(({ id }) => id === 'Q-9.1-01')!, id: 'Q-9.1-99', question: 'And what else?' };
  const two: Catalogue = {
    ...one,
    version: '2.0',
    questions: [...ours.questions.filter(({ id }) => id !== 'Q-8.3-01' && id !== 'Q-8.3-02').map(reworded), added],
  };
  return { first, texts: new Map(ours.questions.map(({ id, question }) => [id, question])), two };
}

async function anAuditOf(api: Api, hash: string, lead = '') {
  const { id } = await api.call('audits.create', {
    title: 'Under way',
    type: 'internal',
    organization: 'Invented Ltd',
    catalogue: hash,
    ...(lead === '' ? {} : { team: [{ name: lead, role: 'lead-auditor' as const }] }),
  });
  const { checklist } = await api.call('audits.open', { audit: id });
  for (const questionId of ['Q-8.4-01', 'Q-8.3-01']) {
    const item = checklist.find((one) => one.questionId === questionId);
    await api.call('checklist.update', { audit: id, item: item?.id ?? '', fields: anAnswer });
  }
  return id;
}

const wordings = async (api: Api, audit: string) => {
  const { checklist } = await api.call('audits.open', { audit });
  return new Map(checklist.map((item) => [item.questionId, item]));
};

describe('a newer version of a catalogue', () => {
  it('is offered with what it changes, and changes nothing by itself', async () => {
    const { api } = await anEngine();
    const { first, two } = await twoVersions(api);
    const audit = await anAuditOf(api, first);
    expect(await api.call('audits.catalogueUpdate', { audit })).toBeNull();
    const before = await api.call('audits.open', { audit });
    const second = await bringIn(api, two);
    expect(await api.call('audits.open', { audit })).toEqual(before);
    const update = await api.call('audits.catalogueUpdate', { audit });
    expect(update?.catalogue).toMatchObject({ hash: second, version: '2.0' });
    expect(update?.differences.map(({ kind, change, id }) => [kind, change, id])).toEqual([
      ['question', 'changed', 'Q-8.4-01'],
      ['question', 'changed', 'Q-8.4-02'],
      ['question', 'added', 'Q-9.1-99'],
      ['question', 'removed', 'Q-8.3-01'],
      ['question', 'removed', 'Q-8.3-02'],
    ]);
  });

  it('is taken in as one step that keeps every answer as it was asked, and can be undone', async () => {
    const { api, ...engine } = await anEngine();
    const { first, two, texts } = await twoVersions(api);
    const audit = await anAuditOf(api, first);
    const before = await api.call('audits.open', { audit });
    const second = await bringIn(api, two);
    expect(await api.call('audits.takeCatalogue', { audit, hash: second })).toEqual({
      added: 1,
      removed: 1,
      kept: 1,
      reworded: 1,
    });
    const items = await wordings(api, audit);
    expect(items.get('Q-8.4-01')).toMatchObject({ ...anAnswer, question: texts.get('Q-8.4-01') });
    expect(items.get('Q-8.4-02')).toMatchObject({ verdict: 'not-started', question: 'In other words?' });
    expect(items.get('Q-8.3-01')).toMatchObject({ ...anAnswer, question: texts.get('Q-8.3-01') });
    expect(items.has('Q-8.3-02')).toBe(false);
    expect(items.get('Q-9.1-99')?.question).toBe('And what else?');
    expect(await api.call('audits.catalogueUpdate', { audit })).toBeNull();
    expect((await engine.verify()).problems).toEqual([]);
    const [change] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('changes.undo', { audit, change: change?.id ?? '' });
    const after = await api.call('audits.open', { audit });
    expect(after.audit).toEqual(before.audit);
    expect(after.checklist.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      before.checklist.toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  });

  it('takes out what it no longer asks of an excluded control, though the statement had answered that', async () => {
    const { api } = await anEngine();
    const { first, two } = await twoVersions(api);
    const audit = await anAuditOf(api, first);
    await api.call('soa.updateEntry', {
      audit,
      control: 'A.7.2',
      fields: { applicable: false, justification: 'None.' },
    });
    const questions = two.questions.filter(({ id }) => id !== 'Q-A.7.2-02');
    const hash = await bringIn(api, { ...two, questions });
    expect((await api.call('audits.takeCatalogue', { audit, hash })).removed).toBe(2);
    const items = await wordings(api, audit);
    expect(items.has('Q-A.7.2-02')).toBe(false);
    expect(items.get('Q-A.7.2-01')?.verdict).toBe('not-applicable');
  });

  it('is taken in by the lead auditor only', async () => {
    const { api } = await anEngine();
    const { first, two } = await twoVersions(api);
    const audit = await anAuditOf(api, first, 'Ada Beispiel');
    const hash = await bringIn(api, two);
    await api.call('settings.write', { name: 'Bo Muster' });
    await expect(api.call('audits.takeCatalogue', { audit, hash })).rejects.toThrow(/lead auditor.*Ada Beispiel/);
    await api.call('settings.write', { name: 'ada beispiel ' });
    expect((await api.call('audits.takeCatalogue', { audit, hash })).added).toBe(1);
  });

  it('of another catalogue is refused, and so is one without a requirement that is answered', async () => {
    const { api } = await anEngine();
    const { first, two } = await twoVersions(api);
    const audit = await anAuditOf(api, first);
    const [shipped] = await api.call('catalogues.list', {});
    await expect(api.call('audits.takeCatalogue', { audit, hash: shipped?.hash ?? '' })).rejects.toThrow(
      /another catalogue/,
    );
    const without = (list: { requirement: string }[]) => list.filter(({ requirement }) => requirement !== '8.4');
    const smaller: Catalogue = {
      ...two,
      version: '3.0',
      requirements: two.requirements.filter(({ id }) => id !== '8.4'),
      questions: without(two.questions) as Catalogue['questions'],
      items: two.items.filter(({ id }) => id !== '8.4'),
      crosswalks: two.crosswalks.filter(({ id }) => id !== '8.4'),
      templates: two.templates.map((template) => ({
        ...template,
        requirements: template.requirements.filter((id) => id !== '8.4'),
        slots: template.slots.map((slot) => ({
          ...slot,
          requirements: slot.requirements.filter((id) => id !== '8.4'),
        })),
      })),
    };
    const hash = await bringIn(api, smaller);
    await expect(api.call('audits.takeCatalogue', { audit, hash })).rejects.toThrow(/no longer has 8.4/);
    expect((await api.call('audits.open', { audit })).audit.catalogue).toBe(first);
  });
});
