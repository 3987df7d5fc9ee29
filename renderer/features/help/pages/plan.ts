// Help: the plan.
import type { HelpPage } from '../page.ts';

export const plan: HelpPage = {
  id: 'plan',
  title: 'Plan',
  purpose:
    'Who talks to whom about what, when and where. In the morning it tells you where to be; in the evening it holds what really happened.',
  doings: [
    { what: 'Make the slots', how: '{list.new} adds one: time, place, requirements, whom you meet, who audits.' },
    { what: 'Cover everything', how: 'Below the table stand the requirements that no slot covers yet.' },
    { what: 'Avoid clashes', how: 'Two slots for one person at one time are marked in both.' },
    {
      what: 'Hold the meetings',
      how: 'Opening, daily and closing meetings have an agenda, who was present, and opinions that differed.',
    },
    {
      what: 'Note the real times',
      how: 'Enter the minutes each slot took. Planned and actual time are shown beside each other.',
    },
  ],
  keyGroup: 'Plan',
  keys: ['list.next', 'list.previous', 'list.open', 'list.new'],
  kept: 'Each cell is stored when you leave it, and undone on its own. Slots proposed by the template are yours to change or to take out.',
  report: 'The plan as carried out, the meetings with attendance, and differences of opinion that remained.',
};
