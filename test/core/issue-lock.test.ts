// What an issued report printed is kept as it was, whatever call tries to change it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, type Method } from '../../shared/contract/contract.ts';
import { nounNames, nouns } from '../../shared/domain/nouns.ts';
import { isOpenWhenIssued } from '../../shared/domain/issue-lock.ts';
import { readRecords } from '../../electron/store/tables.ts';
import { openStoreForReading } from '../../electron/store/open.ts';
import type { AppError } from '../../shared/errors.ts';
import { exportedBytes, fillIn } from '../support/filled-response.ts';
import { aReadyAudit, actAs, lead, letGo } from '../support/ready-audit.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

const aFile = (name: string, content: string) => {
  const file = path.join(aFolder(), name);
  writeFileSync(file, content);
  return { path: file };
};

/** An audit with one record of every kind, issued. */
async function anIssuedAudit() {
  const workspace = aFolder();
  const engine = await anEngine(workspace);
  const { api } = engine;
  const ready = await aReadyAudit(api, aFile('proof.txt', 'proof'));
  const { audit, item, finding, evidence } = ready;
  const system = await api.call('aiSystems.create', { audit, fields: { name: 'Claims triage' } });
  const own = await api.call('checklist.addQuestion', { audit, requirement: '8.4', question: 'Who signed?' });
  await api.call('checklist.update', { audit, item: own.id, fields: { verdict: 'conforms' } });
  const note = await api.call('notes.add', { audit, text: '#8.4 seen' });
  const noteLink = await api.call('noteLinks.create', {
    audit,
    fields: { note: note.id, noun: 'finding', target: finding },
  });
  const sample = await api.call('samples.create', {
    audit,
    fields: { item, population: 'Changes', populationSize: 9 },
  });
  const slot = await api.call('planSlots.create', { audit, fields: { title: 'Trail' } });
  const meeting = await api.call('meetings.create', { audit, fields: { kind: 'opening' } });
  const member = await api.call('teamMembers.create', {
    audit,
    fields: { name: 'Ed Example', independence: 'No ties; declared.' },
  });
  const link = await api.call('links.create', { audit, fields: { evidence, noun: 'aiSystem', target: system.id } });
  const comment = await api.call('reviewComments.create', { audit, fields: { text: 'Which release?' } });
  await api.call('reviewComments.update', { audit, reviewComment: comment.id, fields: { disposition: 'declined' } });
  const [grade] = await api.call('auditGrades.declare', { audit });
  await letGo(api, audit);
  const signature = await api.call('signatures.create', { audit, fields: { name: lead, side: 'team' } });
  const { issue } = await api.call('reports.issue', { audit });
  return {
    ...engine,
    ...ready,
    workspace,
    ids: { grade, system, own, note, noteLink, sample, slot, meeting, member, link, comment, signature, issue },
  };
}

/** Everything that the tables hold, but what the history of calls adds beside them. */
function tablesOf(workspace: string): string {
  const db = openStoreForReading(path.join(workspace, 'workbench.sqlite'));
  try {
    return JSON.stringify(nounNames.map((noun) => [noun, readRecords(db, noun)]));
  } finally {
    db.close();
  }
}

/** Calls that change nothing of an audit that is there. */
const aside: readonly Method[] = [
  'actions.exportWorkbook',
  'actions.previewResponse',
  // The audit has a scale already.
  'auditGrades.declare',
  'audits.catalogueUpdate',
  'audits.create',
  'audits.list',
  'audits.open',
  'audits.progress',
  'backups.list',
  'backups.make',
  'catalogues.compare',
  'catalogues.export',
  'catalogues.import',
  'catalogues.list',
  'catalogues.preview',
  'catalogues.read',
  'catalogues.retire',
  'catalogues.schema',
  'changes.list',
  'changes.people',
  'changes.steps',
  'adviceRules.list',
  'adviceRules.set',
  'dueRules.list',
  'dueRules.set',
  'evidence.discard',
  'guidelines.list',
  'host.info',
  'houseLayouts.checkBase',
  'houseLayouts.create',
  'houseLayouts.export',
  'houseLayouts.import',
  'houseLayouts.list',
  'houseLayouts.preview',
  'houseLayouts.remove',
  'houseLayouts.setBase',
  'houseLayouts.setLogo',
  'houseLayouts.undo',
  'houseLayouts.update',
  'host.openEvidence',
  'host.openFile',
  'host.reveal',
  'jobs.cancel',
  'licensedTexts.read',
  'licensedTexts.write',
  'reports.check',
  'reports.closingSheets',
  'reports.export',
  'reports.preview',
  'sample.create',
  'sealed.make',
  'search.find',
  'settings.read',
  'settings.write',
  'soa.preview',
  'aiSystems.preview',
  'workspace.info',
  'workspace.verify',
];
/** Calls for what stays open, tried in a test of their own. */
const open: readonly Method[] = [
  'actions.create',
  'actions.update',
  'actions.remove',
  'actions.importResponse',
  'reports.correct',
];

