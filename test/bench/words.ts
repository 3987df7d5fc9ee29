// Texts that read like an auditor's at a glance and are spread like real ones: few words are in nearly every text, most
// words are rare. The same on every run.
import { makeRandom } from '../../build/sample/random.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';

export interface Words {
  /** From 0 up to 1. */
  random(): number;
  pick<T>(list: readonly T[]): T;
  /** A word of the bank; `rank` 0 is the most frequent one. */
  word(rank?: number): string;
  readonly count: number;
  /** A text of about this many words; one in ten has a reference that stands nowhere else. */
  text(length: number): string;
  /** The references that texts were given so far. */
  readonly references: readonly string[];
}

/** A source of words from the questions of a catalogue. */
export function createWords({ questions }: Pick<Catalogue, 'questions'>, seed: number): Words {
  const random = makeRandom(seed);
  const texts = questions.map(({ question, intent, lookAt, sampling, redFlags }) =>
    [question, intent, lookAt, sampling, ...redFlags].join(' '),
  );
  const bank = [
    ...new Set(
      texts
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{3,}/gu),
    ),
  ];
  const references: string[] = [];
  const word = (rank = Math.floor(bank.length ** random()) - 1) => bank[rank % bank.length] ?? 'audit';
  const sentence = (length: number) => {
    const words = Array.from({ length }, () => word()).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  return {
    random,
    pick: (list) => list[Math.floor(random() * list.length)] as never,
    word,
    count: bank.length,
    references,
    text(length) {
      const sentences = Array.from({ length: Math.max(1, Math.round(length / 12)) }, () => sentence(12));
      if (random() < 0.1) {
        const reference = `ticket${seed}x${references.length}`;
        references.push(reference);
        sentences.push(`Seen in ${reference}.`);
      }
      return sentences.join(' ');
    },
  };
}
