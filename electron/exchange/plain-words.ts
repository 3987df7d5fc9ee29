// Text as words are compared when a spreadsheet from outside is read.

/** Text as words are compared: lower case, without accents, punctuation as single spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Text as answers are compared: like `plain`, but without any space, dot, slash, hyphen or quote; signs stay. */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s./\\\-‐‑'’"“”„()[\]:;,!¿?]+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss');
}

/** Whether the words of a phrase stand together, as whole words, in a `plain` text. */
export function holdsPhrase(text: string, phrase: string): boolean {
  return ` ${text} `.includes(` ${phrase} `);
}

/** Whether a `plain` text holds any of the phrases. */
export const holdsAny = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => holdsPhrase(text, phrase));
