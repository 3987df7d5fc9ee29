// Help: the overview.
import type { HelpPage } from '../page.ts';

export const overview: HelpPage = {
  id: 'overview',
  title: 'Overview',
  purpose:
    'Where the audit stands, on one page. Look here in the break and before the daily meeting: what is covered, what is open, what weighs.',
  doings: [
    {
      what: 'See what is covered',
      how: 'The map has one cell per requirement, by chapter and control group. A hatched cell was not audited.',
    },
    {
      what: 'Go where work is left',
      how: 'Move over the map with the arrow keys; {list.open} opens the requirement in the checklist.',
    },
    { what: 'Weigh the findings', how: 'They are counted by grade, with the words the audit’s own scale uses.' },
    {
      what: 'Prepare the conclusion',
      how: 'The themes and the four questions on governance gather results across clauses. They count; they never score.',
    },
    { what: 'Finish', how: '“Before you can issue” lists what is missing, each line a link to the place.' },
  ],
  keys: ['go.overview', 'list.next', 'list.previous', 'list.open'],
  kept: 'Nothing is entered here. Every figure is counted from the records at the moment you look, and a question with several parts is only as good as its worst part.',
  report: 'Map, counts and themes are drawn in the summary from the same figures.',
};
