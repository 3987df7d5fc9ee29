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
    | 'Plan'
    | 'Checklist'
    | 'Notes'
    | 'Evidence'
    | 'Findings'
    | 'Applicability'
    | 'AI systems'
    | 'Catalogues'
    | 'Report'
    | 'Activity';
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
  'audit.facts': { keys: ['g d'], about: 'Audit and team', group: 'Go to' },
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
  'checklist.sample': { keys: ['s'], about: 'Add a sample', group: 'Checklist' },
  'checklist.next-system': {
    keys: ['ArrowRight'],
    about: 'The same question for the next AI system',
    group: 'Checklist',
    isHiddenInPalette: true,
  },
  'checklist.previous-system': {
    keys: ['ArrowLeft'],
    about: 'The same question for the AI system before',
    group: 'Checklist',
    isHiddenInPalette: true,
  },
  'checklist.mark': { keys: ['x'], about: 'Mark the question, to answer several at once', group: 'Checklist' },
  'checklist.mark-requirement': { keys: ['X'], about: 'Mark the questions of the requirement', group: 'Checklist' },
  'checklist.mark-all': { keys: ['Ctrl+a'], about: 'Mark all that are shown', group: 'Checklist' },
  'checklist.extend-next': {
    keys: ['J', 'Shift+ArrowDown'],
    about: 'Mark down to the next',
    group: 'Checklist',
    isHiddenInPalette: true,
  },
  'checklist.extend-previous': {
    keys: ['K', 'Shift+ArrowUp'],
    about: 'Mark up to the one before',
    group: 'Checklist',
    isHiddenInPalette: true,
  },
  'checklist.filters': { keys: ['v'], about: 'Saved filters', group: 'Checklist' },
  'checklist.up': { keys: ['Alt+ArrowUp'], about: 'Move the question up', group: 'Checklist' },
  'checklist.down': { keys: ['Alt+ArrowDown'], about: 'Move the question down', group: 'Checklist' },
  'plan.actual': { keys: ['a'], about: 'Type the actual minutes', group: 'Plan' },
  'plan.as-planned': { keys: ['='], about: 'It took as long as planned', group: 'Plan' },
  'plan.earlier': { keys: ['Alt+ArrowUp'], about: 'Start 15 minutes earlier', group: 'Plan' },
  'plan.later': { keys: ['Alt+ArrowDown'], about: 'Start 15 minutes later', group: 'Plan' },
  'plan.duplicate': { keys: ['d'], about: 'Duplicate the slot', group: 'Plan' },
  'plan.remove': { keys: ['Delete'], about: 'Remove the slot or meeting', group: 'Plan' },
  'plan.cover': { keys: ['u'], about: 'Put the next uncovered requirement into a slot', group: 'Plan' },
  'plan.timetable': { keys: ['t'], about: 'Table or timetable', group: 'Plan' },
  'notes.evidence': { keys: ['e'], about: 'Make evidence of the line', group: 'Notes' },
  'notes.answer': { keys: ['v'], about: 'Put the line into an answer', group: 'Notes' },
  'notes.finding': { keys: ['f'], about: 'Raise a finding from the line', group: 'Notes' },
  'notes.correct': { keys: ['r'], about: 'Correct the line by a new one', group: 'Notes' },
  'notes.mark': { keys: ['x'], about: 'Mark the line, or take the mark off', group: 'Notes' },
  'evidence.link': { keys: ['l'], about: 'Link to an item or a finding', group: 'Evidence' },
  'evidence.open': { keys: ['o'], about: 'Open the file', group: 'Evidence' },
  'evidence.outside': { keys: ['O'], about: 'Open a copy in its own program', group: 'Evidence' },
  'evidence.filters': { keys: ['v'], about: 'Saved filters', group: 'Evidence' },
  'evidence.mark': { keys: ['x'], about: 'Mark, or take the mark away', group: 'Evidence' },
  'evidence.mark-next': { keys: ['J'], about: 'Mark on to the next', group: 'Evidence', isHiddenInPalette: true },
  'evidence.mark-previous': {
    keys: ['K'],
    about: 'Mark on to the one before',
    group: 'Evidence',
    isHiddenInPalette: true,
  },
  'evidence.larger': { keys: ['+', '='], about: 'Larger', group: 'Evidence', isHiddenInPalette: true },
  'evidence.smaller': { keys: ['-'], about: 'Smaller', group: 'Evidence', isHiddenInPalette: true },
  'evidence.fit': { keys: ['0'], about: 'Fit to its place', group: 'Evidence', isHiddenInPalette: true },
  'evidence.actual': { keys: ['1'], about: 'Its own size', group: 'Evidence', isHiddenInPalette: true },
  'evidence.turn-left': { keys: ['['], about: 'Turn left', group: 'Evidence', isHiddenInPalette: true },
  'evidence.turn-right': { keys: [']'], about: 'Turn right', group: 'Evidence', isHiddenInPalette: true },
  'evidence.page-down': { keys: ['PageDown'], about: 'Next page', group: 'Evidence', isHiddenInPalette: true },
  'evidence.page-up': { keys: ['PageUp'], about: 'Page before', group: 'Evidence', isHiddenInPalette: true },
  'findings.grade': { keys: ['m'], about: 'Decide the grade', group: 'Findings' },
  'findings.sheets': { keys: ['p'], about: 'Print sheets for the closing meeting', group: 'Findings' },
  'findings.workbook': { keys: ['x'], about: 'Export the corrective-action workbook', group: 'Findings' },
  'findings.response': { keys: ['i'], about: 'Take in a response of the auditee', group: 'Findings' },
  'findings.comment': { keys: ['r'], about: 'Comment on it as the reviewer', group: 'Findings' },
  'applicability.import': { keys: ['i'], about: 'Import a statement', group: 'Applicability' },
  'systems.mark': { keys: ['x'], about: 'Mark, or take the mark off', group: 'AI systems' },
  'systems.sample': { keys: ['s'], about: 'Sample it, or not', group: 'AI systems' },
  'systems.scope': { keys: ['o'], about: 'Take it into scope, or out', group: 'AI systems' },
  'systems.ask': { keys: ['r'], about: 'Ask the questions for it', group: 'AI systems' },
  'systems.sampling': { keys: ['v'], about: 'Show the sample and what to look at', group: 'AI systems' },
  'systems.import': { keys: ['i'], about: 'Import a list of AI systems', group: 'AI systems' },
  'systems.remove': { keys: ['Delete'], about: 'Remove the AI system', group: 'AI systems' },
  'catalogues.import': { keys: ['i'], about: 'Import a catalogue', group: 'Catalogues' },
  'catalogues.spreadsheet': { keys: ['x'], about: 'Export the catalogue as a spreadsheet', group: 'Catalogues' },
  'catalogues.compare': { keys: ['d'], about: 'Compare it with another version', group: 'Catalogues' },
  'report.word': { keys: ['w'], about: 'Export the Word report', group: 'Report' },
  'report.excel': { keys: ['x'], about: 'Export the Excel workbook', group: 'Report' },
  'report.pdf': { keys: ['d'], about: 'Export the PDF', group: 'Report' },
  'report.preview': { keys: ['p'], about: 'Preview the report', group: 'Report' },
  'report.comment': { keys: ['r'], about: 'Write a comment as the reviewer', group: 'Report' },
  'report.sign': { keys: ['s'], about: 'Sign the report', group: 'Report' },
  'report.issue': { keys: ['i'], about: 'Issue the report', group: 'Report' },
  'activity.undo': { keys: ['u'], about: 'Undo the chosen step', group: 'Activity' },
};

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const printed: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key as it is printed on the page: `Ctrl K`, `g c`, `↓`. */
export function printKey(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Shift ${key}`;
  if (key === '+') return key;
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
  const shift = event.shiftKey && (isChord || key.startsWith('Arrow')) ? 'Shift+' : '';
  return `${isChord ? 'Ctrl+' : ''}${alt}${shift}${key}`;
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
