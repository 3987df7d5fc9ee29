// Help: the form for a new audit.
import type { HelpPage } from '../page.ts';

export const newAudit: HelpPage = {
  id: 'new',
  title: 'New audit',
  purpose:
    'Sets up an audit from a template: its kind, the client, the scope, the AI systems and the team. What results is a checklist, a proposed plan and an empty Statement of Applicability.',
  doings: [
    {
      what: 'Choose the kind',
      how: 'Internal, supplier, first or second stage, surveillance, recertification. Each proposes its own questions and meetings.',
    },
    {
      what: 'Name client and scope',
      how: 'Title and organisation are needed; everything else can follow during the audit.',
    },
    {
      what: 'Cut the scope',
      how: 'In the tree of requirements, leave out what this audit does not look at, and say why. The report prints the reason.',
    },
    {
      what: 'List AI systems and team',
      how: 'Mark the systems you will sample: questions that are asked per system are repeated for each of them.',
    },
    {
      what: 'Check and make',
      how: 'The foot of the form counts what will result. {app.submit} makes the audit and opens its checklist.',
    },
  ],
  keys: ['app.submit', 'app.back'],
  kept: 'The whole audit is made as one step and can be undone as one. The checklist keeps the wording of the catalogue it was made from, even when a newer one arrives.',
  report:
    'Kind, scope, criteria, objectives, sites, dates, team and left-out requirements make up the first sections, in the order ISO/IEC 17021-1 and ISO 19011 expect.',
};
