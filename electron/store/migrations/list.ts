import type { Migration } from '../migrate.ts';
import { firstStore } from './0001-first-store.ts';
import { tailoring } from './0002-tailoring.ts';
import { workbench } from './0003-workbench.ts';
import { findingsToClosure } from './0004-findings-to-closure.ts';
import { reportContents } from './0005-report-contents.ts';

/** Every migration, oldest first. A released one is never edited. */
export const migrations: readonly Migration[] = [firstStore, tailoring, workbench, findingsToClosure, reportContents];
