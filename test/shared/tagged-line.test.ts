import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../shared/domain/audit-people.ts';
import { answerOfLines, evidenceOfLines, fileOfLines, findingOfLines } from '../../shared/domain/lines-become.ts';
import { noteKinds, noteMethods, tagSigns, type TagKind } from '../../shared/domain/line-tags.ts';
import { asOneLine, createLineReader, formatTag } from '../../shared/domain/tagged-line.ts';
import { plainTemplate } from '../../shared/domain/templates.ts';
import { smallCatalogue } from '../support/open-audit.ts';

const requirements = smallCatalogue.requirements.map(({ id }) => id);
const people = ['Head of claims', 'Head', 'Claims handler, early shift', 'Ada Beispiel'];
const read = createLineReader({ requirements, people });
const tagged = (line: string) => {
  const { requirements: ids, people: names, kinds, methods, words } = read(line);
  return { ids, names, kinds, methods, words };
};

const nameWord = fc.stringMatching(/^[\p{Lu}][\p{Ll}]{1,8}$/u);
const tag = fc.oneof(
  fc.constantFrom(...requirements).map((value) => ({ kind: 'requirement' as TagKind, value })),
  fc
    .array(nameWord, { minLength: 1, maxLength: 3 })
    .map((name) => ({ kind: 'person' as TagKind, value: name.join(' ') })),
  fc.constantFrom(...Object.keys(noteKinds)).map((value) => ({ kind: 'kind' as TagKind, value })),
  fc.constantFrom(...Object.keys(noteMethods)).map((value) => ({ kind: 'method' as TagKind, value })),
);
const anyLine = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('#', '@', '!', ':', '"', ' ', '.', '(', '8.4', 'A.2.2', 'nc', 'int', ...people),
        fc.string(),
      ),
    )
    .map((parts) => parts.join('')),
);

describe('a line of the running notes', () => {
  it('is read into its tags and words', () => {
    expect(tagged('#8.4 @"Data steward" :doc Model card v3, no drift threshold !nc')).toEqual({
      ids: ['8.4'],
      names: ['Data steward'],
      kinds: ['nc'],
      methods: ['doc'],
      words: 'Model card v3, no drift threshold',
    });
    expect(tagged('#a.2.2, #8.4: no owner (see #8.1)')).toMatchObject({
      ids: ['A.2.2', '8.4', '8.1'],
      words: 'no owner (see )',
    });
  });

  it('knows people of several words without quotation marks, the longest name first', () => {
    expect(tagged('@Head of claims :int "nobody stopped it"').names).toEqual(['Head of claims']);
    expect(tagged('@head of CLAIMS said').names).toEqual(['Head of claims']);
    expect(tagged('@Head of department').names).toEqual(['Head']);
    expect(tagged('@Claims handler, early shift :observe Three trials')).toMatchObject({
      names: ['Claims handler, early shift'],
      methods: ['obs'],
      words: 'Three trials',
    });
    expect(tagged('@Petra, @O’Neil. and @Jean-Luc').names).toEqual(['Petra', 'O’Neil', 'Jean-Luc']);
  });

  it('leaves words alone that only look like tags', () => {
    for (const line of [
      '#8.44 x',
      '#todo x',
      'a#8.4',
      'mail ada@firm.example',
      'What !',
      'at 12:30',
      'so :-) x',
      '!ncx',
      '"!"',
    ])
      expect(tagged(line), line).toEqual({ ids: [], names: [], kinds: [], methods: [], words: line });
  });

  it('is never changed by reading it', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { parts, requirements: ids } = read(line);
        expect(parts.map(({ text }) => text).join('')).toBe(line);
        for (const id of ids) expect(requirements).toContain(id);
        for (const part of parts)
          if (part.kind !== 'words') expect(part.text.startsWith(tagSigns[part.kind])).toBe(true);
      }),
    );
  });

  it('has every tag that was written into it, whatever stands between', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(' '));
    const piece = fc.oneof(
      tag.map((one) => ({ ...one, text: formatTag(one.kind, one.value) })),
      words.map((text) => ({ kind: 'words' as const, value: '', text })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const line = pieces.map(({ text }) => text).join(' ');
        // Without known people, so that two names beside each other cannot be one that is known.
        const { parts, words: left } = createLineReader({ requirements, people: [] })(line);
        const found = parts.flatMap((part) => (part.kind === 'words' ? [] : [{ kind: part.kind, value: part.value }]));
        expect(found).toEqual(pieces.flatMap(({ kind, value }) => (kind === 'words' ? [] : [{ kind, value }])));
        expect(left).toBe(
          pieces
            .filter(({ kind }) => kind === 'words')
            .map(({ text }) => text)
            .join(' '),
        );
      }),
    );
  });

  it('gets spaces for pasted line breaks', () => {
    expect(asOneLine('one \r\n  two\n\nthree')).toBe('one two three');
  });
});

