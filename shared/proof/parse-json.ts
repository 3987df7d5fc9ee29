/**
 * JSON of a file that comes from outside, nested no deeper than `most`: a few bytes of brackets would otherwise take a
 * thousand times their size. Throws where it is deeper, or no JSON.
 */
export function parseShallow(text: string, most: number): unknown {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) isText = false;
    } else if (sign === 0x22) isText = true;
    else if (sign === 0x7b || sign === 0x5b) {
      depth += 1;
      if (depth > most) throw new SyntaxError('nested too deeply');
    } else if (sign === 0x7d || sign === 0x5d) depth -= 1;
  }
  return JSON.parse(text) as unknown;
}
