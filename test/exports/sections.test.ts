import { describe, expect, it } from 'vitest';
import type { Block, Run } from '../../electron/exports/blocks.ts';
import { countRows } from '../../electron/exports/sections/counts.ts';
import { composeReport } from '../../electron/exports/sections/compose.ts';
import { formatDay, formatInstant, formatSpan } from '../../electron/exports/sections/wording.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
const paragraphs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.runs)] : []));
const facts = (all: readonly string[]) => all.filter((line) => /^\d+ requirements: /.test(line));
const referencesOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'reference' && 'place' in value) return [String(value.place)];
  return Object.values(value).flatMap(referencesOf);
};

describe('the composed report', () => {
  const model = aReportModel();
  const { document, warnings } = composeReport(model);
  const board = document.blocks.slice(
    document.blocks.findIndex((block) => block.kind === 'heading' && block.place === 'section:board'),
    document.blocks.findIndex((block) => block.kind === 'heading' && block.place === 'section:scope'),
  );

  it('begins with one sentence of counts that cites every nonconformity', () => {
    const { requirements, findings } = model.counts;
    const fulfilled = requirements.byVerdict.conforms + requirements.byVerdict.improvement;
    const sentence = paragraphs(board)[0];
    expect(sentence).toContain(`in ${fulfilled} of ${requirements.audited} audited items`);
    expect(findings.byGrade.major).toBe(2);
    expect(sentence).toContain('Two major (F-001, F-009) and five minor (F-002, F-003, F-006, F-010, F-011)');
  });

  it('answers the four questions with accepted text and always with the results behind it', () => {
    const lines = paragraphs(board);
    for (const { question, answer, nonconformities, notAudited, requirements } of model.governance) {
      const at = lines.indexOf(question);
      expect(lines[at + 1]).toBe(answer);
      expect(lines[at + 2]).toContain(`${requirements} requirements: `);
      for (const number of [...nonconformities, ...notAudited]) expect(lines[at + 2]).toContain(number);
    }
  });

  it('says plainly that an answer is not accepted yet, with the same results', () => {
    const open = composeReport(aReportModel({ ...modelSizes.full, accepted: false }));
    const lines = paragraphs(open.document.blocks);
    expect(lines.filter((line) => line.startsWith('The lead auditor has not accepted an answer'))).toHaveLength(4);
    expect(facts(lines)).toEqual(facts(paragraphs(document.blocks)));
    expect(open.warnings.map(({ message }) => message)).toContain(
      'The report lacks: how far the criteria are fulfilled. The conclusion is not written.',
    );
  });

  it('shows every requirement once in the map, with a letter beside the colour', () => {
    const map = board.find((block) => block.kind === 'coverage');
    const cells = map?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.map(({ place }) => place)).toEqual(model.requirements.map(({ id }) => id));
    expect(cells.every(({ letter }) => letter.length === 1)).toBe(true);
  });

  it('refers only to places that exist', () => {
    const places = new Set(
      document.blocks.flatMap((block) => {
        if (block.kind === 'heading') return block.place ? [block.place] : [];
        if (block.kind !== 'table') return [];
        const runs = block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flat()));
        return runs.flatMap((run) => (run.kind === 'place' ? [run.place] : []));
      }),
    );
    const targets = [...new Set(referencesOf(document.blocks))];
    expect(targets.length).toBeGreaterThan(140);
    expect(targets.filter((target) => !places.has(target))).toEqual([]);
  });

  it('numbers tables without a gap and has no empty heading', () => {
    const captions = document.blocks.flatMap((block) =>
      (block.kind === 'table' || block.kind === 'coverage') && block.caption ? [block.caption.number] : [],
    );
    expect(captions).toEqual(captions.map((_, position) => position + 1));
    for (const [position, block] of document.blocks.entries()) {
      const next = document.blocks[position + 1];
      if (block.kind !== 'heading' || !next) continue;
      const isEmpty = next.kind === 'heading' && next.level <= block.level;
      expect(isEmpty ? block.text : '').toBe('');
    }
  });

  it('prints the three parts of every finding, its grade reason and response, and no running note', () => {
    for (const finding of model.findings) {
      const parts = document.blocks.find(
        (block) => block.kind === 'facts' && block.name === `${finding.number} in three parts`,
      );
      if (parts?.kind !== 'facts') throw new Error(`${finding.number} is missing`);
      expect(parts.rows.map(({ label }) => label)).toEqual(['Requirement', 'Evidence', 'Nature']);
      expect(parts.rows.map((row) => textOf(row.paragraphs.flat()))).toEqual([
        finding.requirement,
        finding.evidence,
        finding.nature,
      ]);
      expect(parts.tone).toBe(finding.grade);
    }
    expect(JSON.stringify(document.blocks)).not.toContain(model.notes[0]?.text);
    expect(warnings).toEqual([]);
  });

  it('names the record whose reference is dead, and what the report itself lacks, each once', () => {
    const poor = aReportModel(modelSizes.small);
    Object.assign(poor.audit, { criteria: ' ', sites: '' });
    poor.organization.sites = '';
    const [finding] = poor.findings;
    if (finding) Object.assign(finding, { nature: '', gradeReason: 'See [E-900].', requirements: ['8.4', '99.9'] });
    const composed = composeReport(poor);
    expect(composed.warnings).toContainEqual({
      record: 'Scope',
      message: 'The report lacks: what it was measured against. The criteria are not recorded.',
    });
    expect(composed.warnings).toContainEqual({
      record: 'Scope',
      message: 'The report lacks: when and where the audit took place. The places are not recorded.',
    });
    for (const target of ['E-900', '99.9']) {
      const message = `Refers to ${target}, which does not exist in this audit.`;
      expect(composed.warnings).toContainEqual({ record: 'F-001', message });
    }
    const keys = composed.warnings.map((warning) => JSON.stringify(warning));
    expect(new Set(keys).size).toBe(keys.length);
    expect(JSON.stringify(composed.document.blocks)).toContain('Not written yet.');
  });

  it('leaves the model as it was', () => {
    const before = JSON.stringify(model);
    composeReport(model);
    expect(JSON.stringify(model)).toBe(before);
  });
});

describe('the counts table', () => {
  it('has a label of its own for every count', () => {
    const rows = countRows(aReportModel());
    expect(new Set(rows.map(([label]) => label)).size).toBe(rows.length);
    expect(rows).toHaveLength(2 + 7 + 2 + 7 + 1 + 6 + 3 + 4);
  });
});

describe('wording', () => {
  it('writes dates as people do', () => {
    expect(formatDay('2026-11-07')).toBe('7 November 2026');
    expect(formatDay(null)).toBe('');
    expect(formatSpan('2026-11-16', '2026-11-18')).toBe('16 to 18 November 2026');
    expect(formatSpan('2026-10-30', '2026-11-02')).toBe('30 October to 2 November 2026');
    expect(formatSpan('2025-12-30', '2026-01-02')).toBe('30 December 2025 to 2 January 2026');
    expect(formatSpan('2026-11-16', null)).toBe('16 November 2026');
    expect(formatInstant('2026-11-17T09:40:11+01:00')).toBe('17 Nov 2026, 09:40');
    expect(formatInstant('2026-11-17T09:40:11.000Z')).toBe('17 Nov 2026, 09:40 UTC');
  });
});
