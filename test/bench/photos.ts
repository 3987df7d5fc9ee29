import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const width = 1792;
const height = 1344;
const border = 512;

/** Camera-like JPEG files of about 1.5 MB, each a different picture, made once per folder. Answers with their paths. */
export async function makeDistinctPhotos(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const canvas = { width: width + border, height: height + border, channels: 3 as const };
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 38 };
  const raw = await sharp({ create: { ...canvas, background: '#888888', noise } })
    .raw()
    .toBuffer();
  const files: string[] = [];
  for (let position = 0; position < count; position += 1) {
    const file = path.join(folder, `IMG_${String(position).padStart(4, '0')}.jpg`);
    files.push(file);
    if (existsSync(file)) continue;
    await sharp(raw, { raw: canvas })
      .extract({ left: (position * 37) % border, top: (position * 61) % border, width, height })
      .jpeg({ quality: 88 })
      .toFile(file);
  }
  return files;
}
