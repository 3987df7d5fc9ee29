// Photos for tests and the benchmark: real JPEG files, each with bytes of its own, of a wanted size.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { ReportPicture } from '../../electron/exports/report-model.ts';

/** A JPEG comment segment with the given words, so that equal pictures are different files. */
function commentSegment(words: string): Buffer {
  const text = Buffer.from(words, 'utf8');
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, text]);
}

/** Makes `count` different photos of about `bytes` bytes in `folder`, every third one upright (portrait). */
export async function makePhotos(folder: string, count: number, bytes: number): Promise<ReportPicture[]> {
  mkdirSync(folder, { recursive: true });
  const long = Math.max(64, Math.round(Math.sqrt(bytes * 2.2)));
  const short = Math.max(48, Math.round(long * 0.75));
  const drawn = await Promise.all(
    [
      [long, short],
      [short, long],
    ].map(([width = 64, height = 48]) =>
      sharp({
        create: {
          width,
          height,
          channels: 3,
          background: '#c5ccd8',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      })
        .jpeg({ quality: 88 })
        .toBuffer(),
    ),
  );
  return Array.from({ length: count }, (_, position) => {
    const upright = position % 3 === 2;
    const picture = drawn[upright ? 1 : 0] ?? Buffer.alloc(0);
    const file = path.join(folder, `photo-${position}.jpg`);
    writeFileSync(
      file,
      Buffer.concat([picture.subarray(0, 2), commentSegment(`photo ${position}`), picture.subarray(2)]),
    );
    const [width, height] = upright ? [short, long] : [long, short];
    return { file, mediaType: 'image/jpeg' as const, width, height };
  });
}
