// The layout that a report is made with: as it is now, or as it was when the report was issued.
import { existsSync } from 'node:fs';
import type { AuditRecord } from '../../../shared/contract/records.ts';
import type { HouseLayoutFields } from '../../../shared/domain/house-layouts.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import type { ReportHouseLayout } from '../../exports/report-model.ts';
import { layoutAtIssue } from '../../store/house-layouts.ts';
import { readRecord } from '../../store/tables.ts';
import { vaultPath } from '../../vault/vault.ts';
import type { Context } from '../context.ts';

/** A layout with its files on this machine. */
export function withFiles(context: Context, layout: HouseLayoutFields & { id: string }): ReportHouseLayout {
  const fileOf = (sha256: string) => {
    const file = sha256 === '' ? '' : vaultPath(context.folders.vault, sha256);
    return file !== '' && existsSync(file) ? file : '';
  };
  return { ...layout, logoFile: fileOf(layout.logo), baseFile: fileOf(layout.base) };
}

/** The layout of an audit; null where it has none. An issued report keeps the one it was printed with. */
export function layoutInForce(
  context: Context,
  { id, status, houseLayout }: Pick<AuditRecord, 'id' | 'status' | 'houseLayout'>,
): ReportHouseLayout | null {
  if (houseLayout === null) return null;
  const layout = isIssued(status)
    ? layoutAtIssue(context.db, id, houseLayout)
    : readRecord(context.db, 'houseLayout', houseLayout);
  return layout ? withFiles(context, layout) : null;
}
