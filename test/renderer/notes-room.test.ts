import { describe, expect, it } from 'vitest';
import { requirementsInView, suggestTags } from '../../renderer/api/tag-suggestions.ts';
import { findQuestions } from '../../renderer/features/notes/find-questions.ts';
import {
  byDay,
  filterNotes,
  isUnused,
  listNotes,
  newestOf,
  noFilter,
  tagsIn,
} from '../../renderer/features/notes/note-rows.ts';
import { completeTag, findOpenTag } from '../../renderer/parts/open-tag.ts';
import { createLineReader } from '../../shared/domain/tagged-line.ts';
import { anItem, anOpenAudit, aRecord, smallCatalogue } from '../support/open-audit.ts';

const { requirements } = smallCatalogue;
const read = createLineReader({ requirements: requirements.map(({ id }) => id), people: ['Head of claims'] });
const aNote = (id: string, text: string, day: number, corrects: string | null = null) =>
  aRecord('note', id, { text, at: `2026-10-${day}T12:05:00Z`, by: 'Ines Example', corrects });

const open = anOpenAudit({
  notes: [
    aNote('a', '#8.4 @Head of claims :int First !nc', 13),
    aNote('b', 'Second !todo', 13),
    aNote('c', '#8.4 First, put right', 14, 'a'),
    aNote('d', '#A.2.2 Third !question', 14),
  ],
  checklist: [
    anItem('i1', { requirement: '8.1', question: 'Who plans?' }),
    anItem('i2', { requirement: '8.4', question: 'Who assesses the plan?' }),
  ],
  evidence: [aRecord('evidence', 'e', { number: 'E-001', title: 'Notes' })],
  findings: [aRecord('finding', 'f', { number: 'F-001', grade: 'minor', requirements: ['A.2.2'] })],
  links: [aRecord('link', 'l', { evidence: 'e', noun: 'note', target: 'a' })],
  noteLinks: [
    aRecord('noteLink', 'n1', { note: 'a', noun: 'finding', target: 'f' }),
    aRecord('noteLink', 'n2', { note: 'd', noun: 'checklistItem', target: 'i2' }),
    aRecord('noteLink', 'n3', { note: 'b', noun: 'finding', target: 'gone' }),
  ],
});
const waiting = [
  { id: 'd', text: 'stored already' },
  { id: 'w', text: 'On its way', corrects: 'b' },
];
const rows = listNotes(open, waiting, read);
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);

describe('the stream of notes', () => {
  it('has every line once, with corrections, what it became, and those on their way at the end', () => {
    expect(ids(rows)).toEqual(['a', 'b', 'c', 'd', 'w']);
    const [a, b, c, d, w] = rows;
    expect(a?.became.map(({ name, room, record }) => [name, room, record])).toEqual([
      ['E-001', 'evidence', 'E-001'],
      ['F-001', 'findings', 'F-001'],
    ]);
    expect(d?.became.map(({ name, room, record }) => [name, room, record])).toEqual([['8.4', 'checklist', 'i2']]);
    expect(a?.correctedBy?.id).toBe('c');
    expect(c?.corrects).toEqual({ id: 'a', at: open.notes[0]?.at });
    expect(b?.correctedBy).toEqual({ id: 'w', at: undefined });
    expect(w?.at).toBeUndefined();
    expect(newestOf(rows, 'a')).toBe('c');
    expect(newestOf(rows, 'd')).toBe('d');
  });

  it('stands under its days', () => {
    const days = byDay(rows).map((row) => (row.kind === 'day' ? 'day' : row.id));
    expect(days).toEqual(['day', 'a', 'b', 'day', 'c', 'd', 'w']);
  });

  it('is filtered by words, tags and what became of a line', () => {
    const left = (filter: Partial<typeof noFilter>) => ids(filterNotes(rows, { ...noFilter, ...filter }));
    expect(left({ text: 'first RIGHT' })).toEqual(['c']);
    expect(left({ text: 'f-001' })).toEqual(['a']);
    expect(left({ requirement: '8.4' })).toEqual(['a', 'c']);
    expect(left({ person: 'Head of claims' })).toEqual(['a']);
    expect(left({ kind: 'nc' })).toEqual(['a']);
    expect(left({ isUnused: true })).toEqual(ids(rows.filter(isUnused)));
    expect(left({ isUnused: true })).toEqual(['c', 'w']);
    // The question became part of an answer, the thing to do is corrected: nothing is left to come back to.
    expect(left({ isOpen: true })).toEqual([]);
    expect(tagsIn(rows)).toEqual({
      requirements: ['8.4', 'A.2.2'],
      people: ['Head of claims'],
      kinds: ['nc', 'question', 'todo'],
    });
  });

  it('offers the questions of the requirements a line names first', () => {
    expect(ids(findQuestions(open.checklist, ['8.4'], ''))).toEqual(['i2', 'i1']);
    expect(ids(findQuestions(open.checklist, [], 'plan'))).toEqual(['i1', 'i2']);
    expect(ids(findQuestions(open.checklist, [], '8.4'))).toEqual(['i2']);
  });
});

