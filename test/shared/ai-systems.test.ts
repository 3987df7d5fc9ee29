import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, noChoices, planImport, type ReadSystem } from '../../shared/domain/ai-system-import.ts';
import { aiSystemFields, systemKey } from '../../shared/domain/ai-systems.ts';
import type { Question } from '../../shared/domain/catalogue.ts';
import { questionsDue, sampleBy, samplingWarnings } from '../../shared/domain/system-sampling.ts';
import { impacts, keysOf, lifecycleStages, systemRoles } from '../../shared/domain/vocabulary.ts';

const system = (id: string, fields: Partial<ReturnType<typeof aiSystemFields.parse>> = {}) => ({
  id,
  ...aiSystemFields.parse({ name: id, ...fields }),
});
const codes = (list: ReturnType<typeof samplingWarnings>) => list.map(({ code }) => code);

const anySystem = fc.record({
  id: fc.uuid(),
  name: fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name.trim() !== ''),
  purpose: fc.constantFrom('', 'p', 'q'),
  role: fc.constantFrom(...keysOf(systemRoles)),
  lifecycle: fc.constantFrom(...keysOf(lifecycleStages)),
  impact: fc.constantFrom(...keysOf(impacts)),
  owner: fc.constantFrom('', 'A', 'B'),
  supplier: fc.constantFrom('', 'S'),
  inScope: fc.boolean(),
  sampled: fc.boolean(),
  samplingReason: fc.constantFrom('', 'r'),
});

describe('the sample of AI systems', () => {
  it('warns of a high-impact system in scope that is neither sampled nor explained', () => {
    const high = system('a', { impact: 'high' });
    const other = system('b', { sampled: true, samplingReason: 'r' });
    const asked = [{ aiSystem: 'b' }];
    expect(codes(samplingWarnings([high, other], asked))).toEqual(['high-not-sampled']);
    expect(samplingWarnings([{ ...high, samplingReason: 'Seen last year.' }, other], asked)).toEqual([]);
    expect(samplingWarnings([{ ...high, inScope: false }, other], asked)).toEqual([]);
  });

  it('warns where nothing is sampled, or what is sampled is not asked about, not explained or out of scope', () => {
    expect(codes(samplingWarnings([system('a')], []))).toEqual(['none-sampled']);
    expect(codes(samplingWarnings([system('a', { sampled: true })], []))).toEqual(['no-question', 'no-reason']);
    expect(codes(samplingWarnings([system('a', { sampled: true, inScope: false })], []))).toEqual(['out-of-scope']);
    expect(samplingWarnings([], [])).toEqual([]);
  });

  it('warns of roles and stages in scope without a sampled system', () => {
    const list = [
      system('a', { sampled: true, samplingReason: 'r' }),
      system('b', { role: 'customer', lifecycle: 'retirement' }),
      system('c', { role: 'partner', inScope: false }),
    ];
    expect(samplingWarnings(list, [{ aiSystem: 'a' }])).toEqual([
      { code: 'role-not-sampled', value: 'customer' },
      { code: 'lifecycle-not-sampled', value: 'retirement' },
    ]);
  });

  it('counts every system in scope once in every grouping', () => {
    fc.assert(
      fc.property(fc.array(anySystem, { maxLength: 20 }), (systems) => {
        const inScope = systems.filter((one) => one.inScope);
        for (const grouping of ['impact', 'role', 'lifecycle'] as const) {
          const groups = sampleBy(systems, grouping);
          expect(groups.reduce((sum, { population }) => sum + population, 0)).toBe(inScope.length);
          expect(groups.reduce((sum, { sampled }) => sum + sampled, 0)).toBe(
            inScope.filter(({ sampled }) => sampled).length,
          );
        }
      }),
    );
  });

  it('asks for a system what the catalogue asks per system, suits its role and is not asked yet', () => {
    const question = (id: string, perSystem: boolean, aiRoles: Question['aiRoles'] = []): Question => ({
      id,
      requirement: '8.4',
      question: 'q',
      intent: '',
      lookAt: '',
      sampling: '',
      interviewees: [],
      evidenceTypes: [],
      depth: 'implemented',
      perSystem,
      auditTypes: ['internal'],
      aiRoles,
      themes: [],
      redFlags: [],
      pitfall: '',
    });
    const item = (id: string, questionId: string, aiSystem: string | null) => ({
      id,
      questionId,
      control: '',
      requirement: '8.4',
      aiSystem,
    });
    const questions = [
      question('Q1', true),
      question('Q2', false),
      question('Q3', true, ['customer']),
      question('Q4', true),
    ];
    const checklist = [item('1', 'Q1', null), item('2', 'Q2', null), item('3', 'Q3', null), item('4', 'Q4', 'a')];
    expect(questionsDue({ id: 'a', role: 'producer' }, checklist, questions)).toEqual(['1']);
    expect(questionsDue({ id: 'b', role: 'customer' }, checklist, questions)).toEqual(['1', '3', '4']);
  });
});

describe('the import of AI systems', () => {
  const row = (number: number, fields: ReadSystem['fields']): ReadSystem => ({ row: number, fields, unread: [] });

  it('fills what is empty and asks where it differs', () => {
    const stored = system('a', { owner: 'Old', impact: 'unknown' });
    const { fresh, known } = planImport(
      [row(2, { name: ' A ', owner: 'New', impact: 'high', purpose: 'p' })],
      [stored],
    );
    expect(fresh).toEqual([]);
    expect(known[0]).toMatchObject({
      fills: { impact: 'high', purpose: 'p' },
      differs: [{ field: 'owner', before: 'Old', after: 'New', isTaken: false }],
    });
    expect(known[0] && changedFields(known[0])).toEqual({ impact: 'high', purpose: 'p' });
  });

  it('never overwrites without a choice, and a second time has nothing to do', () => {
    fc.assert(
      fc.property(fc.array(anySystem, { maxLength: 6 }), fc.array(anySystem, { maxLength: 6 }), (stored, told) => {
        const rows = [...new Map(told.map((one) => [systemKey(one.name), one])).values()];
        const read = rows.map(({ id: _id, ...fields }, place) => row(place + 2, fields));
        const unique = [...new Map(stored.map((one) => [systemKey(one.name), one])).values()];
        const plan = planImport(read, unique, noChoices);
        const after = [
          ...unique.map((one) => {
            const match = plan.known.find(({ aiSystem }) => aiSystem === one.id);
            return { ...one, ...(match ? changedFields(match) : {}) };
          }),
          ...plan.fresh.map(({ row: number, fields }) => system(`fresh ${number}`, fields as never)),
        ];
        for (const one of unique) {
          const now = after.find(({ id }) => id === one.id);
          if (one.owner !== '') expect(now?.owner).toBe(one.owner);
          expect(now).toMatchObject({ name: one.name, role: one.role, inScope: one.inScope, sampled: one.sampled });
        }
        const again = planImport(read, after);
        expect(again.fresh).toEqual([]);
        expect(again.known.flatMap((known) => Object.keys(changedFields(known)))).toEqual([]);
      }),
    );
  });
});
