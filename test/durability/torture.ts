// npm run torture -- --rounds N: kills the serving process N times while four clients save, and says what was found.
import { parseArgs } from 'node:util';
import { torture } from './rounds.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, clients: { type: 'string', default: '4' } },
});
const rounds = Math.min(1_000, Number(values.rounds));
const clients = Math.min(16, Number(values.clients));
if (!(rounds > 0) || !(clients > 0)) {
  console.error('--rounds and --clients take a number from 1.');
  process.exit(2);
}
const result = await torture({
  rounds,
  clients,
  atMost: rounds * 60_000,
  onRound: (round, acknowledged) =>
    console.log(`round ${round} of ${rounds}: ${acknowledged} calls acknowledged so far`),
});
for (const fault of result.faults) console.log(`FAULT: ${fault}`);
if (result.workspace) console.log(`The workspace was kept: ${result.workspace}`);
console.log(`${result.rounds} kills, ${result.acknowledged} acknowledged calls, ${result.faults.length} faults.`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
