// What lines of the running notes are read and completed with, worked out only when somebody types or looks.
import { useMemo } from 'react';
import { type KnownPerson, peopleOf } from '../../shared/domain/audit-people.ts';
import { createLineReader, type LineReader, type TaggedLine } from '../../shared/domain/tagged-line.ts';
import type { AuditSession } from './audit-session.ts';
import { useAudit } from './session-context.tsx';
import type { SessionState } from './session-state.ts';

export interface LineKnowledge {
  read: LineReader;
  people: readonly KnownPerson[];
}

type Sources = Pick<SessionState['open'], 'team' | 'checklist' | 'planSlots'>;

/** A reader that remembers what it has read: a stream of a thousand lines is drawn again with every new one. */
function remembering(read: LineReader): LineReader {
  const known = new Map<string, TaggedLine>();
  return (line) => {
    const before = known.get(line);
    if (before) return before;
    const now = read(line);
    if (known.size > 5_000) known.clear();
    known.set(line, now);
    return now;
  };
}

const readers = new Map<string, LineReader>();
const knownBy = new WeakMap<
  Sources['checklist'],
  { catalogue: SessionState['catalogue']; sources: Sources; knowledge: LineKnowledge }
>();

/** What is known of an audit: the same object until a person or a requirement comes or goes. */
function knowledgeOf(catalogue: SessionState['catalogue'], sources: Sources): LineKnowledge {
  const before = knownBy.get(sources.checklist);
  const isSame =
    before?.catalogue === catalogue &&
    before.sources.team === sources.team &&
    before.sources.planSlots === sources.planSlots;
  if (before && isSame) return before.knowledge;
  const people = peopleOf(sources, catalogue.interviewees);
  const names = people.map(({ name }) => name);
  const requirements = catalogue.requirements.map(({ id }) => id);
  const key = JSON.stringify([catalogue.id, catalogue.version, requirements, names]);
  let read = readers.get(key);
  if (!read) {
    if (readers.size > 8) readers.clear();
    readers.set(key, (read = remembering(createLineReader({ requirements, people: names }))));
  }
  const knowledge = { read, people };
  knownBy.set(sources.checklist, { catalogue, sources, knowledge });
  return knowledge;
}

/** What is known now, for those who ask while somebody types. */
export function lineKnowledge(session: AuditSession): LineKnowledge {
  const { open, catalogue } = session.store.getState();
  return knowledgeOf(catalogue, open);
}

/** Reads lines of the open audit; another function only when it would read them otherwise. */
export function useLineReader(): LineReader {
  const catalogue = useAudit((state) => state.catalogue);
  const team = useAudit((state) => state.open.team);
  const checklist = useAudit((state) => state.open.checklist);
  const planSlots = useAudit((state) => state.open.planSlots);
  return useMemo(
    () => knowledgeOf(catalogue, { team, checklist, planSlots }).read,
    [catalogue, team, checklist, planSlots],
  );
}
