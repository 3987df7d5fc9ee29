// Chains of changes: what is said of rows that were taken out, moved, doubled, or that go on from the same one.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProvenRow } from '../../shared/proof/change-rows.ts';
import { type ChainHead, followChains } from '../../shared/proof/chains.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The next row of a chain. */
function after(prev: ProvenRow | undefined, id: string, device = 'one'): ProvenRow {
  const clock = String(Number(prev?.clock ?? 0) + 1).padStart(6, '0');
  return {
    id,
    step: 's',
    audit_id: 'a',
    actor: 'Ines Example',
    device,
    clock,
    at: '',
    schema: 1,
    noun: 'note',
    record_id: id,
    kind: 'create',
    fields: null,
    salt: null,
    fields_hash: '',
    base: null,
    prev: prev?.hash ?? null,
    hash: hashOf(`${prev?.hash} ${id} ${device}`),
  };
}

function aChain(length: number, device = 'one', from?: ProvenRow, name = 'c'): ProvenRow[] {
  const rows: ProvenRow[] = [];
  for (let at = 0; at < length; at += 1) rows.push(after(rows.at(-1) ?? from, `${name}${at}`, device));
  return rows;
}

const headOf = (rows: readonly ProvenRow[]): ChainHead => {
  const last = rows.at(-1);
  return {
    audit: 'a',
    device: last?.device ?? '',
    change: last?.id ?? '',
    hash: last?.hash ?? '',
    length: rows.length,
  };
};

function look(rows: readonly ProvenRow[], heads: ChainHead[]) {
  const chains = followChains();
  for (const row of rows) chains.take(row, true);
  return chains.end(heads, 'workspace').problems.map(({ code, record }) => `${code} ${record}`);
}

describe('chains', () => {
  it('are clean where nothing happened, however their devices take turns', () => {
    const [one, other] = [aChain(6, 'one'), aChain(4, 'other')];
    const heads = [headOf(one), headOf(other)];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (turns) => {
        const [left, right] = [[...one], [...other]];
        const mixed = turns.flatMap((turn) => (turn ? left.splice(0, 1) : right.splice(0, 1)));
        expect(look([...mixed, ...left, ...right], heads)).toEqual([]);
      }),
    );
  });

  it('name a fork once, and follow both branches', () => {
    const trunk = aChain(3);
    const [left, right] = [aChain(4, 'one', trunk[2], 'l'), aChain(4, 'one', trunk[2], 'r')];
    const head = headOf([...trunk, ...left]);
    expect(look([...trunk, ...left, ...right], [head])).toEqual(['forked-chain r0']);
    const inTurn = left.flatMap((row, at) => [row, right[at]!]);
    expect(look([...trunk, ...inTurn], [head])).toEqual(['forked-chain r0']);
  });

  it('name two beginnings of one device as a fork', () => {
    const [one, other] = [aChain(3), aChain(3, 'one', undefined, 'x')];
    expect(look([...one, ...other], [headOf(one)])).toEqual(['forked-chain x0']);
  });

  it('find every row that was taken out, doubled or moved', () => {
    const rows = aChain(8);
    const heads = [headOf(rows)];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]!;
      const out = look(rows.toSpliced(at, 1), heads);
      expect(out).toContain(at === 7 ? 'removed-row c7' : `broken-chain c${at + 1}`);
      expect(look(rows.toSpliced(at, 0, row), heads)).toContain(`repeated-row c${at}`);
      if (at === 7) continue;
      const moved = look(rows.toSpliced(at, 2, rows[at + 1]!, row), heads);
      expect(moved.some((said) => said.startsWith('reordered-row'))).toBe(true);
    }
  });

  it('find any other order of the same rows', () => {
    const rows = aChain(6);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 6 }), (shuffled) => {
        const isSame = shuffled.every((row, at) => row === rows[at]);
        expect(look(shuffled, [headOf(rows)]).length === 0).toBe(isSame);
      }),
    );
  });

  it('name a chain that was never begun here, and one that is gone', () => {
    const [one, other] = [aChain(2), aChain(2, 'other')];
    expect(look([...one, ...other], [headOf(one)])).toEqual(['broken-chain c1']);
    expect(look(one, [headOf(one), headOf(other)])).toEqual(['removed-row c1']);
  });
});
