import sharp from 'sharp';
import { largestLogo } from '../../../shared/domain/house-layouts.ts';
import { AppError } from '../../../shared/errors.ts';

/** What a logo is: its type and its size in pixels. */
export interface LogoFacts {
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

const types: Readonly<Record<string, LogoFacts['mediaType']>> = { png: 'image/png', jpeg: 'image/jpeg' };

/**
 * Reads a picture from outside that shall be a logo, to its last pixel. Throws AppError with a sentence where it is no PNG or
 * JPEG, too large, turned or damaged.
 */
export async function readLogo(bytes: Uint8Array, name: string): Promise<LogoFacts> {
  const refused = (sentence: string) => new AppError('unsupported-file', `“${name}” ${sentence}`, { entry: name });
  if (bytes.length > largestLogo.bytes)
    throw new AppError('too-large', `“${name}” is larger than 2 MB. Save it smaller and choose it again.`);
  const picture = () => sharp(bytes, { limitInputPixels: largestLogo.side ** 2, failOn: 'error', pages: 1 });
  const facts = await picture()
    .metadata()
    .catch(() => undefined);
  const mediaType = types[facts?.format ?? ''];
  if (!facts || !mediaType) throw refused('is not a PNG or JPEG picture that can be read.');
  const { width, height, orientation = 1 } = facts;
  if (width > largestLogo.side || height > largestLogo.side)
    throw new AppError('too-large', `“${name}” has more than 4,000 pixels on a side. Save it smaller.`);
  if (orientation > 1) throw refused('is stored turned and would stand wrong in Word. Save it upright.');
  if (width > height * 20 || height > width * 5) throw refused('is too narrow for the cover of a report.');
  await picture()
    .stats()
    .catch(() => {
      throw refused('is damaged: it cannot be drawn to its end.');
    });
  return { mediaType, width, height };
}
