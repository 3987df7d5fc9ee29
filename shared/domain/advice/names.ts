// Names of people as a finding may hold them.

export interface KnownName {
  first: string;
  /** Undefined where one word is all there is. */
  last: string | undefined;
  /** Small words between the two, such as "van der". */
  between: readonly string[];
}

const titles = new Set(
  'mr mrs ms miss dr prof professor herr frau mme m madame monsieur sir ing dipl mag phd'.split(' '),
);
const particles = new Set(
  'van der den de la le du da di del della dos das von zu zum af av al el bin ben ibn st'.split(' '),
);
// Whoever has one of these in the name is a role and may be named.
const roles = new Set(
  `head manager officer lead leader owner engineer director chief representative responsible auditor steward
  administrator analyst architect developer operator scientist specialist expert coordinator member board committee
  team staff user users department supervisor president secretary counsel lawyer nurse doctor clerk planner controller
  custodian chair ceo cto cio ciso cdo dpo cfo coo it hr qa ai data risk quality compliance security product legal
  management leitung leiter beauftragter responsable directeur`.split(/\s+/),
);

/** A word without accents, so that it is found however it was typed. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('æ', 'ae')
    .replaceAll('đ', 'd');
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** The names in the lines of the team and of those interviewed, also as they are written without umlauts. */
export function readNames(lines: readonly string[]): KnownName[] {
  const spelled = lines.flatMap((line) => [
    line,
    line.normalize('NFC').replaceAll(/[äöüÄÖÜ]/gu, (one) => umlauts[one] ?? one),
  ]);
  return [...new Set(spelled)].flatMap((line) => readName(line) ?? []);
}

/** The name in a line of the team or of those interviewed; undefined where the line is a role. */
function readName(line: string): KnownName | undefined {
  const [written = ''] = line.slice(0, 120).split(/[(,;/–:]/u);
  const words = [...fold(written).matchAll(/\p{L}[\p{L}'’-]{0,40}/gu)].map(([word]) => word);
  if (words.some((word) => roles.has(word.toLowerCase()))) return undefined;
  const proper = words.filter((word) => !titles.has(word.toLowerCase()));
  // "Works council", "Shift engineer": a name goes on with a capital.
  if (proper.some((word) => /^\p{Ll}/u.test(word) && !particles.has(word.toLowerCase()))) return undefined;
  const between = proper.filter((word, place) => place > 0 && particles.has(word.toLowerCase()));
  const names = proper.filter((word, place) => place === 0 || !particles.has(word.toLowerCase()));
  const [first, ...rest] = names;
  if (first === undefined || (first.length < 2 && rest.length === 0) || !/^\p{Lu}/u.test(first)) return undefined;
  return { first, last: rest.at(-1), between: between.map((word) => word.toLowerCase()) };
}
