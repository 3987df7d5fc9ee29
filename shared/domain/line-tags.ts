// The tags of a line of the running notes, as data: what people may type, what it means, what it is called.
import type { Grade, Verdict } from './vocabulary.ts';
import type { EvidenceFields } from './evidence.ts';

export const tagSigns = { requirement: '#', person: '@', kind: '!', method: ':' } as const;
export type TagKind = keyof typeof tagSigns;

/**
 * What a line is. `verdict` leads to the grade that the audit's template has for it, `grade` names one outright;
 * `isOpen` marks a line that somebody still has to come back to. `also` are other ways to type it.
 */
export interface NoteKind {
  label: string;
  grade?: Grade;
  verdict?: Verdict;
  isOpen?: true;
  also: readonly string[];
}

/** The kinds, gravest first. */
export const noteKinds = {
  major: { label: 'Major nonconformity', grade: 'major', also: [] },
  minor: { label: 'Minor nonconformity', grade: 'minor', also: [] },
  nc: { label: 'Nonconformity', verdict: 'nonconforming', also: ['nonconformity', 'nonconforming'] },
  concern: { label: 'Area of concern', grade: 'concern', also: ['aoc'] },
  ofi: { label: 'Opportunity for improvement', verdict: 'improvement', also: ['improvement'] },
  obs: { label: 'Observation', grade: 'observation', also: ['observation'] },
  strength: { label: 'Strength', grade: 'strength', also: ['good'] },
  question: { label: 'Question to ask', isOpen: true, also: ['ask', 'q'] },
  todo: { label: 'To do', isOpen: true, also: ['follow'] },
} as const satisfies Record<string, NoteKind>;
export type NoteKindKey = keyof typeof noteKinds;

export interface NoteMethod {
  label: string;
  method: EvidenceFields['method'];
  also: readonly string[];
}

/** How the auditor came to know it. */
export const noteMethods = {
  doc: { label: 'Examined: document or record', method: 'examine', also: ['examine', 'document', 'record'] },
  int: { label: 'Interview', method: 'interview', also: ['interview'] },
  obs: { label: 'Observed on the spot', method: 'observe', also: ['observe', 'observed', 'seen'] },
} as const satisfies Record<string, NoteMethod>;
export type NoteMethodKey = keyof typeof noteMethods;

const spellings = <K extends string>(list: Record<K, { also: readonly string[] }>): ReadonlyMap<string, K> =>
  new Map((Object.keys(list) as K[]).flatMap((key) => [key, ...list[key].also].map((typed) => [typed, key])));

const kindOf = spellings<NoteKindKey>(noteKinds);
const methodOf = spellings<NoteMethodKey>(noteMethods);

/** The kind that was typed, in full or by another name of it. */
export const findNoteKind = (typed: string): NoteKindKey | undefined => kindOf.get(typed.toLowerCase());

/** The method that was typed, in full or by another name of it. */
export const findNoteMethod = (typed: string): NoteMethodKey | undefined => methodOf.get(typed.toLowerCase());
