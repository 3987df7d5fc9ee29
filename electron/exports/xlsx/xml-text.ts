const suspicious = /[^\t\n -\uD7FF\uE000-\uFFFD]|\r/;
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
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
  return text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_') : text;
}

/** The inverse of escapeCoded. */
export function readCoded(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
