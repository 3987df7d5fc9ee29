import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../shared/errors.ts';
import { actAs, aReadyAudit, lead, letGo, reviewer } from '../support/ready-audit.ts';
import { openWord } from '../support/word.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

function aProof(): { path: string } {
  const file = path.join(aFolder(), 'change log.txt');
  writeFileSync(file, 'CHG-107, model 2.1 to 3.0, 12 January\n');
  return { path: file };
}

async function aReady(type: 'internal' | 'stage-2' = 'stage-2') {
  const folder = aFolder();
  const engine = await anEngine(folder);
  const ready = await aReadyAudit(engine.api, aProof(), type);
  return { ...engine, workspace: folder, ...ready };
}

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error: unknown) => error as AppError,
  );
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the gate', () => {
  it('names every open point, and lets none of them be issued', async () => {
    const { api, audit, finding } = await aReady();
    const { warnings } = await api.call('reports.check', { audit });
    expect(warnings.filter(({ blocks }) => blocks)).toEqual([
      { record: 'Review', message: 'The reviewer has not released the report.', blocks: true },
    ]);
    await api.call('findings.update', { audit, finding, fields: { nature: '', gradeReason: '' } });
    const refusal = await refusalOf(api.call('reports.issue', { audit }));
    expect(refusal.code).toBe('refused');
    expect(refusal.message).toMatch(/cannot be issued yet.*F-001.*2 more points are open/);
    expect((await api.call('audits.open', { audit })).audit.status).not.toBe('issued');
  });

  it.each([
    ['a question without a verdict', 'checklist.update', { fields: { verdict: 'not-started' } }, /no verdict/],
    [
      'a question not audited without a reason',
      'checklist.update',
      { fields: { verdict: 'not-audited' } },
      /no reason/,
    ],
    [
      'a nonconformity whose question conforms',
      'checklist.update',
      { fields: { verdict: 'conforms' } },
      /says: conforms/,
    ],
    ['a nonconformity on an excluded control', 'findings.update', { fields: { requirements: ['A.7.2'] } }, /excludes/],
    ['a finding without a requirement', 'findings.update', { fields: { requirements: [] } }, /names no requirement/],
    ['a finding without evidence', 'findings.update', { fields: { evidence: '' } }, /does not say what was seen/],
    ['conclusions that nobody accepted', 'conclusions.update', { fields: { acceptedAt: null } }, /not been accepted/],
    [
      'a reviewer of the team',
      'audits.update',
      { fields: { reviewer: 'Example, Dr. Ines' } },
      /belongs to the audit team/,
    ],
    ['no reviewer', 'audits.update', { fields: { reviewer: '' } }, /No reviewer is named/],
  ])('blocks %s', async (_, method, input, sentence) => {
    const { api, audit, item, finding } = await aReady();
    await api.call('soa.updateEntry', {
      audit,
      control: 'A.7.2',
      fields: { applicable: false, justification: 'No own models.' },
    });
    const named = method.startsWith('checklist') ? { item } : method.startsWith('findings') ? { finding } : {};
    await api.call(method as 'checklist.update', { audit, ...named, ...input } as never);
    const { warnings } = await api.call('reports.check', { audit });
    expect(warnings.filter(({ blocks }) => blocks).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(sentence),
    );
  });

  it('says, and does not block, what a reader should know: evidence that nothing refers to', async () => {
    const { api, audit } = await aReady();
    const file = path.join(aFolder(), 'spare.txt');
    writeFileSync(file, 'spare');
    await api.call('evidence.add', { audit, files: [{ path: file }] });
    const { warnings } = await api.call('reports.check', { audit });
    expect(warnings.find(({ record }) => record === 'E-002')).toMatchObject({ blocks: false });
  });
});

