// One step of the benchmark in a process of its own: node run-step.ts PART STEP FOLDER. Answers through the parent's channel.
import { parts } from './parts.ts';

const [part = '', step = '', folder = ''] = process.argv.slice(2);
const measures = await parts[part]?.steps[Number(step)]?.run(folder);
process.send?.(measures ?? []);
process.disconnect();
