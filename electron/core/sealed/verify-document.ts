// Proves a document or a piece of evidence by what knows its hash: the changes of a workspace, or of a sealed file.
import path from 'node:path';
import type { VerificationAnswer } from '../../../shared/contract/sealed.ts';
import { type SealedCheck, findKnown } from '../../../shared/proof/check-sealed.ts';
import type { Problem } from '../../../shared/proof/tools.ts';
import { hashFile } from '../../files.ts';
import { openStoreForReading } from '../../store/open.ts';
import { verifyChains } from '../../store/replay.ts';
import { findNamedContent, type KnownContent } from '../../store/known-content.ts';

/** What may know a file. */
export type Knower = { workspace: string } | { sealed: { file: string; check: SealedCheck } };

interface Found {
  known: KnownContent | undefined;
  /** What has the same name and other content. */
  namesake: KnownContent | undefined;
  problems: Problem[];
  changes: number;
  trusts: string;
}

function lookUpInWorkspace(workspace: string, sha256: string, name: string): Found {
  const db = openStoreForReading(path.join(workspace, 'workbench.sqlite'));
  try {
    const { changes, problems } = verifyChains(db);
    const found = findNamedContent(db, sha256, name);
    const trusts = `It is trusted by its SHA-256 in the changes of the workspace ${workspace}, and those by their chains.`;
    return { ...found, problems, changes, trusts };
  } finally {
    db.close();
  }
}

function lookUpInSealed({ file, check }: { file: string; check: SealedCheck }, sha256: string, name: string): Found {
  const { manifest, problems, checked } = check;
  const ref = manifest?.audit.ref ?? '';
  const withRef = (found: ReturnType<typeof findKnown>) => found && { ...found, ref, at: '', by: '' };
  const sameName = manifest?.entries.find(({ originalName }) => originalName !== '' && originalName === name);
  const trusts = `It is trusted by its SHA-256 in the changes of the sealed file ${path.basename(file)}.`;
  return {
    known: withRef(manifest && findKnown(manifest, sha256)),
    namesake: withRef(manifest && sameName && findKnown(manifest, sameName.sha256)),
    problems: [...problems],
    changes: checked.changes,
    trusts,
  };
}

const sayWhat = ({ kind, of, ref }: KnownContent) =>
  kind === 'document' ? `${of} of the report of audit ${ref}` : `the file of ${of} in audit ${ref}`;

/** Verifies a file by its hash. It is right only where what knows it is unchanged itself. */
export async function verifyDocument(
  file: string,
  knower: Knower,
  signal?: AbortSignal,
): Promise<VerificationAnswer & { problems: Problem[] }> {
  const name = path.basename(file);
  const { sha256 } = await hashFile(file, signal);
  const { known, namesake, problems, changes, trusts } =
    'workspace' in knower
      ? lookUpInWorkspace(knower.workspace, sha256, name)
      : lookUpInSealed(knower.sealed, sha256, name);
  if (!known) {
    const why = namesake
      ? `${name} has the name of ${sayWhat(namesake)}, and another content: it was changed.`
      : `${name} is neither an issued document nor a file of evidence that is known here: it was changed, or it comes from elsewhere.`;
    problems.unshift({
      code: 'unknown-document',
      record: namesake?.of ?? name,
      message: `${why} Its SHA-256 is ${sha256}.`,
    });
  }
  const when = known?.at
    ? `, ${known.kind === 'document' ? 'issued' : 'taken in'} at ${known.at.slice(0, 16).replace('T', ' ')} by ${known.by}`
    : '';
  const ok = problems.length === 0;
  return {
    ok,
    kind: 'document',
    headline: ok && known ? `Unchanged: ${sayWhat(known)}${when}.` : `Not proven: ${name}.`,
    checked: { changes, files: 1 },
    problems,
    trusts: [trusts],
    statement:
      '“Unchanged” means: since it was registered, as far as the history that names it is: it was checked, and a history rewritten as a whole shows only against a copy held elsewhere.',
  };
}
