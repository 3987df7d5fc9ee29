import { describe, expect, it } from 'vitest';
import { commandNames } from '../../renderer/api/commands.ts';
import { commandsFor, isFirstOfPair, keyOf, keyTable, printKey } from '../../renderer/app/keys.ts';

const press = (key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers });

describe('the key table', () => {
  it('names every command, with words and keys', () => {
    for (const name of commandNames) {
      expect(keyTable[name]).toMatchObject({ about: expect.stringMatching(/\w/), keys: expect.arrayContaining([]) });
      expect(keyTable[name].keys).not.toEqual([]);
    }
  });

  it('gives no key twice within a group, or everywhere and in a group', () => {
    const rows = Object.entries(keyTable).flatMap(([name, { keys, group }]) =>
      keys.map((key) => ({ name, key, group: ['Everywhere', 'Go to'].includes(group) ? '' : group })),
    );
    const doubles = rows.filter(({ name, key, group }) =>
      rows.some((other) => other.name !== name && other.key === key && (other.group === group || other.group === '')),
    );
    expect(doubles).toEqual([]);
  });

  it('lets no plain letter or digit work in a field', () => {
    const inFields = Object.values(keyTable).filter(({ isForFields }) => isForFields === true);
    for (const { keys } of inFields) {
      for (const key of keys) expect(key).toMatch(/../);
    }
  });
});

describe('a key press', () => {
  it('is spelled as the table has it', () => {
    expect(press('k', { ctrlKey: true })).toBe('Ctrl+k');
    expect(press('k', { metaKey: true })).toBe('Ctrl+k');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+z');
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('ArrowDown')).toBe('ArrowDown');
    expect(press('ArrowDown', { altKey: true })).toBe('Alt+ArrowDown');
    expect(press('ł', { altKey: true })).toBe('ł');
  });

  it('stands for its commands, alone or after another', () => {
    expect(commandsFor('3')).toEqual(['checklist.nonconforming']);
    expect(commandsFor('g c')).toEqual(['go.checklist']);
    expect(isFirstOfPair('g')).toBe(true);
    expect(isFirstOfPair('x')).toBe(false);
  });

  it('is printed for people', () => {
    expect(printKey('Ctrl+Shift+z')).toMatch(/^(Ctrl|⌘) Shift Z$/);
    expect(printKey('g c')).toBe('g c');
    expect(printKey('+')).toBe('+');
    expect(printKey('ArrowDown')).toBe('↓');
    expect(printKey('Alt+ArrowUp')).toBe('Alt ↑');
  });
});
