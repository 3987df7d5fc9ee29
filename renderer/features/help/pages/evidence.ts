// Help: the register of evidence.
import type { HelpPage } from '../page.ts';

export const evidence: HelpPage = {
  id: 'evidence',
  title: 'Evidence',
  purpose:
    'The register of everything you examined, heard or saw, numbered. Files are taken in at once, so that they can be shown to be unchanged ever after.',
  doings: [
    {
      what: 'Take in files',
      how: 'Drop them anywhere, paste a screenshot, or press {list.new}. Many at once is fine; you can go on working.',
    },
    {
      what: 'Say what it is',
      how: 'Title, method, source, place, who permitted it. Facts of the file are filled in by themselves.',
    },
    {
      what: 'Link it',
      how: '{evidence.link} ties it to a question or a finding. “Not linked” shows what still hangs loose; {evidence.filters} keeps filters under a name.',
    },
    {
      what: 'Look at it',
      how: 'Pictures, PDF and text are shown here, {evidence.open} enlarges them. {evidence.outside} opens a copy in its own program on the desktop and saves one in a browser; what can run as a program is never opened.',
    },
    { what: 'Prove it', how: 'Its hash, size and the time of taking in stand beside the preview.' },
  ],
  keyGroup: 'Evidence',
  keys: ['go.evidence', 'list.next', 'list.previous', 'list.open', 'list.new', 'app.search'],
  kept: 'A file is copied into the workspace under its own hash and is never changed. A number is used once; removing a piece leaves a gap, which is intended.',
  report:
    'The register is an annex, with hashes in full. Photographs are printed where you say so; findings refer to pieces by number.',
};
