// The rooms that get their picture taken. One line more for each further room.
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import type { OpenAudit } from '../../shared/contract/audits.ts';

export interface RoomPicture {
  name: string;
  /** The fragment of the address in the workspace with the sample and the other audits. */
  address(audit: OpenAudit): string;
  /** The audit it is taken in; the sample unless said. */
  audit?: 'empty' | 'overfull';
  /** The workspace without any audit instead. */
  isEmptyWorkspace?: true;
  /** What a person does there before the picture is taken. */
  prepare?(page: Page): Promise<void>;
  /** What takes back what would stand on the pictures after this one. */
  leave?(page: Page): Promise<void>;
}

const room = (name: string, record?: (sample: OpenAudit) => string | undefined) => (sample: OpenAudit) => {
  const chosen = record?.(sample);
  return `/a/${sample.audit.ref}/${name}${chosen === undefined ? '' : `/${chosen}`}`;
};
const evidenceOf = (type: RegExp) => (sample: OpenAudit) =>
  sample.evidence.find(({ mediaType }) => type.test(mediaType))?.number;
/** A statement that differs from the sample's and has flaws to look at. */
const statement = path.resolve(import.meta.dirname, '../../test/fixtures/soa/27-missing-and-unknown.xlsx');

/** A list of AI systems with words that are on no list. */
const systemList = path.resolve(import.meta.dirname, '../../test/fixtures/ai-systems/22-unknown-values.xlsx');

