// Draws the photographs and the screenshot of the sample audit: node build/sample/draw-photos.ts
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { startBrowser } from './browser.ts';
import { composeAttendance } from './scenes/attendance.ts';
import { composeNotice } from './scenes/notice.ts';
import { composeOverrideConsole } from './scenes/override-console.ts';
import { composePortalScreenshot } from './scenes/portal-screenshot.ts';
import { composeWhiteboard } from './scenes/whiteboard.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/sample/files');

interface Photo {
  name: string;
  page: string;
  width: number;
  height: number;
  /** EXIF form, local time. */
  takenAt: string;
  /** 1: stored upright; 6: stored lying on its left side, to be turned a quarter clockwise. */
  orientation: 1 | 6;
}

const photos: Photo[] = [
  {
    name: 'IMG_20261013_152014.jpg',
    page: composeWhiteboard(),
    width: 1600,
    height: 1200,
    takenAt: '2026:10:13 15:20:14',
    orientation: 1,
  },
  {
    name: 'IMG_20261014_085532.jpg',
    page: composeNotice(),
    width: 1200,
    height: 1600,
    takenAt: '2026:10:14 08:55:32',
    orientation: 6,
  },
  {
    name: 'IMG_20261014_103219.jpg',
    page: composeOverrideConsole(),
    width: 1600,
    height: 1200,
    takenAt: '2026:10:14 10:32:19',
    orientation: 1,
  },
  {
    name: 'IMG_20261014_134106.jpg',
    page: composeAttendance(),
    width: 1600,
    height: 1200,
    takenAt: '2026:10:14 13:41:06',
    orientation: 1,
  },
];

async function takePicture(browser: Browser, html: string, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<!doctype html><meta charset="utf-8">${html}`);
  const picture = await page.screenshot({ type: 'png' });
  await page.close();
  return picture;
}

/** Darker corners, as a small lens gives them. */
function makeVignette(width: number, height: number): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <radialGradient id="v" cx=".5" cy=".5" r=".75">
      <stop offset=".55" stop-color="#fff"/><stop offset="1" stop-color="#a9a5a0"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="url(#v)"/></svg>`);
}

async function developPhoto(picture: Buffer, photo: Photo): Promise<Buffer> {
  const { width, height, takenAt, orientation } = photo;
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 7 } },
  })
    .grayscale()
    .png()
    .toBuffer();
  const upright = await sharp(picture)
    .removeAlpha()
    .blur(0.6)
    .composite([
      { input: makeVignette(width, height), blend: 'multiply' },
      { input: grain, blend: 'soft-light' },
    ])
    .png()
    .toBuffer();
  return sharp(upright)
    .rotate(orientation === 6 ? 270 : 0)
    .jpeg({ quality: 84 })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Plumbline sample', Model: 'Drawn photograph', DateTime: takenAt },
      IFD2: { DateTimeOriginal: takenAt, OffsetTimeOriginal: '+02:00' },
    })
    .toBuffer();
}

await mkdir(folder, { recursive: true });
const browser = await startBrowser();
try {
  for (const photo of photos) {
    const picture = await takePicture(browser, photo.page, photo.width, photo.height);
    await writeFile(path.join(folder, photo.name), await developPhoto(picture, photo));
  }
  const screenshot = await takePicture(browser, composePortalScreenshot(), 1440, 810);
  await sharp(screenshot).png({ compressionLevel: 9 }).toFile(path.join(folder, 'SOA-06 v2.1 in the portal.png'));
} finally {
  await browser.close();
}
