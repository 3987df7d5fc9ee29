import type { Output } from '../../../shared/contract/contract.ts';
import { texts } from './texts.ts';

const words = texts.intake;

/** What was added, in a sentence: numbers, and which of them were here before. */
export function describeAdded(added: Output<'evidence.add'>): string {
  const first = added[0]?.number ?? '';
  const last = added.at(-1)?.number ?? '';
  const sentence = words.added(added.length > 1 ? `${first} to ${last}` : first, added.length);
  const again = added.filter(({ duplicateOf }) => duplicateOf !== undefined);
  const [only] = again;
  if (!only) return sentence;
  return again.length === 1
    ? sentence + words.duplicate(only.number, only.duplicateOf ?? '')
    : sentence + words.manyDuplicates(again.length);
}