/** A checklist of two columns, as somebody writes one for themselves. One row names what does not exist. */
async function ownChecklist() {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Our questions');
  sheet.addRows([
    ['Requirement', 'Question'],
    ['8.4', 'Who looks at effects on people before every release, and who decides?'],
    ['8.44', 'What was stopped because of them?'],
    ['', 'Where is the policy?'],
  ]);
  return {
    name: 'Checks of our own.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}

/** Opens the panel of the audit and its team. */
export async function openFacts(page: Page): Promise<void> {
  for (const key of ['g', 'd']) await page.keyboard.press(key);
  await page.getByRole('dialog').getByRole('heading').nth(1).waitFor();
}

/** Shows the plan as a timetable, and as a table again afterwards: the room remembers which it was. */
export const showTimetable: Pick<RoomPicture, 'prepare' | 'leave'> = {
  async prepare(page) {
    await page.keyboard.press('t');
    const day = page.getByRole('region', { name: /^Day 2/ });
    await day.evaluate((element) => element.scrollIntoView());
  },
  async leave(page) {
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Meetings' }).waitFor();
  },
};

export const roomPictures: readonly RoomPicture[] = [
  { name: 'first start', address: () => '/audits', isEmptyWorkspace: true },
  { name: 'all audits', address: () => '/audits' },
  { name: 'new audit', address: () => '/new' },
  {
    name: 'new audit, cut to a scope',
    address: () => '/new',
    async prepare(page) {
      await page.getByRole('radio', { name: 'Surveillance audit' }).check();
      await page.getByRole('treeitem').first().focus();
      for (const key of ['ArrowRight', 'ArrowDown', 'Space']) await page.keyboard.press(key);
      await page.getByText('What is left out, and why').click();
    },
  },
  { name: 'plan', address: room('plan') },
  {
    name: 'plan, a meeting',
    address: room('plan', ({ meetings }) => meetings[0]?.id),
    async prepare(page) {
      await page.getByRole('article', { name: 'Opening meeting' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Meetings' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'plan, the timetable',
    address: room('plan'),
    ...showTimetable,
  },
  { name: 'ai systems, the sample', address: room('systems') },
  { name: 'ai systems, one', address: room('systems', ({ aiSystems }) => aiSystems[0]?.id) },
  {
    name: 'ai systems, import',
    address: room('systems'),
    async prepare(page) {
      await page.keyboard.press('i');
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(systemList);
      await page.getByRole('dialog').getByRole('heading').nth(1).waitFor();
    },
  },
  {
    name: 'audit and team',
    address: room('plan'),
    prepare: openFacts,
  },
  { name: 'catalogues', address: () => '/catalogues' },
  {
    name: 'catalogues, import',
    address: () => '/catalogues',
    async prepare(page) {
      await page.keyboard.press('i');
      await page
        .getByRole('dialog')
        .locator('input[type=file]')
        .setInputFiles(await ownChecklist());
      await page.getByRole('dialog').getByLabel('Id').fill('checks-of-our-own');
      await page.getByRole('button', { name: 'Import', exact: true }).last().waitFor();
    },
  },
  { name: 'overview', address: room('overview') },
  {
    name: 'overview, progress',
    address: room('overview'),
    async prepare(page) {
      await page.getByText('As a table').click();
      await page
        .getByRole('heading', { name: 'Coverage by AI system' })
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'overview, a crosswalk',
    address: room('overview'),
    async prepare(page) {
      const framework = page.getByRole('button', { name: /^NIST/ });
      await framework.click();
      await framework.evaluate((element) => element.scrollIntoView());
    },
  },
  { name: 'checklist', address: room('checklist', ({ findings }) => findings[0]?.item ?? undefined) },
  { name: 'checklist, a control', address: room('checklist', () => 'A.6.2.4') },
  {
    name: 'checklist, a sample',
    address: room('checklist', ({ samples }) => samples.find(({ method }) => method === 'random')?.item),
    async prepare(page) {
      await page.getByRole('button', { name: /^Sample 1/ }).click();
      await page.getByRole('button', { name: /^Draw/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'checklist, many at once',
    address: room('checklist', ({ findings }) => findings[0]?.item ?? undefined),
    async prepare(page) {
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+J');
      await page.getByRole('region', { name: 'Marked questions' }).waitFor();
    },
  },
  {
    name: 'palette',
    address: room('checklist'),
    async prepare(page) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('impact', { delay: 20 });
    },
  },
  {
    name: 'key sheet',
    address: room('checklist'),
    async prepare(page) {
      await page.keyboard.press('?');
    },
  },
  {
    name: 'notes',
    address: room('notes'),
    async prepare(page) {
      await page.locator('article[aria-current]').waitFor();
      for (const key of ['k', 'k', 'x', 'k', 'x']) await page.keyboard.press(key);
    },
  },
  {
    name: 'notes, completion',
    address: room('notes'),
    async prepare(page) {
      await page.keyboard.press('c');
      await page.keyboard.type('#8.4 @"Head of claims" :int Nobody stopped it !nc @');
    },
    async leave(page) {
      await page.locator('footer input').first().fill('');
    },
  },
  { name: 'evidence', address: room('evidence') },
  { name: 'evidence, a photo', address: room('evidence', evidenceOf(/^image\/jpeg/)) },
  { name: 'evidence, a document', address: room('evidence', evidenceOf(/pdf$/)) },
  {
    name: 'evidence, several marked',
    address: room('evidence', evidenceOf(/pdf$/)),
    async prepare(page) {
      await page.getByRole('article').waitFor();
      for (const key of ['x', 'J', 'J']) await page.keyboard.press(key);
      await page.getByRole('article', { name: '3 pieces of evidence' }).waitFor();
    },
    async leave(page) {
      await page.getByRole('button', { name: 'Take the marks away' }).click();
    },
  },
  { name: 'evidence, a text', address: room('evidence', evidenceOf(/^text\/plain/)) },
  { name: 'applicability', address: room('applicability') },
  {
    name: 'applicability, import',
    address: room('applicability'),
    async prepare(page) {
      await page.keyboard.press('i');
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(statement);
      await page.getByRole('dialog').getByRole('heading').nth(1).waitFor();
    },
  },
  { name: 'findings', address: room('findings') },
  { name: 'findings, one', address: room('findings', ({ findings }) => findings[0]?.number) },
  { name: 'report', address: room('report') },
  {
    name: 'activity',
    address: room('activity'),
    async prepare(page) {
      await page.getByRole('list', { name: 'Steps, the newest first' }).waitFor();
      for (const key of ['j', 'j']) await page.keyboard.press(key);
    },
  },
  { name: 'settings', address: () => '/settings' },
];
