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
      how: '{findings.grade} asks three questions and proposes a grade from the answers. The grade and the reason are yours; every decision stays visible and is printed.',
    },
    {
      what: 'Hear the other side',
      how: '{findings.sheets} prints a page per finding for the closing meeting, with its grade as it is defined and a line to sign. Note the auditee’s position while you are in the room; a disagreement goes into the report by itself.',
    },
    {
      what: 'Follow up',
      how: '{findings.workbook} makes the workbook that the auditee fills in; {findings.response} takes it back with old and new side by side, and keeps it as evidence. An action gets its due date from the time limits in the settings; its status says who accepted, verified and closed it. Carry over brings the open findings of an earlier audit.',
    },
  ],
  keyGroup: 'Findings',
  keys: ['go.findings', 'list.next', 'list.previous', 'list.open', 'list.new', 'checklist.evidence', 'app.search'],
  kept: 'A number is given once and never again. The grade and its reason are stored together; a withdrawn finding stays in the history.',
  report:
    'Each finding has its own page section, graded and cross-referenced; the actions are a sheet of the Excel workbook.',
};
