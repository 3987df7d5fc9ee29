// Seals an audit: one file with its changes, its files, its issued documents and what they were made with, signed.
import path from 'node:path';
import { lineOfRow } from '../../../shared/proof/change-rows.ts';
import { checkSealed } from '../../../shared/proof/check-sealed.ts';
import { contentOf, type NamedContent } from '../../../shared/proof/named-content.ts';
import {
  catalogueEntry,
  changesName,
  fileEntry,
  manifestName,
  type SealedManifest,
  signatureName,
} from '../../../shared/proof/sealed-manifest.ts';
import { AppError } from '../../../shared/errors.ts';
import { nodeTools, sourceOfFile } from '../../exchange/archive/node-tools.ts';
import { type ArchiveWriter, createArchive } from '../../exchange/archive/write-archive.ts';
import { createWhole, disk, ensureFolder, hashFile } from '../../files.ts';
import { changesToSeal } from '../../store/sealed-changes.ts';
import { openStoreForReading, type Store } from '../../store/open.ts';
import { type DeviceKey, deviceKey } from '../device-key.ts';
import type { Progress } from '../workers.ts';

export interface SealRequest {
  root: string;
  vault: string;
  configuration: string;
  auditId: string;
  target: string;
  originals: SealedManifest['originals'];
  product: string;
  device: string;
  sealedAt: string;
  sealedBy: string;
}

export interface SealResult {
  sha256: string;
  size: number;
  changes: number;
  files: number;
  documents: number;
  leftOut: number;
  publicKey: string;
  warnings: { record: string; message: string }[];
}

const pieceSize = 1 << 20;

/** What the changes of an audit name, and where it is found. */
interface Content extends NamedContent {
  file: string;
  size: number;
}

/** The rows as lines, in pieces worth writing; what they name is kept by the way. */
function* linesOf(rows: ReturnType<typeof changesToSeal>['rows'], named: Map<string, NamedContent>): Generator<Buffer> {
  let lines: string[] = [];
  let length = 0;
  for (const row of rows) {
    const line = `${lineOfRow(row, nodeTools.canonical)}\n`;
    for (const content of contentOf(row)) named.set(content.sha256, content);
    lines.push(line);
    length += line.length;
    if (length < pieceSize) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(lines.join(''));
}

/** Sorts the named content into what goes in and what is left out; the order is always the same. */
async function sortContent(named: ReadonlyMap<string, NamedContent>, { vault, originals }: SealRequest) {
  const going: Content[] = [];
  const leftOut: SealedManifest['leftOut'] = [];
  const warnings: SealResult['warnings'] = [];
  const taken = new Set<string>();
  for (const content of [...named.values()].toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1))) {
    const { kind, sha256, of, originalName } = content;
    const file = path.join(vault, sha256);
    const facts = await disk.stat(file).catch(() => undefined);
    if (!facts?.isFile()) {
      leftOut.push({ sha256, of, originalName, reason: 'missing', twin: null });
      warnings.push({
        record: of,
        message: `The file of ${of} is missing from the vault, so it is listed by its hash only.`,
      });
    } else if (kind === 'file' && originals === 'left-out') {
      leftOut.push({ sha256, of, originalName, reason: 'chosen', twin: null });
    } else {
      // Two versions of one number can meet where two devices issued: the second stands under its hash.
      const name = taken.has(content.name) ? fileEntry(sha256) : content.name;
      taken.add(name);
      going.push({ ...content, name, file, size: facts.size });
    }
  }
  const rank = ({ kind }: Content) => (kind === 'document' ? 0 : 1);
  const inOrder = going.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
  return { going: inOrder, leftOut, warnings };
}

/** Everything that goes before the manifest, in order, as the manifest has it. */
async function writeContent(
  archive: ArchiveWriter,
  db: Store,
  request: SealRequest,
  signal: AbortSignal | undefined,
  note: Notes,
): Promise<{ manifest: SealedManifest; warnings: SealResult['warnings'] }> {
  const { auditId, originals, product, device, sealedAt, sealedBy } = request;
  const entries: SealedManifest['entries'] = [];
  // One transaction, so that changes, ends of chains and facts are of the same moment. Files never change.
  db.exec('BEGIN');
  let facts: ReturnType<typeof changesToSeal>;
  const named = new Map<string, NamedContent>();
  try {
    facts = changesToSeal(db, auditId);
    note.begin(0);
    const changes = await archive.add({ name: changesName, pieces: linesOf(facts.rows, named) }, signal, note.bytes);
    entries.push({ ...changes, kind: 'changes', of: '', originalName: '' });
  } finally {
    db.exec('COMMIT');
  }
  const { catalogue } = facts;
  const { going, leftOut, warnings } = await sortContent(named, request);
  note.begin(going.reduce((sum, { size }) => sum + size, 0));
  const bytes = Buffer.from(catalogue.content);
  const kept = await archive.add({ name: catalogueEntry(catalogue.sha256), bytes }, signal, note.bytes);
  entries.push({ ...kept, kind: 'catalogue', of: '', originalName: '' });
  for (const { name, file, kind, of, originalName, sha256 } of going) {
    const entry = await archive.add({ name, file }, signal, note.bytes);
    if (entry.sha256 !== sha256)
      throw new AppError(
        'damaged',
        `The file of ${of} in the vault is no longer as it was taken in. Nothing was sealed; run verify, and put the file back from a backup.`,
        { record: of },
      );
    entries.push({ ...entry, kind, of, originalName });
  }
  const manifest: SealedManifest = {
    format: 'plumbline-sealed',
    version: 1,
    product,
    store: facts.store,
    changeSchema: facts.changeSchema,
    sealedAt,
    sealedBy,
    device,
    audit: facts.audit,
    catalogue: { id: catalogue.id, version: catalogue.version, sha256: catalogue.sha256 },
    originals,
    devices: facts.devices,
    heads: facts.heads,
    changes: facts.count,
    entries,
    leftOut,
  };
  return { manifest, warnings };
}

