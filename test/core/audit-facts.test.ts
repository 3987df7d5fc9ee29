import { expect, it } from 'vitest';
import { anAudit, anEngine } from '../support/workspace.ts';

it('undoes facts of the organisation from its audits, and from no other audit', async () => {
  const { api } = await anEngine();
  const { id: audit } = await anAudit(api, ['Q-8.4-01']);
  const other = await api.call('audits.create', { title: 'Other', type: 'internal', organization: 'Another Ltd' });
  const { organization } = await api.call('audits.open', { audit });
  await api.call('audits.updateOrganization', { audit, fields: { sector: 'Insurance' } });
  const [newest] = await api.call('changes.list', { audit, record: organization.id, limit: 1 });
  const change = newest?.id ?? '';
  await expect(api.call('changes.undo', { audit: other.id, change })).rejects.toMatchObject({ code: 'not-found' });
  await api.call('changes.undo', { audit, change });
  expect((await api.call('audits.open', { audit })).organization.sector).toBe('');
});
