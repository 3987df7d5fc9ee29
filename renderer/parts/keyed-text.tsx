// A sentence with keys in it: `Press {app.capture}` prints the key that the key table has for the command.
import { Fragment } from 'react';
import { useKeyWords } from '../api/key-words.tsx';
import { KeyCap } from '../ui/key-cap.tsx';

const command = /\{([\w.-]+)\}/;

/** The commands that a text names. */
export function commandsIn(text: string): string[] {
  return text.split(command).filter((_, place) => place % 2 === 1);
}

/** The text with its keys as caps. */
export function KeyedText({ text }: { text: string }) {
  const table = useKeyWords();
  return text.split(command).map((part, place) => {
    // The parts at odd places are names of commands; the order of the parts never changes.
    const key = `${place} ${part}`;
    if (place % 2 === 0) return <Fragment key={key}>{part}</Fragment>;
    const row = table.find(({ name }) => name === part);
    return row?.keys[0] === undefined ? null : <KeyCap key={key} keys={row.keys[0]} />;
  });
}
