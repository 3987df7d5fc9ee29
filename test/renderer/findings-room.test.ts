import { describe, expect, it } from 'vitest';
import { suggestReferences } from '../../renderer/api/reference-suggestions.ts';
import { historyLines } from '../../renderer/api/record-history.ts';
import { citationsOf, listFindingEvidence } from '../../renderer/features/findings/finding-evidence.ts';
import { gradeOrder, gradesToChoose } from '../../renderer/features/findings/finding-grades.ts';
import { adviceOn, keepSame } from '../../renderer/features/findings/finding-advice.ts';
import { groupFindings, listFindings } from '../../renderer/features/findings/finding-rows.ts';
import { sayAnswer } from '../../renderer/features/findings/response-preview.tsx';
import { formatDay } from '../../renderer/ui/format.ts';
import { findingHistoryWords } from '../../renderer/features/findings/history-words.ts';
import { completeReference, findOpenReference } from '../../renderer/parts/open-reference.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { grades } from '../../shared/domain/vocabulary.ts';
import { anAudit, anEngine } from '../support/workspace.ts';
import { aRecord, anOpenAudit, smallCatalogue } from '../support/open-audit.ts';

const whole = { requirement: 'Rule', evidence: 'Seen [E-002]', nature: 'Not done', gradeReason: 'One case' };
const open = anOpenAudit({
  findings: [
    aRecord('finding', 'f1', { number: 'F-001', grade: 'minor', title: 'Whole', requirements: ['8.4'], ...whole }),
    aRecord('finding', 'f2', {
      number: 'F-002',
      grade: 'major',
      title: 'No reason',
      requirements: ['8.4'],
      nature: 'x',
    }),
    aRecord('finding', 'f3', { number: 'F-003', grade: 'minor', title: 'Answered', requirements: ['8.1'], ...whole }),
    aRecord('finding', 'f4', { number: 'F-004', grade: 'strength', title: 'Good', requirements: ['8.1'] }),
    aRecord('finding', 'f5', { number: 'F-005', grade: 'minor', title: 'Closed', requirements: ['8.1'], ...whole }),
  ],
  actions: [
    aRecord('action', 'a1', { finding: 'f3', status: 'done' }),
    aRecord('action', 'a2', { finding: 'f3', status: 'open' }),
    aRecord('action', 'a3', { finding: 'f5', status: 'verified' }),
  ],
  evidence: [
    aRecord('evidence', 'e1', { number: 'E-001', title: 'Procedure' }),
    aRecord('evidence', 'e2', { number: 'E-002', title: 'Release log' }),
    aRecord('evidence', 'e3', { number: 'E-003', title: 'Elsewhere' }),
  ],
  links: [aRecord('link', 'l1', { evidence: 'e1', noun: 'finding', target: 'f1' })],
});

const rows = listFindings(open, '2026-11-20');
const shown = (...filter: Parameters<typeof groupFindings> extends [unknown, ...infer R] ? R : never) =>
  groupFindings(rows, ...filter).map((row) => (row.kind === 'grade' ? row.grade : row.record.number));

describe('the list of findings', () => {
  it('reads the state of each from its parts and actions', () => {
    expect(rows.map(({ state }) => state)).toEqual(['awaiting', 'incomplete', 'open', 'stated', 'verified']);
  });

  it('groups by grade, gravest first, and filters', () => {
    expect(shown('all', '')).toEqual(['major', 'F-002', 'minor', 'F-001', 'F-003', 'F-005', 'strength', 'F-004']);
    expect(shown('openActions', '')).toEqual(['minor', 'F-001', 'F-003', 'F-005']);
    expect(shown('incomplete', '')).toEqual(['major', 'F-002']);
    expect(shown('nonconformities', 'answered 8.1')).toEqual(['minor', 'F-003']);
  });
});

