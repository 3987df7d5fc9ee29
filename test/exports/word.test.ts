import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { makePhotos } from '../support/photos.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { type OpenedWord, openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-word-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = (name: string) => path.join(folder, name);
const count = (text: string, part: RegExp) => [...text.matchAll(part)].length;

describe('the Word report', () => {
  let model: ReportModel;
  let word: OpenedWord;
  let body: string;
  let answer: Awaited<ReturnType<typeof exportWord>>;

  beforeAll(async () => {
    const pictures = await makePhotos(path.join(folder, 'photos'), 5, 60_000);
    model = aReportModel({ ...modelSizes.full, pictures });
    answer = await exportWord(model, target('full.docx'));
    word = openWord(target('full.docx'));
    body = word.part('word/document.xml');
  });

  it('answers with the hash and size of the file it made, and no warning for a complete audit', () => {
    const bytes = readFileSync(target('full.docx'));
    expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(answer.size).toBe(bytes.length);
    expect(answer.warnings).toEqual([]);
  });

  it('holds every requirement, question, finding, piece of evidence and whole hash', () => {
    const text = word.paragraphs.map((paragraph) => paragraph.text).join('\n');
    for (const { id, questions } of model.requirements) {
      expect(text).toContain(id);
      for (const question of questions) {
        expect(text).toContain(question.id);
        expect(text).toContain(question.text);
        expect(text).toContain(question.notes.replaceAll(/\[(.+?)\]/g, '[$1]'));
      }
    }
    for (const { number, heading } of model.findings) expect(text).toContain(`${number} ${heading}`);
    for (const { number, sha256 } of model.evidence) {
      expect(text).toContain(number);
      expect(text).toContain(sha256);
    }
    expect(text).not.toContain(model.notes[0]?.text);
  });

  it('has the sections in order, as real headings', () => {
    const headings = word.paragraphs
      .filter(({ style }) => style === 'Heading1' || style === 'AnnexHeading')
      .map(({ text }) => text);
    expect(headings).toEqual([
      'Document control',
      '1 For the board',
      '2 Scope, criteria and method',
      '3 Plan and meetings',
      '4 AI systems',
      '5 Results by clause',
      '6 Results by control group',
      '7 Findings',
      '8 Conclusions',
      'Annex A Complete checklist',
      'Annex B Statement of Applicability',
      'Annex C Evidence register',
      'Annex D Photographs',
      'Annex E Same ground elsewhere',
      'Annex F Where each required content is',
    ]);
    const styles = word.part('word/styles.xml');
    expect(styles).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?<w:outlineLvl w:val="0"\/>/);
    expect(styles).toContain('w:styleId="Caption"><w:name w:val="caption"/>');
  });

  it('has a list of contents that is filled, linked and paged, and asks nothing on opening', () => {
    const lines = word.paragraphs.filter(({ style }) => style === 'TOC1' || style === 'TOC2');
    expect(lines.length).toBeGreaterThan(40);
    for (const { text } of lines) expect(text).toMatch(/^.+\t\d+$/);
    const others = word.paragraphs.filter(({ style }) => style === 'TableofFigures').map(({ text }) => text);
    const captions = word.paragraphs.filter(({ style, text }) => style === 'Caption' && text).map(({ text }) => text);
    for (const label of ['Figure', 'Table']) {
      const named = others.filter((text) => text.startsWith(label)).map((text) => text.replace(/\t\d+$/, ''));
      expect(named).toEqual(captions.filter((text) => text.startsWith(label)));
    }
    expect(body).toMatch(/ TOC \\o "1-2" .* TOC \\c "Figure" .* TOC \\c "Table" /s);
    expect(count(body, /<w:hyperlink w:anchor="_Toc/g)).toBe(lines.length + others.length);
    expect(count(body, /PAGEREF _Toc/g)).toBe(lines.length + others.length);
    expect(body + word.part('word/settings.xml')).not.toMatch(/updateFields|w:dirty/);
  });

  it('has lines without a number in its contents that go straight to their page', () => {
    const lines = [...body.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC[12]"\/>(.*?)<\/w:pPr>(.*?)<\/w:p>/g)];
    const isStraight = ([, properties = '']: RegExpExecArray) => properties.includes('<w:tab w:val="clear"');
    const tabs = ([, , content = '']: RegExpExecArray) => count(content, /<w:tab\/>/g);
    expect(lines.filter((line) => tabs(line) === 1).length).toBeGreaterThan(2);
    for (const line of lines) expect(isStraight(line)).toBe(tabs(line) === 1);
  });

  it('leads every field and link to a bookmark that is there once', () => {
    const bookmarks = [...body.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    const targets = [...body.matchAll(/(?:REF|PAGEREF) (\S+) |w:anchor="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(targets.length).toBeGreaterThan(500);
    expect(targets.filter((name) => !bookmarks.includes(name))).toEqual([]);
    expect(body).toMatch(/<w:bookmarkStart w:id="\d+" w:name="E_012"\/><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t>E-012<\/w:t>/);
  });

  it('shows the counts of the model', () => {
    const counts = word.tables.get('Counts of this audit') ?? [];
    const pairs = new Map(counts.flatMap((cells) => [[cells[0], cells[1]] as const, [cells[3], cells[4]] as const]));
    expect(pairs.get('Requirements')).toBe('70');
    expect(pairs.get('Questions: nonconforming')).toBe(String(model.counts.questions.byVerdict.nonconforming));
    expect(pairs.get('Findings: major nonconformity')).toBe(String(model.counts.findings.byGrade.major));
    expect(pairs.get('Pieces of evidence')).toBe(String(model.evidence.length));
    const map = word.tables
      .get('Result of every requirement')
      ?.flat()
      .filter((cell) => /^[A\d]\S* .$/.test(cell));
    expect(map).toHaveLength(70);
  });

  it('repeats the header of every long table and numbers captions with real fields', () => {
    const tables = body
      .split('<w:tbl>')
      .slice(1)
      .filter((table) => table.includes('w:val="ReportTable"'));
    expect(tables.length).toBeGreaterThan(80);
    expect(tables.filter((table) => !table.includes('<w:tblHeader/>'))).toEqual([]);
    const captions = word.paragraphs.filter(({ style, text }) => style === 'Caption' && text);
    const numbers = (label: string) =>
      captions.flatMap(({ text }) => new RegExp(`^${label} (\\d+)\\. \\S`).exec(text)?.[1] ?? []).map(Number);
    expect(numbers('Table')).toEqual(numbers('Table').map((_, position) => position + 1));
    expect(numbers('Figure')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(count(body, /SEQ (?:Table|Figure) /g)).toBe(captions.length);
  });

  it('has header and footer with page fields, and properties', () => {
    expect(word.part('word/header.xml')).toContain('2026-003 · Northwind Claims (invented sample)');
    expect(word.part('word/footer.xml')).toMatch(/ PAGE .* NUMPAGES /);
    const core = word.part('docProps/core.xml');
    expect(core).toContain('<dc:title>Audit report 2026-003, Northwind Claims (invented sample)</dc:title>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toMatch(/<dc:subject>.+<\/dc:subject><dc:creator>.+<\/dc:creator>/);
    expect(core).toContain('<cp:keywords>2026-003, ');
    expect(word.part('docProps/app.xml')).toMatch(/<Company>.+<\/Company>/);
    const custom = word.part('docProps/custom.xml');
    for (const [name, text] of [
      ['Reference', '2026-003'],
      ['Version', 'draft of version 1'],
      ['Made with', 'Plumbline 0.1.0'],
    ])
      expect(custom).toContain(`name="${name}"><vt:lpwstr>${text}</vt:lpwstr>`);
  });

  it('stores photos unpacked, each once, with alternative text and their own proportions', () => {
    expect(word.names.filter((name) => name.startsWith('word/media/picture'))).toHaveLength(5);
    const extents = [
      ...body.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:docPr id="(\d+)" name="([^"]+)" descr="([^"]+)"/g),
    ].filter(([, , , , name]) => !name?.startsWith('Signature'));
    expect(extents).toHaveLength(9);
    const [, ...figures] = extents.filter(([, , , , name]) => !/^Figure [123]$/.test(name ?? ''));
    for (const [position, [, width, height, , name, alt]] of figures.entries()) {
      const picture = model.evidence[position]?.picture;
      expect(name).toBe(`Figure ${position + 4}`);
      expect(alt).toContain(model.evidence[position]?.number);
      expect(Number(width) / Number(height)).toBeCloseTo((picture?.width ?? 0) / (picture?.height ?? 1), 2);
    }
    expect(word.part('[Content_Types].xml')).toContain('Extension="jpeg" ContentType="image/jpeg"');
  });

  it('is the same file for the same model', async () => {
    const again = await exportWord(model, target('again.docx'));
    expect(again.sha256).toBe(answer.sha256);
  });
});

describe('an export of an unusual audit', () => {
  it('says in a sentence where a section has nothing, and warns of what is missing', async () => {
    const model = aReportModel({ ...modelSizes.small, findings: 0, evidence: 0 });
    const { aiSystems: _, team: __, ...rest } = model;
    const bare = { ...rest, aiSystems: [], team: [], audit: { ...model.audit, objectives: '', distribution: '' } };
    const { warnings } = await exportWord(bare, target('bare.docx'));
    const text = openWord(target('bare.docx')).paragraphs.map((paragraph) => paragraph.text);
    for (const sentence of [
      'No finding was raised.',
      'No evidence was registered.',
      'No AI system is recorded for this audit.',
      'There are no photographs or screenshots to show.',
      'No member of the audit team is recorded.',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(text.filter((line) => line.startsWith('The lead auditor has not accepted an answer'))).toHaveLength(4);
    expect(warnings).toContainEqual({
      record: 'Scope',
      message: 'The report lacks: what the audit was to find out. The objectives are not recorded.',
    });
    expect(warnings).toContainEqual({
      record: 'Scope',
      message: 'The report lacks: who gets the report. The distribution list is not recorded.',
    });
  });

  it('takes any text: forbidden characters, halves of pairs, right to left, very long', async () => {
    const model = aReportModel(modelSizes.small);
    const [requirement] = model.requirements;
    const question = requirement?.questions[0];
    if (!requirement || !question) throw new Error('The model has no question.');
    const long = 'Long text that goes on. '.repeat(8_400);
    question.notes = `a\u0000b\u000Bc\uD800d\uFFFFe & <f> "g" 😀\r\nnext\tline\n\n${long}\n\nשלום [E-001] עולם`;
    question.reason = 'See [E-999] and [F-001].';
    model.audit.title = 'Title & <tag>\u0007';
    const { warnings } = await exportWord(model, target('odd.docx'));
    expect(warnings).toContainEqual({
      record: question.id,
      message: 'Refers to E-999, which does not exist in this audit.',
    });
    const { paragraphs, part } = openWord(target('odd.docx'));
    const text = paragraphs.map((paragraph) => paragraph.text.trim());
    expect(text).toContain('abcde & <f> "g" 😀\nnext\tline');
    expect(text).toContain(long.trim());
    expect(text).toContain('Reason: See [E-999] and [F-001].');
    expect(part('word/document.xml')).toMatch(/<w:bidi\/>.*?<w:rtl\/>/);
  });

  it('goes without a picture that cannot be read, and names it', async () => {
    const [good, bad] = await makePhotos(path.join(folder, 'some'), 2, 20_000);
    if (!good || !bad) throw new Error('No photos were made.');
    const pictures = [
      good,
      { ...bad, file: path.join(folder, 'gone.jpg') },
      { ...good, mediaType: 'image/png' as const },
    ];
    const model = aReportModel({ ...modelSizes.small, pictures });
    const { warnings } = await exportWord(model, target('pictures.docx'));
    const named = warnings.filter(({ message }) => message.includes('cannot be read')).map(({ record }) => record);
    expect(named).toEqual(['E-002', 'E-003']);
    expect(openWord(target('pictures.docx')).names.filter((name) => name.includes('media/picture'))).toHaveLength(1);
    expect(model.evidence[1]?.picture).not.toBeNull();
  });

  it('embeds a picture once that several pieces of evidence show', async () => {
    const [photo] = await makePhotos(path.join(folder, 'one'), 1, 20_000);
    if (!photo) throw new Error('No photo was made.');
    await exportWord(aReportModel({ ...modelSizes.small, pictures: [photo, photo, photo] }), target('once.docx'));
    const { names, part } = openWord(target('once.docx'));
    expect(names.filter((name) => name.includes('media/picture'))).toHaveLength(1);
    expect(count(part('word/document.xml'), /<pic:pic>/g)).toBe(4);
  });
});

describe('an export that cannot be finished', () => {
  it('is refused where the model contradicts itself, and leaves no file', async () => {
    const model = aReportModel(modelSizes.small);
    model.counts = structuredClone(model.counts);
    model.counts.requirements.byVerdict.conforms += 1;
    const before = readdirSync(folder);
    await expect(exportWord(model, target('wrong.docx'))).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('leaves no file when cancelled, before or during the work', async () => {
    const before = readdirSync(folder);
    const model = aReportModel(modelSizes.small);
    await expect(exportWord(model, target('never.docx'), AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
    const controller = new AbortController();
    const cancelling = exportWord(model, target('never.docx'), controller.signal, (done) => {
      if (done > 3) controller.abort();
    });
    await expect(cancelling).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('keeps the older report when a new one fails', async () => {
    const model = aReportModel(modelSizes.small);
    const { sha256 } = await exportWord(model, target('kept.docx'));
    await expect(exportWord(model, target('kept.docx'), AbortSignal.abort())).rejects.toThrow('cancelled');
    expect(
      createHash('sha256')
        .update(readFileSync(target('kept.docx')))
        .digest('hex'),
    ).toBe(sha256);
  });
});
