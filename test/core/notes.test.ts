import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { disk } from '../../electron/files.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

const questions = ['Q-4.1-01', 'Q-8.4-01', 'Q-8.4-02'];

async function someLines(texts: readonly string[]) {
  const engine = await anEngine();
  const { id: audit } = await anAudit(engine.api, questions);
  const ids: string[] = [];
  for (const text of texts) ids.push((await engine.api.call('notes.add', { audit, text })).id);
  const open = () => engine.api.call('audits.open', { audit });
  const undoLast = async () => {
    const [change] = await engine.api.call('changes.list', { audit, limit: 1 });
    await engine.api.call('changes.undo', { audit, change: change?.id ?? '' });
  };
  return { ...engine, audit, ids, open, undoLast };
}

const heard = ['#8.4 @Data steward :int Nobody redid it after the change !nc', '#8.4 :doc IAP-07 asks for it'];

describe('lines that become evidence', () => {
  it('are one text file in the vault, linked to the lines and to the questions they name', async () => {
    const { api, folder, audit, ids, open } = await someLines(heard);
    const evidence = await api.call('notes.toEvidence', { audit, notes: ids.toReversed() });
    expect(evidence).toMatchObject({
      number: 'E-001',
      title: 'Nobody redid it after the change',
      kind: 'interview',
      method: 'interview',
      source: 'Data steward',
      mediaType: 'text/plain',
    });
    const file = readFileSync(path.join(folder, 'vault', evidence.sha256), 'utf8');
    expect(file.indexOf(heard[0] ?? '')).toBeGreaterThan(0);
    expect(file.indexOf(heard[1] ?? '')).toBeGreaterThan(file.indexOf(heard[0] ?? ''));
    expect(evidence.size).toBe(Buffer.byteLength(file));
    const { links, checklist } = await open();
    const items = checklist.filter(({ requirement }) => requirement === '8.4').map(({ id }) => id);
    expect(links.map(({ noun, target }) => [noun, target])).toEqual([
      ...items.map((id) => ['checklistItem', id]),
      ...ids.map((id) => ['note', id]),
    ]);
    expect(readdirSync(path.join(folder, 'staging'))).toEqual([]);
    expect(await api.call('workspace.info', {})).toBeDefined();
  });

  it('give the same bytes again, and the same record for the same id', async () => {
    const { api, folder, audit, ids, open } = await someLines(heard);
    const id = uuidv7();
    const first = await api.call('notes.toEvidence', { audit, id, notes: ids });
    const again = await api.call('notes.toEvidence', { audit, id, notes: ids });
    const other = await api.call('notes.toEvidence', { audit, notes: ids.toReversed() });
    expect(again).toMatchObject({ id, number: first.number, sha256: first.sha256 });
    expect(other.sha256).toBe(first.sha256);
    expect((await open()).evidence).toHaveLength(2);
    expect(readdirSync(path.join(folder, 'vault'))).toHaveLength(1);
  });

  it('are one step to undo, and may be said to be something else', async () => {
    const { api, audit, ids, open, undoLast } = await someLines(['Seen in the server room']);
    const fields = { title: 'Server room', place: 'Site 2' };
    const evidence = await api.call('notes.toEvidence', { audit, notes: ids, fields, items: ['4.1'] });
    expect(evidence).toMatchObject({ title: 'Server room', place: 'Site 2', kind: 'document', method: 'observe' });
    expect((await open()).links).toHaveLength(2);
    await undoLast();
    expect(await open()).toMatchObject({ evidence: [], links: [], notes: [{ id: ids[0] }] });
  });

  it('leave nothing behind when they are refused or the disk fails', async () => {
    const { api, folder, audit, ids, open } = await someLines(heard);
    const refused = [
      { audit, notes: [...ids, 'no-such-line'] },
      { audit, notes: ids, items: ['99.9'] },
      { audit, notes: ids, fields: { title: 'x'.repeat(3_000) } },
    ];
    for (const input of refused) {
      const code = 'fields' in input ? 'invalid-input' : 'not-found';
      await expect(api.call('notes.toEvidence', input)).rejects.toMatchObject({ code });
    }
    const { rename } = disk;
    disk.rename = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    try {
      await expect(api.call('notes.toEvidence', { audit, notes: ids })).rejects.toMatchObject({ code: 'disk-full' });
    } finally {
      disk.rename = rename;
    }
    expect(await open()).toMatchObject({ evidence: [], links: [] });
    expect(readdirSync(path.join(folder, 'vault'))).toEqual([]);
    expect(readdirSync(path.join(folder, 'staging'))).toEqual([]);
  });
});

describe('lines that become part of an answer', () => {
  it('stand under what was there, with time and who, once', async () => {
    const { api, audit, ids, open, undoLast } = await someLines(heard);
    const item = (await open()).checklist.find(({ questionId }) => questionId === 'Q-8.4-01')?.id ?? '';
    const before = { notes: 'Asked for it.', interviewees: ['data steward'] };
    await api.call('checklist.update', { audit, item, fields: before });
    const answer = await api.call('notes.toAnswer', { audit, item, notes: ids });
    const [first, ...added] = answer.notes.split('\n');
    expect(first).toBe('Asked for it.');
    expect(added).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d .*: Nobody redid it after the change \(data steward\)$/),
      expect.stringMatching(/: IAP-07 asks for it$/),
    ]);
    expect(answer.interviewees).toEqual(['data steward']);
    expect((await api.call('notes.toAnswer', { audit, item, notes: ids })).notes).toBe(answer.notes);
    expect((await open()).noteLinks.map(({ note, target }) => [note, target])).toEqual(ids.map((id) => [id, item]));
    await undoLast();
    const after = await open();
    expect(after.noteLinks).toEqual([]);
    expect(after.checklist.find(({ id }) => id === item)).toMatchObject(before);
  });
});

describe('a finding from lines', () => {
  it('is linked to the lines and to the evidence made of them, in one step', async () => {
    const { api, audit, ids, open, undoLast } = await someLines(heard);
    const evidence = await api.call('notes.toEvidence', { audit, notes: ids.slice(0, 1) });
    const finding = await api.call('findings.create', { audit, fields: { grade: 'minor' }, notes: ids });
    const { noteLinks, links } = await open();
    expect(noteLinks.map(({ note, noun, target }) => [note, noun, target])).toEqual(
      ids.map((id) => [id, 'finding', finding.id]),
    );
    expect(links.filter(({ noun }) => noun === 'finding')).toMatchObject([
      { evidence: evidence.id, target: finding.id },
    ]);
    await undoLast();
    const after = await open();
    expect(after).toMatchObject({ findings: [], noteLinks: [], evidence: [{ id: evidence.id }] });
  });

  it('is not raised from a line of another audit', async () => {
    const { api, ids, audit, open } = await someLines(heard);
    const { id: other } = await anAudit(api, questions);
    const foreign = { audit: other, fields: { grade: 'minor' as const }, notes: ids };
    await expect(api.call('findings.create', foreign)).rejects.toMatchObject({ code: 'not-found' });
    expect((await api.call('audits.open', { audit: other })).findings).toEqual([]);
    expect((await open()).audit.id).toBe(audit);
  });
});
