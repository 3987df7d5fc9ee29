// One's own last lines, to be taken up again in the empty bar with the arrow up.
import { useRef } from 'react';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';

/** Walks through one's own lines: back with -1, forward with 1. Answers with the text to show, if there is one. */
export function useLineHistory(): { walk: (by: 1 | -1, shown: string) => string | undefined; stop: () => void } {
  const session = useAuditSession();
  const { workspace } = useEngine();
  const place = useRef<{ back: number; text: string }>(undefined);

  const ownLines = () => {
    const { open, waitingLines } = session.store.getState();
    const { name } = workspace.store.getState().settings;
    const stored = new Set(open.notes.map(({ id }) => id));
    const own = open.notes.filter(({ by }) => name === '' || by === name);
    return [...own, ...waitingLines.filter(({ id }) => !stored.has(id))].map(({ text }) => text);
  };

  return {
    walk(by, shown) {
      // Only an empty bar, or a line of the history that has not been changed, is given up for another.
      if (shown !== '' && place.current?.text !== shown) return undefined;
      const back = (shown === '' ? 0 : (place.current?.back ?? 0)) - by;
      const lines = ownLines();
      if (back < 0 || back > lines.length) return undefined;
      const text = back === 0 ? '' : (lines.at(-back) ?? '');
      place.current = { back, text };
      return text;
    },
    stop() {
      place.current = undefined;
    },
  };
}
