import type { LinkFields } from '../../shared/domain/links.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** The id of the link that says the same, if there is one. */
export function findLink(db: Store, { evidence, noun, target }: LinkFields): string | undefined {
  return prepared(db, 'SELECT id FROM link WHERE evidence = ? AND noun = ? AND target = ?')
    .pluck()
    .get(evidence, noun, target) as string | undefined;
}

/** The ids of the links from or to a record. */
export function linkIdsOf(db: Store, id: string): string[] {
  return prepared(db, 'SELECT id FROM link WHERE evidence = ? UNION SELECT id FROM link WHERE target = ?')
    .pluck()
    .all(id, id) as string[];
}
