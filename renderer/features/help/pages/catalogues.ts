// Help: the catalogues.
import type { HelpPage } from '../page.ts';

export const catalogues: HelpPage = {
  id: 'catalogues',
  title: 'Catalogues',
  purpose:
    'The question banks that audits are made from. Read them to prepare; bring in a checklist of your own, or a translation, before the audit starts.',
  doings: [
    {
      what: 'Read the questions',
      how: 'Walk through the catalogues with {list.next} and {list.previous}; each question has its intent, good answers and warning signs.',
    },
    {
      what: 'Bring in your own',
      how: '{catalogues.import} takes a spreadsheet with two columns, or a whole catalogue. A preview shows what was understood, row by row.',
    },
    {
      what: 'Work on one in a spreadsheet',
      how: '{catalogues.spreadsheet} writes the catalogue as a workbook that can be read back.',
    },
    { what: 'See what changed', how: '{catalogues.compare} puts two versions side by side.' },
    {
      what: 'Update a running audit',
      how: 'An audit offers a newer version at its top. You choose question by question; answers stay with what was asked.',
    },
  ],
  keyGroup: 'Catalogues',
  keys: ['list.next', 'list.previous', 'app.search'],
  kept: 'A catalogue is stored once, by its content, and never changed: an audit from last year still shows the words it was held with.',
  report: 'The annex with the checklist prints questions as they were asked, and names the catalogue and its version.',
};
