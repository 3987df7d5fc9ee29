// Who is meant by the names in a plan. Auditors and auditees are typed as text: several names, functions, or the team. Pure.

/** Words that name the whole audit team. */
const teamWords = new Set(['audit team', 'the audit team', 'team', 'the team', 'whole team', 'all auditors']);
/** Words in the place of a person that name nobody in particular. */
const openWords = new Set([
  'as needed',
  'all',
  'everybody',
  'to be decided',
  'tbd',
  'n/a',
  'none',
  'nobody',
  '-',
  '–',
  '?',
]);

/** A name as it is compared: without case and doubled spaces. */
export const plainName = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

const isTeam = (name: string) => teamWords.has(plainName(name));
const isNobody = (name: string) => openWords.has(plainName(name));

/** The single names in a line: `Ada Beispiel, head of claims` are two. */
export function splitNames(line: string): string[] {
  const names = line.split(/[,;/\n]|\s&\s|\s\+\s/).map((name) => name.trim());
  const seen = new Set<string>();
  return names.filter((name) => {
    const plain = plainName(name);
    if (plain === '' || seen.has(plain)) return false;
    seen.add(plain);
    return true;
  });
}

/** The auditees that a line names, without the team and without words for nobody in particular. */
export function auditeesIn(line: string): string[] {
  return splitNames(line).filter((name) => !isTeam(name) && !isNobody(name));
}

const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((part) => part.slice(0, 1))
    .join('');

interface Member {
  name: string;
  role: string;
}

/** The one member that a typed name stands for: the whole name, a part of it, or initials. Undefined where none or several. */
export function memberNamed<M extends Member>(team: readonly M[], typed: string): M | undefined {
  const wanted = plainName(typed);
  const whole = team.find(({ name }) => plainName(name) === wanted);
  if (whole || wanted === '') return whole;
  const parts = team.filter(({ name }) => ` ${plainName(name)} `.includes(` ${wanted} `));
  const found = parts.length > 0 ? parts : team.filter(({ name }) => plainName(initialsOf(name)) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** The auditors that a line means: names of members, all but observers where it names the team, and what names nobody of it. */
export function auditorsIn(team: readonly Member[], line: string): { names: string[]; unknown: string[] } {
  const names = new Set<string>();
  const unknown: string[] = [];
  // A member's name may have a comma in it.
  const typed = memberNamed(team, line) ? [line] : splitNames(line);
  for (const name of typed) {
    const member = memberNamed(team, name);
    if (member) names.add(member.name);
    else if (isTeam(name)) for (const one of team) if (one.role !== 'observer') names.add(one.name);
    if (!member && !isTeam(name) && !isNobody(name)) unknown.push(name);
  }
  return { names: [...names], unknown };
}
