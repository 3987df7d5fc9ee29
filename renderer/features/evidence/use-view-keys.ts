// The keys of a picture or a PDF: by the key table in its place, by the same keys in the large view over the page.
import { useEffect, useEffectEvent } from 'react';
import { type CommandName, useCommands } from '../../api/commands.ts';

export type ViewCommand = Extract<
  CommandName,
  | 'evidence.larger'
  | 'evidence.smaller'
  | 'evidence.fit'
  | 'evidence.actual'
  | 'evidence.turn-left'
  | 'evidence.turn-right'
  | 'evidence.page-down'
  | 'evidence.page-up'
  | 'evidence.open'
>;
export type ViewCommands = Partial<Record<ViewCommand, () => void>>;

// The page's keys rest while a layer is open over it.
const largeKeys: Readonly<Record<string, ViewCommand>> = {
  '+': 'evidence.larger',
  '=': 'evidence.larger',
  '-': 'evidence.smaller',
  '0': 'evidence.fit',
  '1': 'evidence.actual',
  '[': 'evidence.turn-left',
  ']': 'evidence.turn-right',
  PageDown: 'evidence.page-down',
  PageUp: 'evidence.page-up',
};

/** Lets keys do these, in the page or in the large view over it. */
export function useViewKeys(commands: ViewCommands, isLarge: boolean): void {
  useCommands(isLarge ? {} : commands);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = largeKeys[event.key];
    const action = name === undefined ? undefined : commands[name];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!isLarge) return undefined;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isLarge]);
}
