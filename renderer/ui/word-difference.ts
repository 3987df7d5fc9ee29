// The difference between two texts, word by word: what stayed, what went, what came.

export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond this product of words the middle is told as one that went and one that came: comparing would take too long. */
const mostComparisons = 400_000;

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** Lengths of the longest common run of words from each pair of places to the ends. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let one = before.length - 1; one >= 0; one -= 1) {
    const row = rows[one] as Uint16Array;
    const below = rows[one + 1] as Uint16Array;
    for (let other = after.length - 1; other >= 0; other -= 1) {
      row[other] =
        before[one] === after[other]
          ? (below[other + 1] as number) + 1
          : Math.max(below[other] as number, row[other + 1] as number);
    }
  }
  return rows;
}

function compareMiddle(before: readonly string[], after: readonly string[]): Piece[] {
  if (before.length * after.length > mostComparisons) {
    return [
      { kind: 'gone', text: before.join('') },
      { kind: 'new', text: after.join('') },
    ];
  }
  const lengths = commonLengths(before, after);
  const pieces: Piece[] = [];
  let one = 0;
  let other = 0;
  while (one < before.length || other < after.length) {
    if (one < before.length && other < after.length && before[one] === after[other]) {
      pieces.push({ kind: 'same', text: before[one] as string });
      one += 1;
      other += 1;
    } else if (
      other >= after.length ||
      (one < before.length && (lengths[one + 1]?.[other] ?? 0) >= (lengths[one]?.[other + 1] ?? 0))
    ) {
      pieces.push({ kind: 'gone', text: before[one] as string });
      one += 1;
    } else {
      pieces.push({ kind: 'new', text: after[other] as string });
      other += 1;
    }
  }
  return pieces;
}

/** The pieces of both texts in order, equal kinds beside each other put together. */
export function compareWords(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const all: Piece[] = [
    { kind: 'same', text: old.slice(0, start).join('') },
    ...compareMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ];
  const pieces: Piece[] = [];
  for (const piece of all) {
    const last = pieces.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else pieces.push({ ...piece });
  }
  return pieces;
}

/** The pieces with long runs of what stayed cut to the words beside the changes. */
export function cutSame(pieces: readonly Piece[], letters = 60): Piece[] {
  return pieces.map((piece, place) => {
    const isFirst = place === 0;
    const isLast = place === pieces.length - 1;
    const room = isFirst || isLast ? letters : 2 * letters;
    if (piece.kind !== 'same' || piece.text.length <= room) return piece;
    const head = isFirst ? '' : piece.text.slice(0, letters).replace(/\S*$/, '');
    const tail = isLast ? '' : piece.text.slice(-letters).replace(/^\S*/, '');
    return { kind: 'same', text: `${head}…${tail}` };
  });
}
