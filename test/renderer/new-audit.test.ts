import { describe, expect, it } from 'vitest';
import { type AuditDraft, createDraft, createSystem } from '../../renderer/features/audits/new-audit/audit-draft.ts';
import { checkDraft, inputOf } from '../../renderer/features/audits/new-audit/audit-input.ts';
import {
  chooseRequirements,
  countByPlace,
  cutDraft,
  nameLeftOut,
  rolesInForce,
  systemsOutsideRoles,
  templateOfDraft,
  templatesOf,
} from '../../renderer/features/audits/new-audit/cut-draft.ts';
import { texts } from '../../renderer/features/audits/new-audit/texts.ts';
import type { Catalogue, Question } from '../../shared/domain/catalogue.ts';
import { plainTemplate } from '../../shared/domain/templates.ts';
import { auditTypes, keysOf } from '../../shared/domain/vocabulary.ts';
import { smallCatalogue } from '../support/open-audit.ts';
import { anEngine } from '../support/workspace.ts';

const question = (id: string, requirement: string, fields: Partial<Question> = {}): Question => ({
  id,
  requirement,
  question: `About ${requirement}?`,
  intent: '',
  lookAt: '',
  sampling: '',
  interviewees: [],
  evidenceTypes: [],
  depth: 'exists',
  perSystem: false,
  auditTypes: keysOf(auditTypes),
  aiRoles: [],
  themes: [],
  redFlags: [],
  pitfall: '',
  ...fields,
});

const catalogue: Catalogue = {
  ...smallCatalogue,
  templates: [
    { ...plainTemplate('internal'), id: 'whole' },
    {
      ...plainTemplate('surveillance'),
      id: 'part',
      depths: ['effective'],
      requirements: ['8.1', '8.4', 'A.2.2'],
      leftOutReason: 'Another year.',
    },
  ],
  questions: [
    question('Q-8.1-01', '8.1'),
    question('Q-8.1-02', '8.1', { depth: 'effective' }),
    question('Q-8.4-01', '8.4', { perSystem: true, depth: 'effective' }),
    question('Q-8.4-02', '8.4', { perSystem: true, depth: 'effective', aiRoles: ['producer'] }),
    question('Q-A.2.2-01', 'A.2.2', { depth: 'effective' }),
    question('Q-A.10.3-01', 'A.10.3', { aiRoles: ['customer'] }),
  ],
};

const aDraft = (part: Partial<AuditDraft> = {}): AuditDraft => ({
  ...createDraft('Inga Probe'),
  title: ' An audit ',
  organization: 'Invented Ltd',
  ...part,
});
const cut = (part: Partial<AuditDraft> = {}) => cutDraft(aDraft(part), catalogue);
const chosen = (template: string, ...requirements: string[]) => ({ requirements, template });

