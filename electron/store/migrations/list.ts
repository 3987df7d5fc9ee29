import type { Migration } from '../migrate.ts';
import { firstStore } from './0001-first-store.ts';
import { tailoring } from './0002-tailoring.ts';
import { workbench } from './0003-workbench.ts';
import { findingsToClosure } from './0004-findings-to-closure.ts';
import { reviewAndIssue } from './0005-review-and-issue.ts';
import { auditGrades } from './0006-audit-grades.ts';
import { rulesAndLayouts } from './0007-rules-and-layouts.ts';

/** Every migration, oldest first. A released one is never edited. */
export const migrations: readonly Migration[] = [
  firstStore,
  tailoring,
  workbench,
  findingsToClosure,
  reviewAndIssue,
  auditGrades,
  rulesAndLayouts,
];
