// Help: the findings.
import type { HelpPage } from '../page.ts';

export const findings: HelpPage = {
  id: 'findings',
  title: 'Findings',
  purpose:
    'What you will say at the closing meeting. A finding must stand without you: the requirement, the evidence, and what is wrong, each in a box of its own.',
  doings: [
    {
      what: 'Raise one',
      how: '{checklist.finding} in the checklist fills in what is known; {list.new} here starts from nothing.',
    },
    {
      what: 'Write it',
      how: 'Advice beside each box says what a reviewer would ask. Type [E- to point to a piece of evidence.',
    },
    {
      what: 'Decide the grade',
      how: '{findings.grade} opens the decision. Give the reason; earlier decisions stay visible.',
    },
    {
      what: 'Hear the other side',
      how: 'Note the auditee’s position while you are in the room, above all where it differs.',
    },
    {
      what: 'Follow up',
      how: 'Correction, cause, corrective action, owner and due date, up to the check that it worked.',
    },
  ],
  keyGroup: 'Findings',
  keys: ['go.findings', 'list.next', 'list.previous', 'list.open', 'list.new', 'checklist.evidence', 'app.search'],
  kept: 'A number is given once and never again. The grade and its reason are stored together; a withdrawn finding stays in the history.',
  report:
    'Each finding has its own page section, graded and cross-referenced; the actions are a sheet of the workbook that the client fills in.',
};
