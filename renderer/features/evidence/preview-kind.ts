// How a file can be shown in the page, by its type; and bytes as text. Pure.

export type PreviewKind = 'picture' | 'text' | 'pdf' | 'none';

const drawable = /^image\/(?:png|jpeg|gif|webp|bmp|avif|svg\+xml|x-icon|vnd\.microsoft\.icon)$/;
const readable = /^(?:text\/|message\/rfc822$|application\/(?:json|jsonl|x-ndjson|xml|yaml)$)/;

/** Largest picture that is drawn and longest part of a text that is shown, in bytes. */
export const largestPicture = 64_000_000;
export const longestText = 256_000;

/** How a file of this type can be shown. */
export function previewKindOf(mediaType: string): PreviewKind {
  if (drawable.test(mediaType)) return 'picture';
  if (mediaType === 'application/pdf') return 'pdf';
  return readable.test(mediaType) ? 'text' : 'none';
}

/** Bytes as text: UTF-16 where it says so, UTF-8 where it is valid, else Western European. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A text cut within a character is still UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
