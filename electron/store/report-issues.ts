import type { Noun } from '../../shared/domain/nouns.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** Whether a record was made before the newest version of the report was issued. */
export function wasThereAtIssue(db: Store, auditId: string, recordId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM change WHERE record_id = @record AND kind = 'create' AND clock <
       (SELECT max(clock) FROM change WHERE audit_id = @audit AND noun = 'reportIssue' AND kind = 'create') LIMIT 1`,
    ).get({ audit: auditId, record: recordId }) !== undefined
  );
}

/** Nouns that go with a report without being printed as what the audit found. */
const aside: readonly Noun[] = ['reviewComment', 'signature', 'reportIssue'];
/** Fields of an audit that say nothing in its report: where it stands, and what the file is called. */
const unprinted = ['status', 'fileNamePattern'];
const inSql = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Whether anything that the report prints was changed after the reviewer let it go. */
export function changedSinceRelease(db: Store, auditId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM change WHERE (audit_id = @audit AND noun NOT IN (${inSql(aside)})
       AND NOT (noun = 'audit' AND json_valid(fields)
         AND NOT EXISTS (SELECT 1 FROM json_each(fields) WHERE key NOT IN (${inSql(unprinted)})))
       OR noun = 'houseLayout' AND record_id = (SELECT house_layout FROM audit WHERE id = @audit))
       AND clock > (SELECT max(clock) FROM change WHERE record_id = @audit AND json_valid(fields)
         AND json_extract(fields, '$.releasedAt') IS NOT NULL) LIMIT 1`,
    ).get({ audit: auditId }) !== undefined
  );
}

const kinds = {
  word: {
    name: 'Word report',
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  excel: {
    name: 'Excel workbook',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pdf: { name: 'PDF', ending: 'pdf', type: 'application/pdf' },
  model: { name: 'printed model', ending: 'json', type: 'application/json' },
} as const;
const kindNames = ['word', 'excel', 'pdf', 'model'] as const;

/** The files of every version that was ever issued, each with what it is. */
export function issuedFiles(db: Store): { sha256: string; name: string }[] {
  const rows = prepared(
    db,
    `SELECT fields FROM change WHERE noun = 'reportIssue' AND kind = 'create' AND json_valid(fields) ORDER BY clock`,
  )
    .pluck()
    .all() as string[];
  return rows.flatMap((text) => {
    const fields = JSON.parse(text) as Record<string, unknown>;
    return kindNames.flatMap((kind) => {
      const sha256 = fields[kind];
      if (typeof sha256 !== 'string' || sha256 === '') return [];
      return [{ sha256, name: `version ${String(fields.version)}, ${kinds[kind].name}` }];
    });
  });
}

/** What every version was printed from, each with the audit and version it is of. */
export function keptModels(db: Store): { sha256: string; of: string }[] {
  return prepared(
    db,
    `SELECT json_extract(fields, '$.model') AS sha256,
     coalesce((SELECT ref FROM audit WHERE id = audit_id) || ', ', '') || 'version ' || json_extract(fields, '$.version') AS "of"
     FROM change WHERE noun = 'reportIssue' AND kind = 'create' AND json_valid(fields) AND json_extract(fields, '$.model') <> ''
     ORDER BY clock`,
  ).all() as { sha256: string; of: string }[];
}

/** What an issued file is called and its type; undefined for content that no version has. */
export function describeIssued(db: Store, sha256: string): { originalName: string; mediaType: string } | undefined {
  for (const kind of kindNames) {
    const name = prepared(db, `SELECT file_name FROM report_issue WHERE ${kind} = ? LIMIT 1`).pluck().get(sha256);
    if (typeof name === 'string') return { originalName: `${name}.${kinds[kind].ending}`, mediaType: kinds[kind].type };
  }
  return undefined;
}
