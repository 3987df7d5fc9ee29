// What the key table says of commands, for rooms that print it: the table itself belongs to the frame.
import { createContext, use } from 'react';
import type { CommandName } from './commands.ts';

export interface KeyWords {
  name: CommandName;
  /** The keys as they are printed: `Ctrl K`, `g c`, `↓`. */
  keys: readonly string[];
  /** The keys as `aria-keyshortcuts` spells them. */
  shortcuts: readonly string[];
  about: string;
  group: string;
}

const KeyWordsContext = createContext<readonly KeyWords[]>([]);

/** Offers the words of the key table to everything inside. */
export const KeyWordsProvider = KeyWordsContext;

/** All commands with their keys, in the order of the table. */
export function useKeyWords(): readonly KeyWords[] {
  return use(KeyWordsContext);
}