describe('a tag being typed', () => {
  it('is found at the caret, and nowhere else', () => {
    expect(findOpenTag('#8.', 3)).toEqual({ kind: 'requirement', from: 0, query: '8.' });
    expect(findOpenTag('seen @data st', 13)).toEqual({ kind: 'person', from: 5, query: 'data st' });
    expect(findOpenTag('seen @"Data st', 14)).toEqual({ kind: 'person', from: 5, query: '"Data st' });
    expect(findOpenTag('so (!n', 6)).toEqual({ kind: 'kind', from: 4, query: 'n' });
    for (const line of ['#8.4 ', 'a#8', 'mail@firm', '12:30', '@Petra ', '@"Data steward" ', 'done'])
      expect(findOpenTag(line, line.length), line).toBeUndefined();
  });

  it('is completed with a space behind it, without doubling what follows', () => {
    const complete = (line: string, caret: number, tag: string) => {
      const tagOpen = findOpenTag(line, caret);
      return tagOpen && completeTag(line, tagOpen, tag);
    };
    expect(complete('#8.', 3, '#8.4')).toEqual({ text: '#8.4 ', caret: 5 });
    expect(complete('see #8 now', 6, '#8.4')).toEqual({ text: 'see #8.4 now', caret: 9 });
    expect(complete('@"Data', 6, '@"Data steward"')).toEqual({ text: '@"Data steward" ', caret: 16 });
  });

  it('may become what the audit knows, the nearest first', () => {
    const known = {
      requirements,
      people: [
        { name: 'Head of claims', from: 'interviewed' as const },
        { name: 'Ada Beispiel', from: 'team' as const },
      ],
    };
    const recent = { requirements: ['A.10.3', '8.4'], people: ['Petra'] };
    const tags = (kind: 'requirement' | 'person' | 'kind' | 'method', query: string) =>
      suggestTags(known, recent, kind, query).map(({ tag }) => tag);
    expect(tags('requirement', '')).toEqual(['#A.10.3', '#8.4', '#8.1', '#A.2.2']);
    expect(tags('requirement', '8')).toEqual(['#8.4', '#8.1']);
    expect(tags('requirement', 'polic')).toEqual(['#A.2.2']);
    expect(tags('person', '')).toEqual(['@Petra', '@"Head of claims"', '@"Ada Beispiel"']);
    expect(tags('person', '"he')).toEqual(['@"Head of claims"']);
    expect(tags('kind', 'n')).toEqual(['!nc']);
    expect(tags('method', '')).toEqual([':doc', ':int', ':obs']);
  });

  it('begins with what is being looked at', () => {
    expect(requirementsInView(open, '/a/2026-001/checklist/i2')).toEqual(['8.4']);
    expect(requirementsInView(open, '/a/2026-001/checklist/8.1')).toEqual(['8.1']);
    expect(requirementsInView(open, '/a/2026-001/findings/F-001')).toEqual(['A.2.2']);
    expect(requirementsInView(open, '/audits')).toEqual([]);
  });
});
