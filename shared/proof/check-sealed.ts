// Checks a sealed audit file: the same rules in the engine, in the script and in the page that come with the file.
import { ArchiveFault, openArchive, readArchived, readWhole, show } from './archives.ts';
import { isIntact, readLine } from './change-rows.ts';
import { type Chains, followChains } from './chains.ts';
import { createLines } from './lines.ts';
import { type NamedContent, contentOf } from './named-content.ts';
import {
  catalogueEntry,
  changesName,
  fileEntry,
  isNameOfSealed,
  limits,
  manifestName,
  readManifest,
  type SealedEntry,
  type SealedManifest,
  signatureName,
} from './sealed-manifest.ts';
import { readSignature, textOfManifest } from './signed-heads.ts';
import type { ByteSource, Problem, Tools } from './tools.ts';
import type { ZipEntry } from './zip-layout.ts';

/** A sealed file whose directory, manifest and signature were read. */
export interface OpenedSealed {
  source: ByteSource;
  entries: Map<string, ZipEntry>;
  manifest: SealedManifest;
  publicKey: string;
  signature: SealedCheck['signature'];
}

export interface SealedCheck {
  ok: boolean;
  checked: { changes: number; chains: number; files: number; documents: number; leftOut: number; bytes: number };
  problems: Problem[];
  /** Undefined where the file is too damaged to have one. */
  manifest: SealedManifest | undefined;
  publicKey: string | undefined;
  /** Whether the signature fits the manifest; a place may be unable to tell. */
  signature: 'right' | 'wrong' | 'unchecked';
  /** The chains as they are in the file, to compare with others. */
  chains: Chains;
}

export interface CheckOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: { throwIfAborted(): void };
}

const rules = { isName: isNameOfSealed, called: 'sealed file', largestDirectory: limits.directory };

/** A fault as a problem: the entry it is about, and what was found. */
export function problemOfFault(fault: ArchiveFault, file: string): Problem {
  const code =
    fault.kind === 'refused' ? 'refused-entry' : fault.entry === undefined ? 'damaged-file' : 'changed-entry';
  return { code, record: fault.entry ?? file, message: `The file is not as it was sealed: ${fault.what}.` };
}

const say = (code: Problem['code'], record: string, message: string): Problem => ({ code, record, message });

/** Opens a sealed file. Throws ArchiveFault where there is no reading it; what else is wrong goes into `problems`. */
export async function openSealed(source: ByteSource, tools: Tools, problems: Problem[]): Promise<OpenedSealed> {
  const entries = await openArchive(source, rules);
  const [manifestEntry, signatureEntry] = [entries.get(manifestName), entries.get(signatureName)];
  if (!manifestEntry) throw new ArchiveFault('refused', 'it has no manifest', manifestName);
  if (!signatureEntry) throw new ArchiveFault('refused', 'it has no signature', signatureName);
  const { bytes, sha256 } = await readWhole(source, manifestEntry, tools, limits.manifest);
  const manifest = readManifest(readText(bytes, tools) ?? '', tools.canonical);
  if (manifest === 'newer')
    throw new ArchiveFault('refused', 'it was sealed by a newer Plumbline; use its verifier', manifestName);
  if (!manifest) throw new ArchiveFault('refused', 'its manifest is not one', manifestName);
  const signed = await readWhole(source, signatureEntry, tools, limits.signature);
  const signature = readSignature(readText(signed.bytes, tools) ?? '', manifestName, tools.canonical);
  if (!signature) throw new ArchiveFault('damaged', 'its signature cannot be read', signatureName);
  const isRight = await tools.isSigned(signature.publicKey, textOfManifest(sha256), signature.signature);
  if (isRight === false)
    problems.push(
      say(
        'wrong-signature',
        manifestName,
        'The signature does not fit the manifest: one of the two was changed after sealing.',
      ),
    );
  compareEntries(entries, manifest, problems);
  return {
    source,
    entries,
    manifest,
    publicKey: signature.publicKey,
    signature: isRight === undefined ? 'unchecked' : isRight ? 'right' : 'wrong',
  };
}

