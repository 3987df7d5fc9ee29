// Which lines of the running notes somebody still has to come back to. Pure.
import { type NoteKind, type NoteKindKey, noteKinds } from './line-tags.ts';

/**
 * Whether a line that says "to do" or asks something is still open. It is settled by a line that corrects it, or by
 * becoming evidence, a part of an answer or a finding: lines themselves are never changed.
 */
export function isOpenLine(kinds: readonly NoteKindKey[], isCorrected: boolean, hasBecome: boolean): boolean {
  return !isCorrected && !hasBecome && kinds.some((key) => (noteKinds[key] as NoteKind).isOpen === true);
}

/** How a line is called where it has no other name: by its place in the notes, from 1. */
export const nameOfLine = (place: number) => `Line ${place}`;
