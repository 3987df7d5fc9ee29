// Writes the store that stays behind for a released version: node test/support/make-store-fixture.ts 1
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { openEngine } from '../../electron/core/engine.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { aReadyAudit, letGo } from './ready-audit.ts';

const version = process.argv[2];
if (version === undefined || !/^\d+$/.test(version)) throw new Error('Name the version of the store.');
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-store-'));
process.env.PLUMBLINE_CONFIG = path.join(folder, 'settings');
const engine = await openEngine({
  workspace: path.join(folder, 'workspace'),
  program: 'fixture',
  hostKind: 'direct',
  allowsPaths: true,
  workerEntry: new URL('../../electron/worker.ts', import.meta.url),
  log: (error) => {
    throw error;
  },
});
const api = createApi(engine.call);
await api.call('settings.write', { name: 'Invented Auditor' });
const { id: audit } = await api.call('audits.create', {
  title: 'Store of an earlier version',
  type: 'internal',
  organization: 'Invented Ltd',
  questions: ['Q-4.1-01', 'Q-8.4-01', 'Q-A.6.2.4-01'],
});
const { checklist } = await api.call('audits.open', { audit });
for (const item of checklist) {
  await api.call('checklist.update', {
    audit,
    item: item.id,
    fields: { verdict: 'conforms', notes: `Seen for ${item.requirement}.`, interviewees: ['System owner'] },
  });
}
const finding = await api.call('findings.create', {
  audit,
  fields: {
    grade: 'minor',
    requirement: '8.4',
    evidence: 'Seen [8.4].',
    nature: 'Not redone on one change.',
    requirements: ['8.4'],
  },
});
const action = await api.call('actions.create', {
  audit,
  fields: { finding: finding.id, text: 'Redo the assessment.' },
});
await api.call('findings.grade', {
  audit,
  finding: finding.id,
  decision: { grade: 'major', unfulfilled: 'yes', systemic: 'yes', affected: 2, examined: 3, reason: 'Two of three.' },
});
await api.call('findings.update', {
  audit,
  finding: finding.id,
  fields: { auditeePosition: 'disagrees', auditeeBy: 'Head of claims (role)', auditeeOn: '2026-11-30' },
});
await api.call('dueRules.set', {
  auditType: 'internal',
  grade: 'major',
  step: 'action',
  days: 60,
  basis: 'Own limit.',
});
await api.call('actions.update', { audit, action: action.id, fields: { status: 'verified', effective: 'yes' } });
const { id: next } = await api.call('audits.create', {
  title: 'Follow-up',
  type: 'follow-up',
  organization: 'Invented Ltd',
  questions: ['Q-8.4-01'],
});
const [carried] = await api.call('findings.carryOver', { audit: next, from: audit });
await api.call('findings.update', {
  audit: next,
  finding: carried?.id ?? '',
  fields: { earlierStatus: 'open', earlierReason: 'The gate is not in use yet.' },
});
await api.call('soa.updateEntry', {
  audit,
  control: 'A.7.2',
  fields: { applicable: false, justification: 'No training of own models.' },
});
const system = await api.call('aiSystems.create', { audit, fields: { name: 'Claims triage', sampled: true } });
const own = await api.call('checklist.addQuestion', { audit, requirement: '8.4', question: 'Who signed for it?' });
await api.call('checklist.repeat', { audit, items: [own.id], aiSystems: [system.id] });
await api.call('checklist.update', { audit, item: own.id, fields: { parked: true } });
await api.call('planSlots.create', { audit, fields: { title: 'Trail', on: '2026-11-30', requirements: ['8.4'] } });
await api.call('meetings.create', { audit, fields: { kind: 'closing', attendees: ['Head of claims (role)'] } });
await api.call('audits.update', { audit, fields: { leftOut: ['10.1'], leftOutReason: 'Seen last year.' } });
const note = await api.call('notes.add', { audit, text: '#8.4 a line' });
await api.call('notes.add', { audit, text: '#8.4 a better line', corrects: note.id });
const proof = await api.call('notes.toEvidence', { audit, notes: [note.id], fields: {} });
await api.call('links.create', { audit, fields: { evidence: proof.id, noun: 'action', target: action.id } });
await api.call('noteLinks.create', { audit, fields: { note: note.id, noun: 'finding', target: finding.id } });
await api.call('samples.create', { audit, fields: { item: own.id, populationSize: 9, size: 2, items: ['A', 'B'] } });
const remark = await api.call('reviewComments.create', {
  audit,
  fields: { noun: 'finding', target: finding.id, text: 'Which release was it?' },
});
await api.call('reviewComments.update', {
  audit,
  reviewComment: remark.id,
  fields: { disposition: 'accepted', answer: 'CHG-107.' },
});
await api.call('signatures.create', {
  audit,
  fields: { name: 'Invented Auditor', role: 'Lead auditor', side: 'team', drawing: 'M10 10L90 60' },
});
await api.call('audits.update', { audit, fields: { reviewer: 'Otto Sample', fileNamePattern: '{ref} {version}' } });
await api.call('auditGrades.declare', { audit });
await api.call('adviceRules.set', { rule: 'vague-words', isOn: false, reason: 'Our readers know them.' });
const layout = await api.call('houseLayouts.create', { fields: { name: 'Invented house', accent: '1f5c4a' } });
await api.call('audits.update', { audit, fields: { houseLayout: layout.id } });
const ready = await aReadyAudit(api, { path: import.meta.filename });
await letGo(api, ready.audit);
await api.call('reports.issue', { audit: ready.audit });
await api.call('reports.correct', { audit: ready.audit, reason: 'A wrong date.' });
const [change] = await api.call('changes.list', { audit, limit: 1 });
await api.call('changes.undo', { audit, change: change?.id ?? '' });
await engine.close();
const store = path.join(folder, 'workspace', 'workbench.sqlite');
// The search index can be made again and would be most of the file.
const db = new Sqlite(store);
db.exec('DELETE FROM search_text; DELETE FROM search_entry; UPDATE search_state SET indexed_to = 0; VACUUM');
db.close();
copyFileSync(store, path.join(import.meta.dirname, `../fixtures/stores/version-${version}.sqlite`));
rmSync(folder, { recursive: true });
