// npm run pictures: every room of the page and every page of both documents of the sample, on contact sheets in pictures/.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, projectFolder } from '../../electron/hosts/ensure-built.ts';
import { findChromium, findLibreOffice } from '../find-programs.ts';
import { drawSheets, landscapeLayout, type Picture, roomLayout, uprightLayout } from './contact-sheet.ts';
import { hostWorkspace } from './sample-host.ts';
import { takeDocument } from './take-documents.ts';
import { takeRooms } from './take-rooms.ts';

const target = path.join(projectFolder, 'pictures');
const temporary = mkdtempSync(path.join(tmpdir(), 'plumbline-pictures-'));
const [roomsFolder, pagesFolder] = [path.join(target, 'rooms'), path.join(target, 'pages')] as const;
rmSync(target, { recursive: true, force: true });
for (const folder of [roomsFolder, pagesFolder]) mkdirSync(folder, { recursive: true });
const notMade: string[] = [];
const say = (line: string) => console.log(line);

async function makeSheets(name: string, pictures: readonly Picture[], layout: typeof roomLayout): Promise<void> {
  const sheets = await drawSheets(pictures, layout, target, name);
  say(`${pictures.length} pictures of ${name} on ${sheets.length} sheets`);
}

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
    const sample = await filled.api.call('audits.open', { audit });
    if (chromium) {
      const places = { sample, sampleUrl: filled.host.url, emptyUrl: empty.host.url };
      const { pictures, faults } = await takeRooms(chromium, places, roomsFolder);
      for (const [look, taken] of Object.entries(pictures)) await makeSheets(`rooms-${look}`, taken, roomLayout);
      notMade.push(...faults);
    } else notMade.push('The rooms: no Chromium was found; install one or set CHROMIUM_PATH.');

    const libreOffice = findLibreOffice();
    if (libreOffice) {
      for (const kind of ['word', 'excel'] as const) {
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
