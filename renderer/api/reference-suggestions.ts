// What a reference being typed may become: evidence, findings and requirements of the open audit.
import { useCallback } from 'react';
import { findingHeading } from '../../shared/domain/findings.ts';
import { useAuditSession } from './session-context.tsx';
import type { SessionState } from './session-state.ts';

const most = 8;

type Known = Pick<SessionState['open'], 'evidence' | 'findings'> & Pick<SessionState['catalogue'], 'requirements'>;

/** Targets whose number begins as typed, newest numbers first; then those whose words contain all that was typed. */
export function suggestReferences(known: Known, query: string): { target: string; words: string }[] {
  const all = [
    ...known.evidence.toReversed().map(({ number, title, originalName }) => ({
      target: number,
      words: title || originalName,
    })),
    ...known.findings.toReversed().map((finding) => ({ target: finding.number, words: findingHeading(finding) })),
    ...known.requirements.map(({ id, title }) => ({ target: id, words: title })),
  ];
  const typed = query.trim().toLowerCase();
  const begun = all.filter(({ target }) => target.toLowerCase().startsWith(typed));
  if (begun.length > 0 || typed.length < 2) return begun.slice(0, most);
  const parts = typed.split(/\s+/);
  return all.filter(({ words }) => parts.every((part) => words.toLowerCase().includes(part))).slice(0, most);
}

/**
 * Suggestions from the open audit, for a text field that completes references. Looked up when they are asked for, so that
 * the function stays the same while somebody types.
 */
export function useReferenceSuggestions(): (query: string) => { target: string; words: string }[] {
  const { store } = useAuditSession();
  return useCallback(
    (query: string) => {
      const { open, catalogue } = store.getState();
      return suggestReferences({ ...open, requirements: catalogue.requirements }, query);
    },
    [store],
  );
}