describe('the people of an audit', () => {
  it('are known once each, with where they come from', () => {
    const known = peopleOf(
      {
        team: [{ name: 'Ada Beispiel' }],
        checklist: [{ interviewees: ['Head of claims'] }, { interviewees: ['head of claims'] }],
        planSlots: [{ auditee: 'Head of claims, Test lead', auditor: 'Ada Beispiel' }],
      },
      ['Test lead', 'Developer'],
    );
    expect(known).toEqual([
      { name: 'Head of claims', from: 'interviewed' },
      { name: 'Test lead', from: 'plan' },
      { name: 'Ada Beispiel', from: 'team' },
      { name: 'Developer', from: 'catalogue' },
    ]);
  });
});

describe('what lines become', () => {
  const line = (id: string, text: string, at: string, corrects: string | null = null) => ({
    id,
    text,
    at: `2026-10-13T${at}.123+02:00`,
    by: 'Ines Example',
    corrects,
  });
  const lines = [
    line('a', '#8.4 @Head of claims :int "The last one is from June." !nc', '14:05:12'),
    line('b', '#A.2.2 Policy unsigned !ofi', '14:09:00', 'a'),
  ];

  it('is evidence with source, method and the time of the first line', () => {
    expect(evidenceOfLines(lines, read)).toEqual({
      title: '"The last one is from June."',
      kind: 'interview',
      method: 'interview',
      source: 'Head of claims',
      collectedAt: lines[0]?.at,
      collectedBy: 'Ines Example',
    });
    expect(evidenceOfLines(lines.slice(1), read)).toMatchObject({ kind: 'document', method: 'observe', source: '' });
  });

  it('is a file that names audit, author and times, and says what a line corrects', () => {
    const { name, text } = fileOfLines(
      lines,
      { ref: '2026-001', title: 'An audit', organization: 'Invented Ltd' },
      (id) => lines.find((one) => one.id === id)?.at,
    );
    expect(name).toBe('Notes 2026-001 2026-10-13 14.05.txt');
    expect(text).toBe(
      [
        'Running notes',
        'Audit: 2026-001 An audit',
        'Organisation: Invented Ltd',
        'Written by: Ines Example',
        'From: 2026-10-13 14:05:12 +02:00',
        'To: 2026-10-13 14:09:00 +02:00',
        'Lines: 2',
        '',
        '2026-10-13 14:05:12 +02:00  Ines Example',
        '#8.4 @Head of claims :int "The last one is from June." !nc',
        '',
        '2026-10-13 14:09:00 +02:00  Ines Example',
        'Corrects the line of 2026-10-13 14:05:12 +02:00.',
        '#A.2.2 Policy unsigned !ofi',
        '',
      ].join('\n'),
    );
  });

  it('is part of an answer, with time and who', () => {
    expect(answerOfLines(lines, read)).toBe(
      [
        '2026-10-13 14:05 Ines Example: "The last one is from June." (Head of claims)',
        '2026-10-13 14:09 Ines Example: Policy unsigned',
      ].join('\n'),
    );
  });

  it('is a finding of the gravest kind, with requirements and evidence', () => {
    const about = { catalogue: smallCatalogue, template: plainTemplate('internal') };
    expect(findingOfLines(lines, read, about, ['E-004'])).toEqual({
      grade: 'minor',
      requirements: ['8.4', 'A.2.2'],
      requirement: 'Standard:1, 8.4 Impact assessment\nStandard:1, A.2.2 AI policy',
      evidence: [
        '"The last one is from June." (Head of claims, 2026-10-13 14:05)',
        'Policy unsigned (2026-10-13 14:09)',
        '[E-004]',
      ].join('\n'),
    });
    const onlyConcern = { grades: [{ grade: 'concern' as const, label: 'Area of concern', definition: '' }] };
    expect(findingOfLines(lines, read, { ...about, template: onlyConcern }, []).grade).toBe('concern');
    expect(findingOfLines([line('c', 'no kind', '10:00:00')], read, about, []).grade).toBe('observation');
  });
});
