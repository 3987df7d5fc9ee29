/** Most lists and objects inside each other; a catalogue has six. */
const deepest = 40;

/** What the parser of the language would pass over, and the line where it stands. */
export type JsonFault = { kind: 'too-deep'; line: number } | { kind: 'twice' | 'forbidden'; key: string; line: number };

/** The end of a text in quotes, after its closing sign. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) return at + 1;
  }
  return json.length;
}

function readKey(json: string, start: number, end: number): string | undefined {
  let next = end;
  while (next < json.length && ' \t\r\n'.includes(json[next]!)) next += 1;
  if (json[next] !== ':') return undefined;
  try {
    return JSON.parse(json.slice(start, end)) as string;
  } catch {
    return undefined;
  }
}

/**
 * Looks through JSON before it is parsed for what would be lost unseen: a field that stands twice in an object, and
 * one called `__proto__`. Nesting beyond what a catalogue can have is found before it costs anything.
 */
export function findJsonFault(json: string): JsonFault | undefined {
  const open: Set<string>[] = [];
  let fault: JsonFault | undefined;
  const lineAt = (at: number) => json.slice(0, at).split('\n').length;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === 123 || code === 91) {
      if (open.length >= deepest) return { kind: 'too-deep', line: lineAt(at) };
      open.push(new Set());
    } else if (code === 125 || code === 93) open.pop();
    else if (code === 34) {
      const end = endOfText(json, at);
      const key = readKey(json, at, end);
      const keys = open.at(-1);
      if (key !== undefined && keys && !fault) {
        if (key === '__proto__') fault = { kind: 'forbidden', key, line: lineAt(at) };
        else if (keys.has(key)) fault = { kind: 'twice', key, line: lineAt(at) };
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return fault;
}
