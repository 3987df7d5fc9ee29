import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditTypes as types, keysOf } from '../../shared/domain/vocabulary.ts';
import { loadCatalogue } from '../../electron/core/catalogue-files.ts';

const catalogue = loadCatalogue(path.resolve(import.meta.dirname, '../../assets/catalogues/iso-42001-2023'));
const plan = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../fixtures/catalogues/iso-42001-2023.plan.json'), 'utf8'),
) as {
  requirements: { id: string; title: string; questions: number }[];
  crosswalkTargets: Record<'nistAiRmf' | 'euAiAct' | 'iso27001', string[]>;
};
const { questions, requirements, items, crosswalks, themes, evidenceTypes, interviewees, exclusionQuestion } =
  catalogue;

const countBy = <T>(list: readonly T[], key: (one: T) => string) =>
  Object.fromEntries([...Map.groupBy(list, key)].map(([name, all]) => [name, all.length]));
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function similarity(one: string, other: string): number {
  const [left, right] = [new Set(words(one)), new Set(words(other))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

describe('the catalogue', () => {
  it('has the 70 auditable items with their ids and titles, in order', () => {
    expect(requirements.map(({ id, title }) => ({ id, title }))).toEqual(
      plan.requirements.map(({ id, title }) => ({ id, title })),
    );
  });

  it('has as many questions for each item as planned, with unique ids made from the requirement', () => {
    expect(countBy(questions, ({ requirement }) => requirement)).toEqual(
      Object.fromEntries(plan.requirements.map((one) => [one.id, one.questions])),
    );
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { id, requirement } of questions)
      expect(id).toMatch(new RegExp(`^Q-${requirement.replaceAll('.', '\\.')}-\\d\\d$`));
  });

  it('knows everybody who is to be asked, and asks somebody in every question', () => {
    const known = new Set(interviewees);
    expect([...known].toSorted()).toEqual(interviewees.toSorted());
    for (const { id, interviewees: asked } of questions) {
      expect(asked.length, id).toBeGreaterThan(0);
      expect(
        asked.filter((role) => !known.has(role)),
        id,
      ).toEqual([]);
    }
    const used = new Set(questions.flatMap((question) => question.interviewees));
    expect(interviewees.filter((role) => !used.has(role))).toEqual([]);
  });

  it('says of every question what a good answer proves, where to look, and where auditors go wrong', () => {
    for (const { id, intent, lookAt, sampling, pitfall, redFlags } of questions) {
      for (const text of [intent, lookAt, sampling, pitfall]) expect(text.length, id).toBeGreaterThan(20);
      expect(redFlags.length, id).toBeGreaterThan(0);
    }
    const texts = questions.flatMap(({ intent, lookAt, pitfall }) => [intent, lookAt, pitfall]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('asks about an exclusion under a requirement that is no control', () => {
    const asked = requirements.find(({ id }) => id === exclusionQuestion?.requirement);
    expect(asked?.kind).toBe('clause');
    expect(exclusionQuestion?.question).toContain('{control}');
  });

  it('uses only known themes and evidence types, and every theme of an item is asked about', () => {
    const known = new Set([...themes.map(({ id }) => id), ...evidenceTypes.map(({ id }) => id)]);
    for (const question of questions) {
      expect(
        [...question.themes, ...question.evidenceTypes].filter((id) => !known.has(id)),
        question.id,
      ).toEqual([]);
    }
    for (const requirement of requirements) {
      const asked = new Set(
        questions.filter((question) => question.requirement === requirement.id).flatMap((question) => question.themes),
      );
      expect(
        requirement.themes.filter((theme) => !asked.has(theme)),
        requirement.id,
      ).toEqual([]);
    }
  });

  it('explains every item, with typical evidence, natures and at least one crosswalk to a target that exists', () => {
    expect(items.map(({ id }) => id)).toEqual(requirements.map(({ id }) => id));
    for (const item of items) {
      expect(item.explanation.length, item.id).toBeGreaterThan(60);
      expect(item.explanation.match(/[.?](?= [A-Z]|$)/g), item.id).toHaveLength(2);
      expect(item.documentedInformation, item.id).not.toBe('');
      expect(item.natureExamples.filter((text) => /\b(should|insufficient|never|always|poor)\b/i.test(text))).toEqual(
        [],
      );
      expect(item.typicalEvidence.length, item.id).toBeGreaterThanOrEqual(3);
      expect(item.natureExamples, item.id).toHaveLength(3);
    }
    for (const { id, nistAiRmf, euAiAct, iso27001 } of crosswalks) {
      expect(nistAiRmf.length + euAiAct.length + iso27001.length, id).toBeGreaterThan(0);
      expect(
        nistAiRmf.filter((link) => !plan.crosswalkTargets.nistAiRmf.includes(link.id)),
        id,
      ).toEqual([]);
      expect(
        euAiAct.filter((link) => !plan.crosswalkTargets.euAiAct.includes(link.id.replace(/^Art\. /, ''))),
        id,
      ).toEqual([]);
      expect(
        iso27001.filter((link) => !plan.crosswalkTargets.iso27001.includes(link.id)),
        id,
      ).toEqual([]);
    }
    expect(crosswalks.map(({ id }) => id)).toEqual(requirements.map(({ id }) => id));
  });

  it('asks in at most 35 words, openly, without grades or sub-letters', () => {
    for (const { id, question } of questions) {
      expect(question.split(/\s+/).length, id).toBeLessThanOrEqual(35);
      expect(question, id).not.toMatch(/\b(major|minor|nonconforming)\b/i);
      expect(question, id).not.toMatch(/\b\d+(\.\d+)+ ?\(?[a-k]\)/);
    }
    const closed = questions.filter(({ question }) =>
      /^(is|are|does|do|has|have|can|did|was|were|will)\b/i.test(question),
    );
    expect(closed.length / questions.length).toBeLessThanOrEqual(0.15);
  });

  it('never asks nearly the same twice', () => {
    const pairs = questions.flatMap((one, index) =>
      questions
        .slice(index + 1)
        .flatMap((other) => (similarity(one.question, other.question) > 0.8 ? [`${one.id} ~ ${other.id}`] : [])),
    );
    expect(pairs).toEqual([]);
  });

  it('keeps to the planned shares of depth and fits every type of audit', () => {
    const share = Object.fromEntries(
      Object.entries(countBy(questions, ({ depth }) => depth)).map(([depth, count]) => [
        depth,
        count / questions.length,
      ]),
    );
    for (const [depth, planned] of Object.entries({ exists: 0.2, design: 0.25, implemented: 0.35, effective: 0.2 })) {
      expect(Math.abs((share[depth] ?? 0) - planned), depth).toBeLessThanOrEqual(0.05);
    }
    const surveillance = questions.filter(({ auditTypes }) => auditTypes.includes('surveillance'));
    const lived = surveillance.filter(({ depth }) => depth === 'implemented' || depth === 'effective');
    expect(lived.length / surveillance.length).toBeGreaterThan(0.6);
    for (const type of keysOf(types))
      expect(questions.filter((question) => question.auditTypes.includes(type)).length, type).toBeGreaterThan(50);
    const stageOne = questions.filter(({ auditTypes }) => auditTypes.includes('stage-1'));
    expect(stageOne.filter(({ depth }) => depth !== 'exists' && depth !== 'design')).toEqual([]);
    expect(
      questions.filter(({ auditTypes }) => !auditTypes.includes('stage-2') || !auditTypes.includes('internal')),
    ).toEqual([]);
  });
});
