// Names of issued files, from a pattern that an audit may carry.

/** What a pattern is filled with. `date` is a day, ISO 8601. */
export interface NamedReport {
  ref: string;
  org: string;
  type: string;
  version: number;
  date: string;
}

/** The pattern of an audit that says nothing else. */
export const usualPattern = '{ref} {org} audit report v{version}';
export const patternParts = ['ref', 'org', 'type', 'version', 'date'] as const;

/** Names that Windows keeps for devices, whatever ending they have. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 120;

/** The parts of a pattern that stand for nothing, such as `{title}`. */
export function unknownParts(pattern: string): string[] {
  const known: readonly string[] = patternParts;
  return [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part).filter((part) => !known.includes(part));
}

/**
 * The name of a report without its ending, such as every system accepts: no separators, signs or control characters
 * that Windows forbids, no dot or space at the end, no name of a device, at most 120 characters.
 */
export function fileNameOf(pattern: string, report: NamedReport): string {
  const filled = (pattern.trim() || usualPattern).replaceAll(/\{(ref|org|type|version|date)\}/g, (_, part) =>
    String(report[part as keyof NamedReport]),
  );
  const safe = filled
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} ._()&+,'-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ');
  const short = safe.slice(0, longest).toWellFormed();
  const name = short.replaceAll(/^[ .]+|[ .]+$/g, '');
  if (name === '') return `report v${report.version}`;
  return reserved.test(name.split('.')[0]?.trim() ?? '') ? `report ${name}` : name;
}
