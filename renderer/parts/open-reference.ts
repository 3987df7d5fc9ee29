// A reference that is being typed, `[E-0`, up to the caret.

export interface OpenReference {
  /** Where its bracket stands. */
  from: number;
  /** What has been typed after the bracket. */
  query: string;
}

const longestQuery = 24;

/** The reference being typed at the caret; undefined where there is none or it is closed already. */
export function findOpenReference(text: string, caret: number): OpenReference | undefined {
  const start = Math.max(0, caret - longestQuery - 1);
  const match = /\[([^[\]\n]*)$/.exec(text.slice(start, caret));
  if (!match) return undefined;
  if (/^[\w.-]*\]/.test(text.slice(caret))) return undefined;
  return { from: start + match.index, query: match[1] ?? '' };
}

/** The text with the open reference completed, and where the caret goes. */
export function completeReference(text: string, open: OpenReference, target: string): { text: string; caret: number } {
  const end = open.from + 1 + open.query.length;
  const before = `${text.slice(0, open.from)}[${target}]`;
  return { text: before + text.slice(end), caret: before.length };
}
