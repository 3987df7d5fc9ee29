import type { ProgressFacts } from '../../shared/domain/progress.ts';
import type { Verdict } from '../../shared/domain/vocabulary.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

const kinds = { evidence: 'evidence', finding: 'findings', note: 'notes' } as const;

// A bare column beside a single max() comes from the row that has the maximum.
const lastVerdicts = `
SELECT c.record_id AS item, coalesce(i.requirement, '') AS requirement, substr(c.at, 1, 10) AS day,
  CASE c.kind WHEN 'remove' THEN NULL ELSE coalesce(json_extract(c.fields, '$.verdict'), 'not-started') END AS verdict,
  max(c.clock)
FROM change c LEFT JOIN checklist_item i ON i.id = c.record_id
WHERE c.audit_id = ? AND c.noun = 'checklistItem' AND (c.kind <> 'set' OR c.fields LIKE '%"verdict":%')
GROUP BY c.record_id, day`;
const lastControls = `
SELECT coalesce(e.control, '') AS control, substr(c.at, 1, 10) AS day,
  c.kind = 'remove' OR coalesce(json_extract(c.fields, '$.applicable'), 1) AS applicable, max(c.clock)
FROM change c JOIN soa_entry e ON e.id = c.record_id
WHERE c.audit_id = ? AND c.noun = 'soaEntry' AND (c.kind <> 'set' OR c.fields LIKE '%"applicable":%')
GROUP BY c.record_id, day`;
const changedCounts = `
SELECT noun, substr(at, 1, 10) AS day, sum(CASE kind WHEN 'create' THEN 1 ELSE -1 END) AS "by"
FROM change
WHERE audit_id = ? AND noun IN ('evidence', 'finding', 'note') AND kind IN ('create', 'remove')
GROUP BY noun, day`;

/** What the history of an audit says about its growth, gathered by the day that the clock showed. */
export function readProgress(db: Store, auditId: string): ProgressFacts {
  const verdicts = prepared(db, lastVerdicts).all(auditId) as {
    item: string;
    requirement: string;
    day: string;
    verdict: Verdict | null;
  }[];
  const controls = prepared(db, lastControls).all(auditId) as { control: string; day: string; applicable: number }[];
  const counts = prepared(db, changedCounts).all(auditId) as { noun: keyof typeof kinds; day: string; by: number }[];
  return {
    verdicts,
    controls: controls.map((row) => ({ ...row, applicable: row.applicable === 1 })),
    counts: counts.map(({ noun, day, by }) => ({ kind: kinds[noun], day, by })),
  };
}