describe('an issued report', () => {
  it('keeps what it printed: every call of the contract that writes is refused and changes nothing', async () => {
    const { api, audit, item, finding, evidence, ids, workspace } = await anIssuedAudit();
    const [head] = await api.call('changes.list', { audit, limit: 1 });
    const [answer] = await api.call('changes.list', { audit, record: item, limit: 1 });
    const { audit: facts } = await api.call('audits.open', { audit });
    const earlier = await api.call('audits.create', {
      title: 'Before',
      type: 'internal',
      organization: 'Invented Ltd',
    });
    const writing: Partial<Record<Method, unknown>> = {
      'aiSystems.create': { fields: { name: 'Late' } },
      'aiSystems.update': { aiSystem: ids.system.id, fields: { impact: 'high' } },
      'aiSystems.updateMany': { aiSystems: [ids.system.id], fields: { sampled: true } },
      'aiSystems.remove': { aiSystem: ids.system.id },
      'aiSystems.import': { file: aFile('systems.csv', 'AI system,Owner\nRouting,Ed\n') },
      'auditGrades.choose': { grade: 'strength', isUsed: false },
      'auditGrades.clear': {},
      'auditGrades.update': { auditGrade: ids.grade?.id, fields: { label: 'Late' } },
      'audits.takeCatalogue': { hash: facts.catalogue },
      'audits.update': { fields: { title: 'Other' } },
      'audits.updateOrganization': { fields: { sector: 'Other' } },
      'changes.undo': { change: answer?.id },
      'checklist.addQuestion': { requirement: '8.4', question: 'Late?' },
      'checklist.move': { item: ids.own.id, before: item },
      'checklist.remove': { item: ids.own.id },
      'checklist.repeat': { items: [item], aiSystems: [ids.system.id] },
      'checklist.reword': { item: ids.own.id, question: 'Other?' },
      'checklist.takeIn': { requirement: '8.2' },
      'checklist.update': { item, fields: { notes: 'Late.' } },
      'checklist.updateMany': { items: [item], fields: { verdict: 'conforms' } },
      'conclusions.update': { fields: { conformity: 'Late.' } },
      'evidence.add': { files: [aFile('late.txt', 'late')], items: [item] },
      'evidence.update': { evidence, fields: { title: 'Late' } },
      'evidence.updateMany': { evidence: [evidence], fields: { place: 'Late' } },
      'evidence.remove': { evidence },
      'evidence.removeMany': { evidence: [evidence] },
      'findings.create': { fields: { grade: 'minor', nature: 'Late.' } },
      'findings.update': { finding, fields: { nature: 'Late.' } },
      'findings.grade': { finding, decision: { grade: 'major', reason: 'Late.' } },
      'findings.carryOver': { from: earlier.id },
      'findings.remove': { finding },
      'links.create': { fields: { evidence, noun: 'note', target: ids.note.id } },
      'links.createMany': { links: [{ evidence, noun: 'note', target: ids.note.id }] },
      'links.remove': { link: ids.link.id },
      'meetings.create': { fields: { kind: 'closing' } },
      'meetings.update': { meeting: ids.meeting.id, fields: { notes: 'Late.' } },
      'meetings.remove': { meeting: ids.meeting.id },
      'noteLinks.create': { fields: { note: ids.note.id, noun: 'checklistItem', target: item } },
      'noteLinks.remove': { noteLink: ids.noteLink.id },
      'notes.add': { text: 'Late.' },
      'notes.toAnswer': { notes: [ids.note.id], item },
      'notes.toEvidence': { notes: [ids.note.id], fields: {} },
      'planSlots.create': { fields: { title: 'Late' } },
      'planSlots.update': { planSlot: ids.slot.id, fields: { minutes: 5 } },
      'planSlots.remove': { planSlot: ids.slot.id },
      'reports.issue': {},
      'reports.release': { released: false },
      'reviewComments.create': { fields: { text: 'Late.' } },
      'reviewComments.update': { reviewComment: ids.comment.id, fields: { answer: 'Late.' } },
      'reviewComments.remove': { reviewComment: ids.comment.id },
      'samples.create': { fields: { item, population: 'Late' } },
      'samples.update': { sample: ids.sample.id, fields: { size: 3 } },
      'samples.remove': { sample: ids.sample.id },
      'signatures.create': { fields: { name: 'Late', side: 'auditee' } },
      'signatures.remove': { signature: ids.signature.id },
      'soa.import': { file: { path: path.join(import.meta.dirname, '../fixtures/soa/01-plain-english.xlsx') } },
      'soa.update': { fields: { version: '3' } },
      'soa.updateEntry': { control: 'A.7.2', fields: { applicable: false, justification: 'Late.' } },
      'teamMembers.create': { fields: { name: 'Late' } },
      'teamMembers.update': { teamMember: ids.member.id, fields: { competence: 'Late.' } },
      'teamMembers.remove': { teamMember: ids.member.id },
    };
    const known = [...Object.keys(writing), ...aside, ...open];
    expect(Object.keys(contract).filter((method) => !known.includes(method))).toEqual([]);
    const before = tablesOf(workspace);
    const letThrough: string[] = [];
    for (const [method, input] of Object.entries(writing)) {
      const refusal = await api
        .call(method as 'notes.add', { audit, ...(input as { text: string }) })
        .then(() => undefined)
        .catch((error: AppError) => error);
      if (refusal?.code !== 'refused' || !/issued|released|is kept/.test(refusal.message))
        letThrough.push(`${method}: ${refusal?.code} ${refusal?.message}`);
    }
    expect(letThrough).toEqual([]);
    expect(tablesOf(workspace)).toBe(before);
    expect((await api.call('changes.list', { audit, limit: 1 }))[0]?.id).toBe(head?.id);
  });

  it('is never taken back by an undo, and neither is the start of a correction', async () => {
    const { api, audit, ids, ...engine } = await anIssuedAudit();
    const undo = (change: string | undefined) =>
      api.call('changes.undo', { audit, change: change ?? '' }).catch((error: AppError) => error.message);
    const [issued] = await api.call('changes.list', { audit, record: ids.issue.id });
    expect(await undo(issued?.id)).toContain('has been issued');
    await api.call('reports.correct', { audit, reason: 'A wrong date.' });
    const [corrected] = await api.call('changes.list', { audit, limit: 1 });
    expect(await undo(corrected?.id)).toContain('issued as a version');
    expect(await undo(issued?.id)).toMatch(/never taken back|cannot be undone/);
    const { audit: facts, reportIssues } = await api.call('audits.open', { audit });
    expect([facts.status, reportIssues.length]).toEqual(['reporting', 1]);
    expect((await engine.verify()).ok).toBe(true);
  });

  it('leaves actions, their evidence and the response open until the audit is closed, and undo with them', async () => {
    const { api, audit, action, finding, evidence } = await anIssuedAudit();
    await api.call('actions.update', { audit, action, fields: { status: 'accepted', owner: 'Head of claims (role)' } });
    const more = await api.call('actions.create', {
      audit,
      fields: { finding, kind: 'corrective-action', text: 'A gate.' },
    });
    const [proof] = await api.call('evidence.add', { audit, files: [aFile('gate.txt', 'gate')] });
    const fields = { evidence: proof?.id ?? '', noun: 'action' as const, target: more.id };
    await api.call('links.create', { audit, fields });
    await api.call('evidence.update', { audit, evidence: proof?.id ?? '', fields: { title: 'Gate in use' } });
    await api.call('links.create', { audit, fields: { ...fields, evidence } });
    const response = { auditeePosition: 'agrees' as const, auditeeComment: 'Agreed.' };
    await api.call('findings.update', { audit, finding, fields: response });
    const [last] = await api.call('changes.list', { audit, limit: 1 });
    await api.call('changes.undo', { audit, change: last?.id ?? '' });
    await api.call('actions.remove', { audit, action: more.id });
    await api.call('audits.update', { audit, fields: { status: 'closed' } });
    for (const call of [
      () => api.call('actions.update', { audit, action, fields: { status: 'verified' } }),
      () => api.call('findings.update', { audit, finding, fields: response }),
      () => api.call('evidence.add', { audit, files: [aFile('late.txt', 'late')] }),
      () => api.call('reports.correct', { audit, reason: 'Late.' }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('is closed') });
    await api.call('audits.update', { audit, fields: { status: 'issued' } });
    await api.call('actions.update', { audit, action, fields: { status: 'verified' } });
  });

  it('takes in the response of the auditee, filed as evidence of the findings it answers', async () => {
    const { api, audit, finding } = await anIssuedAudit();
    const { bytes } = await exportedBytes(api, audit);
    const file = path.join(aFolder(), 'response.xlsx');
    writeFileSync(
      file,
      fillIn(bytes, [{ cause: 'Nobody was asked.', position: 'Agrees', statedBy: 'Head of quality' }]),
    );
    const taken = await api.call('actions.importResponse', { audit, file: { path: file } });
    const { evidence, links, findings } = await api.call('audits.open', { audit });
    const filed = evidence.find(({ number }) => number === taken.evidence);
    expect(links.some((link) => link.evidence === filed?.id && link.target === finding)).toBe(true);
    expect(findings.find(({ id }) => id === finding)?.auditeePosition).toBe('agrees');
    await api.call('audits.update', { audit, fields: { status: 'closed' } });
    writeFileSync(file, fillIn(bytes, [{ cause: 'Another.' }]));
    await expect(api.call('actions.importResponse', { audit, file: { path: file } })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('is closed'),
    });
  });

  it('goes on under its stage only: no way by hand to issued, to closed before it, or back without a reason', async () => {
    const { api } = await anEngine();
    const { audit } = await aReadyAudit(api, aFile('proof.txt', 'proof'));
    const to = (status: string) => api.call('audits.update', { audit, fields: { status: status as 'issued' } });
    await expect(to('issued')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('reports.issue'),
    });
    await expect(to('closed')).rejects.toMatchObject({ code: 'refused' });
    await letGo(api, audit);
    await api.call('reports.issue', { audit });
    await expect(to('reporting')).rejects.toMatchObject({ message: expect.stringContaining('Start a correction') });
    await actAs(api, lead);
    expect(await api.call('reports.correct', { audit, reason: 'A wrong date.' })).toMatchObject({
      status: 'reporting',
      correctionReason: 'A wrong date.',
      releasedAt: null,
    });
    await expect(api.call('reports.correct', { audit, reason: 'Again.' })).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the lock', () => {
  it('opens for nothing but what it names, whatever fields a change has', () => {
    const anyChange = fc.record({
      noun: fc.constantFrom(...nounNames),
      kind: fc.constantFrom('create' as const, 'set' as const, 'remove' as const),
      wasPrinted: fc.boolean(),
    });
    fc.assert(
      fc.property(anyChange, fc.integer({ min: 0, max: 40 }), ({ noun, kind, wasPrinted }, place) => {
        const names = Object.keys(nouns[noun].shape);
        const fields = { [names[place % names.length] ?? 'id']: 'x' };
        const isOpen = isOpenWhenIssued('issued', { noun, kind, fields, before: undefined, wasPrinted });
        const mayBeOpen = [
          'action',
          'link',
          'evidence',
          'finding',
          'organization',
          'dueRule',
          'switchedRule',
          'houseLayout',
        ].includes(noun);
        expect(isOpen && !mayBeOpen).toBe(false);
        expect(isOpenWhenIssued('closed', { noun, kind, fields, before: undefined, wasPrinted })).toBe(false);
      }),
    );
  });
});
