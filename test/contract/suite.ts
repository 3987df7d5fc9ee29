import { readFileSync } from 'node:fs';
import { aBaseDocument, aPicture } from '../support/base-document.ts';
import { describe, expect, it } from 'vitest';
import { contract, isMethod } from '../../shared/contract/contract.ts';
import { createApi } from '../../shared/rpc/client.ts';
import type { Transport } from '../../shared/rpc/reply.ts';

/** One way to reach an engine on an empty workspace. `upload` makes a file of this content available to a call. */
export interface Connection {
  transport: Transport;
  upload: (name: string, content: string | Uint8Array<ArrayBuffer>) => Promise<{ staging: string } | { path: string }>;
}

/** The same expectations for every way a call can travel. */
export function describeContract(name: string, connect: () => Promise<Connection>): void {
  describe(`the contract over ${name}`, () => {
    it('carries out calls, and every answer has the shape the contract states', async () => {
      const { transport, upload } = await connect();
      const checked = new Set<string>();
      const checkedTransport: Transport = async (method, input) => {
        const reply = await transport(method, input);
        if (reply.ok && isMethod(method)) {
          const shape = contract[method].output.safeParse(reply.value);
          expect(shape.error?.issues, method).toBeUndefined();
          checked.add(method);
        }
        return reply;
      };
      const api = createApi(checkedTransport);
      const [catalogue] = await api.call('catalogues.list', {});
      await api.call('catalogues.read', { hash: catalogue?.hash ?? '' });
      await api.call('workspace.info', {});
      await api.call('host.info', {});
      await api.call('settings.read', {});
      await api.call('settings.write', { name: 'Ines Example' });
      const { id: audit, ref } = await api.call('audits.create', {
        title: 'T',
        type: 'internal',
        organization: 'Invented Ltd',
      });
      const { checklist } = await api.call('audits.open', { audit: ref });
      const item = checklist[0]?.id ?? '';
      await api.call('audits.update', { audit, fields: { scope: 'All' } });
      await api.call('audits.updateOrganization', { audit, fields: { sector: 'Insurance' } });
      await api.call('checklist.update', { audit, item, fields: { verdict: 'conforms' } });
      await api.call('checklist.updateMany', { audit, items: [item], fields: { verdict: 'improvement' } });
      const note = await api.call('notes.add', { audit, text: '#8.4 seen' });
      const correction = await api.call('notes.add', { audit, text: '#8.4 seen twice', corrects: note.id });
      expect(correction.corrects).toBe(note.id);
      const became = await api.call('noteLinks.create', {
        audit,
        fields: { note: note.id, noun: 'checklistItem', target: item },
      });
      await api.call('noteLinks.remove', { audit, noteLink: became.id });
      const answer = await api.call('notes.toAnswer', { audit, notes: [note.id], item });
      expect(answer.notes).toMatch(/: seen$/);
      const sample = await api.call('samples.create', { audit, fields: { item, population: 'Changes', size: 3 } });
      await api.call('samples.update', { audit, sample: sample.id, fields: { populationSize: 9 } });
      await api.call('samples.remove', { audit, sample: sample.id });
      const system = await api.call('aiSystems.create', { audit, fields: { name: 'Claims triage' } });
      await api.call('aiSystems.update', { audit, aiSystem: system.id, fields: { impact: 'high' } });
      await api.call('aiSystems.updateMany', { audit, aiSystems: [system.id], fields: { sampled: true } });
      const list = await upload('systems.csv', 'AI system,Owner\nClaims triage,Mara Example\nRouting,Ed Example\n');
      const seen = await api.call('aiSystems.preview', { audit, file: list });
      expect(seen.plan).toMatchObject({ fresh: [{ row: 3 }], known: [{ name: 'Claims triage' }] });
      const taken = await api.call('aiSystems.import', { audit, file: list, keepFile: false });
      expect(taken).toMatchObject({ created: 1, updated: 1, evidence: null });
      const member = await api.call('teamMembers.create', { audit, fields: { name: 'Ines Example' } });
      await api.call('teamMembers.update', { audit, teamMember: member.id, fields: { role: 'lead-auditor' } });
      const [evidence] = await api.call('evidence.add', {
        audit,
        files: [await upload('note.txt', `over ${name}`)],
        notes: [note.id],
      });
      expect(evidence).toMatchObject({ number: 'E-001', originalName: 'note.txt' });
      await api.call('evidence.update', { audit, evidence: evidence?.id ?? '', fields: { place: 'Room 2' } });
      const link = await api.call('links.create', {
        audit,
        fields: { evidence: evidence?.id ?? '', noun: 'checklistItem', target: item },
      });
      await api.call('links.remove', { audit, link: link.id });
      const [other] = await api.call('evidence.add', { audit, files: [await upload('b.txt', 'b')], titles: ['The b'] });
      expect(other?.title).toBe('The b');
      const both = [evidence?.id ?? '', other?.id ?? ''];
      const updated = await api.call('evidence.updateMany', { audit, evidence: both, fields: { kind: 'log' } });
      expect(updated.map(({ kind }) => kind)).toEqual(['log', 'log']);
      const fields = both.map((one) => ({ evidence: one, noun: 'checklistItem' as const, target: item }));
      const links = await api.call('links.createMany', { audit, links: [...fields, ...fields] });
      expect(new Set(links.map(({ id }) => id)).size).toBe(2);
      await api.call('evidence.removeMany', { audit, evidence: [other?.id ?? ''] });
      await api.call('evidence.discard', { uploads: ['none'] });
      const finding = await api.call('findings.create', {
        audit,
        fields: { grade: 'minor', requirement: 'r', evidence: '[E-001]', nature: 'n', requirements: ['8.4'] },
        evidenceIds: [evidence?.id ?? ''],
        notes: [correction.id],
      });
      expect(finding.number).toBe('F-001');
      const ofLines = await api.call('notes.toEvidence', {
        audit,
        notes: [correction.id],
        fields: { place: 'Room 1' },
      });
      expect(ofLines).toMatchObject({ number: 'E-003', title: 'seen twice', place: 'Room 1' });
      const scale = await api.call('auditGrades.declare', { audit });
      const [gravest] = scale;
      await api.call('auditGrades.update', { audit, auditGrade: gravest?.id ?? '', fields: { label: 'Red' } });
      const fewer = await api.call('auditGrades.choose', { audit, grade: 'strength', isUsed: false });
      expect([fewer[0]?.label, fewer.length]).toEqual(['Red', scale.length - 1]);
      expect(await api.call('auditGrades.clear', { audit })).toEqual([]);
      await api.call('findings.update', { audit, finding: finding.id, fields: { gradeReason: 'isolated' } });
      const graded = { audit, finding: finding.id, decision: { grade: 'major', unfulfilled: 'yes', systemic: 'yes' } };
      await api.call('findings.grade', graded as never);
      const action = await api.call('actions.create', { audit, fields: { finding: finding.id, text: 'Redo.' } });
      await api.call('actions.update', { audit, action: action.id, fields: { status: 'accepted' } });
      const next = await api.call('audits.create', { title: 'N', type: 'follow-up', organization: 'Invented Ltd' });
      await api.call('findings.carryOver', { audit: next.id, from: audit });
      const [limit] = await api.call('dueRules.list', {});
      await api.call('dueRules.set', {
        auditType: 'internal',
        grade: 'major',
        step: 'action',
        days: limit?.days ?? 30,
      });
      const layout = await api.call('houseLayouts.create', {
        fields: { name: 'Granite & Reed', accent: '7a1f3d', sections: [{ section: 'cover' }, { section: 'findings' }] },
      });
      const sign = await upload('sign.png', await aPicture());
      expect(await api.call('houseLayouts.setLogo', { layout: layout.id, file: sign })).toMatchObject({
        logoPixelsWide: 120,
      });
      const house = await upload('house.docx', await aBaseDocument());
      const based = await api.call('houseLayouts.setBase', { layout: layout.id, file: house });
      expect(based.remarks.map(({ kind }) => kind)).toContain('taken');
      expect(await api.call('houseLayouts.checkBase', { layout: layout.id })).toEqual(based.remarks);
      expect((await api.call('houseLayouts.preview', { layout: layout.id })).styles).toContain('7a1f3d');
      const written = await api.call('houseLayouts.export', { layout: layout.id });
      const again = await upload('again.json', new Uint8Array(readFileSync(written.path)));
      const step = '01900000-0000-7000-8000-00000000001a';
      const { layout: twin } = await api.call('houseLayouts.import', { file: again, step });
      expect(twin).toMatchObject({ name: 'Granite & Reed (2)', logo: based.layout.logo, base: based.layout.base });
      expect(await api.call('houseLayouts.undo', { undone: step })).toHaveLength(1);
      await api.call('houseLayouts.update', { layout: layout.id, fields: { footer: 'Granite & Reed' } });
      await api.call('audits.update', { audit, fields: { houseLayout: layout.id } });
      await expect(api.call('houseLayouts.remove', { layout: layout.id })).rejects.toThrow(/is the layout of/);
      await api.call('audits.update', { audit, fields: { houseLayout: null } });
      await api.call('houseLayouts.remove', { layout: layout.id });
      expect(await api.call('houseLayouts.list', {})).toEqual([]);
      const [rule] = (await api.call('adviceRules.list', {})).filter(({ mayBeOff }) => mayBeOff);
      const off = { rule: rule?.rule ?? '', isOn: false, reason: 'House style.' };
      expect(await api.call('adviceRules.set', off)).toMatchObject(off);
      await api.call('adviceRules.set', { rule: off.rule, isOn: true });
      await api.call('findings.update', { audit, finding: finding.id, fields: { grade: 'minor' } });
      const { path: workbook, rows } = await api.call('actions.exportWorkbook', { audit });
      expect(rows).toBe(1);
      const response = await upload('response.xlsx', new Uint8Array(readFileSync(workbook)));
      expect(await api.call('actions.previewResponse', { audit, file: response })).toMatchObject({ differences: [] });
      const { evidence: filed } = await api.call('actions.importResponse', { audit, file: response });
      expect(filed).toBe('E-004');
      expect(await api.call('reports.closingSheets', { audit })).toMatchObject({ sheets: 1 });
      await api.call('actions.remove', { audit, action: action.id });
      await api.call('soa.updateEntry', {
        audit,
        control: 'A.7.2',
        fields: { applicable: false, justification: 'None trained.' },
      });
      await api.call('soa.update', { audit, fields: { version: '2.1' } });
      const slot = await api.call('planSlots.create', { audit, fields: { title: 'Trail', startsAt: '09:30' } });
      await api.call('planSlots.update', { audit, planSlot: slot.id, fields: { minutes: 45 } });
      await api.call('planSlots.remove', { audit, planSlot: slot.id });
      const meeting = await api.call('meetings.create', { audit, fields: { kind: 'opening' } });
      await api.call('meetings.update', { audit, meeting: meeting.id, fields: { attendees: ['Ada'] } });
      await api.call('meetings.remove', { audit, meeting: meeting.id });
      const own = await api.call('checklist.addQuestion', { audit, requirement: '8.4', question: 'Who signed?' });
      await api.call('checklist.reword', { audit, item: own.id, question: 'Who signed for it?' });
      await api.call('checklist.move', { audit, item: own.id, before: null });
      await api.call('checklist.repeat', { audit, items: [own.id], aiSystems: [system.id] });
      await api.call('checklist.remove', { audit, item: own.id });
      await api.call('checklist.takeIn', { audit, requirement: '8.4' });
      await api.call('audits.catalogueUpdate', { audit });
      await api.call('guidelines.list', {});
      await api.call('licensedTexts.write', { standard: 'S', edition: '1', requirement: '8.4', text: 'Words.' });
      await api.call('licensedTexts.read', { standard: 'S', edition: '1' });
      const [shipped] = await api.call('catalogues.list', {});
      await api.call('catalogues.compare', { from: shipped?.hash ?? '', to: shipped?.hash ?? '' });
      await api.call('catalogues.schema', {});
      await api.call('conclusions.update', { audit, fields: { conformity: 'Conforms in part.' } });
      const [today] = await api.call('audits.progress', { audit });
      expect(today).toMatchObject({ evidence: 3, findings: 1, notes: 2 });
      await api.call('reports.check', { audit });
      expect((await api.call('reports.preview', { audit })).html).toContain('<h1');
      const remark = await api.call('reviewComments.create', {
        audit,
        fields: { noun: 'finding', target: finding.id, text: 'Which release?' },
      });
      const disposed = { disposition: 'accepted' as const, answer: 'CHG-107.' };
      await api.call('reviewComments.update', { audit, reviewComment: remark.id, fields: disposed });
      await api.call('reviewComments.remove', { audit, reviewComment: remark.id });
      const signed = await api.call('signatures.create', {
        audit,
        fields: { name: 'Ines Example', side: 'team', drawing: 'M1 1L20 30' },
      });
      await api.call('signatures.remove', { audit, signature: signed.id });
      await api.call('reports.release', { audit, released: false });
      await api.call('search.find', { text: 'claims', audit });
      const [change] = await api.call('changes.list', { audit, limit: 1 });
      const { steps } = await api.call('changes.steps', { audit });
      expect(steps[0]?.change).toBe(change?.id);
      expect(await api.call('changes.people', { audit })).toEqual(['Ines Example']);
      await api.call('changes.undo', { audit, change: change?.id ?? '' });
      const twoFields = { verdict: 'conforms', notes: 'Seen.' } as const;
      await api.call('checklist.update', { audit, item, fields: twoFields });
      const [answered] = await api.call('changes.list', { audit, record: item, limit: 1 });
      await api.call('changes.undo', { audit, change: answered?.id ?? '', fields: ['verdict'] });
      const { checklist: after } = await api.call('audits.open', { audit });
      expect(after.find(({ id }) => id === item)).toMatchObject({ verdict: 'improvement', notes: 'Seen.' });
      await api.call('findings.remove', { audit, finding: finding.id });
      await api.call('evidence.remove', { audit, evidence: evidence?.id ?? '' });
      await api.call('aiSystems.remove', { audit, aiSystem: system.id });
      await api.call('teamMembers.remove', { audit, teamMember: member.id });
      await api.call('backups.make', {});
      expect(await api.call('backups.list', {})).toHaveLength(1);
      expect(await api.call('sealed.make', { audit, originals: 'left-out' })).toMatchObject({ files: 0, warnings: [] });
      expect(await api.call('workspace.verify', {})).toMatchObject({ ok: true, kind: 'workspace', problems: [] });
      await api.call('audits.list', {});
      await api.call('jobs.cancel', { job: 'none' });
      const left = Object.keys(contract).filter((method) => !checked.has(method));
      // These need a workbook or a second catalogue, a sample, an exporter or a desktop; they have tests of their own.
      const elsewhere = [
        'audits.takeCatalogue',
        'catalogues.export',
        'catalogues.import',
        'catalogues.preview',
        'catalogues.retire',
        'host.openEvidence',
        'host.openFile',
        'host.reveal',
        'reports.correct',
        'reports.export',
        'reports.issue',
        'sample.create',
        'soa.import',
        'soa.preview',
      ];
      expect(left.toSorted()).toEqual(elsewhere);
    });

    it('refuses in the one shape: unknown names, wrong input, missing records', async () => {
      const { transport } = await connect();
      const refusal = async (method: string, input: unknown) => {
        const reply = await transport(method, input);
        return reply.ok ? 'ok' : reply.error.code;
      };
      expect(await refusal('audits.destroy', {})).toBe('unknown-method');
      expect(await refusal('__proto__', {})).toBe('unknown-method');
      expect(await refusal('audits.create', { title: '' })).toBe('invalid-input');
      expect(await refusal('audits.create', null)).toBe('invalid-input');
      expect(await refusal('audits.open', { audit: 'nowhere' })).toBe('not-found');
      expect(await refusal('audits.list', { surprise: 1 })).toBe('invalid-input');
    });
  });
}