describe('the grades to choose from', () => {
  const template = {
    grades: [
      { grade: 'concern' as const, label: 'Worry', definition: 'It may fail.' },
      { grade: 'strength' as const, label: 'Strength', definition: '' },
    ],
  };

  it('are those of the template, in its order and words', () => {
    expect(gradesToChoose(template, undefined)).toMatchObject([
      { grade: 'concern', label: 'Worry', definition: 'It may fail.', isForeign: false },
      { grade: 'strength', definition: 'Done better than required.' },
    ]);
    expect(gradesToChoose(template, 'concern')).toHaveLength(2);
    expect(gradeOrder(template).slice(0, 3)).toEqual(['concern', 'strength', 'major']);
    expect(gradeOrder(template)).toHaveLength(6);
  });

  it('hold the grade a finding has, also where the template does not use it', () => {
    expect(gradesToChoose(template, 'minor').map(({ grade, isForeign }) => [grade, isForeign])).toEqual([
      ['concern', false],
      ['strength', false],
      ['minor', true],
    ]);
  });
});

describe('a finding', () => {
  it('rests on linked evidence and on what its texts cite', () => {
    const [finding] = open.findings;
    expect(
      finding &&
        listFindingEvidence(open, { id: finding.id, citations: citationsOf(finding) }).map(({ record, link }) => [
          record.number,
          link,
        ]),
    ).toEqual([
      ['E-001', 'l1'],
      ['E-002', undefined],
    ]);
  });

  const other = { grade: 'minor' as const, ...whole, evidence: 'See [E-044].', requirements: ['A.7.2'] };
  const stage1 = { title: 'Stage 1', grades: [{ grade: 'concern' as const }] };
  const sentences = (...given: Parameters<typeof adviceOn>) =>
    Object.values(adviceOn(...given)).flatMap((advice) => advice.map(({ words }) => words));

  it('has advice beside the box it is about', () => {
    const bare = aRecord('finding', 'f6', { number: 'F-006', grade: 'minor' });
    const advice = adviceOn(bare, { ...open, findings: [bare] }, { template: stage1 });
    const words = Object.entries(advice).map(([box, all]) => [box, all.map((one) => one.words)]);
    expect(Object.fromEntries(words)).toEqual({
      requirement: ['Does not say what was required.', 'Names no requirement.'],
      evidence: ['Does not say what was seen.', 'Refers to no evidence.'],
      nature: ['Does not say what is not fulfilled.'],
      grade: ['Has a grade that the template “Stage 1” does not use. Decide the grade again.'],
      gradeReason: ['Gives no reason for its grade.'],
      earlier: [],
    });
    expect(keepSame(advice, adviceOn(bare, open, { template: stage1 }))).toBe(advice);
  });

  it('is advised by what the audit knows: evidence, people, the SoA and licensed texts', () => {
    const around = {
      ...open,
      team: [aRecord('teamMember', 't1', { name: 'Ines Okafor' })],
      soa: { ...open.soa, entries: [aRecord('soaEntry', 's1', { control: 'A.7.2', applicable: false })] },
    };
    const finding = aRecord('finding', 'f7', { number: 'F-007', ...other, nature: 'Okafor has no role sheet.' });
    const said = sentences(finding, around, {
      licensedTexts: { '1': 'One rule that holds for all who come and go here' },
    });
    expect(said).toContainEqual(expect.stringContaining('Cites A.7.2'));
    expect(said).toContain('Refers to E-044, which does not exist in this audit.');
    expect(said).toContainEqual(expect.stringContaining('Okafor'));
    const [linked] = open.findings;
    expect(linked && sentences(linked, open, {})).not.toContain('Refers to no evidence.');
  });

  it('hears from the report check what the advice says', async () => {
    const { api } = await anEngine();
    const { id } = await anAudit(api, ['Q-8.4-01']);
    await api.call('findings.create', { audit: id, fields: { grade: 'minor' } });
    await api.call('findings.create', { audit: id, fields: other });
    await api.call('soa.updateEntry', { audit: id, control: 'A.7.2', fields: { applicable: false } });
    const { warnings } = await api.call('reports.check', { audit: id });
    const about = (number: string) => warnings.filter(({ record }) => record === number).map(({ message }) => message);
    const template = { title: 'Internal audit', grades: [{ grade: 'minor' as const }] };
    const said = adviceOn(aRecord('finding', 'f6', { grade: 'minor' }), open, { template });
    for (const { words } of Object.values(said).flat())
      expect(about('F-001')).toContain(`F-001 ${words.charAt(0).toLowerCase()}${words.slice(1)}`);
    expect(about('F-002')).toContainEqual(expect.stringContaining('F-002 cites A.7.2'));
    expect(about('F-002')).toContain('Refers to E-044, which does not exist in this audit.');
  });
});

