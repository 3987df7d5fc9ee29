// What a test needs to see that nothing is lost: an audit to type into, words that cannot be mistaken for each other, a
// second connection to the store, and a watch over what the page claims.
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Workbench } from './page.ts';

/** What the store holds, read beside whatever the host is doing, also while there is none. */
export interface Stored {
  notes: string;
  sampled: string;
  lines: string[];
}

/** An audit of two questions, and its store through a connection of its own. */
export async function aTypedAudit(workbench: Pick<Workbench, 'api' | 'workspace'>) {
  const { id, ref } = await workbench.api.call('audits.create', {
    title: 'Typed at full speed',
    type: 'internal',
    organization: 'Invented Ltd',
    questions: ['Q-8.4-01', 'Q-8.4-02'],
  });
  const { checklist } = await workbench.api.call('audits.open', { audit: id });
  const item = checklist[0]?.id ?? '';
  const stored = (): Stored => {
    const db = new Sqlite(path.join(workbench.workspace, 'workbench.sqlite'), { readonly: true });
    try {
      db.pragma('busy_timeout = 5000');
      const answer = db.prepare('SELECT notes, sampled FROM checklist_item WHERE id = ?').get(item);
      const lines = db.prepare('SELECT text FROM note WHERE audit_id = ? ORDER BY id').pluck().all(id);
      return { ...(answer as Omit<Stored, 'lines'>), lines: lines as string[] };
    } finally {
      db.close();
    }
  };
  return { id, ref, item, stored, place: `/a/${ref}/checklist/${item}` };
}

/** The notes of the open question, the line at the bottom, and the words in the top bar. */
export const notesOf = (page: Page) => page.getByLabel('Notes', { exact: true });
export const sampledOf = (page: Page) => page.getByLabel('Sampled', { exact: true });
export const captureBarOf = (page: Page) => page.locator('footer input');
export const waitUntilSaved = (page: Page) =>
  page
    .locator('header [data-state="saved"]')
    .getByText(/^Saved \d/)
    .waitFor({ timeout: 25_000 });

/** The word at a place: `w0007 `. */
const word = (place: number) => `w${String(place).padStart(4, '0')} `;

const burstMs = 700;
/** How long fingers rest at most until the page has made up its mind about what is saved. */
const restMs = 2_000;

/** Waits until the page says that all is saved or that it cannot save. */
const rest = (page: Page) =>
  page
    .locator('header [data-state]:not([data-state="saving"])')
    .waitFor({ timeout: restMs })
    .catch(() => undefined);

/**
 * Types numbered words as fast as they are taken, with a rest now and then, until `isOver` says so, and answers with all
 * that was typed.
 */
export async function typeUntil(
  page: Page,
  isOver: () => boolean,
  prefix = '',
  onRest: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  let typed = '';
  let restAt = Date.now() + burstMs;
  for (let place = 1; !isOver(); place += 1) {
    await page.keyboard.type(`${prefix}${word(place)}`);
    typed += `${prefix}${word(place)}`;
    if (Date.now() < restAt) continue;
    await rest(page);
    await onRest();
    restAt = Date.now() + burstMs;
  }
  return typed;
}

/** Types lines and ends each with Enter until `isOver` says so, and answers with them. */
export async function typeLinesUntil(page: Page, isOver: () => boolean, prefix = 'line'): Promise<string[]> {
  const lines: string[] = [];
  while (!isOver()) {
    const line = `${prefix} ${word(lines.length + 1)}of many`;
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
    lines.push(line);
  }
  return lines;
}

/** Runs work beside other work that goes on until the first is over. */
export async function during<T>(trouble: () => Promise<void>, work: (isOver: () => boolean) => Promise<T>): Promise<T> {
  let isOver = false;
  const [result] = await Promise.all([work(() => isOver), trouble().finally(() => (isOver = true))]);
  return result;
}

/**
 * Types into the notes of a page in the midst of trouble, and watches the page meanwhile: whenever the words `Saved …`
 * stand there, everything that stands in the field has to be in the store. Answers with all that was typed.
 */
export async function typeThrough(page: Page, stored: () => Stored, trouble: () => Promise<void>): Promise<string> {
  await notesOf(page).focus();
  let claims = 0;
  const look = async () => {
    if (await isClaimTrue(page, stored)) claims += 1;
  };
  const typed = await during(trouble, async (isOver) => {
    const typing = typeUntil(page, isOver, '', look);
    while (!isOver()) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return typing;
  });
  expect(claims, 'how often the page claimed that everything is saved').toBeGreaterThan(0);
  return typed;
}

/** Whether the page claims that everything is saved. Where it does and something is missing in the store, throws. */
async function isClaimTrue(page: Page, stored: () => Stored): Promise<boolean> {
  const claim = await page.evaluate(() => ({
    words: document.querySelector('header [data-state]')?.textContent ?? '',
    notes: document.querySelector<HTMLTextAreaElement>('textarea[data-field="notes"]')?.value ?? '',
  }));
  if (!/^(Saved|All saved)/.test(claim.words) || claim.notes === '') return false;
  const { notes } = stored();
  // What was typed between looking at the page and at the store may be there already, nothing may be missing.
  expect(notes.startsWith(claim.notes), `"${claim.words}" over\n${claim.notes}\nstored was\n${notes}`).toBe(true);
  return true;
}
