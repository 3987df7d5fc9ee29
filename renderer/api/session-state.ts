// What the page shows of one open audit, and what stands between it and being stored.
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import type { EditableNoun } from './record-calls.ts';
import type { SaveState } from './save-queue.ts';

/** Two values for one field: somebody else stored theirs after this page had read the field. */
export interface Conflict {
  noun: EditableNoun;
  id: string;
  field: string;
  mine: unknown;
  theirs: unknown;
  by: string;
  at: string;
  /** The change that mine was made on. */
  base: string | undefined;
  /** The change that stored theirs: the base of whatever is stored next. */
  change: string;
}

/** An edit the engine refused. Text is kept on the page (`isKept`); a choice is put back to what is stored. */
export interface Refusal {
  noun: EditableNoun;
  id: string;
  field: string;
  sentence: string;
  value: unknown;
  stored: unknown;
  isKept: boolean;
  /** The change that the value was made on. */
  base: string | undefined;
}

/** A line of the running notes that is on its way. */
export interface WaitingLine {
  id: string;
  text: string;
  /** The older line that it corrects. */
  corrects?: string;
}

export interface OwnStep {
  step: string;
  /** What it did, for the words `Undone: …`. */
  label: string;
}

export interface SessionState {
  /** The audit as the page shows it: what is stored, and on top what was just typed. */
  open: OpenAudit;
  catalogue: Catalogue;
  save: SaveState;
  /** A sentence while the engine is away, else undefined. */
  engineAway: string | undefined;
  conflicts: readonly Conflict[];
  refusals: readonly Refusal[];
  waitingLines: readonly WaitingLine[];
  /** The line of the running notes that is being typed. */
  draft: string;
  undoable: readonly OwnStep[];
  redoable: readonly OwnStep[];
}
