import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeStore } from '../../electron/store/open.ts';
import { makeAudit, openWriting } from './make-audit.ts';
import { type Measure, openBenchEngine, time } from './measure.ts';
import { makeDistinctPhotos } from './photos.ts';
import { createWords } from './words.ts';

const sizes = { answers: 1_200, findings: 400, evidence: 0, notes: 60 };
const records = 3_000;
const photos = 300;
const filesPerCall = 10;

/** The workspace with the large audit, under a name that says whether it has photos. */
export const largeAuditIn = (folder: string, withPhotos: boolean) =>
  path.join(folder, withPhotos ? 'large-photos' : 'large');

/** The workspace of its own in which the large audit is made anew. */
async function buildLargeAudit(folder: string, withPhotos: boolean): Promise<Measure[]> {
  const workspace = largeAuditIn(folder, withPhotos);
  rmSync(workspace, { recursive: true, force: true });
  return addLargeAudit(workspace, folder, { withPhotos, number: 1 });
}

/**
 * Makes an audit of 1,200 answers, 400 findings and 3,000 evidence records, each with a real file in the vault and links to
 * an item and a finding, through the calls that the page uses. Photos get their print renditions as intake makes them.
 */
export async function addLargeAudit(
  workspace: string,
  folder: string,
  { withPhotos, number }: { withPhotos: boolean; number: number },
): Promise<Measure[]> {
  const writing = openWriting(workspace);
  const words = createWords(writing.catalogue, 3);
  const audit = makeAudit(writing, words, sizes, number);
  closeStore(writing.db);

  const pictures = withPhotos ? await makeDistinctPhotos(path.join(folder, 'photos'), photos) : [];
  const texts = path.join(folder, 'texts');
  mkdirSync(texts, { recursive: true });
  const files = Array.from({ length: records }, (_, position) => {
    const picture = pictures[position];
    if (picture !== undefined) return picture;
    const file = path.join(texts, `AIP-${position} ${words.word()}.txt`);
    writeFileSync(file, `${position} ${words.text(12)}`);
    return file;
  });

  const { took } = await time(async () => {
    const engine = await openBenchEngine(workspace);
    const { api } = engine;
    const { checklist, findings } = await api.call('audits.open', { audit });
    for (let from = 0; from < records; from += filesPerCall) {
      await api.call('evidence.add', {
        audit,
        files: files.slice(from, from + filesPerCall).map((file) => ({ path: file })),
        items: [words.pick(checklist).id],
        findings: [words.pick(findings).id],
        fields: {
          place: 'Room 2',
          source: 'Head of claims (role)',
          caption: from < pictures.length ? words.text(12) : '',
        },
      });
    }
    await engine.close();
  });
  return [
    {
      name: `taking in ${records} files${withPhotos ? `, ${photos} of them photos` : ''}`,
      value: took / 1000,
      unit: 's',
      note: withPhotos ? 'with print renditions' : 'one file each, synced',
    },
  ];
}

/** The large audit without photos. */
export const buildLargeAuditWithoutPhotos = (folder: string) => buildLargeAudit(folder, false);
/** The large audit with 300 photos of 1.5 MB. */
export const buildLargeAuditWithPhotos = (folder: string) => buildLargeAudit(folder, true);
