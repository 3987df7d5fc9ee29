// Help: the activity.
import type { HelpPage } from '../page.ts';

export const activity: HelpPage = {
  id: 'activity',
  title: 'Activity',
  purpose:
    'Every change of the audit: who, when, from what to what. Use it when something looks different from what you remember, or when someone asks how a verdict came about.',
  doings: [
    {
      what: 'Read the day',
      how: 'Steps stand newest first, by day. One step is one thing somebody did, however many fields it touched.',
    },
    { what: 'Narrow it down', how: 'Filter by record, person or day to see the life of one finding or one answer.' },
    { what: 'Compare', how: 'Each field shows its value before and after.' },
    {
      what: 'Undo an older step',
      how: 'Undo it from here. Where later changes rest on it, the page names them instead of guessing.',
    },
    { what: 'Go to the record', how: 'Each step leads to what it changed.' },
  ],
  keyGroup: 'Activity',
  keys: ['go.activity', 'list.next', 'list.previous', 'list.open', 'app.search', 'app.undo'],
  kept: 'Changes are only ever added, each tied to the one before it by a hash. Undoing adds the opposite change; nothing disappears.',
  report: 'The history is not printed. It is what lets you prove the report, and it travels with the workspace.',
};