describe('a reference being typed', () => {
  it('is found from its bracket to the caret, unless it is closed', () => {
    expect(findOpenReference('See [E-0', 8)).toEqual({ from: 4, query: 'E-0' });
    expect(findOpenReference('See [E-012] and', 15)).toBeUndefined();
    expect(findOpenReference('See [E-012]', 8)).toBeUndefined();
    expect(findOpenReference('[', 1)).toEqual({ from: 0, query: '' });
    expect(findOpenReference('a [b\nc', 6)).toBeUndefined();
  });

  it('is completed where it stands', () => {
    const text = 'See [E-0 and more';
    expect(completeReference(text, { from: 4, query: 'E-0' }, 'E-012')).toEqual({
      text: 'See [E-012] and more',
      caret: 11,
    });
  });

  it('offers numbers that begin so, then words', () => {
    const known = { ...open, requirements: smallCatalogue.requirements };
    const offered = (query: string) => suggestReferences(known, query).map(({ target }) => target);
    expect(offered('E-')).toEqual(['E-003', 'E-002', 'E-001']);
    expect(offered('f-00')).toEqual(['F-005', 'F-004', 'F-003', 'F-002', 'F-001']);
    expect(offered('8')).toEqual(['8.1', '8.4']);
    expect(offered('a.10')).toEqual(['A.10.3']);
    expect(offered('release')).toEqual(['E-002']);
    expect(offered('x')).toEqual([]);
  });
});

const change = (id: string, step: string, kind: Change['kind'], fields: Record<string, unknown>): Change => ({
  id,
  step,
  kind,
  fields,
  auditId: 'audit',
  actor: 'Marit',
  device: 'd',
  clock: id,
  at: '2026-10-13T12:04:00+02:00',
  schema: 1,
  noun: 'finding',
  recordId: 'f1',
});

describe('the history of a record', () => {
  it('has a part per field of a step that changed several, with long texts from what to what', () => {
    const newestFirst = [
      change('2', 's2', 'set', { grade: 'major', nature: 'Now two words', raisedBy: 'hidden' }),
      change('1', 's1', 'create', { grade: 'minor', title: 'First', nature: 'Before' }),
    ];
    const [line, made] = historyLines(newestFirst, findingHistoryWords(grades));
    expect(line?.parts).toEqual([
      { field: 'grade', words: 'Grade: Minor nonconformity → Major nonconformity', texts: undefined },
      { field: 'nature', words: 'Nature, 3 words', texts: { before: 'Before', after: 'Now two words' } },
    ]);
    expect(made?.parts).toEqual([]);
  });

  it('has a line per step, from what to what', () => {
    const newestFirst = [
      change('5', 's4', 'set', { nature: 'Two words' }),
      change('4', 's3', 'set', { title: 'Longer title' }),
      change('3', 's3', 'set', { title: 'Long' }),
      change('2', 's2', 'set', { grade: 'major', raisedBy: 'hidden' }),
      change('1', 's1', 'create', { grade: 'minor', title: 'First' }),
    ];
    expect(historyLines(newestFirst, findingHistoryWords(grades)).map(({ id, words }) => [id, words])).toEqual([
      ['5', 'Nature, 2 words'],
      ['4', 'Title: First → Longer title'],
      ['2', 'Grade: Minor nonconformity → Major nonconformity'],
      ['1', 'Raised'],
    ]);
  });
});

describe('a response in the preview', () => {
  it('shows days, positions and statuses as people read them', () => {
    expect(sayAnswer('actionPlanned', '2027-06-01')).toBe(formatDay('2027-06-01'));
    expect(sayAnswer('actionPlanned', '')).toBe('');
    expect(sayAnswer('correctionStatus', 'done')).toBe('Done');
    expect(sayAnswer('position', 'disagrees')).toBe('Disagrees');
    expect(sayAnswer('cause', 'done')).toBe('done');
  });
});
