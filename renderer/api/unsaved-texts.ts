// What was typed and is not stored, kept by the browser until the engine has it. Every window keeps its own, so that two
// windows on one audit never write over each other; what a window left behind that is gone is taken over by the next.
import { v7 as uuidv7 } from 'uuid';
import type { EditableNoun } from './record-calls.ts';
import type { WaitingLine } from './session-state.ts';

export interface UnsavedEdit {
  noun: EditableNoun;
  id: string;
  fields: Record<string, unknown>;
  base: Record<string, string>;
  typing: boolean;
}

export interface Unsaved {
  edits: UnsavedEdit[];
  /** Lines of the running notes, with the ids they will have. */
  lines: WaitingLine[];
  /** Half a line. */
  draft: string;
}

export interface UnsavedTexts {
  /** Keeps what is not stored, or forgets what was kept when there is nothing. */
  keep(unsaved: Unsaved): void;
  /** Lets another window, or the next visit, take over what is kept. */
  close(): void;
}

const prefixOf = (audit: string) => `plumbline.unsaved.${audit}.`;

function read(key: string): Unsaved | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Unsaved | null;
  } catch {
    return null;
  }
}

function keysOf(audit: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(audit)));
  } catch {
    return [];
  }
}

/**
 * A place of this window for the unsaved texts of an audit. `takeOver` gets what each window left behind that is gone;
 * it has to keep them before it returns, for then they are forgotten under their old name.
 */
export function openUnsavedTexts(audit: string, takeOver: (unsaved: Unsaved) => void): UnsavedTexts {
  const own = `${prefixOf(audit)}${uuidv7()}`;
  const closed = new AbortController();
  let isKept = false;

  /** Does something as soon as no other window lives that kept texts under this key. */
  const whenFree = (key: string, work: () => Promise<void> | void) => {
    if (typeof navigator === 'undefined' || !navigator.locks) void Promise.resolve().then(work);
    else void navigator.locks.request(key, { signal: closed.signal }, work).catch(() => undefined);
  };

  whenFree(own, () => new Promise<void>((resolve) => closed.signal.addEventListener('abort', () => resolve())));
  for (const key of keysOf(audit)) {
    whenFree(key, () => {
      // Another window may have taken it over meanwhile.
      const left = read(key);
      if (!left || closed.signal.aborted) return;
      takeOver(left);
      localStorage.removeItem(key);
    });
  }

  return {
    keep(unsaved) {
      const isEmpty = unsaved.edits.length + unsaved.lines.length + unsaved.draft.length === 0;
      // What is closed may still store what it had; it keeps nothing more, for another window has it now.
      if (isEmpty ? !isKept : closed.signal.aborted) return;
      try {
        if (isEmpty) localStorage.removeItem(own);
        else localStorage.setItem(own, JSON.stringify(unsaved));
        isKept = !isEmpty;
      } catch {
        // A browser that keeps nothing for pages; what is on the screen is still there.
      }
    },
    close: () => closed.abort(),
  };
}
