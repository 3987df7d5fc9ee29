// Layouts of the house: their files in the vault, and what a layout said when a report was issued.
import { upcast } from '../../shared/domain/changes.ts';
import { type HouseLayoutFields, houseLayoutFields } from '../../shared/domain/house-layouts.ts';
import { changesOfRecord } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { readRecord } from './tables.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The files that any layout ever had, each with what it is. */
export function houseFiles(db: Store): { sha256: string; name: string }[] {
  const rows = prepared(
    db,
    `SELECT fields FROM change WHERE noun = 'houseLayout' AND json_valid(fields) ORDER BY clock`,
  )
    .pluck()
    .all() as string[];
  return rows.flatMap((text) => {
    const { logo, base } = JSON.parse(text) as Record<string, unknown>;
    const named = [
      [logo, 'the logo of a layout'],
      [base, 'the base document of a layout'],
    ] as const;
    return named.flatMap(([sha256, name]) => (typeof sha256 === 'string' && sha256 !== '' ? [{ sha256, name }] : []));
  });
}

/** What a file of a layout is called and its type; undefined for content that no layout has. */
export function describeHouseFile(db: Store, sha256: string): { originalName: string; mediaType: string } | undefined {
  const logo = prepared(db, 'SELECT name, logo_type AS type FROM house_layout WHERE logo = ? LIMIT 1').get(sha256) as
    | { name: string; type: string }
    | undefined;
  if (logo) return { originalName: `Logo of ${logo.name}.${logo.type.slice(6)}`, mediaType: logo.type };
  const base = prepared(db, 'SELECT base_name FROM house_layout WHERE base = ? LIMIT 1').pluck().get(sha256);
  return typeof base === 'string' ? { originalName: base, mediaType: wordType } : undefined;
}

/** References of the audits that use a layout. */
export function auditsWithLayout(db: Store, id: string): string[] {
  return prepared(db, 'SELECT ref FROM audit WHERE house_layout = ? ORDER BY ref').pluck().all(id) as string[];
}

/** The layout that the newest audit was made with, to begin the next one with; null where there is none. */
export function lastChosenLayout(db: Store): string | null {
  const newest = prepared(db, 'SELECT house_layout FROM audit ORDER BY rowid DESC LIMIT 1').pluck().get();
  return typeof newest === 'string' && readRecord(db, 'houseLayout', newest) ? newest : null;
}

type Layout = HouseLayoutFields & { id: string };

/** A layout as it stood when the newest version of an audit's report was issued. */
export function layoutAtIssue(db: Store, auditId: string, id: string): Layout | undefined {
  const clock = prepared(
    db,
    `SELECT max(clock) FROM change WHERE audit_id = ? AND noun = 'reportIssue' AND kind = 'create'`,
  )
    .pluck()
    .get(auditId) as string | null;
  let fields: Record<string, unknown> | undefined;
  for (const change of changesOfRecord(db, id).map(upcast)) {
    if (clock !== null && change.clock > clock) break;
    fields = change.kind === 'remove' ? undefined : { ...fields, ...change.fields };
  }
  const read = fields && houseLayoutFields.safeParse(fields);
  return read?.success ? { ...read.data, id } : undefined;
}
