// Help: the checklist.
import type { HelpPage } from '../page.ts';

export const checklist: HelpPage = {
  id: 'checklist',
  title: 'Checklist',
  purpose:
    'The room you live in. The question in the middle, where you are on the left, what helps on the right: intent, good answers, warning signs, evidence and history.',
  doings: [
    {
      what: 'Answer',
      how: 'One digit gives the verdict: {checklist.conforms} {checklist.improvement} {checklist.nonconforming} {checklist.not-applicable} {checklist.not-audited}. {checklist.clear} takes it back. {list.next} goes on.',
    },
    {
      what: 'Write down what you saw',
      how: '{checklist.note} opens the note. Whom you asked and what you sampled have fields of their own below it.',
    },
    {
      what: 'Attach what proves it',
      how: '{checklist.evidence} adds files here; dropping them anywhere on the page does the same. Type [E- in a note to point to a piece.',
    },
    {
      what: 'Raise a finding',
      how: '{checklist.finding} makes one with requirement, note, evidence and system filled in.',
    },
    {
      what: 'Come back later',
      how: '{checklist.park} parks a question. The filters over the tree show what is parked, open or nonconforming.',
    },
  ],
  keyGroup: 'Checklist',
  keys: ['list.next', 'list.previous', 'app.search'],
  kept: 'Notes are stored while you type, at most a second behind. Every change of a field stays in the history of the question, with who and when, and can be undone there.',
  report: 'Results by requirement, and the annex with every question, verdict, note, interviewee and sample.',
};
