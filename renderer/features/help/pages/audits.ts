// Help: the list of all audits.
import type { HelpPage } from '../page.ts';

export const audits: HelpPage = {
  id: 'audits',
  title: 'All audits',
  purpose:
    'The shelf of this workspace: every audit with its client, stage and progress. On an audit day you pass through here once, to open the audit you are at.',
  doings: [
    {
      what: 'Open an audit',
      how: 'Walk with {list.next} and {list.previous}, open with {list.open}. It opens where you left it.',
    },
    { what: 'Find one', how: 'Press {app.search} and type part of a reference, title, client, kind or stage.' },
    { what: 'Make a new one', how: '{list.new} opens the form. Nothing is stored before you finish it.' },
    {
      what: 'Compare progress',
      how: 'The bar of each row counts answered questions; beside it stand findings and evidence.',
    },
    {
      what: 'Move between audits',
      how: '{app.palette} finds other audits from inside one. Each keeps its own place, so you can go back and forth.',
    },
  ],
  keys: ['list.next', 'list.previous', 'list.open', 'list.new', 'app.search', 'go.audits'],
  kept: 'An audit is never mixed with another: it has its own numbers, its own history and its own evidence. Make a workspace of its own where a client asks for that.',
  report: 'The reference and the title of the list stand on the cover and in the header of every page.',
};
