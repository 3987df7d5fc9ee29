import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadCatalogues, loadGuidelines } from '../../electron/core/catalogue-files.ts';
import { requirementsOf, tailor } from '../../shared/domain/tailoring.ts';
import { auditTypes, keysOf } from '../../shared/domain/vocabulary.ts';
import { aFolder } from '../support/workspace.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/catalogues');
const catalogue = loadCatalogue(path.join(folder, 'iso-42001-2023'));
const { templates, requirements } = catalogue;
const byType = (type: string) => templates.find((template) => template.type === type);

describe('the templates', () => {
  it('are there for every type of audit, in the order of the types', () => {
    expect(templates.map(({ id }) => id)).toEqual(keysOf(auditTypes));
    expect(templates.map(({ type }) => type)).toEqual(keysOf(auditTypes));
  });

  it('ask about every requirement they take in with a question of their own type and depth', () => {
    for (const template of templates) {
      const { questions } = tailor(catalogue, { template, aiRoles: [], systems: [] });
      const unfit = questions.filter(
        ({ question }) => !question.auditTypes.includes(template.type) || !template.depths.includes(question.depth),
      );
      expect(
        unfit.map(({ question }) => question.id),
        template.id,
      ).toEqual([]);
      expect(template.leftOutReason !== '', template.id).toBe(template.requirements.length > 0);
    }
    expect(byType('stage-1')?.depths).toEqual(['exists', 'design']);
    for (const type of ['internal', 'stage-2', 'recertification'])
      expect(tailor(catalogue, { template: byType(type)!, aiRoles: [], systems: [] }).questions).toHaveLength(250);
  });

  it('propose a plan that covers what is in, on days of at most seven hours', () => {
    const known = new Set(requirements.map(({ id }) => id));
    for (const template of templates) {
      const planned = template.slots.flatMap((slot) => slot.requirements);
      expect(
        planned.filter((id) => !known.has(id)),
        template.id,
      ).toEqual([]);
      const covered = new Set(planned);
      expect(
        requirementsOf(catalogue, template).filter((id) => !covered.has(id)),
        template.id,
      ).toEqual([]);
      for (const slots of Map.groupBy(template.slots, ({ day }) => day).values())
        expect(
          slots.reduce((sum, { minutes }) => sum + minutes, 0),
          template.id,
        ).toBeLessThanOrEqual(420);
      const kinds = template.meetings.map(({ kind }) => kind);
      expect(kinds[0], template.id).toBe('opening');
      expect(kinds.at(-1), template.id).toBe('closing');
      for (const { agenda } of template.meetings) expect(agenda.length).toBeGreaterThan(2);
    }
  });

  it('grade in words of their own, each with its meaning; stage 1 only names areas of concern', () => {
    for (const { id, grades, sections } of templates) {
      expect(new Set(grades.map(({ grade }) => grade)).size, id).toBe(grades.length);
      for (const { definition } of grades) expect(definition.length, id).toBeGreaterThan(40);
      expect(sections.slice(0, 3), id).toEqual(['cover', 'control', 'contents']);
      expect(sections, id).toEqual(
        expect.arrayContaining(['scope', 'findings', 'conclusions', 'checklist', 'evidence']),
      );
    }
    const stageOne = byType('stage-1')?.grades.map(({ grade }) => grade);
    expect(stageOne).toContain('concern');
    expect(stageOne).not.toContain('major');
    expect(stageOne).not.toContain('minor');
    expect(byType('stage-2')?.grades.map(({ grade }) => grade)).toEqual(expect.arrayContaining(['major', 'minor']));
  });
});

describe('editions', () => {
  it('of the standard are one more folder, and the later one comes first', () => {
    const home = aFolder();
    cpSync(folder, home, { recursive: true });
    const later = path.join(home, 'later');
    cpSync(path.join(home, 'iso-42001-2023'), later, { recursive: true });
    const frame = path.join(later, 'catalogue.json');
    const content = JSON.parse(readFileSync(frame, 'utf8'));
    writeFileSync(
      frame,
      JSON.stringify({ ...content, id: 'later', standard: { ...content.standard, edition: '2031' } }),
    );
    expect(loadCatalogues(home).map(({ catalogue: one }) => one.standard.edition)).toEqual(['2031', '2023']);
  });

  it('of the auditing guidance are one file each, the one in force first', () => {
    const guidelines = loadGuidelines();
    expect(guidelines.map(({ edition, status }) => [edition, status])).toEqual([
      ['2026', 'current'],
      ['2018', 'withdrawn'],
    ]);
    for (const { topics } of guidelines) expect(topics.report).toBe('6.5.1');
  });
});
