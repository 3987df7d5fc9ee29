import type { LinkFields } from '../../shared/domain/links.ts';
import type { NoteLinkFields } from '../../shared/domain/note-links.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** The id of the link that says the same, if there is one. */
export function findLink(db: Store, { evidence, noun, target }: LinkFields): string | undefined {
  return prepared(db, 'SELECT id FROM link WHERE evidence = ? AND noun = ? AND target = ?')
    .pluck()
    .get(evidence, noun, target) as string | undefined;
}

/** The id of the link of a line that says the same, if there is one. */
export function findNoteLink(db: Store, { note, noun, target }: NoteLinkFields): string | undefined {
  return prepared(db, 'SELECT id FROM note_link WHERE note = ? AND noun = ? AND target = ?')
    .pluck()
    .get(note, noun, target) as string | undefined;
}

/** The evidence that a line of the running notes became, or was linked to. */
export function evidenceOfNote(db: Store, note: string): string[] {
  return prepared(db, "SELECT evidence FROM link WHERE noun = 'note' AND target = ?").pluck().all(note) as string[];
}

/** A record that exists only for another one, and goes with it. */
export interface Dependent {
  noun: 'link' | 'noteLink' | 'sample' | 'gradeDecision' | 'reviewComment';
  id: string;
}

const dependents = [
  ['link', 'SELECT id FROM link WHERE evidence = ? UNION SELECT id FROM link WHERE target = ?'],
  ['noteLink', 'SELECT id FROM note_link WHERE note = ? UNION SELECT id FROM note_link WHERE target = ?'],
  ['sample', 'SELECT id FROM sample WHERE item = ? OR item = ?'],
  ['gradeDecision', 'SELECT id FROM grade_decision WHERE finding = ? OR finding = ?'],
  ['reviewComment', 'SELECT id FROM review_comment WHERE target = ? OR target = ?'],
] as const;

/** What hangs on a record: links of evidence and notes from or to it, samples of a question, decisions and remarks on a finding. */
export function dependentsOf(db: Store, id: string): Dependent[] {
  return dependents.flatMap(([noun, sql]) =>
    (prepared(db, sql).pluck().all(id, id) as string[]).map((found) => ({ noun, id: found })),
  );
}