describe('a draft of an audit', () => {
  it('starts from the template for internal audits, and from plain ones where a catalogue has none', () => {
    expect(templateOfDraft(catalogue, '').id).toBe('whole');
    expect(templateOfDraft(catalogue, 'part').id).toBe('part');
    expect(templatesOf(smallCatalogue).map(({ type }) => type)).toEqual(keysOf(auditTypes));
  });

  it('counts what it comes to: questions, repetitions, and what is left out by reason', () => {
    expect(cut()).toMatchObject({ questions: 6, requirements: 4, perSystem: 0, leftOut: [], reason: '' });
    const systems = [
      { ...createSystem(), name: 'One' },
      { ...createSystem(), name: 'Two', role: 'producer' as const },
      { ...createSystem(), name: 'Three', sampled: false },
    ];
    const part = cut({ template: 'part', systems, aiRoles: ['provider', 'producer'] });
    expect(part).toMatchObject({
      questions: 5,
      requirements: 3,
      perSystem: 3,
      perSystemKinds: 2,
      leftOut: ['A.10.3'],
      beyondTemplate: [],
      reason: 'Another year.',
      leftOutQuestions: { depth: 1, role: 0, scope: 1, total: 2 },
    });
    expect(texts.results(part.questions, part.requirements, part.perSystem)).toBe(
      '5 questions about 3 requirements, 3 of them per AI system',
    );
    expect(texts.leftOut(part.leftOutQuestions)).toBe('left out: 2 (1 for other depths, 1 outside the scope)');
    expect(countByPlace(catalogue, part).byGroup.get('8')).toBe(4);
  });

  it('knows all roles by naming none, and the systems whose role is outside', () => {
    expect(rolesInForce(aDraft().aiRoles)).toEqual([]);
    expect(rolesInForce(['customer', 'producer'])).toEqual(['producer', 'customer']);
    const systems = [{ ...createSystem(), name: 'One' }];
    expect(systemsOutsideRoles({ systems, aiRoles: ['customer'] }).map(({ name }) => name)).toEqual(['One']);
  });

  it('is a choice by hand only where it differs from the template', () => {
    const part = templateOfDraft(catalogue, 'part');
    expect(chooseRequirements(catalogue, part, ['A.2.2', '8.4', '8.1'])).toBeNull();
    expect(chooseRequirements(catalogue, part, ['8.4', '8.1'])).toEqual(chosen('part', '8.1', '8.4'));
    expect(nameLeftOut(catalogue, ['8.1', 'A.2.2'])).toEqual(['8.1', 'A.2 Policies']);
  });

  it('needs a reason for what is left out beyond the template, one role and one requirement', () => {
    const check = (part: Partial<AuditDraft>) => Object.keys(checkDraft(aDraft(part), cut(part)));
    expect(check({})).toEqual([]);
    expect(check({ template: 'part' })).toEqual([]);
    expect(check({ choice: chosen('whole', '8.1') })).toEqual(['leftOutReason']);
    expect(check({ choice: chosen('whole', '8.1'), leftOutReason: 'Not here' })).toEqual([]);
    expect(check({ template: 'part', choice: chosen('part', '8.1') })).toEqual([]);
    expect(check({ choice: chosen('whole') })).toEqual(['requirements']);
    expect(check({ aiRoles: [] })).toEqual(['aiRoles']);
  });

  it('is one call with everything inside', () => {
    const draft = aDraft({ template: 'part', choice: chosen('part', '8.1'), proposals: false });
    const input = inputOf(draft, { cut: cutDraft(draft, catalogue), catalogue, hash: 'hash', guideline: 'g' });
    expect(input).toMatchObject({
      id: draft.id,
      title: 'An audit',
      type: 'surveillance',
      template: 'part',
      catalogue: 'hash',
      guideline: 'g',
      aiRoles: [],
      requirements: ['8.1'],
      leftOutReason: 'Another year.',
      team: [{ name: 'Inga Probe', role: 'lead-auditor' }],
      proposals: false,
    });
    const plain = aDraft();
    const known = { cut: cutDraft(plain, smallCatalogue), catalogue: smallCatalogue, hash: 'h', guideline: '' };
    expect(inputOf(plain, known)).not.toHaveProperty('template');
    expect(inputOf(plain, known)).not.toHaveProperty('requirements');
  });

  it('becomes just the audit that the form promised, once, however often it is sent', async () => {
    const { api } = await anEngine();
    const [row] = await api.call('catalogues.list', {});
    const whole = await api.call('catalogues.read', { hash: row?.hash ?? '' });
    const systems = [
      { ...createSystem(), name: 'One' },
      { ...createSystem(), name: 'Two', role: 'customer' as const },
    ];
    const draft = aDraft({ template: 'stage-2', systems, aiRoles: ['provider', 'customer'] });
    const promised = cutDraft(draft, whole);
    const input = inputOf(draft, { cut: promised, catalogue: whole, hash: row?.hash ?? '', guideline: '' });
    const made = await api.call('audits.create', input);
    expect(await api.call('audits.create', input)).toEqual(made);
    const open = await api.call('audits.open', { audit: made.id });
    expect(open.checklist).toHaveLength(promised.questions);
    expect(open.checklist.filter(({ aiSystem }) => aiSystem !== null)).toHaveLength(promised.perSystem);
    expect(open.aiSystems).toHaveLength(2);
    expect(open.planSlots).toHaveLength(promised.template.slots.length);
  });
});
