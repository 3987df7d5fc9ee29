import type { Tools } from './tools.ts';

export interface Lines {
  take(chunk: Uint8Array): Promise<void>;
  /** Answers whether the last line had its end. */
  end(): Promise<boolean>;
}

const newLine = 0x0a;

/**
 * Cuts bytes into lines of text, whatever pieces they come in. A line of more than `most` bytes, or one that is no UTF-8,
 * is handed on as an empty one, which no reader takes for a change; it is never held as a whole.
 */
export function createLines(
  tools: Pick<Tools, 'decode'>,
  most: number,
  onLine: (line: string) => Promise<void>,
): Lines {
  let held: Uint8Array[] = [];
  let length = 0;

  const hold = (piece: Uint8Array) => {
    length += piece.length;
    if (length <= most && piece.length > 0) held.push(piece.slice());
  };
  const release = async () => {
    const bytes = new Uint8Array(length <= most ? length : 0);
    let at = 0;
    if (length <= most) {
      for (const piece of held) {
        bytes.set(piece, at);
        at += piece.length;
      }
    }
    held = [];
    length = 0;
    let line = '';
    try {
      line = tools.decode(bytes);
    } catch {
      // No text: nothing that was written here.
    }
    await onLine(line);
  };

  return {
    async take(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, from)) {
        hold(chunk.subarray(from, at));
        await release();
        from = at + 1;
      }
      hold(chunk.subarray(from));
    },
    async end() {
      if (length === 0) return true;
      await release();
      return false;
    },
  };
}
