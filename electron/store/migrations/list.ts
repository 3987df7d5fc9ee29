import type { Migration } from '../migrate.ts';
import { firstStore } from './0001-first-store.ts';

/** Every migration, oldest first. A released one is never edited. */
export const migrations: readonly Migration[] = [firstStore];
