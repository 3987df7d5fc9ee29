// Help: the AI systems.
import type { HelpPage } from '../page.ts';

export const systems: HelpPage = {
  id: 'systems',
  title: 'AI systems',
  purpose:
    'The inventory of what the management system governs. Complete it in the first hour, then decide which systems you look at closely, and write down why.',
  doings: [
    { what: 'List the systems', how: '{list.new} adds one, or bring in the client’s own inventory as a spreadsheet.' },
    {
      what: 'Say what each is',
      how: 'The client’s role for it, its stage of life, its impact on people, its owner and its supplier.',
    },
    {
      what: 'Draw the line',
      how: 'Mark what is out of scope. It stays in the list, so that nobody wonders whether it was forgotten.',
    },
    {
      what: 'Choose the sample',
      how: 'Mark the sampled systems and give the reason: impact, recency, an incident, chance.',
    },
    {
      what: 'Ask per system',
      how: 'In the checklist, {checklist.repeat} puts a question to each sampled system; answers stay apart.',
    },
  ],
  keyGroup: 'AI systems',
  keys: ['go.systems', 'list.next', 'list.previous', 'list.open', 'list.new', 'app.search'],
  kept: 'Findings, evidence and answers point to a system by itself, not by its name. Renaming a system changes it everywhere.',
  report: 'The inventory with roles, the sample and its reasons; findings name the systems they concern.',
};
