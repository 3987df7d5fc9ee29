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
      what: 'Export a draft',
      how: '{report.word} makes the Word document, {report.excel} the Excel workbook, {report.pdf} a PDF with the same content; {report.preview} shows it here first. All are checked before you get them; the room says when they are out of date.',
    },
    {
      what: 'Have it reviewed',
      how: 'Name a reviewer outside the team and hand over to review. Each comment ({report.comment}) is accepted or declined with an answer, then the reviewer releases the report.',
    },
    {
      what: 'Sign, issue, correct',
      how: '{report.sign} signs, {report.issue} issues once no point marked “must” is open: the documents are kept with their hashes and what they print is locked. A correction gives its reason and makes the next version.',
    },
  ],
  keyGroup: 'Report',
  keys: ['go.report'],
  kept: 'Exported files lie in the workspace, in the folder exports. So does the sealed file: everything of the audit in one signed file that somebody else can check without Plumbline. Conclusions are stored like any other text, with who accepted them and when.',
  report: 'This is it. Screen, Word and Excel read the same model, so their counts agree.',
};
