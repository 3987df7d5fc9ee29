import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** The workspace's own id, given once when it is made. */
export function workspaceId(db: Store, newId: () => string, at: string): string {
  const known = prepared(db, 'SELECT id FROM workspace LIMIT 1').pluck().get() as string | undefined;
  if (known !== undefined) return known;
  const id = newId();
  prepared(db, 'INSERT INTO workspace (id, created_at) VALUES (?, ?)').run(id, at);
  return id;
}

const letters = 'BCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The series letter in the numbers that a device mints. The first device of a workspace has none; every further one
 * gets the next free letter, so that two laptops never mint the same number.
 */
export function seriesOf(db: Store, device: string, name: string, at: string): string {
  const known = prepared(db, 'SELECT series FROM device WHERE id = ?').pluck().get(device) as string | undefined;
  if (known !== undefined) return known;
  const taken = prepared(db, 'SELECT count(*) FROM device').pluck().get() as number;
  const series = taken === 0 ? '' : (letters[taken - 1] ?? `Z${taken}`);
  prepared(db, 'INSERT INTO device (id, series, name, since) VALUES (?, ?, ?, ?)').run(device, series, name, at);
  return series;
}

/** Keeps what a device is called now, for those who read its changes. */
export function nameDevice(db: Store, device: string, name: string): void {
  prepared(db, 'UPDATE device SET name = ? WHERE id = ? AND name <> ?').run(name, device, name);
}

/** Whether a device has written in this workspace before. */
export function isKnownDevice(db: Store, device: string): boolean {
  return prepared(db, 'SELECT 1 FROM device WHERE id = ?').get(device) !== undefined;
}

/** How many devices have written in this workspace. */
export function countDevices(db: Store): number {
  return prepared(db, 'SELECT count(*) FROM device').pluck().get() as number;
}
