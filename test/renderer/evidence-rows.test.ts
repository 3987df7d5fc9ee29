import { describe, expect, it } from 'vitest';
import {
  type EvidenceOrder,
  filterEvidence,
  idsBetween,
  listEvidence,
  noFilter,
  sortEvidence,
} from '../../renderer/features/evidence/evidence-rows.ts';
import { findLinkChoices, listLinkChoices } from '../../renderer/features/evidence/link-choices.ts';
import { decodeText, previewKindOf } from '../../renderer/features/evidence/preview-kind.ts';
import { readBeginning } from '../../renderer/features/evidence/read-beginning.ts';
import { aRecord, anItem, anOpenAudit, smallCatalogue } from '../support/open-audit.ts';

const evidence = (id: string, number: string, sha256: string, title = '') =>
  aRecord('evidence', id, { number, sha256, title, kind: title.includes('photo') ? 'photo' : 'document' });
const link = (id: string, one: string, noun: 'checklistItem' | 'finding' | 'aiSystem', target: string) =>
  aRecord('link', id, { evidence: one, noun, target });

const open = anOpenAudit({
  aiSystems: [aRecord('aiSystem', 'claims', { name: 'Claims triage' })],
  checklist: [
    anItem('i1', { requirement: 'A.10.3', question: 'Which suppliers?' }),
    anItem('i2', { requirement: '8.4', question: 'What happened at the last change?' }),
    anItem('i3', { requirement: '8.4', question: 'Who may decide?' }),
  ],
  findings: [
    aRecord('finding', 'f10', { number: 'F-010', grade: 'minor', evidence: 'Seen in [E-003] and [E-099].' }),
    aRecord('finding', 'f2', { number: 'F-002', grade: 'major', title: 'No reassessment' }),
  ],
  evidence: [
    evidence('e12', 'E-012', 'cc', 'A photo of the board'),
    evidence('e2', 'E-002', 'aa', 'Procedure'),
    evidence('e3', 'E-003', 'bb', 'Release log'),
    evidence('e4', 'E-004', 'aa', 'The procedure again'),
    evidence('e5', 'E-005', 'dd', 'Statement'),
  ],
  links: [
    link('l1', 'e2', 'checklistItem', 'i1'),
    link('l2', 'e2', 'checklistItem', 'i2'),
    link('l3', 'e2', 'checklistItem', 'i3'),
    link('l4', 'e2', 'finding', 'f10'),
    link('l5', 'e2', 'finding', 'f2'),
    link('l6', 'e4', 'aiSystem', 'claims'),
  ],
  soa: { ...aRecord('soa', 'soa', { sourceEvidence: 'e5' }), entries: [] },
});
const rows = listEvidence(open, smallCatalogue.requirements);
const numbers = (list: readonly { record: { number: string } }[]) => list.map(({ record }) => record.number);
const left = (filter: Partial<typeof noFilter>) => numbers(filterEvidence(rows, { ...noFilter, ...filter }));

describe('the register of evidence', () => {
  it('says where each piece is used, as the report does: by link, by reference in a finding, by system', () => {
    expect(rows.map(({ record, usedIn, systemNames }) => [record.number, usedIn, systemNames])).toEqual([
      ['E-002', ['8.4', 'A.10.3', 'F-002', 'F-010'], []],
      ['E-003', ['F-010'], []],
      ['E-004', [], ['Claims triage']],
      ['E-005', [], []],
      ['E-012', [], []],
    ]);
  });

  it('names what is not linked; the source of the statement is used', () => {
    expect(numbers(rows.filter(({ isUnused }) => isUnused))).toEqual(['E-012']);
    expect(numbers(rows.filter(({ isStatement }) => isStatement))).toEqual(['E-005']);
  });

  it('names the first evidence with the same content', () => {
    expect(rows.map(({ sameAs }) => sameAs)).toEqual([undefined, undefined, 'E-002', undefined, undefined]);
  });

  it('is filtered by words, kind, use and missing use', () => {
    expect(left({ text: 'PROCEDURE again' })).toEqual(['E-004']);
    expect(left({ text: 'claims' })).toEqual(['E-004']);
    expect(left({ kind: 'photo' })).toEqual(['E-012']);
    expect(left({ usedIn: 'F-010' })).toEqual(['E-002', 'E-003']);
    expect(left({ isUnused: true })).toEqual(['E-012']);
    expect(left({ isUnused: true, kind: 'document' })).toEqual([]);
    expect(left({ method: 'interview' })).toEqual([]);
    expect(left({ person: 'Nobody' })).toEqual([]);
  });

  it('is sorted by a column, by number where that is the same', () => {
    const sorted = (column: EvidenceOrder['column'], isDescending = false) =>
      numbers(sortEvidence(rows, { column, isDescending }));
    expect(sorted('number', true)).toEqual(['E-012', 'E-005', 'E-004', 'E-003', 'E-002']);
    expect(sorted('title')).toEqual(['E-012', 'E-002', 'E-003', 'E-005', 'E-004']);
    expect(sorted('usedIn', true)).toEqual(['E-002', 'E-003', 'E-004', 'E-005', 'E-012']);
    expect(sorted('kind')).toEqual(['E-002', 'E-003', 'E-004', 'E-005', 'E-012']);
  });

  it('marks a stretch of rows in either direction', () => {
    expect(idsBetween(rows, 3, 1)).toEqual(['e3', 'e4', 'e5']);
    expect(idsBetween(rows, 0, 0)).toEqual(['e2']);
  });
});

describe('what evidence can be linked to', () => {
  const choices = listLinkChoices(open);
  it('is found by the start of a number or by words', () => {
    expect(findLinkChoices(choices, '8.4').map(({ target }) => target)).toEqual(['i2', 'i3']);
    expect(findLinkChoices(choices, 'f-0').map(({ ref }) => ref)).toEqual(['F-010', 'F-002']);
    expect(findLinkChoices(choices, 'last change').map(({ target }) => target)).toEqual(['i2']);
    expect(findLinkChoices(choices, 'claims').map(({ noun }) => noun)).toEqual(['aiSystem']);
    expect(findLinkChoices(choices, '', 2)).toHaveLength(2);
  });
});

describe('the preview', () => {
  it('draws pictures and texts, and nothing that could run', () => {
    expect(previewKindOf('image/png')).toBe('picture');
    expect(previewKindOf('image/heic')).toBe('none');
    expect(previewKindOf('message/rfc822')).toBe('text');
    expect(previewKindOf('text/html')).toBe('text');
    expect(previewKindOf('application/pdf')).toBe('pdf');
    expect(previewKindOf('application/zip')).toBe('none');
  });

  it('reads bytes as the text they are', () => {
    expect(decodeText(new TextEncoder().encode('Prüfung ✓'))).toBe('Prüfung ✓');
    expect(decodeText(new TextEncoder().encode('Prüfung ✓').subarray(0, 10))).toBe('Prüfung ');
    expect(decodeText(new Uint8Array([0x50, 0x72, 0xfc, 0x66]))).toBe('Prüf');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe('A');
  });

  it('reads no more of a file than it shows', async () => {
    const whole = await readBeginning(new Response('abcdef'), 10);
    expect([decodeText(whole.bytes), whole.isCut]).toEqual(['abcdef', false]);
    const cut = await readBeginning(new Response('abcdef'), 4);
    expect([decodeText(cut.bytes), cut.isCut]).toEqual(['abcd', true]);
  });
});
