import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../electron/core/catalogue-files.ts';
import { isOwnQuestion, isUntouched, ownQuestionId } from '../../shared/domain/checklist.ts';
import { verdictInForce } from '../../shared/domain/roll-up.ts';
import { countAudit, resultsByRequirement } from '../../shared/domain/summary.ts';
import { slotsFor, tailor } from '../../shared/domain/tailoring.ts';
import { plainTemplate, templateOf } from '../../shared/domain/templates.ts';
import { auditTypes, keysOf, systemRoles, type Verdict, verdicts } from '../../shared/domain/vocabulary.ts';
import { anItem, anOpenAudit } from '../support/open-audit.ts';

const catalogue = loadCatalogue(path.resolve(import.meta.dirname, '../../assets/catalogues/iso-42001-2023'));
const ids = catalogue.requirements.map(({ id }) => id);
const roles = keysOf(systemRoles);

const tailoring = fc.record({
  template: fc.constantFrom(...catalogue.templates, ...keysOf(auditTypes).map(plainTemplate)),
  aiRoles: fc.subarray(roles),
  requirements: fc.option(fc.subarray(ids), { nil: undefined }),
  systems: fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    .chain((names) =>
      fc.tuple(...names.map((id) => fc.constantFrom(...roles).map((role) => ({ id: id as string, role })))),
    ),
});

describe('tailoring', () => {
  it('asks or leaves out every question of the catalogue exactly once, whatever the audit is cut to', () => {
    fc.assert(
      fc.property(tailoring, (given) => {
        const { questions, leftOut } = tailor(catalogue, given);
        const asked = new Set(questions.map(({ question }) => question.id));
        expect(asked.size + leftOut.reduce((sum, entry) => sum + entry.questions, 0)).toBe(catalogue.questions.length);
        for (const entry of leftOut) expect(entry.questions).toBeGreaterThan(0);
      }),
    );
  });

  it('covers every requirement in scope and none outside it', () => {
    fc.assert(
      fc.property(tailoring, (given) => {
        const { questions, notCovered } = tailor(catalogue, given);
        const covered = new Set(questions.map(({ question }) => question.requirement));
        const named = given.requirements ?? given.template.requirements;
        const inScope = given.requirements === undefined && named.length === 0 ? ids : named;
        expect([...covered].toSorted()).toEqual([...new Set(inScope)].toSorted());
        expect(notCovered).toEqual(ids.filter((id) => !covered.has(id)));
      }),
    );
  });

  it('puts a question per system once for each sampled system whose role it fits, and every other one once', () => {
    fc.assert(
      fc.property(tailoring, (given) => {
        const byQuestion = Map.groupBy(tailor(catalogue, given).questions, ({ question }) => question.id);
        for (const asked of byQuestion.values()) {
          const { question } = asked[0]!;
          const fitting = given.systems.filter(({ role }) => question.aiRoles.includes(role)).map(({ id }) => id);
          const expected = question.perSystem && fitting.length > 0 ? fitting : [null];
          expect(asked.map(({ aiSystem }) => aiSystem)).toEqual(expected);
        }
      }),
    );
  });

  it('proposes slots only about what is in scope, and those about nothing in particular', () => {
    fc.assert(
      fc.property(fc.constantFrom(...catalogue.templates), fc.subarray(ids), (template, leftOut) => {
        const slots = slotsFor(template, leftOut);
        expect(slots.flatMap(({ requirements }) => requirements).filter((id) => leftOut.includes(id))).toEqual([]);
        const general = template.slots.filter(({ requirements }) => requirements.length === 0).length;
        expect(slots.filter(({ requirements }) => requirements.length === 0)).toHaveLength(general);
        expect(slotsFor(template, [])).toEqual(template.slots);
      }),
    );
  });

  it('falls back to the type where an audit names no template of its catalogue', () => {
    expect(templateOf(catalogue, { template: 'gone', type: 'stage-1' }).id).toBe('stage-1');
    expect(templateOf({ templates: [] }, { template: '', type: 'stage-1' })).toEqual(plainTemplate('stage-1'));
  });
});

describe('questions of one audit', () => {
  it('number own ones per requirement, never twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 120 })), (numbers) => {
        const taken = numbers.map((number) => `O-8.4-${String(number).padStart(2, '0')}`);
        const next = ownQuestionId('8.4', [...taken, 'Q-8.4-01']);
        expect(taken).not.toContain(next);
        expect(isOwnQuestion({ questionId: next })).toBe(true);
      }),
    );
    expect(isOwnQuestion({ questionId: 'Q-8.4-01' })).toBe(false);
  });

  it('are untouched only while nobody has said anything', () => {
    expect(isUntouched(anItem('1', { requirement: '8.4' }))).toBe(true);
    for (const fields of [
      { verdict: 'conforms' as const },
      { notes: 'n' },
      { reason: 'r' },
      { sampled: 's' },
      { interviewees: ['Developer'] },
      { parked: true },
    ])
      expect(isUntouched(anItem('1', { requirement: '8.4', ...fields }))).toBe(false);
  });

  it('do not wait for an answer where the statement excludes their control', () => {
    const excluded = new Set(['A.2.2']);
    for (const verdict of keysOf(verdicts)) {
      const isOpen = verdict === 'not-started' || verdict === 'in-progress';
      const inForce = verdictInForce({ requirement: 'A.2.2', verdict }, excluded);
      expect(inForce).toBe(isOpen ? 'not-applicable' : verdict);
      expect(verdictInForce({ requirement: '8.4', verdict }, excluded)).toBe(verdict);
    }
  });
});

describe('what an audit leaves out', () => {
  it('counts as not audited, unless the statement excludes it or somebody asked about it', () => {
    const entries = [{ control: 'A.2.2', applicable: false, additional: false }];
    const item = (requirement: string, verdict: Verdict) => anItem(requirement, { requirement, verdict });
    const open = anOpenAudit({ checklist: [item('8.4', 'conforms')] });
    const audit = { ...open.audit, leftOut: ['8.3', '8.4', 'A.2.2'] };
    const soa = { ...open.soa, entries: entries as never };
    const results = resultsByRequirement(catalogue, { ...open, audit, soa });
    expect(results.get('8.3')?.verdict).toBe('not-audited');
    expect(results.get('8.4')?.verdict).toBe('conforms');
    expect(results.get('A.2.2')?.verdict).toBe('not-applicable');
    expect(results.get('8.2')?.verdict).toBe('not-started');
    expect(countAudit(catalogue, { ...open, audit, soa }).requirements.byVerdict['not-audited']).toBe(1);
  });
});
