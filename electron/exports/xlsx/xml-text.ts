const suspicious = /[^\t\n -\uD7FF\uE000-\uFFFD]|\r/;
const forbidden = /[^\t\n -\uFFFD]/g;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const special = /[&<>"]/;

/** A text that XML can hold: characters it forbids and lone surrogates removed, line ends as line feeds. */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(forbidden, '').replaceAll(loneSurrogate, '');
}

/** A clean text as XML content or attribute value. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Escapes what spreadsheet programs would read as a coded character: `_x0041_` is meant literally. */
export function escapeCoded(text: string): string {
  return text.includes('_x') ? text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}

/** The inverse of escapeCoded. */
export function readCoded(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Text in pieces of at most `longest` characters, cut after white space where there is some. Joined they are the text. */
export function splitText(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const space = Math.max(rest.lastIndexOf(' ', longest - 1), rest.lastIndexOf('\n', longest - 1)) + 1;
    let end = space > longest / 2 ? space : longest;
    const code = rest.charCodeAt(end - 1);
    if (code >= 0xd800 && code <= 0xdbff) end -= 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
