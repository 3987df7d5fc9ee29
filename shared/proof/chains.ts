// Follows the chains of changes, one per audit and device, row by row in the order in which they were written.
import type { ProvenRow } from './change-rows.ts';
import type { Problem } from './tools.ts';

/** The end of a chain: its last change and how many there are. `audit` is empty for the chain of the workspace. */
export interface ChainHead {
  audit: string;
  device: string;
  change: string;
  hash: string;
  length: number;
}

type Link = Pick<ProvenRow, 'id' | 'prev' | 'hash' | 'clock'>;

interface Chain {
  /** The changes that were met, by their hash. */
  rows: Map<string, { id: string; clock: string }>;
  /** The change that follows another one, by the hash of that; by an empty text for the first. */
  followers: Map<string, string>;
  /** Changes whose predecessor has not been met, with their place. */
  waiting: { link: Link; place: number }[];
  length: number;
  last: string;
  isForked: boolean;
}

export interface Chains {
  /** Takes the next row; `intact` says whether its own hash is right. */
  take(row: ProvenRow, intact: boolean): void;
  /** Compares the chains with the heads that are recorded, and answers with all that was found, in order. */
  end(heads: readonly ChainHead[], owner: string): { changes: number; chains: number; problems: Problem[] };
  /** Whether a change of this hash was met in the chain. */
  has(audit: string, device: string, hash: string): boolean;
  /** The changes of a chain in the order in which they were met: hash and id. */
  changesOf(audit: string, device: string): [hash: string, id: string][];
}

/** The key of a chain. */
const keyOf = (audit: string | null, device: string) => `${audit ?? ''} ${device}`;

/** Begins to follow chains. */
export function followChains(): Chains {
  const chains = new Map<string, Chain>();
  const found: { place: number; problem: Problem }[] = [];
  let place = 0;
  const say = (code: Problem['code'], record: string, message: string, at = place) =>
    void found.push({ place: at, problem: { code, record, message } });

  function link(chain: Chain, row: Link): void {
    const before = row.prev === null ? undefined : chain.rows.get(row.prev);
    const other = chain.followers.get(row.prev ?? '');
    if (chain.rows.has(row.hash)) say('repeated-row', row.id, `Change ${row.id} stands there twice.`);
    else if (other !== undefined) {
      chain.isForked = true;
      const both = row.prev === null ? 'both begin the chain' : 'both follow the same change';
      say('forked-chain', row.id, `The chain is forked: change ${row.id} and change ${other} ${both}.`);
    } else if (row.prev === null) {
      if (chain.length > 0) say('reordered-row', row.id, `Change ${row.id} does not stand where it was written.`);
    } else if (!before) chain.waiting.push({ link: row, place });
    else if (row.clock <= before.clock)
      say('reordered-row', row.id, `Change ${row.id} has a clock before the change it follows.`);
  }

  function settle({ rows, waiting }: Chain): void {
    for (const { link: row, place: at } of waiting) {
      if (row.prev !== null && rows.has(row.prev))
        say('reordered-row', row.id, `Change ${row.id} does not stand where it was written.`, at);
      else say('broken-chain', row.id, `What change ${row.id} follows is missing, or it was put in later.`, at);
    }
  }

  return {
    take(row, intact) {
      place += 1;
      if (!intact) say('changed-row', row.id, `Change ${row.id} (${row.noun} ${row.kind}) is not as it was written.`);
      const key = keyOf(row.audit_id, row.device);
      let chain = chains.get(key);
      if (!chain) {
        chain = { rows: new Map(), followers: new Map(), waiting: [], length: 0, last: '', isForked: false };
        chains.set(key, chain);
      }
      const { id, prev, hash, clock } = row;
      link(chain, { id, prev, hash, clock });
      if (!chain.followers.has(prev ?? '')) chain.followers.set(prev ?? '', id);
      chain.rows.set(hash, { id, clock });
      chain.length += 1;
      chain.last = id;
    },
    end(heads, owner) {
      const unnamed = new Set(chains.keys());
      for (const chain of chains.values()) settle(chain);
      for (const head of heads) {
        const chain = chains.get(keyOf(head.audit, head.device));
        unnamed.delete(keyOf(head.audit, head.device));
        if (chain?.isForked) continue;
        const isEnd = chain?.rows.get(head.hash)?.id === head.change && !chain.followers.has(head.hash);
        if (isEnd && chain.length === head.length) continue;
        say(
          'removed-row',
          head.change,
          `The chain of ${head.audit || 'the workspace'} should end with change ${head.change} after ${head.length} changes; ${chain?.length ?? 0} are there.`,
        );
      }
      for (const key of unnamed) {
        const last = chains.get(key)?.last ?? '';
        say('broken-chain', last, `Change ${last} belongs to a chain that this ${owner} never began.`);
      }
      const problems = found.toSorted((one, other) => one.place - other.place).map(({ problem }) => problem);
      return { changes: place, chains: heads.length, problems };
    },
    changesOf: (audit, device) =>
      [...(chains.get(keyOf(audit, device))?.rows ?? [])].map(([hash, { id }]): [string, string] => [hash, id]),
    has: (audit, device, hash) => chains.get(keyOf(audit, device))?.rows.has(hash) ?? false,
  };
}
