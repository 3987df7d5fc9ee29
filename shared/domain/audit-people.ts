// The people an audit knows by name or role, for lines that name them.

interface Known {
  team: readonly { name: string }[];
  checklist: readonly { interviewees: readonly string[] }[];
  planSlots: readonly { auditee: string; auditor: string }[];
}

export interface KnownPerson {
  name: string;
  /** Where the name comes from. */
  from: 'interviewed' | 'plan' | 'team' | 'catalogue';
}

const separator = /\s*[,;]\s*/;

/** Everybody an audit knows, each once: those interviewed, those in the plan, the team, the roles of the catalogue. */
export function peopleOf({ team, checklist, planSlots }: Known, roles: readonly string[]): KnownPerson[] {
  const all: KnownPerson[] = [
    ...checklist.flatMap(({ interviewees }) => interviewees).map((name) => ({ name, from: 'interviewed' as const })),
    // A slot may name several people in one field.
    ...planSlots.flatMap(({ auditee }) => auditee.split(separator)).map((name) => ({ name, from: 'plan' as const })),
    ...team.map(({ name }) => ({ name, from: 'team' as const })),
    ...roles.map((name) => ({ name, from: 'catalogue' as const })),
  ];
  const byName = new Map<string, KnownPerson>();
  for (const { name, from } of all) {
    const clean = name.replaceAll(/["“”\s]+/gu, ' ').trim();
    if (clean !== '' && clean.length <= 300 && !byName.has(clean.toLowerCase()))
      byName.set(clean.toLowerCase(), { name: clean, from });
  }
  return [...byName.values()];
}
