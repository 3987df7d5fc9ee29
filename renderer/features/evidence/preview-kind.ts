// How a file can be shown in the page, by its type; and bytes as text. Pure.

export type PreviewKind = 'picture' | 'text' | 'pdf' | 'none';

const drawable = /^image\/(?:png|jpeg|gif|webp|bmp|avif|x-icon|vnd\.microsoft\.icon)$/;
// A drawing in SVG can carry scripts and addresses: it is shown as the text it is.
const readable = /^(?:text\/|image\/svg\+xml$|message\/rfc822$|application\/(?:json|jsonl|x-ndjson|xml|yaml)$)/;

/** Largest picture that is drawn and longest part of a text that is shown, in bytes. */
export const largestPicture = 64_000_000;
export const longestText = 1_000_000;

/** How a file of this type can be shown. */
export function previewKindOf(mediaType: string): PreviewKind {
  if (drawable.test(mediaType)) return 'picture';
  if (mediaType === 'application/pdf') return 'pdf';
  return readable.test(mediaType) ? 'text' : 'none';
}

/** Whether every second byte of the beginning is zero, as in Western text of UTF-16 without a mark. */
function isUnmarkedUtf16(bytes: Uint8Array, at: 0 | 1): boolean {
  const beginning = bytes.subarray(0, 512);
  const half = Math.floor(beginning.length / 2);
  if (half < 4) return false;
  const zeros = beginning.filter((byte, place) => place % 2 === at && byte === 0).length;
  const others = beginning.filter((byte, place) => place % 2 !== at && byte === 0).length;
  return zeros > half * 0.7 && others < half * 0.1;
}

/** Bytes as text: UTF-16 where it says so or looks so, UTF-8 where it is valid, else Western European. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isUnmarkedUtf16(bytes, 1)) return new TextDecoder('utf-16le').decode(bytes);
  if (isUnmarkedUtf16(bytes, 0)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A text cut within a character is still UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const usualBlock = 4_000;
const longestBlock = 20_000;

/**
 * A text in parts that can be laid out one by one, so that a megabyte does not hold up the page: at the ends of lines,
 * and within a line only where it is longer than any that somebody reads.
 */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from + usualBlock);
    const isNear = end !== -1 && end - from < longestBlock;
    const to = isNear ? end + 1 : Math.min(text.length, from + longestBlock);
    // A sign of two halves is not torn apart.
    const cut = to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) ? to - 1 : to;
    parts.push(text.slice(from, cut));
    from = cut;
  }
  return parts;
}
