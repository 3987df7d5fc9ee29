import { ensureBuilt } from '../../../electron/hosts/ensure-built.ts';
import { readBuiltPage } from '../../support/first-view.ts';
import type { Measure } from '../measure.ts';

const limit = 600;

/** The size of what is loaded before the first usable page. */
export async function measureBundle(): Promise<Measure[]> {
  await ensureBuilt('page', () => undefined);
  const { firstView, rooms, packed } = readBuiltPage();
  const kilobytes = (files: readonly string[]) => packed(files) / 1_000;
  const sizes = [...rooms.values()].map(kilobytes);
  const checklist = rooms.get('features/checklist/room.tsx') ?? [];
  return [
    { name: 'list of audits, gzip', value: kilobytes(firstView), unit: 'KB', target: limit },
    {
      name: 'checklist by its address, gzip',
      value: kilobytes([...firstView, ...checklist]),
      unit: 'KB',
      target: limit,
    },
    {
      name: 'largest room, gzip',
      value: Math.max(...sizes),
      unit: 'KB',
      note: `${rooms.size} rooms, each loaded on demand`,
    },
  ];
}