describe('the review', () => {
  it('is released by the named reviewer only, in review, with every comment answered', async () => {
    const { api, audit, finding } = await aReady();
    const release = () => api.call('reports.release', { audit });
    expect((await refusalOf(release())).message).toContain('while it is in review');
    await api.call('audits.update', { audit, fields: { status: 'in-review' } });
    expect((await refusalOf(release())).message).toContain(`Only the reviewer, ${reviewer}`);
    await actAs(api, reviewer);
    const about = { noun: 'finding' as const, target: finding, text: 'Which release was it?' };
    const comment = await api.call('reviewComments.create', { audit, fields: about });
    expect(comment).toMatchObject({ writtenBy: reviewer, disposition: 'open' });
    expect((await refusalOf(release())).message).toContain('One comment is still open');
    const { warnings } = await api.call('reports.check', { audit });
    expect(warnings).toContainEqual(expect.objectContaining({ record: 'F-001', blocks: true }));
    await actAs(api, lead);
    const answer = { disposition: 'accepted' as const, answer: 'CHG-107 is named now.' };
    const answered = await api.call('reviewComments.update', { audit, reviewComment: comment.id, fields: answer });
    expect(answered).toMatchObject({ answeredBy: lead, disposition: 'accepted' });
    await actAs(api, reviewer);
    expect(await release()).toMatchObject({ releasedBy: reviewer });
    expect((await api.call('reports.check', { audit })).warnings.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it('has to be done again where the audit was changed after the release', async () => {
    const { api, audit, finding } = await aReady();
    await letGo(api, audit);
    await api.call('signatures.create', { audit, fields: { name: lead, side: 'team' } });
    // Neither a signature nor the name of the file is something that the reviewer has to see again.
    await api.call('audits.update', { audit, fields: { fileNamePattern: '{ref}, {version}' } });
    const blocked = async () => (await api.call('reports.check', { audit })).warnings.filter(({ blocks }) => blocks);
    expect(await blocked()).toEqual([]);
    await api.call('findings.update', { audit, finding, fields: { title: 'Reworded late' } });
    expect(await blocked()).toEqual([expect.objectContaining({ record: 'Review' })]);
    await actAs(api, reviewer);
    await api.call('reports.release', { audit });
    expect(await blocked()).toEqual([]);
  });

  it('can be left out of an internal audit, and of no other', async () => {
    const inside = await aReady('internal');
    await inside.api.call('audits.update', { audit: inside.audit, fields: { reviewStep: false, reviewer: '' } });
    expect((await inside.api.call('reports.issue', { audit: inside.audit })).issue.version).toBe(1);
    const outside = await aReady('stage-2');
    await outside.api.call('audits.update', { audit: outside.audit, fields: { reviewStep: false } });
    const refusal = await refusalOf(outside.api.call('reports.issue', { audit: outside.audit }));
    expect(refusal.message).toContain('has not released');
  });
});

describe('issuing', () => {
  it('keeps both documents and the model by their hashes, locks the audit, and verify proves them', async () => {
    const { api, audit, ref, workspace, ...engine } = await aReady();
    await letGo(api, audit);
    const { issue, files, warnings, counts } = await api.call('reports.issue', { audit });
    expect(issue).toMatchObject({ version: 1, issuedBy: lead, releasedBy: reviewer, reason: '', differences: '' });
    for (const hash of [issue.word, issue.excel, issue.model]) {
      expect(sha256(path.join(workspace, 'vault', hash))).toBe(hash);
    }
    expect(files.map(({ name }) => name)).toEqual([
      `${ref} Invented Ltd audit report v1.docx`,
      `${ref} Invented Ltd audit report v1.xlsx`,
    ]);
    for (const file of files) expect(sha256(file.path)).toBe(file.sha256);
    expect(warnings.some(({ blocks }) => blocks)).toBe(false);
    expect(counts).toMatchObject({ findings: { total: 1 } });
    expect((await api.call('audits.open', { audit })).audit.status).toBe('issued');
    const model = JSON.parse(readFileSync(path.join(workspace, 'vault', issue.model), 'utf8'));
    expect(model.head.hash).toBe(issue.head);
    expect(await engine.verify()).toMatchObject({ ok: true, checked: { files: 4 } });
    const { paragraphs } = openWord(files[0]?.path ?? '');
    expect(paragraphs.map(({ text }) => text).join('\n')).toMatch(/Version 1, issued/);
    expect((await refusalOf(api.call('reports.issue', { audit }))).message).toContain('issued already');
    writeFileSync(path.join(workspace, 'vault', issue.word), 'not the report');
    const { problems } = await engine.verify();
    expect(problems).toMatchObject([{ code: 'changed-file', record: 'version 1, Word report' }]);
  });

  it('answers a repeated call with the version that it made', async () => {
    const { api, audit } = await aReady();
    await letGo(api, audit);
    const id = '01990000-0000-7000-8000-000000000001';
    const first = await api.call('reports.issue', { audit, id });
    const second = await api.call('reports.issue', { audit, id });
    expect(second.issue).toEqual(first.issue);
    expect(second.files.map(({ sha256: hash }) => hash)).toEqual([first.issue.word, first.issue.excel]);
  });

  it('leaves nothing where it is cancelled', async () => {
    const { api, audit, workspace, ...engine } = await aReady();
    await letGo(api, audit);
    const call = refusalOf(api.call('reports.issue', { audit, job: 'j' }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await api.call('jobs.cancel', { job: 'j' });
    expect((await call).code).toBe('cancelled');
    expect((await api.call('audits.open', { audit })).reportIssues).toEqual([]);
    expect(readdirSync(path.join(workspace, 'staging'))).toEqual([]);
    expect((await engine.verify()).ok).toBe(true);
  });

  it('corrects with a reason, and prints the differences in the next version', async () => {
    const { api, audit, finding, ref, workspace, ...engine } = await aReady();
    await letGo(api, audit);
    const signature = { name: lead, side: 'team' as const, drawing: 'M10 10L200 90M30 30L40 40' };
    await api.call('signatures.create', { audit, fields: signature });
    await api.call('reports.issue', { audit });
    expect((await refusalOf(api.call('reports.correct', { audit, reason: ' ' }))).code).toBe('invalid-input');
    await api.call('reports.correct', { audit, reason: 'The client showed that two changes were meant.' });
    await api.call('findings.update', {
      audit,
      finding,
      fields: { nature: 'For two of three sampled changes of the model the assessment was not redone in time.' },
    });
    await api.call('findings.grade', {
      audit,
      finding,
      decision: { grade: 'major', unfulfilled: 'yes', systemic: 'yes', reason: 'Two of three changes.' } as never,
    });
    const draft = await api.call('reports.check', { audit });
    expect(draft.warnings.filter(({ blocks }) => blocks)).toMatchObject([{ record: 'Review' }]);
    await letGo(api, audit);
    const { issue, files } = await api.call('reports.issue', { audit });
    expect(issue).toMatchObject({ version: 2, reason: 'The client showed that two changes were meant.' });
    expect(issue.differences.split('\n')).toEqual([
      'F-001: grade was “Minor nonconformity” and is “Major nonconformity”; nature was reworded; grade reason was reworded.',
    ]);
    const text = openWord(files[0]?.path ?? '')
      .paragraphs.map((paragraph) => paragraph.text)
      .join('\n');
    expect(text).toContain('Version 2, issued');
    expect(text).toContain('F-001: grade was “Minor nonconformity” and is “Major nonconformity”');
    expect(text).toContain('The client showed that two changes were meant.');
    const { audit: after, reportIssues } = await api.call('audits.open', { audit });
    expect(after).toMatchObject({ status: 'issued', correctionReason: '' });
    expect(reportIssues.map(({ version }) => version)).toEqual([1, 2]);
    expect(existsSync(path.join(workspace, 'exports', `${ref} Invented Ltd audit report v1.docx`))).toBe(true);
    expect((await engine.verify()).ok).toBe(true);
  });
});
