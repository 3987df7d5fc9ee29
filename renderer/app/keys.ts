// The one table of keys. The handler of key presses, the key sheet and the palette are made from it.
import type { CommandName } from '../api/commands.ts';
import type { KeyWords } from '../api/key-words.tsx';

export interface KeyRow {
  /** `j`, `ArrowDown`, `Ctrl+k`, or two keys after each other: `g c`. */
  keys: readonly string[];
  /** What it does, in the words of the key sheet and the palette. */
  about: string;
  group:
    | 'Everywhere'
    | 'Go to'
    | 'Lists'
    | 'Checklist'
    | 'Evidence'
    | 'Findings'
    | 'Applicability'
    | 'Catalogues'
    | 'Report';
  /** Works while typing in a field, too. Letters never do. */
  isForFields?: true;
  /** Too small a step to be offered in the palette before it is asked for. */
  isHiddenInPalette?: true;
}

export const keyTable: Record<CommandName, KeyRow> = {
  'app.palette': {
    keys: ['Ctrl+k'],
    about: 'Search or jump',
    group: 'Everywhere',
    isForFields: true,
    isHiddenInPalette: true,
  },
  'app.search': { keys: ['/'], about: 'Search in this room', group: 'Everywhere', isHiddenInPalette: true },
  'app.capture': { keys: ['c'], about: 'Write a line into the running notes', group: 'Everywhere' },
  'app.undo': { keys: ['Ctrl+z'], about: 'Undo', group: 'Everywhere', isForFields: true },
  'app.redo': { keys: ['Ctrl+Shift+z', 'Ctrl+y'], about: 'Redo', group: 'Everywhere', isForFields: true },
  'app.submit': {
    keys: ['Ctrl+Enter'],
    about: 'Finish the form',
    group: 'Everywhere',
    isForFields: true,
    isHiddenInPalette: true,
  },
  'app.back': {
    keys: ['Escape'],
    about: 'Back out one step',
    group: 'Everywhere',
    isForFields: true,
    isHiddenInPalette: true,
  },
  'app.copyLink': { keys: ['y y'], about: 'Copy the link to this place', group: 'Everywhere' },
  'app.tour': { keys: ['g t'], about: 'Take the tour', group: 'Everywhere' },
  'app.keys': { keys: ['?'], about: 'Show the keys', group: 'Everywhere' },
  'go.audits': { keys: ['g a'], about: 'All audits', group: 'Go to' },
  'go.catalogues': { keys: ['g k'], about: 'Catalogues', group: 'Go to' },
  'go.settings': { keys: ['g ,'], about: 'Settings', group: 'Go to' },
  'go.help': { keys: ['g h'], about: 'Help on this room', group: 'Go to' },
  'go.overview': { keys: ['g o'], about: 'Overview', group: 'Go to' },
  'go.plan': { keys: ['g p'], about: 'Plan', group: 'Go to' },
  'go.systems': { keys: ['g i'], about: 'AI systems', group: 'Go to' },
  'go.checklist': { keys: ['g c'], about: 'Checklist', group: 'Go to' },
  'go.applicability': { keys: ['g s'], about: 'Statement of Applicability', group: 'Go to' },
  'go.notes': { keys: ['g n'], about: 'Notes', group: 'Go to' },
  'go.evidence': { keys: ['g e'], about: 'Evidence', group: 'Go to' },
  'go.findings': { keys: ['g f'], about: 'Findings', group: 'Go to' },
  'go.report': { keys: ['g r'], about: 'Report', group: 'Go to' },
  'go.activity': { keys: ['g y'], about: 'Activity', group: 'Go to' },
  'list.next': { keys: ['j', 'ArrowDown'], about: 'Next', group: 'Lists', isHiddenInPalette: true },
  'list.previous': { keys: ['k', 'ArrowUp'], about: 'Previous', group: 'Lists', isHiddenInPalette: true },
  'list.open': { keys: ['Enter'], about: 'Open', group: 'Lists', isHiddenInPalette: true },
  'list.new': { keys: ['n'], about: 'New', group: 'Lists' },
  'checklist.conforms': { keys: ['1'], about: 'Conforms', group: 'Checklist' },
  'checklist.improvement': { keys: ['2'], about: 'Improvement', group: 'Checklist' },
  'checklist.nonconforming': { keys: ['3'], about: 'Nonconforming', group: 'Checklist' },
  'checklist.not-applicable': { keys: ['4'], about: 'Not applicable (excluded controls)', group: 'Checklist' },
  'checklist.not-audited': { keys: ['5'], about: 'Not audited', group: 'Checklist' },
  'checklist.clear': { keys: ['0'], about: 'Clear the answer', group: 'Checklist' },
  'checklist.note': { keys: ['n'], about: 'Write the note', group: 'Checklist' },
  'checklist.evidence': { keys: ['e'], about: 'Add evidence here', group: 'Checklist' },
  'checklist.finding': { keys: ['f'], about: 'Raise a finding here', group: 'Checklist' },
  'checklist.park': { keys: ['p'], about: 'Park, or take up again', group: 'Checklist' },
  'checklist.add': { keys: ['a'], about: 'Add a question', group: 'Checklist' },
  'checklist.reword': { keys: ['w'], about: 'Reword an own question', group: 'Checklist' },
  'checklist.remove': {
    keys: ['Delete'],
    about: 'Take out an own or repeated question',
    group: 'Checklist',
  },
  'checklist.repeat': { keys: ['r'], about: 'Ask for each sampled AI system', group: 'Checklist' },
  'checklist.up': { keys: ['Alt+ArrowUp'], about: 'Move the question up', group: 'Checklist' },
  'checklist.down': { keys: ['Alt+ArrowDown'], about: 'Move the question down', group: 'Checklist' },
  'evidence.link': { keys: ['l'], about: 'Link to an item or a finding', group: 'Evidence' },
  'evidence.open': { keys: ['o'], about: 'Open the file', group: 'Evidence' },
  'findings.grade': { keys: ['m'], about: 'Decide the grade', group: 'Findings' },
  'applicability.import': { keys: ['i'], about: 'Import a statement', group: 'Applicability' },
  'catalogues.import': { keys: ['i'], about: 'Import a catalogue', group: 'Catalogues' },
  'catalogues.spreadsheet': { keys: ['x'], about: 'Export the catalogue as a spreadsheet', group: 'Catalogues' },
  'catalogues.compare': { keys: ['d'], about: 'Compare it with another version', group: 'Catalogues' },
  'report.word': { keys: ['w'], about: 'Export the Word report', group: 'Report' },
  'report.excel': { keys: ['x'], about: 'Export the Excel workbook', group: 'Report' },
};

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const printed: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Escape: 'Esc', Delete: 'Del' };