/** Says in megabytes how far writing and reading back are. */
interface Notes {
  begin: (bytes: number) => void;
  bytes: (count: number) => void;
  reading: (done: number, total: number) => void;
}

const megabyte = 1_000_000;

function noteProgress(onProgress: Progress): Notes {
  let total = 0;
  let done = 0;
  let said = '';
  const say = (now: number, of: number, label: string) => {
    const text = `${label} ${Math.floor(now / megabyte)}`;
    if (text !== said) onProgress(Math.floor(now / megabyte), Math.max(1, Math.ceil(of / megabyte)), label);
    said = text;
  };
  return {
    begin(bytes) {
      total += bytes;
      say(done, total, 'Sealing, MB');
    },
    bytes(count) {
      done += count;
      say(Math.min(done, total), total, 'Sealing, MB');
    },
    reading: (now, of) => say(now, of, 'Reading it back, MB'),
  };
}

/** Reads a sealed file back, every byte of it, with the check that everybody has. */
async function proveSealed(file: string, note: Notes, signal?: AbortSignal) {
  const handle = await disk.open(file, 'r');
  try {
    const options = { onProgress: note.reading, ...(signal ? { signal } : {}) };
    const { problems } = await checkSealed(await sourceOfFile(handle), nodeTools, options);
    const [first] = problems;
    if (first)
      throw new AppError(
        'damaged',
        `The file that was written does not prove itself: ${first.message} Nothing was kept. Run verify on the workspace.`,
        { problems: problems.slice(0, 50) },
      );
  } finally {
    await handle.close();
  }
}

/**
 * Seals an audit into a file, which is read back and checked before it gets its name; on any error nothing of it stays. A
 * file that is missing from the vault is listed by its hash; one that was changed stops the work. Errors: AppErrors
 * `not-found`, `damaged`, `unavailable` where there is no key to sign with; the signal's reason when aborted.
 */
export async function sealAudit(
  request: SealRequest,
  signal?: AbortSignal,
  onProgress: Progress = () => undefined,
): Promise<SealResult> {
  const { root, vault, target, configuration } = request;
  const inside = path.relative(vault, target);
  if (target === path.join(root, 'workbench.sqlite') || (!inside.startsWith('..') && !path.isAbsolute(inside)))
    throw new AppError('refused', 'A sealed file cannot be written over the workspace itself. Name another file.');
  const existing = await disk.stat(target).catch(() => undefined);
  if (existing?.isDirectory())
    throw new AppError('refused', 'This is a folder. Name the file to be sealed.', { target });
  const key: DeviceKey = await deviceKey(configuration);
  const note = noteProgress(onProgress);
  const db = openStoreForReading(path.join(root, 'workbench.sqlite'));
  try {
    await ensureFolder(path.dirname(target));
    let made: Awaited<ReturnType<typeof writeContent>> | undefined;
    const result = await createWhole(
      target,
      async (handle) => {
        const archive = createArchive(handle);
        made = await writeContent(archive, db, request, signal, note);
        const bytes = Buffer.from(nodeTools.canonical(made.manifest));
        const { sha256 } = await archive.add({ name: manifestName, bytes });
        await archive.add({ name: signatureName, bytes: key.signManifest(manifestName, sha256) });
        await archive.end();
      },
      async (temporary) => {
        await proveSealed(temporary, note, signal);
        return hashFile(temporary, signal);
      },
    );
    onProgress(1, 1, 'Done');
    const { manifest, warnings = [] } = made ?? {};
    const countOf = (kind: string) => manifest?.entries.filter((entry) => entry.kind === kind).length ?? 0;
    return {
      ...result,
      changes: manifest?.changes ?? 0,
      files: countOf('file'),
      documents: countOf('document'),
      leftOut: manifest?.leftOut.length ?? 0,
      publicKey: key.publicKey,
      warnings: key.notice === undefined ? warnings : [...warnings, { record: 'Key', message: key.notice }],
    };
  } finally {
    db.close();
  }
}
