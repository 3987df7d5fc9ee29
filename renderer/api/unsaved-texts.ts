// What was typed and not yet stored when the page went away. Kept by the browser until the engine has it.
import type { EditableNoun } from './record-calls.ts';
import type { WaitingLine } from './session-state.ts';

export interface UnsavedEdit {
  noun: EditableNoun;
  id: string;
  fields: Record<string, unknown>;
  base: Record<string, string>;
}

export interface Unsaved {
  edits: UnsavedEdit[];
  /** Lines of the running notes, with the ids they will have. */
  lines: WaitingLine[];
}

const keyOf = (audit: string) => `plumbline.unsaved.${audit}`;

/** Keeps what is not stored, or forgets it when there is nothing. */
export function keepUnsaved(audit: string, unsaved: Unsaved): void {
  try {
    if (unsaved.edits.length + unsaved.lines.length === 0) localStorage.removeItem(keyOf(audit));
    else localStorage.setItem(keyOf(audit), JSON.stringify(unsaved));
  } catch {
    // A browser that keeps nothing for pages; what is on the screen is still there.
  }
}

/** What an earlier visit of this page could not store. */
export function readUnsaved(audit: string): Unsaved {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(audit)) ?? 'null') as Unsaved | null;
    return kept ?? { edits: [], lines: [] };
  } catch {
    return { edits: [], lines: [] };
  }
}
