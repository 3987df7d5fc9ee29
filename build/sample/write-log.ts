// Writes one week of the decision log of Claims triage: node build/sample/write-log.ts
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeRandom } from './random.ts';

const file = path.resolve(import.meta.dirname, '../../assets/sample/files/decision-log CT Sandvale 2026-W39.log');
const random = makeRandom(20260921);
const products = ['household', 'household', 'motor', 'motor', 'motor'];

/** Proposals and overrides of each shift; the audit's answers quote these counts. */
const shifts = [
  { name: 'early', proposals: 380, overrides: 8, from: 6 * 60, minutes: 470 },
  { name: 'late', proposals: 232, overrides: 1, from: 14 * 60, minutes: 470 },
];
const reasons = [
  'invoice date',
  'second claim on same damage',
  'person asked for help',
  'photograph unclear',
  'amount typed wrong',
];

function pick<Value>(list: readonly Value[]): Value {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) {
    throw new Error('Nothing to pick from.');
  }
  return value;
}

function chooseQueue(amount: number, score: number): string {
  if (score < 0.55) {
    return 'special-review';
  }
  return amount <= 1500 && score > 0.8 ? 'fast-track' : 'standard';
}

function stampTime(minute: number): string {
  const day = 21 + Math.floor(minute / 1440);
  const time = [Math.floor((minute % 1440) / 60), Math.floor(minute % 60), Math.floor((minute * 60) % 60)];
  return `2026-09-${day}T${time.map((part) => String(part).padStart(2, '0')).join(':')}+02:00`;
}

const lines: { minute: number; text: string }[] = [];
for (const shift of shifts) {
  const overridden = new Set<number>();
  while (overridden.size < shift.overrides) {
    overridden.add(Math.floor(random() * shift.proposals));
  }
  for (let index = 0; index < shift.proposals; index += 1) {
    const day = Math.floor((index * 5) / shift.proposals);
    const minute = day * 1440 + shift.from + random() * shift.minutes;
    const amount = Math.round(60 + random() ** 2 * 5200);
    const score = 0.42 + random() * 0.57;
    const queue = chooseQueue(amount, score);
    const other = queue === 'special-review' ? 'standard' : 'special-review';
    const action = overridden.has(index)
      ? `action=overridden to=${other} reason="${pick(reasons)}"`
      : 'action=accepted';
    const claim = `product=${pick(products)} amount=${amount} queue=${queue} score=${score.toFixed(2)}`;
    const text = `${claim} shift=${shift.name} ${action}`;
    lines.push({ minute, text });
  }
}
lines.sort((left, right) => left.minute - right.minute);

const entries = lines.map(({ minute, text }, index) => ({
  minute,
  text: `${stampTime(minute)} CT site=sandvale model=3.0 claim=26-${48210 + index * 3} ${text}`,
}));
const stop = 3 * 1440 + 13 * 60 + 54.2;
entries.push(
  { minute: stop, text: `${stampTime(stop)} CT site=sandvale STOP by=shift-lead-early reason="quarterly trial"` },
  {
    minute: stop + 4.6,
    text: `${stampTime(stop + 4.6)} CT site=sandvale RESUME by=shift-lead-early reason="trial ended"`,
  },
);
const kept = entries
  .filter(({ minute, text }) => minute <= stop || minute >= stop + 4.6 || !text.includes('claim='))
  .toSorted((left, right) => left.minute - right.minute);
await writeFile(file, `${kept.map(({ text }) => text).join('\n')}\n`);
