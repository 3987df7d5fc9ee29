// What people type into a line of the running notes: #requirement @person !kind :method, and words.

export type LinePart = { kind: 'words'; text: string } | { kind: 'tag'; text: string };

const tag = /(^|\s)([#@!:][\p{L}\d][\p{L}\d.\-/]*)/gu;

/** Splits a line into its tags and the words between them. The parts joined are the line. */
export function splitTags(line: string): LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const match of line.matchAll(tag)) {
    const start = match.index + (match[1]?.length ?? 0);
    if (start > from) parts.push({ kind: 'words', text: line.slice(from, start) });
    parts.push({ kind: 'tag', text: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < line.length) parts.push({ kind: 'words', text: line.slice(from) });
  return parts;
}