/** A key as it is printed on the page: `Ctrl K`, `g c`, `↓`. */
export function printKey(key: string): string {
  return key
    .split('+')
    .map(
      (part) =>
        printed[part] ??
        (part === 'Ctrl' && isMac ? '⌘' : part.length === 1 && key.includes('+') ? part.toUpperCase() : part),
    )
    .join(' ');
}

/** The key of an event in the table's spelling. Alt counts with arrows only: with others it makes letters. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const isChord = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 && isChord ? event.key.toLowerCase() : event.key;
  const alt = event.altKey && key.startsWith('Arrow') ? 'Alt+' : '';
  return `${isChord ? 'Ctrl+' : ''}${alt}${isChord && event.shiftKey ? 'Shift+' : ''}${key}`;
}

/** The commands a key stands for, after an optional first key such as `g`. */
export function commandsFor(key: string): CommandName[] {
  return (Object.entries(keyTable) as [CommandName, KeyRow][])
    .filter(([, row]) => row.keys.includes(key))
    .map(([name]) => name);
}

/** Whether a key begins a pair of keys. */
export function isFirstOfPair(key: string): boolean {
  return Object.values(keyTable).some((row) => row.keys.some((keys) => keys.startsWith(`${key} `)));
}

/** A key as `aria-keyshortcuts` spells it. */
export function shortcutOf(key: string): string {
  return key.replaceAll('Ctrl', isMac ? 'Meta' : 'Control');
}

/** The table for rooms that print keys. */
export const keyWords: readonly KeyWords[] = (Object.entries(keyTable) as [CommandName, KeyRow][]).map(
  ([name, { keys, about, group }]) => ({
    name,
    keys: keys.map(printKey),
    shortcuts: keys.map(shortcutOf),
    about,
    group,
  }),
);
