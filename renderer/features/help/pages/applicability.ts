// Help: the Statement of Applicability.
import type { HelpPage } from '../page.ts';

export const applicability: HelpPage = {
  id: 'applicability',
  title: 'Applicability',
  purpose:
    'The client’s Statement of Applicability, as you received it: which controls apply, which do not, and the justification. You audit it like any other document.',
  doings: [
    {
      what: 'Read in the client’s file',
      how: '{applicability.import} takes the spreadsheet. A preview shows what was matched and what looks wrong before anything is stored.',
    },
    {
      what: 'Check the exclusions',
      how: 'Filter by excluded controls and read each justification. A missing one is marked.',
    },
    {
      what: 'Correct an entry',
      how: 'Choose a row with {list.next} and {list.previous}, then change answer, justification or state of implementation.',
    },
    { what: 'Go to the control', how: 'Each row leads to its questions in the checklist, and shows their result.' },
    {
      what: 'Note version and approval',
      how: 'Version, date and approver stand at the head. The file you read in becomes evidence.',
    },
  ],
  keyGroup: 'Applicability',
  keys: ['go.applicability', 'list.next', 'list.previous', 'list.open', 'app.search'],
  kept: 'An import is one step and undone as one. Only a control that is excluded here can be answered “not applicable” in the checklist.',
  report: 'The whole statement is an annex. Exclusions and your view of them stand in the results.',
};