function readText(bytes: Uint8Array, tools: Tools): string | undefined {
  try {
    return tools.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Entries that are missing, not named, of another size, or in another order than the manifest has them. */
function compareEntries(entries: Map<string, ZipEntry>, manifest: SealedManifest, problems: Problem[]): void {
  const wanted = [...manifest.entries.map(({ name }) => name), manifestName, signatureName];
  const names = new Set(wanted);
  if (names.size !== wanted.length)
    problems.push(say('manifest-differs', manifestName, 'The manifest names an entry twice.'));
  for (const { name, size } of manifest.entries) {
    const entry = entries.get(name);
    if (!entry) problems.push(say('missing-entry', name, `The entry ${show(name)} is missing.`));
    else if (entry.size !== size)
      problems.push(say('changed-entry', name, `The entry ${show(name)} is not as long as the manifest says.`));
  }
  for (const name of entries.keys())
    if (!names.has(name))
      problems.push(say('unknown-entry', name, `The manifest does not name the entry ${show(name)}.`));
  const there = [...entries.keys()].filter((name) => names.has(name));
  const place = there.findIndex((name, at) => name !== wanted.filter((one) => entries.has(one))[at]);
  if (place >= 0) {
    const name = there[place] ?? '';
    problems.push(say('reordered-entry', name, `The entry ${show(name)} does not stand where it was sealed.`));
  }
}

/** Where the content of an entry has its own hash in its name. */
function hashInName({ kind, sha256, name }: SealedEntry): boolean {
  if (kind === 'file') return name === fileEntry(sha256);
  if (kind === 'catalogue') return name === catalogueEntry(sha256);
  return kind === 'document' || name === changesName;
}

/** Reads one entry and compares it with the manifest; what is wrong goes into `problems`. */
export async function checkEntry(
  { source, entries }: Pick<OpenedSealed, 'source' | 'entries'>,
  expected: SealedEntry,
  tools: Tools,
  problems: Problem[],
  options: { onChunk?: (chunk: Uint8Array) => Promise<void> | void; signal?: CheckOptions['signal'] } = {},
): Promise<void> {
  const entry = entries.get(expected.name);
  if (!entry) return;
  const what = expected.of === '' ? '' : ` (${expected.of})`;
  const changed = `The entry ${show(expected.name)}${what} is not as it was sealed.`;
  try {
    const sha256 = await readArchived(source, entry, tools, options.onChunk, options.signal);
    if (sha256 === expected.sha256 && hashInName(expected)) return;
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
  }
  problems.push(say('changed-entry', expected.name, changed));
}

/** Takes the changes line by line: each has its own hash, follows the one before it, and may name content. */
function createRowCheck(tools: Tools, auditId: string, problems: Problem[]) {
  const chains = followChains();
  const named = new Map<string, NamedContent>();
  let lines = 0;
  const takeLine = async (line: string) => {
    lines += 1;
    const row = readLine(line, tools.canonical);
    if (!row) {
      problems.push(say('unreadable-row', `line ${lines}`, `Line ${lines} of the changes is not one that was sealed.`));
      return;
    }
    if (row.audit_id !== auditId)
      problems.push(say('unknown-entry', row.id, `Change ${row.id} belongs to another audit.`));
    chains.take(row, await isIntact(row, tools));
    for (const content of contentOf(row)) named.set(content.sha256, content);
  };
  const splitter = createLines(tools, limits.line, takeLine);
  return { chains, named, splitter, count: () => lines };
}

/** What the manifest says against what the changes say: nothing may be in the file, or left out, that no change names. */
function compareContent(manifest: SealedManifest, named: ReadonlyMap<string, NamedContent>, problems: Problem[]): void {
  const stated = new Set<string>();
  for (const { kind, name, sha256, of } of manifest.entries) {
    if (kind !== 'file' && kind !== 'document') continue;
    stated.add(sha256);
    if (!named.has(sha256))
      problems.push(say('unknown-file', name, `No change names the file ${show(name)}${of === '' ? '' : ` (${of})`}.`));
    else if (named.get(sha256)?.of !== of)
      problems.push(
        say('manifest-differs', name, `The changes say something else about the file ${show(name)} than the manifest.`),
      );
  }
  for (const { sha256, of } of manifest.leftOut) {
    stated.add(sha256);
    if (named.get(sha256)?.of !== of)
      problems.push(
        say('manifest-differs', of, `The changes say something else about the file of ${of} that was left out.`),
      );
  }
  for (const { sha256, of } of named.values())
    if (!stated.has(sha256))
      problems.push(
        say('missing-file', of, `The file of ${of} is neither in here nor among those left out: ${sha256}`),
      );
}

/** Checks a sealed file from its first byte to its last. Never throws for what is in the file. */
export async function checkSealed(source: ByteSource, tools: Tools, options: CheckOptions = {}): Promise<SealedCheck> {
  const problems: Problem[] = [];
  const checked = { changes: 0, chains: 0, files: 0, documents: 0, leftOut: 0, bytes: source.size };
  const nothing = {
    manifest: undefined,
    publicKey: undefined,
    signature: 'unchecked' as const,
    chains: followChains(),
  };
  let opened: OpenedSealed;
  try {
    opened = await openSealed(source, tools, problems);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { ok: false, checked, problems: [problemOfFault(error, 'the file')], ...nothing };
  }
  const { manifest, signature, publicKey } = opened;
  const rows = createRowCheck(tools, manifest.audit.id, problems);
  let done = 0;
  for (const entry of manifest.entries) {
    const isChanges = entry.kind === 'changes';
    await checkEntry(opened, entry, tools, problems, {
      signal: options.signal,
      onChunk: (chunk) => {
        done += chunk.length;
        options.onProgress?.(done, source.size);
        return isChanges ? rows.splitter.take(chunk) : undefined;
      },
    });
    if (entry.kind === 'file') checked.files += 1;
    if (entry.kind === 'document') checked.documents += 1;
  }
  if (!manifest.entries.some(({ kind }) => kind === 'changes'))
    problems.push(say('missing-entry', changesName, 'The changes are missing.'));
  if (!(await rows.splitter.end()))
    problems.push(say('unreadable-row', changesName, 'The changes do not end as they were sealed.'));
  const ends = rows.chains.end(manifest.heads, 'file');
  problems.push(...ends.problems);
  if (ends.changes !== manifest.changes || rows.count() !== manifest.changes)
    problems.push(
      say('manifest-differs', changesName, `The manifest says ${manifest.changes} changes; ${rows.count()} are there.`),
    );
  compareContent(manifest, rows.named, problems);
  Object.assign(checked, { changes: ends.changes, chains: ends.chains, leftOut: manifest.leftOut.length });
  return {
    ok: problems.length === 0 && signature === 'right',
    checked,
    problems,
    manifest,
    publicKey,
    signature,
    chains: rows.chains,
  };
}

/** What a sealed file knows of a file with this hash: an issued document, or a piece of evidence, in it or left out. */
export function findKnown(
  { entries, leftOut }: Pick<SealedManifest, 'entries' | 'leftOut'>,
  sha256: string,
): { kind: 'file' | 'document'; of: string; originalName: string; isIn: boolean } | undefined {
  const entry = entries.find((one) => one.sha256 === sha256 && (one.kind === 'file' || one.kind === 'document'));
  if (entry)
    return { kind: entry.kind as 'file' | 'document', of: entry.of, originalName: entry.originalName, isIn: true };
  const out = leftOut.find((one) => one.sha256 === sha256);
  return out && { kind: 'file', of: out.of, originalName: out.originalName, isIn: false };
}
