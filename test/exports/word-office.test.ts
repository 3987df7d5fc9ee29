// Other programs open the report: LibreOffice draws it and writes it again, python-docx reads it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportWord } from '../../electron/exports/export-word.ts';
import { reportNotRun } from '../support/not-run.ts';
import { makePhotos } from '../support/photos.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const runs = (program: string, ...parameters: string[]) => spawnSync(program, parameters).status === 0;
const office = ['soffice', 'libreoffice'].find((program) => runs(program, '--version'));
const canReadPdf = runs('pdftotext', '-v');
const python = ['python3', '/usr/bin/python3'].find((program) => runs(program, '-c', 'import docx'));
if (!office || !canReadPdf) reportNotRun('the Word report in LibreOffice', 'soffice or pdftotext is not installed');
if (!python) reportNotRun('the Word report in python-docx', 'python-docx is not installed');

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'report.docx');
let model: ReturnType<typeof aReportModel>;

beforeAll(async () => {
  const pictures = await makePhotos(folder, 3, 40_000);
  model = aReportModel({ ...modelSizes.full, answers: 110, findings: 6, evidence: 14, pictures });
  await exportWord(model, file);
});

function convert(to: string, source: string): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const { status, stderr } = spawnSync(office ?? '', [
    profile,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    folder,
    source,
  ]);
  if (status !== 0) throw new Error(String(stderr));
}

describe.skipIf(!office || !canReadPdf)('in LibreOffice', () => {
  it('has every heading on the page that the list of contents says', { timeout: 120_000 }, () => {
    convert('pdf', file);
    const pages = spawnSync('pdftotext', ['-layout', path.join(folder, 'report.pdf'), '-'], { maxBuffer: 1 << 28 });
    const text = String(pages.stdout)
      .split('\f')
      .map((page) => page.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' ')));
    const { paragraphs, part } = openWord(file);
    const lines = paragraphs.filter(({ style }) => style === 'TOC1' || style === 'TOC2');
    expect(lines.length).toBeGreaterThan(40);
    const wrong = lines.flatMap(({ text: line }) => {
      const parts = line.split('\t');
      const title = parts.slice(0, -1).join(' ');
      const page = parts.at(-1);
      const start = title.slice(0, 50);
      const on = text[Number(page) - 1] ?? [];
      return on.some((each) => each === title || (title.length > 50 && each.startsWith(start))) ? [] : [line];
    });
    expect(wrong).toEqual([]);
    expect(part('word/footer.xml')).toContain(`<w:t>${text.length - 1}</w:t>`);
  });

  it('keeps its references, headings and pictures when written again', { timeout: 120_000 }, () => {
    convert('odt', file);
    const content = strFromU8(
      unzipSync(readFileSync(path.join(folder, 'report.odt')))['content.xml'] ?? new Uint8Array(),
    );
    expect(content).toContain('text:ref-name="E_003"');
    expect(content.match(/<text:h [^>]*text:outline-level="1"/g)).toHaveLength(15);
    expect(content.match(/<draw:frame [^>]*><draw:image /g)?.length).toBe(4);
    expect(content.match(/<draw:object /g)).toHaveLength(3);
    expect(content).toContain(model.evidence[4]?.sha256);
    expect(content).not.toMatch(/Error: Reference source not found/);
  });
});

describe.skipIf(!python)('in python-docx', () => {
  it('has the same words, tables and properties', () => {
    const script = `
import docx, json, sys
d = docx.Document(sys.argv[1])
cells = [c.text for t in d.tables for r in t.rows for c in r.cells]
print(json.dumps({'title': d.core_properties.title, 'tables': len(d.tables), 'pictures': len(d.inline_shapes),
  'headings': [p.text for p in d.paragraphs if p.style.name in ('Heading 1', 'Annex heading')],
  'text': '\\n'.join([p.text for p in d.paragraphs] + cells)}))`;
    const answer = spawnSync(python ?? '', ['-c', script, file], { maxBuffer: 1 << 28 });
    if (answer.status !== 0) throw new Error(String(answer.stderr));
    const read = JSON.parse(String(answer.stdout)) as Record<'title' | 'text', string> & {
      headings: string[];
      pictures: number;
    };
    expect(read.title).toContain('2026-003');
    expect(read.pictures).toBe(10);
    expect(read.headings).toHaveLength(15);
    for (const { number } of [...model.findings, ...model.evidence]) expect(read.text).toContain(number);
    for (const { id } of model.requirements) expect(read.text).toContain(id);
    expect(read.text).toContain('on which grounds [E-001].');
  });
});
