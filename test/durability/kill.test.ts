import { expect, it } from 'vitest';
import { torture } from './rounds.ts';

it('keeps every acknowledged call when the serving process is killed while four clients save', async () => {
  const { rounds, acknowledged, faults } = await torture({ rounds: 3, atMost: 10_000 });
  expect(faults).toEqual([]);
  expect(rounds).toBeGreaterThan(0);
  expect(acknowledged).toBeGreaterThan(10);
}, 120_000);
