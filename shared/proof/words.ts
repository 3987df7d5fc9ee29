// What a check says in words: what was found, what it goes by, and what it does not show.
import { plain } from './plain.ts';
import type { findKnown, SealedCheck } from './check-sealed.ts';
import { keyInGroups } from './signed-heads.ts';

/** What a signed chain proves, and no more. */
export const statementOfSeal =
  '“Unchanged” means: since it was sealed, as far as the key that signed it is trusted; compare the key with the one printed in an issued report. A history that was rewritten as a whole before sealing shows only against a copy that somebody else holds.';

const amount = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What the answer goes by, one sentence each. */
export function trustOfSeal({ publicKey, signature, manifest }: SealedCheck): string[] {
  const said: string[] = [];
  if (publicKey === undefined || manifest === undefined) return said;
  if (signature === 'wrong') return ['The signature does not fit the manifest, so nothing in this file is trusted.'];
  said.push(
    signature === 'right'
      ? `The manifest is trusted because it is signed with the key ${keyInGroups(publicKey)}.`
      : 'The signature could not be checked here, so nothing can be said for certain. Use another browser, or the script.',
    'Files and documents are trusted by their SHA-256 in the changes; changes by their chain, up to the ends that the manifest names.',
  );
  if (manifest.leftOut.length > 0)
    said.push(
      `${amount(manifest.leftOut.length, 'file was', 'files were')} left out: a copy of one from elsewhere can be checked against its SHA-256.`,
    );
  return said;
}

/** The answer in one line. */
export function headlineOfSeal({ ok, checked, problems, signature, manifest }: SealedCheck): string {
  const { changes, files, documents, leftOut } = checked;
  if (problems.length > 0) return `Not as it was sealed: ${amount(problems.length, 'problem')}.`;
  if (!ok && signature === 'unchecked')
    return 'Nothing was found to be changed, but the signature could not be checked.';
  const out = leftOut === 0 ? '' : `, ${amount(leftOut, 'file')} left out`;
  return `Unchanged: audit ${manifest?.audit.ref ?? ''}, ${amount(changes, 'change')}, ${amount(files, 'file')}, ${amount(documents, 'issued document')}${out}.`;
}

/** Most problems that are told; a file with more is not worth more words. */
const mostProblems = 1_000;

/** The answer about a sealed file, in the shape that `verify` has everywhere. */
export function answerOfSeal(check: SealedCheck) {
  return {
    ok: check.ok,
    kind: 'sealed' as const,
    headline: plain(headlineOfSeal(check)),
    checked: check.checked,
    problems: check.problems
      .slice(0, mostProblems)
      .map(({ code, record, message }) => ({ code, record: plain(record), message: plain(message) })),
    trusts: trustOfSeal(check),
    statement: statementOfSeal,
  };
}

/** What a sealed file knows of a file beside it, in one sentence. */
export function sayKnown(name: string, known: ReturnType<typeof findKnown>, check: SealedCheck): string {
  if (!known) return `${name} is not known to the sealed file: it was changed, or it comes from elsewhere.`;
  if (!check.ok) return `${name} is known to the sealed file, which is not proven itself.`;
  if (known.kind === 'document') return `${name} is ${plain(known.of)} of the report, unchanged.`;
  return `${name} is the file of ${plain(known.of)}, unchanged${known.isIn ? '' : '; the sealed file lists it by its hash'}.`;
}
