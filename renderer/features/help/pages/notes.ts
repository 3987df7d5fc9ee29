// Help: the running notes.
import type { HelpPage } from '../page.ts';

export const notes: HelpPage = {
  id: 'notes',
  title: 'Notes',
  purpose:
    'The stream of what you heard, in the order you heard it. You write from any room with one key; in the evening you come here and turn lines into records.',
  doings: [
    { what: 'Capture a line', how: '{app.capture} from anywhere, type, Enter. You are back where you were.' },
    {
      what: 'Mark it while typing',
      how: '# names a requirement, @ a person, ! what kind of line it is, : how you know it. The page completes as you type.',
    },
    {
      what: 'Turn a line into something',
      how: 'One key makes it evidence, the note of a question, or a finding. The line keeps the link.',
    },
    {
      what: 'Correct and settle',
      how: 'A line is never changed; a correction is a new line that points to the old one. A line with !todo or !question stands in “before you can issue” until it is corrected or became evidence, part of an answer or a finding.',
    },
    { what: 'Find a remark', how: '{app.search} looks through the lines; {app.palette} finds them from every room.' },
  ],
  keyGroup: 'Notes',
  keys: ['app.capture', 'go.notes', 'list.next', 'list.previous', 'app.search'],
  kept: 'Each line carries its time to the second and cannot be altered, which is what makes it worth something later. Lines typed while saving is not possible are kept and stored in order.',
  report: 'Notes are working papers and are not printed. What you turn them into is.',
};
