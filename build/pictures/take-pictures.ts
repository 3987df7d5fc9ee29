// npm run pictures [-- NAME…]: every room of the page, in the sample, in an empty audit and in an overfull one, and every
// page of both documents, on contact sheets in pictures/. Names take only some: `findings`, `overfull`, `word`.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ensureBuilt, projectFolder } from '../../electron/hosts/ensure-built.ts';
import { findChromium, findLibreOffice } from '../find-programs.ts';
import { drawSheets, landscapeLayout, type Picture, roomLayout, uprightLayout } from './contact-sheet.ts';
import { makeOverfullAudit } from './overfull-audit.ts';
import { type Hosted, hostWorkspace } from './sample-host.ts';
import { takeDocument } from './take-documents.ts';
import { takeRooms } from './take-rooms.ts';

const target = path.join(projectFolder, 'pictures');
const temporary = mkdtempSync(path.join(tmpdir(), 'plumbline-pictures-'));
const [roomsFolder, pagesFolder] = [path.join(target, 'rooms'), path.join(target, 'pages')] as const;
const names = process.argv.slice(2).map((name) => name.toLowerCase());
const isWanted = (name: string) => names.length === 0 || names.some((one) => name.toLowerCase().includes(one));
rmSync(target, { recursive: true, force: true });
for (const folder of [roomsFolder, pagesFolder]) mkdirSync(folder, { recursive: true });
const notMade: string[] = [];
const say = (line: string) => console.log(line);

async function makeSheets(name: string, pictures: readonly Picture[], layout: typeof roomLayout): Promise<void> {
  const sheets = await drawSheets(pictures, layout, target, name);
  say(`${pictures.length} pictures of ${name} on ${sheets.length} sheets`);
}

/** An audit as it is just made, without a plan: nothing in it but its questions. */
const makeEmptyAudit = (api: Hosted['api']) =>
  api.call('audits.create', {
    title: 'An audit with nothing in it yet',
    type: 'internal',
    organization: 'Invented Ltd',
    proposals: false,
  });

const stage =
  ({ engine }: Hosted) =>
  async (name: string, content: string) =>
    (await engine.stageUpload(Readable.from([content]), name)).staging;

/** A copy of the built page, so that a build while pictures are taken does not change it under the browser. */
async function copyPage(): Promise<string> {
  const page = path.join(temporary, 'page');
  await ensureBuilt('page', say);
  cpSync(path.join(projectFolder, 'dist', 'page'), page, { recursive: true });
  return page;
}

try {
  const chromium = findChromium();
  const page = chromium ? await copyPage() : temporary;
  say('Making the sample');
  const lead = { name: 'Marit Oldenkott', role: 'Lead auditor' };
  const filled = await hostWorkspace(path.join(temporary, 'filled'), page, lead);
  const empty = await hostWorkspace(path.join(temporary, 'empty'), page, { name: '', role: '' });
  try {
    const { id: audit } = await filled.api.call('sample.create', {});
    const open = (key: string) => filled.api.call('audits.open', { audit: key });
    if (chromium) {
      say('Making an empty audit and an overfull one');
      const places = {
        sample: await open(audit),
        empty: await open((await makeEmptyAudit(filled.api)).id),
        overfull: await open(await makeOverfullAudit(filled.api, stage(filled))),
        sampleUrl: filled.host.url,
        emptyUrl: empty.host.url,
      };
      const { pictures, faults } = await takeRooms(chromium, places, isWanted, roomsFolder);
      for (const [look, taken] of Object.entries(pictures)) await makeSheets(`rooms-${look}`, taken, roomLayout);
      notMade.push(...faults);
    } else notMade.push('The rooms: no Chromium was found; install one or set CHROMIUM_PATH.');

    const libreOffice = findLibreOffice();
    if (libreOffice) {
      for (const kind of (['word', 'excel'] as const).filter(isWanted)) {
        try {
          const { files } = await filled.api.call('reports.export', { audit, [kind]: true });
          const pages = await takeDocument(libreOffice, files[0]?.path ?? '', kind, pagesFolder);
          await makeSheets(kind, pages, kind === 'word' ? uprightLayout : landscapeLayout);
        } catch (error) {
          notMade.push(`The pages of ${kind}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    } else notMade.push('The pages of the documents: LibreOffice was not found.');
  } finally {
    await empty.close();
    await filled.close();
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
for (const line of notMade) say(`Not as it should be: ${line}`);
say(`The sheets are in ${target}`);
process.exitCode = notMade.length > 0 ? 1 : 0;
