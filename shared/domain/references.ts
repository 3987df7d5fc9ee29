// References that people type in texts: [E-012] evidence, [F-003] finding, [8.4] or [A.6.2.4] requirement.

/** A piece of a text: plain words, or a reference by its number or id. */
export type TextPart = { kind: 'words'; text: string } | { kind: 'reference'; target: string };

const referencePattern = /\[([EF]-[A-Z]?\d{3,}|A\.\d+(?:\.\d+)*|\d+(?:\.\d+)+)\]/g;

/** Splits a text at its references. The parts joined, with brackets put back, are the text. */
export function splitReferences(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(referencePattern)) {
    if (match.index > from) parts.push({ kind: 'words', text: text.slice(from, match.index) });
    parts.push({ kind: 'reference', target: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'words', text: text.slice(from) });
  return parts;
}

/** The numbers and ids that a text refers to, in order, each once. */
export function referencesIn(text: string): string[] {
  const targets = splitReferences(text).flatMap((part) => (part.kind === 'reference' ? [part.target] : []));
  return [...new Set(targets)];
}

/** A text with its references to evidence and findings of the earlier audit as words: here they would mean others. */
export function withoutReferences(text: string, ref: string): string {
  return splitReferences(text)
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      return /^[EF]-/.test(piece.target) ? `${piece.target} of ${ref}` : `[${piece.target}]`;
    })
    .join('');
}
