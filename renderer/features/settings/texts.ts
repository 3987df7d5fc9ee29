// The words of the settings.
export const texts = {
  title: 'Settings',
  intro: 'These belong to you and this computer. They never travel with an audit.',
  notKept: (sentence: string) => `Not kept: ${sentence}`,

  you: 'You',
  youWords: 'Your name stands beside everything you change from now on, and in the report.',
  name: 'Name',
  nameNeeded: 'Without a name nobody can tell who wrote what. The last name is kept.',
  role: 'Role',
  roleHint: 'For example lead auditor, internal auditor, technical expert.',
  deviceName: 'This computer',
  deviceHint: 'What the history calls this computer.',

  languages: 'Languages',
  language: 'Dates and numbers',
  asSystem: 'As the system',
  example: (example: string) => `Looks like ${example}`,
  documentLanguage: 'Documents',
  documentHint:
    'What a new audit notes as its language. Reports are written in English for now, with English dates and numbers, whatever is chosen here.',

  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  themeHint: 'High contrast has a light and a dark form and follows the system in which one.',
  textSize: 'Text size',
  textSizes: { small: 'Small', normal: 'Normal', large: 'Large', largest: 'Largest' },
  motion: 'Motion',
  motionWords: { reduced: 'Reduced, as the system asks.', full: 'As the system: nothing asks for less.' },

  workspace: 'Workspace',
  place: 'Folder',
  workspaceName: 'Name',
  version: 'Plumbline',
  device: 'Number of this computer',
  notices: 'To know',
  show: 'Show in the file manager',
  copy: 'Copy the path',
  copied: 'The path is copied.',

  backups: 'Backups',
  backupWords:
    'One file with every audit of this workspace and all its evidence, proven by reading it back. Keep a copy on another disk.',
  make: 'Make a backup',
  made: (name: string) => `${name} was made and read back.`,
  cancelled: 'Cancelled. Nothing was left half-done.',
  failed: (sentence: string) => `No backup was made: ${sentence}`,
  none: 'No backup yet.',
  list: 'Backups of this workspace',
  kinds: {
    backup: 'everything: audits and evidence',
    'before-migration': 'the database alone, before a newer version',
    other: 'not made by Plumbline',
  },
  showFile: 'Show',
  showNamed: (name: string) => `Show ${name} in the file manager`,
  restore: 'To bring one back into an empty folder:',
  restoreCommand: 'npm run --silent plumbline -- restore --from FILE --workspace FOLDER',

  help: 'Keys and tour',
  keys: 'Show the keys',
  tour: 'Take the tour again',
  tourReady: 'The tour begins when you open the sample audit.',

  about: 'About',
  aboutWords: [
    'Plumbline is free software under the Apache License 2.0. Nothing leaves this computer unless you send it.',
    'It contains no text of any standard. It is built with SQLite, React, Mantine, Tabler icons and other free software, each under its own licence.',
  ],
} as const;
