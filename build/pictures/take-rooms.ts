import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import type { Picture } from './contact-sheet.ts';
import { type RoomPicture, roomPictures } from './rooms.ts';
import { statePictures } from './states.ts';

/** The ways every room is looked at. */
const looks = [
  { name: 'light', colorScheme: 'light', width: 1366, height: 768, scale: 1 },
  { name: 'dark', colorScheme: 'dark', width: 1366, height: 768, scale: 1 },
  { name: 'small', colorScheme: 'light', width: 1024, height: 700, scale: 1 },
  // A window of 1366 by 768 at 200 %.
  { name: 'zoom', colorScheme: 'light', width: 683, height: 384, scale: 2 },
] as const;

/** A room has come to rest when nothing on the page has changed for so long, in milliseconds. */
const restMs = 600;

interface Places {
  sample: OpenAudit;
  /** Audits with nothing in them, and with too much. */
  empty: OpenAudit;
  overfull: OpenAudit;
  /** Addresses with their tokens: of the workspace with the sample, and of the empty one. */
  sampleUrl: string;
  emptyUrl: string;
}

async function waitForRest(page: Page): Promise<void> {
  await page.locator('nav').first().waitFor();
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quiet);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, quiet);
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    restMs,
  );
}

async function takeRoom(page: Page, room: RoomPicture, origin: string, audit: OpenAudit, file: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${origin}/#${room.address(audit)}`);
  await page.waitForLoadState('networkidle');
  await waitForRest(page);
  // On a busy machine a room can rest while it is still on its way.
  await page.getByText('Opening the room', { exact: true }).waitFor({ state: 'detached' });
  await waitForRest(page);
  if (room.prepare) {
    await room.prepare(page);
    await waitForRest(page);
  }
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  await room.leave?.(page);
}

async function openSession(browser: Browser, url: string, look: (typeof looks)[number], faults: string[]) {
  const { colorScheme, width, height, scale: deviceScaleFactor } = look;
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    deviceScaleFactor,
    locale: 'en-GB',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  // The frame stands once the token has been traded for a cookie and the page is connected.
  await page.goto(url);
  await page.locator('nav').first().waitFor();
  return { page, context };
}

/** Takes every room whose name is wanted in every look. `faults` names the rooms that could not be taken and what the page complained of. */
export async function takeRooms(
  executablePath: string,
  places: Places,
  wanted: (name: string) => boolean,
  folder: string,
): Promise<{ pictures: Record<string, Picture[]>; faults: string[] }> {
  const { sampleUrl, emptyUrl } = places;
  const all = [...roomPictures, ...statePictures].filter(({ name }) => wanted(name));
  const faults: string[] = [];
  const pictures: Record<string, Picture[]> = {};
  const browser = await chromium.launch({
    executablePath,
    // Chromium's own sandbox does not start for root.
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
  });
  try {
    for (const look of looks) {
      const taken: Picture[] = [];
      for (const isEmpty of [true, false]) {
        const url = isEmpty ? emptyUrl : sampleUrl;
        const complaints: string[] = [];
        const { page, context } = await openSession(browser, url, look, complaints);
        for (const room of all.filter(({ isEmptyWorkspace = false }) => isEmptyWorkspace === isEmpty)) {
          const file = path.join(folder, `${room.name.replaceAll(/\W+/g, '-')}-${look.name}.png`);
          try {
            await takeRoom(page, room, new URL(url).origin, places[room.audit ?? 'sample'], file);
            taken.push({ file, label: `${room.name}, ${look.name}` });
          } catch (error) {
            faults.push(`${room.name}, ${look.name}: ${String(error).split('\n')[0]}`);
          }
          faults.push(...complaints.splice(0).map((text) => `${room.name}, ${look.name}: the page says ${text}`));
        }
        await context.close();
      }
      pictures[look.name] = taken;
    }
  } finally {
    await browser.close();
  }
  return { pictures, faults };
}
