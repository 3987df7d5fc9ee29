import { describe, expect, it } from 'vitest';
import { countAudit } from '../../shared/domain/summary.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

describe('audits.progress', () => {
  it('ends with the counts that the audit shows, through answers, exclusions, removals and undo', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api);
    const isSame = async () => {
      const open = await api.call('audits.open', { audit });
      const catalogue = await api.call('catalogues.read', { hash: open.audit.catalogue });
      const { questions, evidence, findings, notes } = countAudit(catalogue, open);
      expect((await api.call('audits.progress', { audit })).at(-1)).toMatchObject({
        answered: questions.answered,
        questions: questions.total,
        evidence,
        findings: findings.total,
        notes,
      });
      return open;
    };
    const { checklist } = await isSame();
    const items = checklist.slice(0, 4).map(({ id }) => id);
    await api.call('checklist.updateMany', { audit, items, fields: { verdict: 'conforms' } });
    await api.call('checklist.update', { audit, item: items[0]!, fields: { verdict: 'in-progress' } });
    await api.call('notes.add', { audit, text: 'Seen.' });
    await isSame();
    await api.call('soa.updateEntry', {
      audit,
      control: 'A.7.2',
      fields: { applicable: false, justification: 'None.' },
    });
    const finding = await api.call('findings.create', { audit, fields: { grade: 'minor', requirement: 'r' } });
    await isSame();
    await api.call('findings.remove', { audit, finding: finding.id });
    await isSame();
    const [change] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('changes.undo', { audit, change: change!.id });
    const { findings } = await isSame();
    expect(findings).toHaveLength(1);
    await api.call('soa.updateEntry', { audit, control: 'A.7.2', fields: { applicable: true } });
    const own = await api.call('checklist.addQuestion', { audit, requirement: '8.4', question: 'Who signed?' });
    await isSame();
    await api.call('checklist.remove', { audit, item: own.id });
    await isSame();
  });
});
