/** The bytes of a part as it grows: text goes in piece by piece and is never held as one string. */
export interface TextPart {
  add(text: string): void;
  /** The bytes so far. They are valid until the next `clear`. */
  bytes(): Buffer;
  clear(): void;
}

/** Most bytes that a unit of UTF-16 takes in UTF-8. */
const mostBytes = 3;
/** Small texts are put together up to this length before they become bytes. */
const together = 8_192;

/** An empty part. Its memory is used again for the next one. */
export function createTextPart(): TextPart {
  let buffer = Buffer.allocUnsafe(1 << 20);
  let end = 0;
  let waiting = '';
  function flush() {
    const needed = end + waiting.length * mostBytes;
    if (needed > buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, buffer.length * 2));
      buffer.copy(larger, 0, 0, end);
      buffer = larger;
    }
    end += buffer.write(waiting, end);
    waiting = '';
  }
  return {
    add(text) {
      waiting += text;
      if (waiting.length >= together) flush();
    },
    bytes() {
      flush();
      return buffer.subarray(0, end);
    },
    clear() {
      end = 0;
      waiting = '';
    },
  };
}
