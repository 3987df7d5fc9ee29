import { rename, unlink } from 'node:fs/promises';
import sharp from 'sharp';

/** Longest side of a picture for print, in pixels: 200 dpi over half a page of A4. */
const longestSide = 1400;
/** Larger pictures are not decoded: 100 megapixels take 300 MB. */
const mostPixels = 120_000_000;

/**
 * Makes the print rendition of a photo: upright, without metadata, at most 1400 pixels on its longer side, JPEG.
 * Answers with its size in pixels, or null where the file cannot be drawn.
 */
export async function makeRendition(source: string, target: string): Promise<{ width: number; height: number } | null> {
  const temporary = `${target}.part`;
  try {
    const { width, height } = await sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: false })
      .toFile(temporary);
    await rename(temporary, target);
    return { width, height };
  } catch {
    await unlink(temporary).catch(() => undefined);
    return null;
  }
}
