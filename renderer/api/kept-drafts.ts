// What is half typed and belongs to no record yet. Kept by the browser, so that a change of room, of audit or a reload
// does not lose it.
import { useCallback, useEffect, useRef, useState } from 'react';

const quietMs = 250;
const keyOf = (name: string) => `plumbline.draft.${name}`;

function readDraft(name: string): string {
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

function keepDraft(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
  } catch {
    // A browser that keeps nothing for pages; what is on the screen is still there.
  }
}

/** A text that is kept under a name until it is emptied. `initial` is what it starts with where nothing was kept. */
export function useKeptDraft(name: string, initial = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(name) || initial);
  const unkept = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const keep = () => {
      clearTimeout(timer.current);
      if (unkept.current !== undefined) keepDraft(name, unkept.current);
      unkept.current = undefined;
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [name]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      // An empty draft is one that was stored or given up: it must not come back. Writing is not done at every key.
      if (next === '') {
        unkept.current = undefined;
        keepDraft(name, '');
        return;
      }
      unkept.current = next;
      timer.current = setTimeout(() => {
        unkept.current = undefined;
        keepDraft(name, next);
      }, quietMs);
    },
    [name],
  );
  return [text, change];
}
