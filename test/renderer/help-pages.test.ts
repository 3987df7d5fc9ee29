import { describe, expect, it } from 'vitest';
import { roomIds } from '../../renderer/api/addresses.ts';
import { commandNames } from '../../renderer/api/commands.ts';
import { keyTable, keyWords } from '../../renderer/app/keys.ts';
import { keysOf } from '../../renderer/features/help/page-view.tsx';
import { findPages, pages } from '../../renderer/features/help/pages.ts';
import { texts as tourTexts } from '../../renderer/features/tour/texts.ts';
import { commandsIn } from '../../renderer/parts/keyed-text.tsx';

const textsOf = (page: (typeof pages)[number]) => [
  page.purpose,
  page.kept,
  page.report,
  ...page.doings.map(({ how }) => how),
];
const groups = new Set(Object.values(keyTable).map(({ group }) => group as string));
const everywhere = ['Everywhere', 'Go to', 'Lists'];

describe('the help', () => {
  it('has one page for every room, and for what stands above the audits', () => {
    const wanted = ['start', ...roomIds, 'audits', 'new', 'catalogues', 'settings'];
    expect(pages.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
  });

  it('says on every page what the room is for, five things to do, what is kept and what is printed', () => {
    for (const page of pages) {
      for (const text of textsOf(page)) expect(text, page.id).toMatch(/^\S[\s\S]{20,}$/);
      expect(page.doings, page.id).toHaveLength(5);
    }
  });

  it('names only keys that exist', () => {
    const named = pages.flatMap((page) => textsOf(page).flatMap(commandsIn));
    expect(named.filter((name) => !commandNames.includes(name as never))).toEqual([]);
    const inTour = commandsIn(JSON.stringify(tourTexts));
    expect(inTour).not.toEqual([]);
    expect(inTour.filter((name) => !commandNames.includes(name as never))).toEqual([]);
  });

  it('shows every key of the table on some page', () => {
    const shown = new Set(pages.flatMap((page) => keysOf(page, keyWords).map(({ name }) => name)));
    const missing = keyWords.filter(({ name, group }) => !shown.has(name) && !everywhere.includes(group));
    expect(missing.map(({ name }) => name)).toEqual([]);
    const strangers = [...groups].filter(
      (group) => !everywhere.includes(group) && !pages.some(({ keyGroup }) => keyGroup === group),
    );
    expect(strangers).toEqual([]);
  });

  it('is found by the words of its texts', () => {
    expect(findPages('').length).toBe(pages.length);
    expect(findPages('sampled system').map(({ id }) => id)).toContain('systems');
    expect(findPages('justification').map(({ id }) => id)).toContain('applicability');
    expect(findPages('xyzzy')).toEqual([]);
  });
});
