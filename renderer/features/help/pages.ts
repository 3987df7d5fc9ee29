// All pages of help, in the order of the index.
import type { HelpPage } from './page.ts';
import { activity } from './pages/activity.ts';
import { applicability } from './pages/applicability.ts';
import { audits } from './pages/audits.ts';
import { catalogues } from './pages/catalogues.ts';
import { checklist } from './pages/checklist.ts';
import { evidence } from './pages/evidence.ts';
import { findings } from './pages/findings.ts';
import { newAudit } from './pages/new.ts';
import { notes } from './pages/notes.ts';
import { overview } from './pages/overview.ts';
import { plan } from './pages/plan.ts';
import { report } from './pages/report.ts';
import { settings } from './pages/settings.ts';
import { start } from './pages/start.ts';
import { systems } from './pages/systems.ts';

/** The pages by the group they stand under. */
export const pageGroups: readonly { title: string; pages: readonly HelpPage[] }[] = [
  { title: 'First', pages: [start] },
  {
    title: 'Rooms of an audit',
    pages: [overview, plan, systems, applicability, checklist, notes, evidence, findings, report, activity],
  },
  { title: 'Above the audits', pages: [audits, newAudit, catalogues, settings] },
];

export const pages: readonly HelpPage[] = pageGroups.flatMap((group) => group.pages);

/** The words of a page that a search looks through. */
function wordsOf({ title, purpose, doings, kept, report: printed }: HelpPage): string {
  return [title, purpose, kept, printed, ...doings.flatMap(({ what, how }) => [what, how])].join(' ').toLowerCase();
}

/** The pages that contain every word of a query. */
export function findPages(query: string): readonly HelpPage[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? pages : pages.filter((page) => words.every((word) => wordsOf(page).includes(word)));
}
