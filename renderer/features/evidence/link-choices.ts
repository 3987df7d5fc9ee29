// What a piece of evidence can be linked to, and what it is linked to already. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import { findingHeading } from '../../../shared/domain/findings.ts';
import { actionKinds } from '../../../shared/domain/vocabulary.ts';
import type { linkTargets } from '../../../shared/domain/links.ts';

export type LinkNoun = Exclude<(typeof linkTargets)[number], 'note'>;

export interface LinkChoice {
  noun: LinkNoun;
  /** The id of the record. */
  target: string;
  /** By which people know it: a requirement, a number, a name. */
  ref: string;
  words: string;
}

/** A name for a link that no other has. */
export const keyOf = ({ noun, target }: { noun: string; target: string }) => `${noun} ${target}`;

/** Everything evidence of an audit can be linked to. */
export function listLinkChoices({
  checklist,
  findings,
  actions,
  aiSystems,
}: Pick<OpenAudit, 'checklist' | 'findings' | 'actions' | 'aiSystems'>): LinkChoice[] {
  const numbers = new Map(findings.map(({ id, number }) => [id, number]));
  return [
    ...findings.map((finding) => ({
      noun: 'finding' as const,
      target: finding.id,
      ref: finding.number,
      words: findingHeading(finding),
    })),
    ...actions.map(({ id, finding, kind, text }) => ({
      noun: 'action' as const,
      target: id,
      ref: numbers.get(finding) ?? '',
      words: `${actionKinds[kind]}: ${text}`,
    })),
    ...checklist.map(({ id, requirement, question }) => ({
      noun: 'checklistItem' as const,
      target: id,
      ref: requirement,
      words: question,
    })),
    ...aiSystems.map(({ id, name, purpose }) => ({ noun: 'aiSystem' as const, target: id, ref: name, words: purpose })),
  ];
}

/** The choices that fit what was typed: those whose reference begins with it first. At most `most`. */
export function findLinkChoices(choices: readonly LinkChoice[], typed: string, most = 30): LinkChoice[] {
  const query = typed.trim().toLowerCase();
  const parts = query.split(/\s+/).filter(Boolean);
  const fitting = choices.filter(({ ref, words }) => {
    const all = `${ref} ${words}`.toLowerCase();
    return parts.every((part) => all.includes(part));
  });
  const isBegun = ({ ref }: LinkChoice) => query !== '' && ref.toLowerCase().startsWith(query);
  return [...fitting.filter(isBegun), ...fitting.filter((choice) => !isBegun(choice))].slice(0, most);
}
