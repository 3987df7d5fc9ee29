// An open audit as the page holds it, from the parts that a test names.
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { type Noun, nouns, type PartialFieldsOf, type RecordOf } from '../../shared/domain/nouns.ts';

/** A record with its defaults and what the test says about it. */
export function aRecord<N extends Noun>(noun: N, id: string, fields: PartialFieldsOf<N>): RecordOf<N> {
  return { ...(nouns[noun].parse(fields) as object), id } as RecordOf<N>;
}

/** A checklist item with its question. */
export function anItem(id: string, fields: PartialFieldsOf<'checklistItem'> & { question?: string }) {
  const { question = '', ...others } = fields;
  return { ...aRecord('checklistItem', id, { questionId: `Q-${id}`, ...others }), question };
}

/** An audit that holds nothing but the named parts. */
export function anOpenAudit(parts: Partial<OpenAudit> = {}): OpenAudit {
  return {
    audit: aRecord('audit', 'audit', { ref: '2026-001', title: 'An audit', type: 'internal' }),
    organization: aRecord('organization', 'organization', { name: 'Invented Ltd' }),
    aiSystems: [],
    team: [],
    checklist: [],
    soa: { ...aRecord('soa', 'soa', {}), entries: [] },
    planSlots: [],
    meetings: [],
    samples: [],
    notes: [],
    noteLinks: [],
    evidence: [],
    links: [],
    findings: [],
    actions: [],
    gradeDecisions: [],
    auditGrades: [],
    reviewComments: [],
    switchedRules: [],
    signatures: [],
    reportIssues: [],
    conclusion: aRecord('conclusion', 'conclusion', {}),
    head: null,
    ...parts,
  };
}

const requirement = (
  id: string,
  title: string,
  group: string,
  themes: string[],
): Catalogue['requirements'][number] => ({
  id,
  title,
  group,
  kind: id.startsWith('A.') ? 'control' : 'clause',
  documented: false,
  themes,
});

/** A catalogue of four requirements in three groups, with two themes and two of the four questions. */
export const smallCatalogue: Catalogue = {
  id: 'small',
  version: '1',
  title: '',
  standard: { name: 'Standard', edition: '1', title: 'A standard' },
  groups: [
    { id: '8', title: 'Operation', kind: 'clause' },
    { id: 'A.2', title: 'Policies', kind: 'control' },
    { id: 'A.10', title: 'Third parties', kind: 'control' },
  ],
  requirements: [
    requirement('8.1', 'Planning', '8', ['T1']),
    requirement('8.4', 'Impact assessment', '8', ['T1', 'T2']),
    requirement('A.2.2', 'AI policy', 'A.2', ['T1']),
    requirement('A.10.3', 'Suppliers', 'A.10', ['T2']),
  ],
  themes: [
    { id: 'T1', title: 'One' },
    { id: 'T2', title: 'Two' },
  ],
  governance: [
    { id: 'governs', question: 'Who governs?', themes: ['T1'] },
    { id: 'risks', question: 'Which risks?', themes: ['T2'] },
  ],
  benefits: [],
  interviewees: [],
  exclusionQuestion: null,
  templates: [],
  evidenceTypes: [],
  depths: [],
  otherStandards: [],
  questions: [],
  items: [],
  crosswalks: [],
  crosswalkSources: {},
};
