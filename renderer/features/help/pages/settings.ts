// Help: the settings.
import type { HelpPage } from '../page.ts';

export const settings: HelpPage = {
  id: 'settings',
  title: 'Settings',
  purpose:
    'Who you are and how the page looks on this computer. Set once, before the first interview; in a dark meeting room you may come back for the theme.',
  doings: [
    {
      what: 'Say who you are',
      how: 'Your name and role stand beside everything you write; the name of the computer tells two laptops of one team apart in the history.',
    },
    { what: 'Choose how it looks', how: 'Light, dark, high contrast or as the system; and the size of the text.' },
    {
      what: 'Choose the languages',
      how: 'One for dates and numbers on the page, one that new audits note as theirs. Reports are in English for now.',
    },
    {
      what: 'Give reports a look',
      how: 'Report layouts hold logo, colours, fonts, cover, order of sections and own texts for a client or a firm; a Word document of the house can be their base. They belong to the workspace, and an audit chooses one.',
    },
    { what: 'Take the tour again', how: '{app.tour} starts it at its first step.' },
  ],
  keyGroup: 'Settings',
  keys: ['go.settings', 'app.tour'],
  kept: 'Settings stay on this computer, outside of the workspace. They do not travel with an audit that you hand on; your name beside what you wrote does. The key that this computer signs issued reports and sealed files with stays here too. “Verify the workspace” proves that nothing was altered since it was written.',
  report:
    'Your name appears where you wrote, signed or accepted something. The look of the page changes nothing in the documents.',
};
