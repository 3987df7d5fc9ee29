// Help: the report.
import type { HelpPage } from '../page.ts';

export const report: HelpPage = {
  id: 'report',
  title: 'Report',
  purpose:
    'The way out: conclusions, what is still missing, and the documents. Come here before the closing meeting, not after it.',
  doings: [
    {
      what: 'Write the conclusions',
      how: 'A draft is proposed from the results. It prints only once the lead auditor has accepted or edited it.',
    },
    {
      what: 'Clear the list',
      how: 'Open points name each missing requirement, reason or reference, with a link to the place.',
    },
    {
      what: 'Export the report',
      how: '{report.word} makes the Word document. It is opened again and checked before you get it.',
    },
    {
      what: 'Export the workbook',
      how: '{report.excel} makes the Excel workbook with findings and actions to follow up.',
    },
    {
      what: 'Hand over',
      how: 'The files are named with their size and hash. Export again after a change; the room says when they are out of date.',
    },
  ],
  keyGroup: 'Report',
  keys: ['go.report'],
  kept: 'Exported files lie in the workspace, in the folder exports. Conclusions are stored like any other text, with who accepted them and when.',
  report: 'This is it. Screen, Word and Excel read the same model, so their counts agree.',
};
