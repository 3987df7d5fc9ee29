// What the hash of a change covers, and a row of the change log as one line of JSON.
import { parseShallow } from './parse-json.ts';
import type { Tools } from './tools.ts';

/** A row of the change log, column by column. `fields` and `salt` are null once a value was lawfully erased. */
export interface ProvenRow {
  id: string;
  step: string;
  audit_id: string | null;
  actor: string;
  device: string;
  clock: string;
  at: string;
  schema: number;
  noun: string;
  record_id: string;
  kind: string;
  fields: string | null;
  salt: string | null;
  fields_hash: string;
  base: string | null;
  prev: string | null;
  hash: string;
}

/** What is hashed of the values of a change: they enter the chain through this alone. */
export const textOfFields = (fields: string, salt: string) => `${salt}\n${fields}`;

/** What is hashed of a change: every column but the hash itself; fields and salt through the salted hash of the fields. */
export function textOfChange(row: Omit<ProvenRow, 'hash'>, canonical: Tools['canonical']): string {
  const { fields: _fields, salt: _salt, ...covered } = row;
  return canonical(covered);
}

const columns: Record<keyof ProvenRow, 'text' | 'text or null' | 'number'> = {
  id: 'text',
  step: 'text',
  audit_id: 'text or null',
  actor: 'text',
  device: 'text',
  clock: 'text',
  at: 'text',
  schema: 'number',
  noun: 'text',
  record_id: 'text',
  kind: 'text',
  fields: 'text or null',
  salt: 'text or null',
  fields_hash: 'text',
  base: 'text or null',
  prev: 'text or null',
  hash: 'text',
};

function isRow(value: unknown): value is ProvenRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = value as Record<string, unknown>;
  return (
    Object.keys(given).length === Object.keys(columns).length &&
    Object.entries(columns).every(([name, kind]) => {
      const column = given[name];
      if (kind === 'number') return Number.isInteger(column);
      return typeof column === 'string' || (kind === 'text or null' && column === null);
    })
  );
}

/** A row as one line, without its end. */
export const lineOfRow = (row: ProvenRow, canonical: Tools['canonical']) => canonical(row);

/** Whether a row is as it was written: its own hash, and that of its values where they are there. */
export async function isIntact(row: ProvenRow, tools: Pick<Tools, 'hashText' | 'canonical'>): Promise<boolean> {
  const { hash, ...rest } = row;
  if ((row.fields === null) !== (row.salt === null)) return false;
  if (row.fields !== null && row.salt !== null) {
    if ((await tools.hashText(textOfFields(row.fields, row.salt))) !== row.fields_hash) return false;
  }
  return (await tools.hashText(textOfChange(rest, tools.canonical))) === hash;
}

/** A line as a row; undefined where it is none, or not written the one way that a row is. */
export function readLine(line: string, canonical: Tools['canonical']): ProvenRow | undefined {
  try {
    const row = parseShallow(line, 1);
    return isRow(row) && lineOfRow(row, canonical) === line ? row : undefined;
  } catch {
    return undefined;
  }
}
