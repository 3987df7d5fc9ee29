// Whom to offer where interviewees are named. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';

type Known = Pick<OpenAudit, 'checklist' | 'planSlots' | 'meetings' | 'team'>;

const namesIn = (line: string) => line.split(/[,;]/);

/**
 * People and roles, each once: who was met before, whom the plan asks for, who came to a meeting, whom the catalogue
 * names for the question, and the team last.
 */
export function peopleToOffer({ checklist, planSlots, meetings, team }: Known, roles: readonly string[]): string[] {
  const all = [
    ...checklist.flatMap(({ interviewees }) => interviewees),
    ...planSlots.flatMap(({ auditee }) => namesIn(auditee)),
    ...meetings.flatMap(({ attendees }) => attendees),
    ...roles,
    ...team.map(({ name }) => name),
  ];
  return [...new Set(all.map((name) => name.trim()))].filter(Boolean);
}
