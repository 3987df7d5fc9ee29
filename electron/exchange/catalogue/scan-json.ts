/** Most lists and objects inside each other; a catalogue has six. */
const deepest = 1_000;

/** What the parser of the language would pass over: where it stands, and in which line. */
export type JsonFault =
  | { kind: 'too-deep'; line: number }
  | { kind: 'twice' | 'forbidden'; path: (string | number)[]; line: number };

/** An object or list that is open, with the place of what is being read in it. */
interface Open {
  keys: Set<string> | undefined;
  at: string | number;
}

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
  const open: Open[] = [];
  let fault: JsonFault | undefined;
  const lineAt = (at: number) => json.slice(0, at).split('\n').length;
  const note = (kind: 'twice' | 'forbidden', at: number) => {
    fault ??= { kind, path: open.map((one) => one.at), line: lineAt(at) };
  };
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    const inner = open.at(-1);
    if (code === 123 || code === 91) {
      if (open.length >= deepest) return { kind: 'too-deep', line: lineAt(at) };
      open.push(code === 123 ? { keys: new Set(), at: '' } : { keys: undefined, at: 0 });
    } else if (code === 125 || code === 93) open.pop();
    else if (code === 44 && inner && typeof inner.at === 'number') inner.at += 1;
    else if (code === 34) {
      const end = endOfText(json, at);
      const key = inner?.keys ? readKey(json, at, end) : undefined;
      if (key !== undefined && inner?.keys) {
        inner.at = key;
        if (key === '__proto__') note('forbidden', at);
        else if (inner.keys.has(key)) note('twice', at);
        inner.keys.add(key);
      }
      at = end - 1;
    }
  }
  return fault;
}
