import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { hashZip, readDirectory, readEntry, streamText } from '../../electron/exports/docx/zip-read.ts';
import { writeZip, type ZipPart } from '../../electron/exports/docx/zip-write.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = path.join(folder, 'test.zip');

async function write(parts: readonly ZipPart[]): Promise<void> {
  const handle = await open(target, 'w');
  await writeZip(handle, parts);
  await handle.close();
}

describe('zip files', () => {
  it('can be read by others: text in pieces, bytes, empty, small and large files', async () => {
    const sizes = [0, 1, 1_500_000, (4 << 20) - 60, 4 << 20, 9_500_000];
    const contents = sizes.map((size) => randomBytes(size));
    const files = contents.map((bytes, position) => {
      const file = path.join(folder, `part-${position}`);
      writeFileSync(file, bytes);
      return { name: `media/${position}.jpeg`, file };
    });
    await write([
      { name: 'text.xml', text: () => ['<a>Grüße ', '😀</a>'] },
      { name: 'b.bin', bytes: Buffer.from('bytes') },
      ...files,
    ]);
    const read = unzipSync(readFileSync(target));
    expect(new TextDecoder().decode(read['text.xml'])).toBe('<a>Grüße 😀</a>');
    expect(new TextDecoder().decode(read['b.bin'])).toBe('bytes');
    for (const [position, bytes] of contents.entries()) {
      expect(bytes.equals(read[`media/${position}.jpeg`] ?? new Uint8Array())).toBe(true);
    }
    const handle = await open(target, 'r');
    const entries = await readDirectory(handle);
    expect(entries.map(({ name }) => name)).toEqual(['text.xml', 'b.bin', ...files.map(({ name }) => name)]);
    const whole = readFileSync(target);
    const hash = { sha256: createHash('sha256').update(whole).digest('hex'), size: whole.length };
    await expect(hashZip(handle, entries)).resolves.toEqual(hash);
    for (const entry of entries.slice(2)) {
      expect((await readEntry(handle, entry)).equals(contents[entries.indexOf(entry) - 2] ?? Buffer.alloc(0))).toBe(
        true,
      );
    }
    const first = entries[0];
    let text = '';
    if (first) for await (const piece of streamText(handle, first)) text += piece;
    expect(text).toBe('<a>Grüße 😀</a>');
    await handle.close();
  });

  it('stops when asked to, and says when a file is gone', async () => {
    const handle = await open(target, 'w');
    await expect(writeZip(handle, [{ name: 'a', text: 'a' }], AbortSignal.abort())).rejects.toThrow('aborted');
    await expect(writeZip(handle, [{ name: 'a', file: path.join(folder, 'gone') }])).rejects.toMatchObject({
      code: 'not-found',
    });
    await handle.close();
  });
});
