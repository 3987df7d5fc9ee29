// Help: how Plumbline is meant to be worked with.
import type { HelpPage } from '../page.ts';

export const start: HelpPage = {
  id: 'start',
  title: 'How to begin',
  purpose:
    'Plumbline holds one audit of an AI management system from the plan to the issued report. You work with the keyboard while people talk to you; the page keeps every word, and the report is written from what you kept.',
  doings: [
    {
      what: 'Walk through the sample once',
      how: 'The tour takes five steps and about five minutes: {app.tour} starts it. The sample company is invented, so nothing you do there can go wrong.',
    },
    {
      what: 'Go anywhere',
      how: 'Press {app.palette} and type the number of a requirement, a finding or a piece of evidence, or any words from the audit. Two keys go to a room at once, such as {go.checklist}.',
    },
    {
      what: 'Look up a key',
      how: 'The sheet under {app.keys} has all of them, those of the room first. Letters never act while you type in a field.',
    },
    {
      what: 'Take back',
      how: 'Nothing asks “are you sure”. Press {app.undo} as often as you like; {app.redo} does it again. Older steps are undone in the activity room.',
    },
    {
      what: 'Write first, sort later',
      how: 'The line at the foot of every room takes a note at any moment: {app.capture}, type, Enter. It carries the time and can become evidence or a finding later.',
    },
  ],
  keys: [
    'app.tour',
    'app.palette',
    'app.keys',
    'app.capture',
    'app.search',
    'app.undo',
    'app.redo',
    'app.back',
    'app.copyLink',
    'go.audits',
    'go.help',
  ],
  kept: 'Everything lies in one folder on this computer, the workspace. “Saved” with a time at the top right appears only once a change is on the disk. Plumbline uses no network.',
  report:
    'Word and Excel are made from the same records as the screen. A number you see in a room is the number that is printed.',
};
