// Text on its way into XML: nothing that XML forbids, nothing lost that a person wrote.

const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const special = /[&<>"\r]|[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** A text without the characters that XML forbids and without halves of surrogate pairs; line ends become `\n`. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(forbidden, '');
}

/** A text as the content of an element or attribute, cleaned. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const firstStrong = /[\p{L}]/u;
/** Runs of right-to-left script with the spaces and digits inside them. */
const rightToLeftPart =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC](?:[^A-Za-z\u00C0-\u024F]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])?/g;

/** Whether a text has words that run from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** Whether a paragraph with this text runs from right to left: its first letter decides. */
export function isRightToLeft(text: string): boolean {
  if (!rightToLeft.test(text)) return false;
  return rightToLeft.test(firstStrong.exec(text)?.[0] ?? '');
}

/** One run of WordprocessingML: `properties` is the content of its w:rPr. Line ends and tabs become breaks and tabs. */
export function textRun(text: string, properties: string): string {
  if (text === '') return '';
  if (!rightToLeft.test(text)) return plainRun(text, properties);
  let xml = '';
  let from = 0;
  for (const match of text.matchAll(rightToLeftPart)) {
    if (match.index > from) xml += plainRun(text.slice(from, match.index), properties);
    xml += plainRun(match[0], `${properties}<w:rtl/>`);
    from = match.index + match[0].length;
  }
  return from < text.length ? xml + plainRun(text.slice(from), properties) : xml;
}

/** A run around content that is XML already. */
export function runXml(content: string, properties: string): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

const plainRun = (text: string, properties: string) => runXml(runContent(escapeXml(text)), properties);

/** The content of a run from words that are escaped already: text, breaks and tabs. */
export function runContent(escaped: string): string {
  if (!escaped.includes('\n') && !escaped.includes('\t')) return textElement(escaped);
  return escaped
    .split(/([\n\t])/)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : textElement(part)))
    .join('');
}

const edgeSpace = /^\s|\s$|\s\s/;

function textElement(escaped: string): string {
  if (escaped === '') return '';
  return edgeSpace.test(escaped) ? `<w:t xml:space="preserve">${escaped}</w:t>` : `<w:t>${escaped}</w:t>`;
}
